import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answer } from '../support/answers.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { startTask } from '../support/tasks.ts';
import { eventually } from '../support/time.ts';

let engine: Engine;

/**
 * A day in five seconds, on the server's own clock: skipping time would add events, and two rungs in one wake would save some. Between the morning and
 * the evening of the due day lie two seconds.
 */
beforeAll(async () => {
  engine = await startEngine({ speed: 17_280, start: '2026-10-05T06:00:00.000Z' });
  await foundOrganization(engine.store);
});
afterAll(() => engine.stop());

describe('the full ladder of a task', () => {
  it('When all its rungs are reached and it is answered then, its history has 48 events', async () => {
    // Due on Thursday of the week after the next, and reminded on Tuesday: more than a week is left for the task to open in.
    const id = await startTask(engine, { risk: 'RSK-001', owner: ids.lukas, runOpenedAt: '2026-10-01T06:00:00.000Z' });
    await eventually('the last level', async () => (await engine.store.tasks.get(id))?.level === 3, 300_000);
    await answer(engine, id, ids.lukas);
    const handle = engine.client.workflow.getHandle(id);
    await handle.result();
    // 12 without any rung, and six for each of reminder, due today, due passed and three levels.
    expect((await handle.fetchHistory()).events).toHaveLength(12 + 6 * 6);
    const steps = await engine.store.trail.find({ chain: `task/${id}` }, { sort: { seq: 1 } });
    expect(steps.map(({ event }) => event)).toEqual(['opened', 'rung', 'rung', 'rung', 'rung', 'rung', 'rung', 'completed']);
  }, 420_000);
});
