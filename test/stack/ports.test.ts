import { createServer } from 'node:net';
import { expect, it } from '@jest/globals';
import { freePort, portAnswers, usualPort } from '../../stack/ports.ts';

it('A server takes its usual port when that is free, and another one when it is not', async () => {
  const usual = await freePort();
  expect(await usualPort(usual)).toBe(usual);
  expect(await portAnswers(usual)).toBe(false);
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(usual, '127.0.0.1', resolve));
  expect(await usualPort(usual)).not.toBe(usual);
  expect(await portAnswers(usual)).toBe(true);
  await new Promise((resolve) => other.close(resolve));
});
