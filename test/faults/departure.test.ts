import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDeparture } from '../../activities/startOnce.ts';
import { systemNow } from '../../domain/clock.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Departure } from '../../domain/records/departure.ts';
import { verifyChain } from '../../models/chain.ts';
import { leaving } from '../support/dying.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { findingsIn, historyOf } from '../support/historyChecker.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { workerProcess } from '../support/workerProcess.ts';

const risks = Array.from({ length: 45 }, (_, n) => `RSK-${n + 1}`);
const run = 'riskReview-2026-Q4';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
  await foundOrganization(engine.store);
  await addRisks(engine.store, ids.lukas, risks);
  await engine.openRun({ process: 'riskReview', subject: { period: '2026-Q4', scope: 'all' }, actor: byEngine });
  await eventually('a task for each', async () => (await engine.store.tasks.count({ run, state: 'open' })) === risks.length, 150_000);
  await engine.worker.stop();
}, 300_000);
afterAll(() => engine.stop());

const left = (id: string, more: Partial<Departure> = {}): Departure => ({
  ...{ id, person: ids.lukas, to: ids.marta, roles: 'move', reason: 'He leaves.', by: { person: ids.hanna, via: 'login' } },
  ...{ at: systemNow(), state: 'moving', ...more },
});
const stateOf = async (id: string) => (await engine.store.departures.get(id))?.state;

describe('a worker that is killed while somebody leaves', () => {
  it('When it is killed over the records and again over the tasks, the next one goes on, and everything has moved once', async () => {
    const { store, client } = engine;
    await store.departures.insert(left('departure-killed'));
    await startDeparture(client, 'departure-killed');
    for (const point of leaving) {
      const worker = await workerProcess(engine, { point, standby: true });
      const died = once(worker, 'exit');
      worker.send('work');
      expect([point, (await died)[1]]).toEqual([point, 'SIGKILL']);
      expect([point, await stateOf('departure-killed')]).toEqual([point, 'moving']);
    }
    expect(await store.risks.count({ owner: ids.marta })).toBe(risks.length);
    expect(await store.tasks.count({ run, assignee: ids.marta })).toBeLessThan(risks.length);
    await engine.worker.start();
    await eventually('everything has moved', async () => (await stateOf('departure-killed')) === 'moved', 120_000);

    expect(await store.risks.count({ owner: ids.marta })).toBe(risks.length);
    expect(await store.tasks.count({ run, assignee: ids.marta, state: 'open', assignment: 2 })).toBe(risks.length);
    for (const risk of risks) {
      const [record, task] = [`risks/${risk}`, `task/${run}/reassess/${risk}/1`];
      expect([risk, await store.trail.count({ chain: record, event: 'handedOver' })]).toEqual([risk, 1]);
      expect([risk, await store.trail.count({ chain: task, event: 'handedOver' })]).toEqual([risk, 1]);
      expect([...(await verifyChain(store, record, 2)), ...(await verifyChain(store, task, 2))]).toEqual([]);
    }
    // A task that moved as its worker was killed tells it when its workflow goes on.
    const told = () => store.letters.count({ person: ids.marta, kind: 'reassigned' });
    await eventually('a letter for each task', async () => (await told()) === risks.length);
    const mailed = () => store.letters.count({ person: ids.marta, state: 'accepted' });
    await eventually('Marta has been told all of it', async () => (await mailed()) === risks.length + 1, 150_000);
    const mails = (await engine.mail.messages()).filter(({ To }) => To[0]?.Address.startsWith('marta'));
    expect(mails.map(({ Subject }) => Subject)).toEqual([expect.stringMatching(/45 risks, and 1 more$/)]);
  }, 300_000);

  it('When its workflow was lost, upkeep starts it again, and it comes to its end', async () => {
    await engine.store.departures.insert(left('departure-lost', { person: ids.marta, to: ids.martin }));
    const repaired = await engine.client.workflow.execute('upkeep', { workflowId: 'upkeep-by-hand', taskQueue: 'isms', args: [] });
    expect(repaired).toMatchObject({ departures: 1 });
    await eventually('everything has moved', async () => (await stateOf('departure-lost')) === 'moved', 120_000);
    expect(await engine.store.tasks.count({ run, assignee: ids.martin, state: 'open' })).toBe(risks.length);
  }, 180_000);

  it('When all is over, nothing contradicts the promises', async () => {
    const quiet = async () => (await engine.store.letters.count({ state: { $in: ['pending', 'sending', 'deferred'] } })) === 0;
    await eventually('no post is waiting', quiet, 150_000);
    expect(findingsIn(await historyOf(engine, [], 2))).toEqual([]);
  }, 240_000);
});
