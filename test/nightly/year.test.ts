import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalize } from 'json-canonicalize';
import { type Clock, makeClock, toInstant, toMs } from '../../domain/clock.ts';
import { idOf } from '../../domain/example/people.ts';
import type { Instant } from '../../domain/records/common.ts';
import type { Cycle, CycleReport } from '../../domain/records/cycle.ts';
import type { Letter } from '../../domain/records/letter.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import { paceOfThisMachine } from '../../stack/demo/pace.ts';
import { findingsIn, historyOf } from '../support/historyChecker.ts';
import { upkeep } from '../support/soak/faults.ts';
import { type Soaked, startSoaked } from '../support/soak/soaked.ts';
import { eventually } from '../support/time.ts';
import { failing } from '../support/year/checking.ts';
import { Desks } from '../support/year/desks.ts';
import { leftOut } from '../support/year/planning.ts';
import { chainsOf, gatesAtClosing, happenedAt, reportRead, type Year } from '../support/year/reading.ts';
import { Staff } from '../support/year/staff.ts';
import { gone, leaver, play, until, whileItStandsStill } from '../support/year/story.ts';

// A year of the example organization in a quarter of an hour, or longer where the machine is busy: people answer what they are asked, in time or late, and
// the story goes wrong where it says so. How late anything is depends on the machine; what is counted does not: it has to be what the trail says.

/** As fast as the machine lets people be: half a day a second, slower where it is busy. */
const speed = paceOfThisMachine();
const begin = '2026-11-27T07:00:00.000Z';
const cycle = 'CYC-001';
const run = 'pdcaCycle-2027';
/** First and last instant of the year in Freiburg. */
const span = { from: '2026-12-31T23:00:00.000Z', to: '2027-12-31T22:59:59.999Z' };
const dayMs = 86_400_000;
const onTheirWay = { state: { $in: ['pending', 'sending'] } };
/** Mails that were on their way when the worker was killed. */
const cuts = 5;

let soaked: Soaked;
let clock: Clock;
let staff: Staff;
let working: Promise<void>;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const hanna = idOf('hanna');

beforeAll(async () => {
  soaked = await startSoaked({ speed, start: begin });
  const { store } = soaked;
  const organization = await store.organization.get('organization');
  clock = makeClock({ speed, origin: organization?.createdAt ?? '', start: begin });
  staff = new Staff({ store, clock, desks: await Desks.for(() => soaked.running.api, store), manager: hanna });
  working = staff.work();
  // Heard of below: while the year is lived through, and when they go home.
  working.catch(() => undefined);
}, 300_000);
afterAll(async () => {
  staff.goHome();
  await soaked.stop();
  await working;
}, 120_000);

const trail = (filter: Record<string, unknown> = {}): Promise<TrailEntry[]> => soaked.store.trail.find(filter, { sort: { at: 1 } });
const eventsOf = async (chain: string) => (await soaked.store.trail.find({ chain }, { sort: { seq: 1 } })).map(({ event }) => event);

async function theCycle(): Promise<Cycle> {
  const found = await soaked.store.cycles.get(cycle);
  if (found === undefined) throw new Error(`there is no ${cycle}`);
  return found;
}

/** To the end of the report on the year. */
async function livesThrough(): Promise<void> {
  await play({ soaked, clock, staff }, (what) => say(`${clock.now().slice(0, 10)} ${what}`));
  await until({ clock }, '2028-01-05T07:00:00.000Z');
  await eventually('somebody has looked back on the year', async () => (await theCycle()).status === 'closed', 60_000);
}

const isSame = (one: unknown, other: unknown): boolean => canonicalize(one) === canonicalize(other);

const tally = (all: readonly string[]): string =>
  [...new Set(all)].map((one) => `${one}: ${all.filter((other) => other === one).length}`).join(', ');

