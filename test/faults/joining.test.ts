import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import { answer } from '../support/answers.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
  await foundOrganization(engine.store);
});
afterAll(() => engine.stop());

let n = 0;
const upkeep = () => {
  n += 1;
  return engine.client.workflow.execute('upkeep', { workflowId: `upkeep-${n}`, taskQueue: 'isms', args: [] });
};
const handle = (id: string) => engine.client.workflow.getHandle(id);
const references = (prefix: string, count: number) => Array.from({ length: count }, (_, k) => `${prefix}-${k + 1}`);
const isAtWork = async (id: string) => (await handle(id).describe()).status.name === 'RUNNING';

/** A run with this many open tasks, terminated by hand together with `more`, and started again by upkeep. */
async function terminated(period: string, count: number, more: readonly string[] = []): Promise<string> {
  const { id } = await engine.openRun({ process: 'riskReview', subject: { period, scope: 'all' }, actor: byEngine });
  await eventually(`${count} tasks`, async () => (await engine.store.tasks.count({ run: id })) === count, 120_000);
  for (const one of [id, ...more.map((part) => `${id}/${part}`)]) await handle(one).terminate('by mistake');
  expect(await upkeep()).toMatchObject({ runs: 1, tasks: 0 });
  return id;
}

async function answeredAll(run: string): Promise<void> {
  for (const { id } of await engine.store.tasks.find({ run, state: 'open', task: 'reassess' })) await answer(engine, id, ids.lukas);
  await eventually('the confirmation is asked', () => engine.store.tasks.get(`${run}/confirm/-/1`), 150_000);
  const assessed = await engine.store.assessments.count({ run });
  expect(assessed).toBe(await engine.store.tasks.count({ run, task: 'reassess' }));
}

describe('a run that begins again', () => {
  it('When it joins more tasks than a worker has places, the worker still does its other work', async () => {
    await addRisks(engine.store, ids.lukas, references('JOIN', 40));
    const run = await terminated('2026-Q1', 40);
    await eventually('it waits for its tasks', async () => (await engine.store.runs.get(run))?.waitingFor.length === 1);
    expect(await upkeep()).toMatchObject({ runs: 0, tasks: 0 });
    await answeredAll(run);
  }, 240_000);

  it('When one of its batches was terminated as well, the batch is opened again and takes over the tasks that are open', async () => {
    await addRisks(engine.store, ids.lukas, references('MORE', 20));
    const run = await terminated('2026-Q2', 60, ['batch/1']);
    await eventually('the batch is at work', () => isAtWork(`${run}/batch/1`));
    await answeredAll(run);
  }, 300_000);
});
