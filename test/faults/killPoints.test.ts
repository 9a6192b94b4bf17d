import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Command } from '../../domain/rules/taskShape.ts';
import { commandTask } from '../../workflows/engine/messages.ts';
import { points } from '../support/dying.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { findingsIn, historyOf, type Operation } from '../support/historyChecker.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { startTask } from '../support/tasks.ts';
import { eventually } from '../support/time.ts';
import { workerProcess } from '../support/workerProcess.ts';

let engine: Engine;
const operations: Operation[] = [];

beforeAll(async () => {
  engine = await startEngine();
  await foundOrganization(engine.store);
  // Letters speak of their run, which is nobody's matter here: its document is enough.
  const at = engine.clock.now();
  await engine.store.runs.insert({
    ...{ id: 'riskReview-2026-Q4', process: 'riskReview', key: '2026-Q4', attempt: 1, subject: { period: '2026-Q4' }, period: '2026-Q4' },
    ...{
      status: 'open',
      seq: 0,
      openedAt: at,
      openedBy: byEngine,
      waitingFor: [],
      settingsVersion: 1,
      definition: 'riskReview@1',
      gates: [],
    },
  });
});
afterAll(() => engine.stop());

const by = { person: ids.lukas, roles: ['riskOwner'], via: 'login' } as const;
const outcome = { likelihood: 2, consequence: 2, verdict: 'change', reason: 'As discussed.' };

const told = (task: string, kind: string) =>
  eventually(
    `the letter ${kind} is accepted`,
    async () => (await engine.store.letters.find({ task, kind, state: 'accepted' })).length > 0,
    // A killed mail activity is noticed when its heartbeats stay away, and tried again after a pause.
    150_000,
  );

describe('a worker that is killed in the middle of a step (P1, P2, P4, P9)', () => {
  it.each(points.map((point, n) => [point, n] as const))(
    'When it dies %s, the answer is recorded once, and once told',
    async (point, n) => {
      const id = await startTask(engine, { risk: `RSK-K${n}`, owner: ids.lukas });
      await told(id, 'opened');
      await engine.worker.stop();
      const child = await workerProcess(engine, { point });
      const died = once(child, 'exit');
      const key = `kill ${n}`;
      const command: Command = { do: 'complete', by, outcome, key };
      const give = () => engine.client.workflow.getHandle(id).executeUpdate(commandTask, { args: [command], updateId: key });
      // Whoever asked and was not answered asks again with the same key.
      const answered = give().catch(() => eventually('the answer', () => give().catch(() => undefined), 150_000));
      expect((await died)[1]).toBe('SIGKILL');
      await engine.worker.start();
      expect(await answered).toMatchObject({ state: 'done', version: 2 });
      operations.push({ task: id, key, result: 'ok' });
      await engine.client.workflow.getHandle(id).result();
      await told(id, 'outcome');
    },
    360_000,
  );

  it('When all is over, nothing contradicts the promises', async () => {
    expect(operations).toHaveLength(points.length);
    const quiet = async () => (await engine.store.letters.count({ state: { $in: ['pending', 'sending', 'deferred'] } })) === 0;
    await eventually('no post is waiting', quiet, 150_000);
    expect(findingsIn(await historyOf(engine, operations, points.length))).toEqual([]);
  }, 240_000);
});
