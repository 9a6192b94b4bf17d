import { openOrFind } from '../activities/openRun.ts';
import { tellScheduler } from '../activities/startOnce.ts';
import type { Calendar } from '../domain/calendar.ts';
import { openingsFrom, opens } from '../domain/openings.ts';
import { periodOf } from '../domain/period.ts';
import type { Actor, Day } from '../domain/records/common.ts';
import type { Schedule, ScheduleDetail } from '../domain/records/schedule.ts';
import { notFound, Refusal } from '../domain/refusal.ts';
import { calendarOf } from '../domain/sites.ts';
import { settingsNow } from '../models/knowledge.ts';
import { chainOf, changeRecord } from '../models/registers.ts';
import { type Scheduled, scheduledBy } from '../workflows/schedules.ts';
import type { Api } from './deps.ts';
import { invalid } from './mount.ts';
import { peopleById } from './taskLines.ts';

export type Planned = { period: string; day: Day };
type Change = { version: number; set: Partial<Schedule>; actor: Actor; event: string; why?: string; key?: string };

const shownOpenings = 10;
const mostAtOnce = 40;

/** @throws Refusal 404 */
export async function scheduleOf({ store }: Api, id: string): Promise<Schedule> {
  const schedule = await store.schedules.get(id);
  if (schedule === undefined) throw notFound();
  return schedule;
}

async function scheduledOf({ store }: Api, schedule: Schedule): Promise<Scheduled> {
  const scheduled = scheduledBy(schedule, await store.schedules.get(schedule.process));
  if (scheduled === undefined) throw notFound();
  return scheduled;
}

/** The calendar of the organization: that of its default site. */
const calendarNow = async ({ store }: Api): Promise<Calendar> => calendarOf(await settingsNow(store), undefined);

export async function detailOf(api: Api, schedule: Schedule): Promise<ScheduleDetail> {
  const calendar = await calendarNow(api);
  const { rhythm, when } = await scheduledOf(api, schedule);
  const today = calendar.dayOf(api.clock.now());
  const next = openingsFrom(calendar, rhythm, today > schedule.since ? today : schedule.since, { count: shownOpenings + 1 });
  const isThere = await hasRun(api, schedule, next.slice(0, 1));
  const people = await peopleById(
    api,
    schedule.waived.map(({ by }) => by.person),
  );
  return {
    ...schedule,
    ...{ zone: calendar.zone, onlyWhenDue: when !== undefined },
    waived: schedule.waived.map((one) => ({ ...one, name: people.get(one.by.person)?.name ?? one.by.person })),
    next: next.filter(({ period }) => !isThere.has(period)).slice(0, shownOpenings),
    missed: await missedBy(api, schedule, calendar),
  };
}

/** Periods whose day has passed, that have neither a run nor a waiver. Where a schedule opens only for what is due, silence is no miss. */
async function missedBy(api: Api, schedule: Schedule, calendar: Calendar): Promise<Planned[]> {
  const { rhythm, when } = await scheduledOf(api, schedule);
  if (when !== undefined && !schedule.paused) return [];
  const yesterday = calendar.dayOf(api.clock.now());
  const past = openingsFrom(calendar, rhythm, schedule.since, { count: 200, to: yesterday }).filter(({ day }) => day < yesterday);
  const there = await hasRun(api, schedule, past);
  return past.filter(({ period }) => !there.has(period) && !schedule.waived.some((waived) => waived.period === period));
}

async function hasRun(api: Api, schedule: Schedule, openings: readonly Planned[]): Promise<Set<string>> {
  const { definition, subject } = await scheduledOf(api, schedule);
  const keyOf = new Map(openings.map(({ period }) => [definition.runKey({ period, ...subject } as never), period]));
  const runs = await api.store.runs.find({ process: definition.key, key: { $in: [...keyOf.keys()] } });
  return new Set(runs.map(({ key }) => keyOf.get(key) ?? ''));
}

/** The same change sent again, by its key, is the one that was made. @throws Refusal 404, 409 `stale` */
export async function changeSchedule(api: Api, id: string, { why, ...change }: Change) {
  const now = await scheduleOf(api, id);
  const isMade = change.key !== undefined && (await isMadeBy(api, id, change.version, change.key));
  if (now.version !== change.version && !isMade)
    throw new Refusal(409, 'stale', `Somebody has changed the schedule since you read it (version ${change.version}, now ${now.version}).`);
  const { store, clock, client } = api;
  const changed = await changeRecord(store, { register: 'schedules', id, at: clock.now(), ...change, ...(why !== undefined && { why }) });
  await tellScheduler(client);
  return detailOf(api, changed);
}

const isMadeBy = async ({ store }: Api, id: string, version: number, key: string): Promise<boolean> =>
  (await store.trail.first({ chain: chainOf('schedules', id), seq: version + 1 }))?.data.key === key;

/** Opens the run of the current period, or says which one is there. */
export async function trigger(api: Api, id: string, actor: Actor): Promise<{ period: string; run: string }> {
  const schedule = await scheduleOf(api, id);
  const { rhythm } = await scheduledOf(api, schedule);
  const calendar = await calendarNow(api);
  const period = periodOf(calendar.dayOf(api.clock.now()), rhythm.every);
  if (!opens(rhythm, period)) throw new Refusal(409, 'notNow', `${period} is opened by ${schedule.process}, whose cadence it falls on.`);
  return open(api, schedule, period, actor);
}

/** @throws Refusal 422 `invalid` with the path of the day that is wrong */
export async function backfill(api: Api, id: string, { from, to }: { from: Day; to: Day }, actor: Actor) {
  const schedule = await scheduleOf(api, id);
  const calendar = await calendarNow(api);
  const today = calendar.dayOf(api.clock.now());
  if (from > to) throw invalid(422, [{ path: 'to', message: `is before ${from}` }]);
  if (to > today) throw invalid(422, [{ path: 'to', message: `is after today, ${today}` }]);
  const openings = openingsFrom(calendar, (await scheduledOf(api, schedule)).rhythm, from, { count: mostAtOnce + 1, to });
  if (openings.length > mostAtOnce) throw invalid(422, [{ path: 'from', message: `covers more than ${mostAtOnce} openings` }]);
  const opened: { period: string; run: string }[] = [];
  for (const { period } of openings) opened.push(await open(api, schedule, period, actor));
  return opened;
}

async function open(api: Api, schedule: Schedule, period: string, actor: Actor): Promise<{ period: string; run: string }> {
  const { definition, subject } = await scheduledOf(api, schedule);
  const request = { process: definition.key, subject: { period, ...subject }, actor, startedBy: `schedules/${schedule.id}` };
  return { period, run: await openOrFind(api.openRun, request) };
}

/** @throws Refusal 422 `invalid` when the period was not missed, 409 `stale` */
export async function waivePeriod(
  api: Api,
  id: string,
  { period, reason, version, actor, key }: { period: string; reason: string; version: number; actor: Actor; key?: string },
) {
  const schedule = await scheduleOf(api, id);
  if (key !== undefined && (await isMadeBy(api, id, version, key))) return detailOf(api, schedule);
  const missed = await missedBy(api, schedule, await calendarNow(api));
  if (!missed.some((one) => one.period === period))
    throw invalid(422, [{ path: 'period', message: 'was not missed, or is waived already' }]);
  const waived = [...schedule.waived, { period, reason, by: actor, at: api.clock.now() }];
  return changeSchedule(api, id, { version, set: { waived }, actor, event: 'waived', why: reason, ...(key !== undefined && { key }) });
}
