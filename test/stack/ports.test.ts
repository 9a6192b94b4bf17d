import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { claimFreePort, claimUsualPort } from '../../stack/portClaims.ts';
import { freePort, portAnswers, refuseTakenPort } from '../../stack/ports.ts';
import { root } from '../../stack/root.ts';
import { run } from '../../stack/run.ts';

it('A server takes its usual port when that is free, and another one when somebody listens on it', async () => {
  const usual = await freePort();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(usual, '127.0.0.1', resolve));
  expect(await claimUsualPort(usual)).not.toBe(usual);
  expect(await portAnswers(usual)).toBe(true);
  await expect(refuseTakenPort('The database', usual)).rejects.toThrow(`port ${usual} is taken`);
  await new Promise((resolve) => other.close(resolve));
  expect(await claimUsualPort(usual)).toBe(usual);
  expect(await portAnswers(usual)).toBe(false);
});

it('Two starts in the same moment never choose the same port, though no server listens yet', async () => {
  const usual = await freePort();
  const chosen = await Promise.all(Array.from({ length: 10 }, () => claimUsualPort(usual)));
  expect(new Set(chosen).size).toBe(10);
  expect(chosen).toContain(usual);
});

it('A port that a start of another process has claimed is left to it, and free again when that process is gone', async () => {
  const usual = await freePort();
  const claims = join(root, 'stack', 'portClaims.ts');
  const program = `import { claimUsualPort } from ${JSON.stringify(claims)}; console.log(await claimUsualPort(${usual})); process.kill(process.pid, 'SIGKILL');`;
  const { lines } = await run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
  expect(lines).toContain(String(usual));
  expect(await claimUsualPort(usual)).toBe(usual);
  expect(await claimFreePort()).not.toBe(usual);
});
