import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandTask } from '../../workflows/engine/messages.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';

let engine: Engine;

/** Half a day a second, on the server's own clock: skipping time would add events. */
beforeAll(async () => {
  engine = await startEngine({ speed: 43_200 });
  await foundOrganization(engine.store);
  await addRisks(engine.store, ids.lukas, ['RSK-001']);
});
afterAll(() => engine.stop());

describe('the full ladder of a task', () => {
  it('When all its rungs are reached and it is answered then, its history has 48 events', async () => {
    const id = 'riskReview-2026-Q4/reassess/RSK-001/1';
    await engine.client.workflow.start('task', {
      workflowId: id,
      taskQueue: 'isms',
      args: [
        {
          id,
          run: 'riskReview-2026-Q4',
          process: 'riskReview',
          task: 'reassess',
          about: 'RSK-001',
          attempt: 1,
          runOpenedAt: engine.clock.now(),
        },
      ],
    });
    await eventually('the last level', async () => (await engine.store.tasks.get(id))?.level === 3, 120_000);
    const answer = { likelihood: 1, consequence: 1, verdict: 'change', reason: 'At last.' };
    const handle = engine.client.workflow.getHandle(id);
    await handle.executeUpdate(commandTask, {
      args: [{ do: 'complete', by: { person: ids.lukas, roles: [], via: 'login' }, outcome: answer }],
    });
    await handle.result();
    // 12 without any rung, and six for each of reminder, due today, due passed and three levels.
    expect((await handle.fetchHistory()).events).toHaveLength(12 + 6 * 6);
    const steps = await engine.store.trail.find({ chain: `task/${id}` }, { sort: { seq: 1 } });
    expect(steps.map(({ event }) => event)).toEqual(['opened', 'rung', 'rung', 'rung', 'rung', 'rung', 'rung', 'completed']);
  }, 180_000);
});