/** How often a gate was counted is in the trail, how it stands while its run is open is not. */
const counted = ({ phases, tasks, nonconformities }: CycleReport) => ({
  ...{ tasks, nonconformities },
  phases: phases.map(({ gates, ...phase }) => ({
    ...phase,
    gates: gates.map(({ gate, held, broken }) => ({ gate, counted: held + broken })).sort((a, b) => (a.gate < b.gate ? -1 : 1)),
  })),
});

/** Of gates that were recorded when their runs closed the report has at least as many, held and broken. */
function expectGates({ phases }: CycleReport, entries: readonly TrailEntry[], year: Year): void {
  const recorded = gatesAtClosing(chainsOf(entries), year);
  for (const { phase, gates } of phases)
    for (const { gate, held, broken } of gates) {
      const own = recorded.filter((one) => one.phase === phase && one.gate === gate);
      const isThere = held >= own.filter(({ passed }) => passed).length && broken >= own.filter(({ passed }) => !passed).length;
      expect({ phase, gate, isThere }).toEqual({ phase, gate, isThere: true });
    }
}

describe('a year of the example organization, in which servers fail and people leave', () => {
  it('When it is lived through, everything that was asked could be answered', async () => {
    await Promise.race([livesThrough(), working]);
    const tasks = await soaked.store.tasks.find({});
    say(`${tasks.length} tasks ${tally(tasks.map(({ state }) => state))}; ${tally(tasks.map(({ process }) => process))}`);
    say(`levels ${tally(tasks.map(({ level }) => String(level)))}; ${tally(staff.operations.map(({ result }) => result))}`);
    expect(staff.unfit).toEqual([]);
    await upkeep(soaked);
  }, 4_800_000);

  it('When the plan came back once and was approved before the year began, everything in it began, or it is said why not', async () => {
    expect(await eventsOf(`cycles/${cycle}`)).toEqual(
      expect.arrayContaining(['opened', 'planned', 'returned', 'planned', 'approved', 'counted', 'closed']),
    );
    expect((await theCycle()).approvedAt?.slice(0, 7)).toBe('2026-12');
    const planned = await soaked.store.plannedRuns.find({ cycle });
    say(`${planned.length} planned runs ${tally(planned.map(({ status }) => status))}`);
    expect(planned.length).toBeGreaterThan(25);
    const isOpen = planned.filter(({ status }) => status === 'planned' || status === 'missing');
    expect(isOpen.map(({ process, key }) => `${process} ${key}`)).toEqual([]);
    expect(planned.filter(({ status }) => status === 'waived').map(({ process, key }) => [process, key])).toEqual([
      [leftOut.process, leftOut.period],
    ]);
    const reviews = planned.filter(({ process, status }) => process === 'riskReview' && status === 'opened').map(({ key }) => key);
    expect(reviews.filter((key) => key.includes('Q')).sort()).toEqual(['2027-Q1', '2027-Q2', '2027-Q3', '2027-Q4']);
  });

  it('When an incident is reported, what is done about it fails once, goes back to the plan, and is closed when another person says that it works', async () => {
    const incident = await soaked.store.nonconformities.first({ 'source.kind': 'incident' });
    const again = ['planned', 'planApproved', 'implemented', 'judged'];
    const events = (await eventsOf(`nonconformities/${incident?.id}`)).filter((event) => event !== 'missed' && event !== 'handedOver');
    expect(events).toEqual(['reported', 'accepted', 'corrected', 'analysed', ...again, ...again, 'closed']);
    expect(incident?.effectiveness?.map(({ verdict, by }) => [verdict, by.person])).toEqual([
      ['ineffective', idOf('beatriz')],
      ['effective', idOf('beatriz')],
    ]);
  });

  it('When a check finds that a control does not work, it counts for nothing, the correction is accepted and its risks are judged again, until it works', async () => {
    const checks = (await soaked.store.trail.find({ chain: `controls/${failing}`, event: 'checked' }, { sort: { seq: 1 } })).map(
      ({ data }) => (data.set as { effectiveness: string }).effectiveness,
    );
    expect(checks[0]).toBe('ineffective');
    expect(new Set(checks.slice(1))).toEqual(new Set(['effective']));
    const failed = await soaked.store.nonconformities.first({ 'source.kind': 'failedCheck' });
    const proposal = await soaked.store.proposals.first({ about: failed?.id ?? '', process: 'correctiveAction' });
    expect(proposal).toMatchObject({ status: 'accepted', to: hanna });
    expect(await soaked.store.runs.get(`correctiveAction-${failed?.id}`)).toMatchObject({ startedBy: `proposal-${proposal?.id}` });
    const judgedAgain = await soaked.store.runs.find({ process: 'targetedRiskReview', 'subject.because': failed?.id });
    expect(judgedAgain.length).toBeGreaterThan(0);
  });

  it('When somebody leaves in the middle of a review, their work is answered by whoever takes it over', async () => {
    const departure = await soaked.store.departures.first({ person: idOf(leaver.who) });
    expect(departure).toMatchObject({ state: 'moved', to: idOf(leaver.to), left: [] });
    const moved = await soaked.store.tasks.find({ id: { $in: departure?.tasks ?? [] } });
    expect(moved.filter(({ answeredBy }) => answeredBy?.person === idOf(leaver.to)).length).toBeGreaterThan(0);
    const asLeft = await trail({ 'actor.person': idOf(leaver.who), at: { $gt: departure?.at ?? '' } });
    expect(asLeft.map(({ chain, event }) => `${chain} ${event}`)).toEqual([]);
  });

  it('When the relay is gone for a month, no mail arrives and nothing waits for it; then all of it does', async () => {
    const { from, to } = gone.relay;
    const quiet = { $gt: toInstant(toMs(from) + dayMs), $lt: to };
    expect(await soaked.store.mails.count({ state: 'accepted', answeredAt: quiet })).toBe(0);
    expect(await soaked.store.trail.count({ event: 'completed', at: quiet })).toBeGreaterThan(5);
    const letters = await soaked.store.letters.find({ at: quiet });
    say(`${letters.length} letters while the relay was gone ${tally(letters.map(({ state }) => state))}`);
    expect(letters.filter(({ state }) => state === 'accepted').length).toBeGreaterThan(5);
    expect(letters.filter(({ state }) => state !== 'accepted' && state !== 'suppressed')).toEqual([]);
  });

  it('When the worker is away for three weeks, nothing happens in them; then the trail says what was missed, and the review of the quarter is held', async () => {
    const { from, to } = gone.worker;
    const away = { $gt: toInstant(toMs(from) + dayMs), $lt: to };
    expect(await soaked.store.trail.count({ chain: { $regex: '^task/' }, at: away })).toBe(0);
    const rungs = (await trail({ event: 'rung', at: { $gte: to } })).flatMap(
      ({ data }) => data.rungs as { promised: Instant; missed: boolean }[],
    );
    expect(rungs.filter(({ promised, missed }) => missed && promised > from && promised < to).length).toBeGreaterThan(0);
    expect(await soaked.store.runs.get('riskReview-2027-Q4')).toMatchObject({ status: 'closed' });
  });
});

