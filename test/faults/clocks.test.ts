import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Rung } from '../../domain/records/task.ts';
import { findingsIn, historyOf } from '../support/historyChecker.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { startTask } from '../support/tasks.ts';
import { eventually } from '../support/time.ts';
import { type SkippingEngine, startSkippingEngine } from '../support/timeSkipping.ts';

// The worker's clock is an hour ahead of the server's or an hour behind it, and changes sides at every rung. For a server that is moved forward it is the
// same; what becomes of timers when it is moved back is in test/workflows/neverEarly.test.ts.

const hourMs = 3_600_000;
const minuteMs = 60_000;

let engine: SkippingEngine;
let task: string;
let rungs: Rung[];

/** Some Monday to come, so that the days below are working days. */
let monday: string;
const later = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();
const at = (time: string): string => `${monday}T${time}.000Z`;

beforeAll(async () => {
  engine = await startSkippingEngine();
  const now = new Date(engine.now());
  monday = later(now.toISOString(), (((8 - now.getUTCDay()) % 7) + 7) * 24 * hourMs).slice(0, 10);
  await foundOrganization(engine.store, {
    sites: [{ id: 'head-office', name: 'Head office', zone: 'UTC', holidays: [] }],
    mail: { gatherSeconds: 1, quiet: { from: '19:00', to: '07:00' } },
  });
  await engine.store.people.set(ids.martin, { mail: { digest: 'daily', hour: '08:30' } });
  // Letters speak of their run, which is nobody's matter here.
  await engine.store.runs.insert({
    ...{ id: 'riskReview-2026-Q4', process: 'riskReview', key: '2026-Q4', attempt: 1, subject: { period: '2026-Q4' }, period: '2026-Q4' },
    ...{
      status: 'open',
      seq: 0,
      openedAt: engine.now(),
      openedBy: byEngine,
      waitingFor: [],
      settingsVersion: 1,
      definition: 'riskReview@1',
    },
    gates: [],
  });
});
afterAll(() => engine.stop());

const taskNow = async () => {
  const found = await engine.store.tasks.get(task);
  if (found === undefined) throw new Error(`there is no task ${task}`);
  return found;
};
const mailsTo = async (name: string) =>
  (await engine.mail.messages()).filter(({ To }) => To.some(({ Address }) => Address === `${name}@tessel.example`)).length;
const lettersOf = (key: string) => engine.store.letters.find({ task, 'facts.rung': key }, { sort: { person: 1 } });

/** Nobody waits any more for what may go out now. */
const quiet = () =>
  eventually('what may go out is out', async () => {
    const waiting = await engine.store.letters.find({ state: { $in: ['pending', 'sending', 'deferred'] } });
    const isMarked = (await engine.store.mails.count({ state: 'sending' })) === 0;
    return isMarked && waiting.every(({ heldUntil = '' }) => heldUntil > engine.now());
  });

describe('a worker whose clock is an hour ahead or behind', () => {
  it('When it is ahead and something is asked at night, the mail waits for the morning by the server’s clock', async () => {
    await engine.sleepUntil(at('06:30:00'));
    engine.moveClock(hourMs);
    task = await startTask(engine, { risk: 'RSK-1', owner: ids.lukas, runOpenedAt: engine.now() });
    await quiet();
    expect(await mailsTo('lukas')).toBe(0);
    expect(await engine.store.letters.find({ task })).toMatchObject([{ kind: 'opened', state: 'pending', heldUntil: at('07:00:00') }]);
    await engine.sleepUntil(at('07:00:01'));
    await eventually('the mail', async () => (await mailsTo('lukas')) === 1);
    rungs = (await taskNow()).rungs;
    expect(rungs.map(({ key }) => key)).toEqual(['reminder', 'dueToday', 'duePassed', 'late1', 'late2', 'late3']);
  }, 300_000);

  it('When rung after rung comes and it is ahead and behind in turn, each comes at its time by the server’s clock, and is told', async () => {
    for (const [n, { key, at: promised }] of rungs.entries()) {
      engine.moveClock(n % 2 === 0 ? hourMs : -hourMs);
      await engine.sleepUntil(later(promised, -minuteMs));
      expect((await taskNow()).rungs[n]).toMatchObject({ key, state: 'pending' });
      await engine.sleepUntil(later(promised, 1_000));
      const { sentAt = '' } = await eventually(`${key} comes`, async () => {
        const rung = (await taskNow()).rungs[n];
        return rung?.state === 'sent' && rung;
      });
      expect([key, sentAt >= promised && sentAt < later(promised, minuteMs)]).toEqual([key, true]);
      engine.moveClock(n % 2 === 0 ? -hourMs : hourMs);
      // Letters are put after the document of the task says that its rung was reached.
      if (key !== 'duePassed') await eventually(`the letters of ${key}`, async () => (await lettersOf(key)).length > 0);
      await quiet();
    }
    const now = await taskNow();
    expect(now.level).toBe(3);
    expect(now.rungs.map(({ key, at: promised, state }) => [key, promised, state])).toEqual(
      rungs.map(({ key, at: promised }) => [key, promised, 'sent']),
    );
  }, 400_000);

  it('When somebody has a daily mail, it is not sent before its hour by the server’s clock, and there is one', async () => {
    const [late1] = rungs.filter(({ key }) => key === 'late1');
    const hour = `${late1?.at.slice(0, 10)}T08:30`;
    const mails = await engine.store.mails.find({ person: ids.martin });
    expect(mails.map(({ answeredAt = '', digest }) => [answeredAt >= hour, digest])).toEqual([[true, true]]);
  });

  it('When all is over, nobody was told twice, everybody was told, and nothing contradicts the promises', async () => {
    const told = new Map<string, string[]>();
    for (const { key } of rungs)
      told.set(
        key,
        (await lettersOf(key)).map(({ person, state }) => `${person} ${state}`),
      );
    const one = (...people: string[]) => people.map((person) => `${person} accepted`).sort();
    expect(Object.fromEntries(told)).toEqual({
      reminder: one(ids.lukas),
      dueToday: one(ids.lukas),
      duePassed: [],
      late1: one(ids.lukas, ids.martin),
      late2: one(ids.lukas, ids.hanna),
      late3: one(ids.lukas, ids.tove),
    });
    // The last level has made a nonconformity of it, about which somebody is asked meanwhile.
    await eventually('the nonconformity is asked about', () =>
      engine.store.letters.first({ run: { $regex: '^correctiveAction-' }, kind: 'opened', state: 'accepted' }),
    );
    await quiet();
    const mails = await engine.store.mails.find({});
    expect(mails.map(({ state, maybeDuplicate }) => [state, maybeDuplicate])).toEqual(mails.map(() => ['accepted', false]));
    expect(await engine.mail.messages()).toHaveLength(mails.length);
    expect(findingsIn(await historyOf(engine, [], 0))).toEqual([]);
  }, 300_000);
});
