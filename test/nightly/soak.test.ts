import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Clock, makeClock, toMs } from '../../domain/clock.ts';
import { chance as chanceOf, seedOfTheDay } from '../support/chance.ts';
import { findingsIn, historyOf } from '../support/historyChecker.ts';
import { unlessAway } from '../support/soak/away.ts';
import { type Fault, faults, upkeep } from '../support/soak/faults.ts';
import { People } from '../support/soak/people.ts';
import { moreRisks, type Soaked, startSoaked } from '../support/soak/soaked.ts';
import { longestHistories, type Sizes, unreplayable, watchMemory } from '../support/soak/watch.ts';
import { eventually } from '../support/time.ts';

// A year of the product as an operator runs it, in seven minutes, with people who work, and faults that are drawn by chance. What the clock does to the
// machine is not what a real year does: where it is busy, rungs are late and recorded as missed. Nothing may be lost or doubled all the same.

const speed = 75_000;
const [begin, end] = ['2026-12-28T07:00:00.000Z', '2027-12-31T07:00:00.000Z'];
const quarters = ['2027-Q1', '2027-Q2', '2027-Q3', '2027-Q4'];
/** From here on worker and API are left alone, so that their memory can be compared. */
const steadyFrom = '2027-09-15T00:00:00.000Z';

let soaked: Soaked;
let people: People;
let clock: Clock;
let sizes: Sizes;
let cuts = 0;
const chance = chanceOf(seedOfTheDay('soak'));
const happened = new Map<string, number>();

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const isBefore = (instant: string): boolean => clock.now() < instant;
const period = (): string => `${clock.now().slice(0, 4)}-Q${Math.ceil(Number(clock.now().slice(5, 7)) / 3)}`;

beforeAll(async () => {
  soaked = await startSoaked({ speed, start: begin });
  const organization = await soaked.store.organization.get('organization');
  clock = makeClock({ speed, origin: organization?.createdAt ?? '', start: begin });
  await moreRisks(soaked, 60);
  people = await People.of(soaked, chance);
}, 300_000);
afterAll(() => soaked.stop(), 120_000);

async function work(): Promise<void> {
  while (isBefore(end)) {
    await people.act().catch(unlessAway);
    await sleep(400);
  }
}

async function misfortune(): Promise<void> {
  while (isBefore(end)) {
    await sleep(chance.between(3_000, 8_000));
    const fault: Fault = chance.oneOf(faults);
    if (fault.beginsAnew === true && !isBefore(steadyFrom)) continue;
    say(`${clock.now().slice(0, 10)} ${fault.name}`);
    cuts += fault.cuts;
    happened.set(fault.name, (happened.get(fault.name) ?? 0) + 1);
    await fault.happen({ soaked, chance, people, period }).catch(unlessAway);
  }
}

/** Nothing on its way any more; what is held back for its time is no concern. */
async function atRest(): Promise<void> {
  await soaked.mail.setRules([]);
  await eventually('the API answers', async () => (await fetch(`${soaked.running.api}/readyz`).catch(unlessAway))?.status === 200);
  await people.settle();
  await upkeep(soaked);
}

const about = (sentence: string): string => {
  const told = people.told.get(sentence.split(' ')[0] ?? '');
  return told === undefined ? '' : ` (${told})`;
};

/** Time goes on while all of it is read: what is only half read is read again, what is wrong stays wrong. */
async function findings(): Promise<string[]> {
  let found: string[] = [];
  for (const until = performance.now() + 120_000; performance.now() < until; await sleep(2_000)) {
    found = findingsIn(await historyOf(soaked, people.operations, cuts));
    if (found.length === 0) return [];
  }
  return found.map((sentence) => `${sentence}${about(sentence)}`);
}

describe('a year in which servers, mail and operators fail', () => {
  it('When it is lived through', async () => {
    const watched = watchMemory(soaked);
    await Promise.all([work(), misfortune()]);
    await watched.stop();
    sizes = watched.sizes;
    say(`${[...happened].map(([name, times]) => `${times} x ${name}`).join(', ')}`);
    expect(happened.size).toBeGreaterThan(8);
  }, 600_000);

  it('When all is back, every quarter had one review, and several hundred tasks', async () => {
    await atRest();
    const runs = await soaked.store.runs.find({ process: 'riskReview', period: { $in: quarters } });
    expect(runs.map((run) => run.period).sort()).toEqual(quarters);
    const tasks = await soaked.store.tasks.find({});
    say(
      `${tasks.length} tasks ${tally(tasks.map(({ state }) => state))}, levels ${tally(tasks.map(({ level }) => level))}; ${people.operations.length} operations`,
    );
    expect(tasks.length).toBeGreaterThan(250);
  }, 240_000);

  it('When all is back, nothing contradicts the promises, and the trail holds', async () => {
    expect(await findings()).toEqual([]);
    expect((await soaked.stack.fourstroke('verify')).code).toBe(0);
  }, 240_000);

  it('When rungs came, none came before its time, except to those whom no mail reached', async () => {
    const unreached = new Set((await soaked.store.trail.find({ event: 'undeliverable' })).map(({ chain }) => chain));
    const reachable = (await soaked.store.tasks.find({})).filter(({ id }) => !unreached.has(`task/${id}`));
    const early = reachable.flatMap(({ id, rungs }) =>
      rungs.filter(({ at, sentAt }) => sentAt !== undefined && toMs(sentAt) < toMs(at)).map(({ key }) => `${key} of ${id}`),
    );
    expect(early).toEqual([]);
  }, 60_000);

  it('When a worker that knows nothing of them takes them over, all workflows go the way they went', async () => {
    expect(await unreplayable(soaked)).toEqual([]);
  }, 240_000);

  it('When the year is over, no history has grown beyond its bounds', async () => {
    const longest = await longestHistories(soaked);
    say(JSON.stringify(longest));
    for (const [type, { events }] of Object.entries(longest)) expect([type, events < (bounds[type] ?? 200)]).toEqual([type, true]);
  }, 60_000);

  it('When the year is over, worker and API have not grown since autumn', () => {
    for (const name of ['worker', 'api'] as const) {
      const [all = []] = [...sizes[name].values()].slice(-1);
      const third = Math.floor(all.length / 3);
      const [before, after] = [median(all.slice(third, 2 * third)), median(all.slice(2 * third))];
      say(
        `${name}: ${all[0]} MB at its start, ${before} MB, ${after} MB at the end; at most ${Math.max(...[...sizes[name].values()].flat())} MB`,
      );
      expect([name, after < 1.2 * before]).toEqual([name, true]);
      expect([name, Math.max(...[...sizes[name].values()].flat()) < mostMb]).toEqual([name, true]);
    }
  });
});

const tally = (all: readonly (string | number)[]): string =>
  [...new Set(all)].map((one) => `${one}: ${all.filter((other) => other === one).length}`).join(', ');

/** A run has three or four events for each of up to fifty items; a letterbox begins anew when it has become long. */
const bounds: Record<string, number> = { riskReview: 2_000, letterbox: 2_200, scheduler: 400 };
const mostMb = 700;

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
