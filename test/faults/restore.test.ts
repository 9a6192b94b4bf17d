import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import { verifyChain } from '../../models/chain.ts';
import { answer, closedRun, confirm } from '../support/answers.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';

let engine: Engine;
let run: string;

beforeAll(async () => {
  engine = await startEngine();
  await foundOrganization(engine.store);
  await addRisks(engine.store, ids.lukas, ['OPS-1', 'OPS-2']);
  ({ id: run } = await engine.openRun({ process: 'riskReview', subject: { period: '2027-Q1', scope: 'all' }, actor: byEngine }));
  await eventually('two tasks', async () => (await engine.store.tasks.count({ run, state: 'open' })) === 2);
  await eventually('the mail', async () => (await engine.store.mails.count({ person: ids.lukas, state: 'accepted' })) === 1, 120_000);
  await eventually('the run waits', async () => (await engine.store.runs.get(run))?.waitingFor.length === 1);
  const onTheWay = { state: { $in: ['pending', 'sending'] } };
  const { letters, mails } = engine.store;
  await eventually('all post is out', async () => (await letters.count(onTheWay)) + (await mails.count(onTheWay)) === 0);
}, 180_000);
afterAll(() => engine.stop());

const task = (risk: string) => `${run}/reassess/${risk}/1`;
const statusOf = async (id: string) => (await engine.client.workflow.getHandle(id).describe()).status.name;

type Backup = Map<string, Record<string, unknown>[]>;
const database = () => engine.store.connection.db;

async function backUp(): Promise<Backup> {
  const names = (await database()?.listCollections().toArray()) ?? [];
  const kept: Backup = new Map();
  for (const { name } of names) kept.set(name, (await database()?.collection(name).find({}).toArray()) ?? []);
  return kept;
}

async function restore(backup: Backup): Promise<void> {
  for (const [name, documents] of backup) {
    await database()?.collection(name).deleteMany({});
    if (documents.length > 0) await database()?.collection(name).insertMany(documents);
  }
}

/** As an operator does it: `temporal workflow terminate --query 'ExecutionStatus="Running"'`. */
async function terminateAll(): Promise<void> {
  await eventually('nothing runs any more', async () => {
    let running = 0;
    for await (const { workflowId } of engine.client.workflow.list({ query: 'ExecutionStatus = "Running"' })) {
      running += 1;
      await engine.client.workflow
        .getHandle(workflowId)
        .terminate('The database was restored.')
        .catch(() => undefined);
    }
    return running === 0;
  });
}

describe('a database that is restored to yesterday while Temporal is of today', () => {
  it('When the workflows are ended and upkeep runs, every open task is asked as the database knows it, and what is lost is asked again', async () => {
    const backup = await backUp();
    await answer(engine, task('OPS-1'), ids.lukas);
    expect((await engine.store.tasks.get(task('OPS-1')))?.state).toBe('done');

    await engine.worker.stop();
    await restore(backup);
    await terminateAll();
    await engine.worker.start();
    const found = await engine.client.workflow.execute('upkeep', { workflowId: 'upkeep-after', taskQueue: 'isms', args: [] });
    // The run is the first to be started again, and may have started its tasks before upkeep comes to them.
    expect(found.runs).toBe(1);
    expect(found.tasks).toBeLessThanOrEqual(2);

    expect(await engine.store.tasks.find({ run })).toMatchObject([{ state: 'open' }, { state: 'open' }]);
    for (const id of [run, task('OPS-1'), task('OPS-2')]) expect([id, await statusOf(id)]).toEqual([id, 'RUNNING']);
  }, 240_000);

  it('When it goes on from there, the answers are taken, the run closes, every chain holds, and nobody got the old mail again', async () => {
    for (const risk of ['OPS-1', 'OPS-2'])
      await eventually(`${risk} is answered`, () => answer(engine, task(risk), ids.lukas).catch(() => undefined));
    await confirm(engine, run);
    expect(await closedRun(engine, run)).toMatchObject({ status: 'closed', outcome: 'complete' });
    for (const { id, seq } of await engine.store.tasks.find({ run }))
      expect(await verifyChain(engine.store, `task/${id}`, seq)).toEqual([]);
    expect(await verifyChain(engine.store, `run/${run}`)).toEqual([]);
    const asked = (await engine.mail.messages()).filter(
      ({ To, Subject }) => To[0]?.Address.startsWith('lukas') && /Reassess|risks/.test(Subject),
    );
    expect(asked).toHaveLength(1);
  }, 240_000);
});
