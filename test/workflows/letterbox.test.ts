import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Engine, startEngine } from '../support/engine.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
  await foundOrganization(engine.store, { mail: { gatherSeconds: 600 } });
});
afterAll(() => engine.stop());

it('When a letter is urgent, it is sent at once, though others would have waited for the rest of their wave', async () => {
  const letter = { kind: 'invitation' as const, facts: { by: ids.hanna }, at: engine.clock.now() };
  await engine.post.put([{ ...letter, id: 'invitation/1', person: ids.lukas, urgent: false }]);
  await engine.post.put([{ ...letter, id: 'invitation/2', person: ids.marta, urgent: true }]);
  const [mail] = await eventually('a mail', async () => {
    const all = await engine.mail.messages();
    return all.length > 0 ? all : undefined;
  });
  expect(mail?.To[0]?.Address).toBe('marta@tessel.example');
  expect(await engine.store.letters.get('invitation/1')).toMatchObject({ state: 'pending' });
  await engine.post.put([{ ...letter, id: 'invitation/3', person: ids.lukas, urgent: true }]);
  await eventually('the mail that was gathering', async () => (await engine.mail.messages()).length === 2);
});