describe('the report on that year', () => {
  /** Time went on between its instant and the moment at which all of it was read: somewhere in these days the trail stood as it was counted. */
  it('When it was counted at the end of the year, its numbers were what the trail said', async () => {
    const { report } = await theCycle();
    if (report === undefined) throw new Error('nobody has counted the year');
    say(JSON.stringify(report));
    const entries = await trail();
    const stoodOn = (instant: Instant) =>
      reportRead(
        entries.filter((entry) => happenedAt(entry) <= instant),
        cycle,
        { ...span, at: report.at },
      );
    const near = (days: number) => toInstant(toMs(report.at) + days * dayMs);
    const instants = [...new Set(entries.map(({ at }) => at).filter((at) => at > near(-2) && at < near(3)))];
    const same = [report.at, ...instants].find((instant) => isSame(counted(report), stoodOn(instant)));
    if (same === undefined) expect(counted(report)).toEqual(stoodOn(report.at));
    expect(same).toBeDefined();
    expectGates(
      report,
      entries.filter(({ at }) => at < near(-2)),
      { ...span, at: report.at },
    );
  });

  it('When it is counted now, its numbers are what the trail says now', async () => {
    const progress = async () => {
      const { body } = await staff.insist(hanna, { method: 'GET', path: `/cycles/${cycle}/progress` });
      return body.report as CycleReport;
    };
    let last: { report: unknown; read: unknown } = { report: undefined, read: undefined };
    // What comes between the two is in the one and not in the other; then it is counted again.
    for (const end = performance.now() + 60_000; performance.now() < end; await sleep(500)) {
      const report = await progress();
      const entries = await trail();
      const year = { ...span, at: report.at };
      last = { report: counted(report), read: reportRead(entries, cycle, year) };
      if (!isSame(last.report, last.read)) continue;
      expectGates(report, entries, year);
      break;
    }
    expect(last.report).toEqual(last.read);
  }, 90_000);

  it('When something was done in time, late, reminded, escalated, put off, waived and planned in vain, there is a number for it', async () => {
    const { report } = await theCycle();
    const { tasks, nonconformities, phases } = report ?? { tasks: {}, nonconformities: {}, phases: [] };
    const most = [tasks, nonconformities].flatMap((numbers) => Object.entries(numbers)).filter(([name]) => name !== 'ahead');
    expect(most.filter(([, number]) => [number].flat().some((one) => one === 0)).map(([name]) => name)).toEqual([]);
    expect(phases.reduce((sum, { waived }) => sum + waived, 0)).toBe(1);
    expect(phases.reduce((sum, { missing, ahead }) => sum + missing + ahead, 0)).toBe(0);
  });

  it('When the year came to its end, the second cycle began with what the first one left, and what it planned begins', async () => {
    expect(await soaked.store.runs.get('pdcaCycle-2028')).toMatchObject({ status: 'open', startedBy: run });
    expect(await theCycle()).toMatchObject({ status: 'closed', carriedOver: expect.stringContaining('restore') });
    expect(await soaked.store.cycles.first({ period: '2028' })).toMatchObject({ status: 'active' });
    await eventually('its first review', () => soaked.store.runs.get('riskReview-2028-Q1'), 60_000);
    await eventually('its cycle has noticed', async () => {
      const planned = await soaked.store.plannedRuns.first({ process: 'riskReview', key: '2028-Q1' });
      return planned?.status === 'opened';
    });
  }, 120_000);
});

describe('what is left of that year', () => {
  it('When all of it is looked at, nothing contradicts the promises, and the trail holds', async () => {
    let found: string[] = [];
    // It stands still in the middle of something: what is only half done is done when it is looked at again, what is wrong stays wrong.
    for (const end = performance.now() + 120_000; performance.now() < end; await sleep(500)) {
      const looksFrom = clock.now();
      const before = { ...onTheirWay, at: { $lt: looksFrom } };
      await eventually('mail of before is out', async () => (await soaked.store.letters.count(before)) === 0).catch(async (failure) => {
        say(JSON.stringify(await soaked.store.letters.find(before), undefined, 1));
        throw failure;
      });
      const { letters, ...history } = await whileItStandsStill(soaked, () => historyOf(soaked, [...staff.operations], cuts));
      const isOnItsWay = ({ state, at }: Letter) => onTheirWay.state.$in.includes(state) && at >= looksFrom;
      found = findingsIn({ ...history, letters: letters.filter((letter) => !isOnItsWay(letter)) });
      if (found.length === 0) break;
    }
    expect(found).toEqual([]);
    expect((await soaked.stack.fourstroke('verify')).code).toBe(0);
  }, 240_000);
});
