import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import { verifyChain } from '../../models/chain.ts';
import { cancelRun, closedRun } from '../support/answers.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
  await foundOrganization(engine.store);
  await addRisks(
    engine.store,
    ids.lukas,
    Array.from({ length: 60 }, (_, n) => `RSK-${n + 1}`),
  );
});
afterAll(() => engine.stop());

const open = (period: string) => engine.openRun({ process: 'riskReview', subject: { period, scope: 'all' }, actor: byEngine });
const cancel = (run: string) => cancelRun(engine, run);
const tasksOf = (run: string, state?: string) => engine.store.tasks.count({ run, ...(state !== undefined && { state }) });
const closed = (run: string) => closedRun(engine, run);
const running = async (run: string): Promise<string[]> => {
  const found: string[] = [];
  for await (const { workflowId } of engine.client.workflow.list({ query: `Run = '${run}' AND ExecutionStatus = 'Running'` }))
    found.push(workflowId);
  return found;
};

describe('a run that ends early', () => {
  it('When it is cancelled while its batches are still opening tasks, whatever was opened is cancelled and nothing stays at work', async () => {
    const { id } = await open('2026-Q1');
    await eventually('the first tasks', async () => (await tasksOf(id)) > 0);
    expect(await tasksOf(id)).toBeLessThan(60);
    await cancel(id);
    expect(await closed(id)).toMatchObject({ status: 'cancelled', reason: 'Opened too early.', closedBy: { person: ids.hanna } });
    expect(await tasksOf(id, 'cancelled')).toBe(await tasksOf(id));
    await eventually('nothing is at work', async () => (await running(id)).length === 0);
    expect(await verifyChain(engine.store, `run/${id}`)).toEqual([]);
  }, 180_000);

  it('When the next period opens while the earlier one still opens its batches, the earlier closes incomplete and leaves nothing open', async () => {
    const first = await open('2026-Q2');
    await eventually('the first tasks', async () => (await tasksOf(first.id)) > 0);
    const second = await open('2026-Q3');
    expect(await closed(first.id)).toMatchObject({ status: 'closed', outcome: 'incomplete', supersededBy: second.id });
    expect(await tasksOf(first.id, 'superseded')).toBe(await tasksOf(first.id));
    await eventually('all of the second', async () => (await tasksOf(second.id, 'open')) === 60, 120_000);
    await eventually('nothing of the first is at work', async () => (await running(first.id)).length === 0);
    await cancel(second.id);
    await closed(second.id);
  }, 240_000);

  it('When a run has closed, it cannot be cancelled any more, and says so', async () => {
    await expect(cancel('riskReview-2026-Q1')).rejects.toThrow();
    const { id } = await open('2026-Q4');
    await eventually('a task', async () => (await tasksOf(id)) > 0);
    const [one, two] = await Promise.allSettled([cancel(id), cancel(id)]);
    expect([one.status, two.status].sort()).toEqual(['fulfilled', 'rejected']);
    const refused = [one, two].find((answer) => answer.status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ cause: { type: 'closed', message: 'The run is cancelled already.' } });
  }, 180_000);
});
