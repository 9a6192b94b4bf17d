import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answer } from '../support/answers.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { startTask } from '../support/tasks.ts';
import { eventually } from '../support/time.ts';

let engine: Engine;

/** A day a second, on the server's own clock: skipping time would add events. */
beforeAll(async () => {
  engine = await startEngine({ speed: 86_400 });
  await foundOrganization(engine.store);
});
afterAll(() => engine.stop());

describe('the full ladder of a task', () => {
  it('When all its rungs are reached and it is answered then, its history has six events for each wake beside its own twelve: 48 for all', async () => {
    const id = await startTask(engine, { risk: 'RSK-001', owner: ids.lukas });
    await eventually('the last level', async () => (await engine.store.tasks.get(id))?.level === 3, 150_000);
    await answer(engine, id, ids.lukas);
    const handle = engine.client.workflow.getHandle(id);
    await handle.result();
    const steps = await engine.store.trail.find({ chain: `task/${id}` }, { sort: { seq: 1 } });
    const wakes = steps.filter(({ event }) => event === 'rung');
    // Reminder, due today, due passed and three levels; a busy machine may come to two of them in one wake.
    expect(wakes.flatMap(({ data }) => data.rungs)).toHaveLength(6);
    // 12 without any rung, and six for each wake.
    expect((await handle.fetchHistory()).events).toHaveLength(12 + 6 * wakes.length);
    expect(steps.map(({ event }) => event)).toEqual(['opened', ...wakes.map(() => 'rung'), 'completed']);
  }, 240_000);
});
