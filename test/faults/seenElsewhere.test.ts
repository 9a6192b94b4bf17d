import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NativeConnection } from '@temporalio/worker';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Settings } from '../../domain/records/settings.ts';
import type { Task } from '../../domain/records/task.ts';
import { startWorker } from '../../worker/worker.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { type Product, startProduct } from '../support/product.ts';
import { startTask } from '../support/tasks.ts';
import { eventually, pass, passUntil } from '../support/time.ts';

// What other products were seen to get wrong, as far as no other test here is about it.

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await foundOrganization(product.store);
});
afterAll(() => product.stop());

const day = 86_400_000;
const taskNow = async (id: string): Promise<Task> => {
  const task = await product.store.tasks.get(id);
  if (task === undefined) throw new Error(`there is no task ${id}`);
  return task;
};
const promisedBy = ({ due, rungs }: Task) => ({ due, rungs: rungs.map(({ key, at, to }) => ({ key, at, to })) });

describe('a task that nobody ever does', () => {
  it('When a year passes, it becomes late once: each level is told once, one nonconformity is proposed, and it stays open', async () => {
    const id = await startTask(product, { risk: 'NEV-1', owner: ids.lukas });
    await pass(product, id, 370 * day);
    expect(await taskNow(id)).toMatchObject({ state: 'open', level: 3 });
    const letters = await product.store.letters.find({ task: id, kind: 'escalation' });
    const told = letters.map(({ facts, person }) => `${facts.level} ${person}`);
    expect(told).toHaveLength(new Set(told).size);
    expect(new Set(letters.map(({ facts }) => facts.level))).toEqual(new Set([1, 2, 3]));
    expect(await product.store.nonconformities.count({ 'source.task': id })).toBe(1);
  }, 180_000);
});

describe('two workers', () => {
  it('When both work on the same review, each owner still gets one mail with all of it', async () => {
    const connection = await NativeConnection.connect({ address: product.address });
    const bundle = process.env.TEST_BUNDLE ?? '';
    const second = await startWorker({ connection, namespace: product.namespace, bundle, deps: product.deps, mailsPerSecond: 200 });
    const risks = Array.from({ length: 12 }, (_, k) => `TWO-${k}`);
    await addRisks(product.store, ids.marta, risks);
    const run = await product.openRun({ process: 'riskReview', subject: { period: '2033-Q1', scope: 'all' }, actor: byEngine });
    const mails = await eventually(
      'the mail to Marta',
      async () => {
        const found = await product.store.mails.find({ person: ids.marta, state: 'accepted' });
        return found.length > 0 ? found : undefined;
      },
      120_000,
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.letters.filter((letter) => letter.startsWith(`${run.id}/`))).toHaveLength(risks.length);
    expect((await product.mail.messages()).filter(({ To }) => To[0]?.Address.startsWith('marta'))).toHaveLength(1);
    await second.stop();
    await connection.close();
  }, 180_000);
});

describe('what changes while a task is open', () => {
  it('When the ladder is edited, what was promised stays, and only what opens later is promised otherwise', async () => {
    const id = await startTask(product, { risk: 'LAD-1', owner: ids.lukas });
    const before = promisedBy(await taskNow(id));
    const hanna = product.as(ids.hanna);
    const { updatedAt: _at, id: _id, ...settings } = (await hanna('GET', '/settings')).body as Settings;
    const ladders = settings.ladders.map((ladder) => (ladder.name === 'standard' ? { ...ladder, rungs: ladder.rungs.slice(-1) } : ladder));
    expect((await hanna('PUT', '/settings', { ...settings, ladders })).status).toBe(200);
    await passUntil(product, id, (await taskNow(id)).rungs.find(({ key }) => key === 'reminder')?.at ?? '');
    expect(promisedBy(await taskNow(id))).toEqual(before);
    expect((await taskNow(id)).rungs.find(({ key }) => key === 'reminder')?.state).toBe('sent');
    const later = await startTask(product, { risk: 'LAD-2', owner: ids.lukas });
    expect((await taskNow(later)).rungs.map(({ key }) => key)).toEqual(['duePassed', 'late3']);
  }, 180_000);

  it('When the definition asks for something else by now, the task asks for what it asked for when it opened', async () => {
    const id = await startTask(product, { risk: 'DEF-1', owner: ids.lukas });
    const { outcomeSchema } = await taskNow(id);
    const older = JSON.parse(outcomeSchema) as { properties: object; required: string[] };
    const asked = {
      ...older,
      properties: { ...older.properties, seenBy: { type: 'string', minLength: 3 } },
      required: [...older.required, 'seenBy'],
    };
    await product.store.tasks.set(id, { outcomeSchema: JSON.stringify(asked), definition: 'riskReview@0' });
    const outcome = { likelihood: 2, consequence: 2, verdict: 'change', reason: 'As discussed.' };
    const lukas = product.as(ids.lukas);
    const path = `/tasks/${encodeURIComponent(id)}/completion`;
    const refused = await lukas('POST', path, { outcome });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'outcome.seenBy' }] } });
    expect(await lukas('POST', path, { outcome: { ...outcome, seenBy: 'Marta' } })).toMatchObject({ status: 200 });
    expect(await taskNow(id)).toMatchObject({ state: 'done', definition: 'riskReview@0', outcome: { seenBy: 'Marta' } });
  }, 180_000);
});
