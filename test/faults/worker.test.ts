import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemNow, toInstant, toMs } from '../../domain/clock.ts';
import { answer } from '../support/answers.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { startTask } from '../support/tasks.ts';
import { eventually } from '../support/time.ts';

/** A day in three seconds, from a Monday before the working day on: the first rung is two days off. */
const speed = 28_800;
const monday = '2026-10-05T04:00:00.000Z';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine({ speed, start: monday });
  await foundOrganization(engine.store);
});
afterAll(() => engine.stop());

/** A task that is due in the fewest days there are, because its run opened long ago. */
const openTask = (risk: string): Promise<string> =>
  startTask(engine, { risk, owner: ids.lukas, runOpenedAt: engine.clock.toOrganization(toInstant(toMs(systemNow()) - 60_000)) });

describe('a worker that is away while rungs pass', () => {
  it('When it comes back, the missed rungs are recorded, only the latest is sent, and nobody on the way up is left out', async () => {
    const id = await openTask('RSK-901');
    await engine.worker.stop();
    const task = await engine.store.tasks.get(id);
    const late2 = task?.rungs.find((rung) => rung.key === 'late2')?.at ?? '';
    await sleep(Date.parse(engine.clock.toReal(late2)) - Date.parse(systemNow()) + 300);
    await engine.worker.start();
    const after = await eventually('the rungs are recorded', async () => {
      const found = await engine.store.tasks.get(id);
      return found?.level === 2 ? found : undefined;
    });
    expect(after.rungs.map(({ key, state }) => [key, state])).toEqual([
      ['dueToday', 'missed'],
      ['duePassed', 'sent'],
      ['late1', 'missed'],
      ['late2', 'sent'],
      ['late3', 'pending'],
    ]);
    // Letters are put after the document of the task says that its rungs were reached.
    const letters = await eventually('the letters', async () => {
      const found = await engine.store.letters.find({ task: id, kind: { $in: ['dueToday', 'escalation'] } });
      return found.length > 0 ? found : undefined;
    });
    expect(letters.map((letter) => [letter.facts.rung, letter.person]).sort()).toEqual(
      [
        ['late2', ids.hanna],
        ['late2', ids.lukas],
        ['late2', ids.martin],
      ].sort(),
    );
    const [entry] = await engine.store.trail.find({ chain: `task/${id}`, event: 'rung' });
    expect(entry?.data.rungs).toMatchObject([
      { key: 'dueToday', missed: true },
      { key: 'duePassed' },
      { key: 'late1', missed: true },
      { key: 'late2', missed: false },
    ]);
  }, 180_000);
});

describe('an operator who terminates workflows by hand', () => {
  it('When a task is terminated, upkeep starts it again from its document, and it can be answered', async () => {
    const id = await openTask('RSK-902');
    const before = await engine.store.tasks.get(id);
    await engine.client.workflow.getHandle(id).terminate('by mistake');
    const repaired = await engine.client.workflow.execute('upkeep', { workflowId: 'upkeep-by-hand', taskQueue: 'isms', args: [] });
    expect(repaired).toMatchObject({ tasks: 1 });
    const answered = await answer(engine, id, ids.lukas);
    expect(answered).toMatchObject({ state: 'done', version: 2 });
    expect((await engine.store.tasks.get(id))?.due).toBe(before?.due);
  }, 180_000);

  it('When a whole run is terminated, upkeep starts it again and it joins the tasks that are still open', async () => {
    await addRisks(engine.store, ids.lukas, ['RSK-903']);
    const run = await engine.openRun({
      process: 'riskReview',
      subject: { period: '2031-Q1', scope: 'all' },
      actor: { person: ids.hanna, via: 'login' },
    });
    const open = () => engine.store.tasks.find({ run: run.id, state: 'open' });
    const tasks = await eventually('its tasks', async () => ((await open()).length === 3 ? open() : undefined));
    await engine.client.workflow.getHandle(run.id).terminate('by mistake');
    await engine.client.workflow.execute('upkeep', { workflowId: 'upkeep-again', taskQueue: 'isms', args: [] });
    for (const task of tasks) await answer(engine, task.id, ids.lukas);
    await eventually('the confirmation is asked', () => engine.store.tasks.get(`${run.id}/confirm/-/1`));
    expect((await engine.store.trail.find({ chain: `run/${run.id}`, event: 'resumed' })).length).toBe(1);
    // After twelve working days the confirmation is asked without waiting for the last answer.
    await eventually('the judgement is written', async () => (await engine.store.risks.get('RSK-903'))?.lastAssessment?.likelihood === 1);
  }, 180_000);
});
