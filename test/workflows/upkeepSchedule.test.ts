import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeClock, systemNow } from '../../domain/clock.ts';
import { scheduleUpkeep } from '../../worker/preparations.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { foundOrganization } from '../support/organization.ts';
import { eventually } from '../support/time.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
  await foundOrganization(engine.store);
});
afterAll(() => engine.stop());

const clockOf = (speed: number) => makeClock({ speed, origin: systemNow() });
const schedule = () => engine.client.schedule.getHandle('upkeep');
const everyMs = async () => (await schedule().describe()).spec.intervals?.map(({ every }) => every);

describe('the schedule of upkeep', () => {
  it('When the worker starts again with another clock, upkeep comes at the pace of that one', async () => {
    await scheduleUpkeep(engine.client, clockOf(1));
    expect(await everyMs()).toEqual([3_600_000]);
    await schedule().pause('for a while');
    await scheduleUpkeep(engine.client, clockOf(60));
    expect(await everyMs()).toEqual([60_000]);
    expect((await schedule().describe()).state.paused).toBe(true);
  });

  it('When it is due, a pass runs and says what it found', async () => {
    await schedule().unpause();
    await schedule().trigger();
    const [last] = await eventually('a pass', async () => {
      const { recentActions } = (await schedule().describe()).info;
      return recentActions.length > 0 ? recentActions : undefined;
    });
    const id = last?.action.workflow.workflowId ?? '';
    expect(await engine.client.workflow.getHandle(id).result()).toMatchObject({ runs: 0, tasks: 0, letters: 0 });
  });
});
