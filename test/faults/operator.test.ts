import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startRunWorkflow } from '../../activities/openRun.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import { verifyChain } from '../../models/chain.ts';
import { answer, cancelRun, closedRun, confirm } from '../support/answers.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
  await foundOrganization(engine.store);
  await addRisks(engine.store, ids.lukas, ['OPS-1', 'OPS-2']);
});
afterAll(() => engine.stop());

const handle = (id: string) => engine.client.workflow.getHandle(id);
const tasksOf = (run: string, state: string) => engine.store.tasks.count({ run, state });

/** A run with its two tasks open. */
async function open(period: string): Promise<string> {
  const { id } = await engine.openRun({ process: 'riskReview', subject: { period, scope: 'all' }, actor: byEngine });
  await eventually('two tasks', async () => (await tasksOf(id, 'open')) === 2);
  return id;
}

describe('an operator at work in Temporal', () => {
  it('When a task workflow is cancelled there, the task is cancelled and recorded, and its run goes on', async () => {
    const id = await open('2027-Q1');
    const task = `${id}/reassess/OPS-1/1`;
    await handle(task).cancel();
    const now = await eventually('the task is cancelled', async () => {
      const found = await engine.store.tasks.get(task);
      return found?.state === 'cancelled' ? found : undefined;
    });
    expect(now).toMatchObject({ reason: 'Cancelled by an operator in Temporal.', closedBy: { person: 'engine', via: 'engine' } });
    expect(await handle(task).result()).toEqual({ state: 'cancelled', reason: 'Cancelled by an operator in Temporal.' });
    await answer(engine, `${id}/reassess/OPS-2/1`, ids.lukas);
    await confirm(engine, id);
    expect(await closedRun(engine, id)).toMatchObject({ status: 'closed', outcome: 'incomplete' });
  }, 180_000);

  it('When a whole run is cancelled there, its tasks are closed and it is recorded as cancelled', async () => {
    const id = await open('2027-Q2');
    await handle(id).cancel();
    expect(await closedRun(engine, id)).toMatchObject({ status: 'cancelled', reason: 'Cancelled by an operator in Temporal.' });
    expect(await tasksOf(id, 'cancelled')).toBe(2);
  }, 180_000);

  it('When a task is terminated there, its run opens it again from its document and takes the answer', async () => {
    const id = await open('2027-Q3');
    const task = `${id}/reassess/OPS-1/1`;
    const before = await engine.store.tasks.get(task);
    await handle(task).terminate('by mistake');
    const status = async () => (await handle(task).describe()).status.name;
    await eventually('it is at work again', async () => (await status()) === 'RUNNING');
    const answered = await eventually('it takes the answer', () => answer(engine, task, ids.lukas).catch(() => undefined));
    expect(answered).toMatchObject({ state: 'done', version: 2 });
    expect((await engine.store.tasks.get(task))?.due).toBe(before?.due);
    await cancelRun(engine, id);
  }, 240_000);
});

describe('a run whose workflow is gone', () => {
  it('When it is cancelled all the same, it is started again, and every task of before is cancelled with it', async () => {
    const id = await open('2027-Q4');
    await handle(id).terminate('by mistake');
    await handle(`${id}/reassess/OPS-2/1`).terminate('by mistake as well');
    const run = await engine.store.runs.get(id);
    if (run === undefined) throw new Error('the run is there');
    await startRunWorkflow(engine.client, run);
    await cancelRun(engine, id);
    expect(await closedRun(engine, id)).toMatchObject({ status: 'cancelled', reason: 'Opened too early.' });
    await eventually('both tasks are cancelled', async () => (await tasksOf(id, 'cancelled')) === 2);
    for (const task of await engine.store.tasks.find({ run: id }))
      expect(await verifyChain(engine.store, `task/${task.id}`, task.seq)).toEqual([]);
  }, 180_000);
});

describe('what is written down of a run', () => {
  it('When a review is answered, its chain has seven entries: each thing that it waited for begins once and ends once', async () => {
    const id = await open('2028-Q1');
    for (const risk of ['OPS-1', 'OPS-2']) await answer(engine, `${id}/reassess/${risk}/1`, ids.lukas);
    await confirm(engine, id);
    const closed = await closedRun(engine, id);
    const entries = await engine.store.trail.find({ chain: `run/${id}` }, { sort: { seq: 1 } });
    expect(entries.map(({ event, data }) => [event, data.waitingFor ?? '-'].join(' '))).toEqual([
      'opened -',
      'waiting reassess',
      'asked -',
      'waiting ',
      'waiting confirm',
      'waiting ',
      'closed -',
    ]);
    expect(closed).toMatchObject({ status: 'closed', outcome: 'complete', seq: 7 });
  }, 180_000);
});
