import { daysBetween, type Moving, movesOf, standingOf } from '../domain/correctiveLoop.ts';
import { groupedBy } from '../domain/groupedBy.ts';
import { engine } from '../domain/records/common.ts';
import type { CorrectiveLoop, LoopStep, NonconformityDetail, NonconformityLine, Station } from '../domain/records/correctiveLoop.ts';
import type { Nonconformity } from '../domain/records/nonconformity.ts';
import type { TaskLine } from '../domain/records/taskLine.ts';
import { unansweredStates } from '../domain/rules/task.ts';
import { calendarOf } from '../domain/sites.ts';
import { findAny } from '../models/anyOf.ts';
import type { Filter } from '../models/collection.ts';
import { allOf } from '../models/filter.ts';
import { settingsNow } from '../models/knowledge.ts';
import { chainOf } from '../models/registers.ts';
import type { Store } from '../models/store.ts';
import type { Api } from './deps.ts';
import { type Caller, scope } from './policy.ts';
import { spoken } from './spokenTrail.ts';
import { peopleById, taskLines } from './taskLines.ts';

export const openOnes: Filter = { status: { $in: ['candidate', 'accepted'] } };

const atOnce = 100;
const process = 'correctiveAction';

/** What has moved each of them, by the id of the nonconformity. */
async function movesIn(store: Store, ids: readonly string[]): Promise<Map<string, Moving[]>> {
  const moves = new Map<string, Moving[]>();
  for (let n = 0; n < ids.length; n += atOnce) {
    const some = ids.slice(n, n + atOnce);
    const entries = await store.trail.find(
      { chain: { $in: some.map((id) => chainOf('nonconformities', id)) } },
      { sort: { chain: 1, seq: 1 } },
    );
    const byChain = groupedBy(entries, ({ chain }) => chain);
    for (const id of some) moves.set(id, movesOf(byChain.get(chainOf('nonconformities', id)) ?? []));
  }
  return moves;
}

const calendarNow = async (store: Store) => calendarOf(await settingsNow(store), undefined);
type Calendar = Awaited<ReturnType<typeof calendarNow>>;

type Standing = Pick<NonconformityLine, 'station' | 'round' | 'since' | 'ageDays'>;

function standing(one: Nonconformity, moves: readonly Moving[], calendar: Calendar, now: string): Standing {
  const since = calendar.dayOf(one.proposedAt);
  const ended = one.closedAt ?? (one.status === 'declined' ? moves.at(-1)?.at : undefined);
  return { ...standingOf(one, moves), since, ageDays: daysBetween(since, calendar.dayOf(ended ?? now)) };
}

/** How old each of them is, where it stands, and whose answer it waits for. */
export async function nonconformityLines(api: Api, caller: Caller, found: readonly Nonconformity[]): Promise<NonconformityLine[]> {
  const { store, clock } = api;
  const ids = found.map(({ id }) => id);
  const [calendar, moves, asked, people] = await Promise.all([
    calendarNow(store),
    movesIn(store, ids),
    askedAbout(api, caller, ids),
    peopleById(
      api,
      found.map(({ owner }) => owner),
    ),
  ]);
  return found.map((one) => {
    const { id, title, status, grade, source, owner, hardDate } = one;
    return {
      ...{ id, title, status, grade, kind: source.kind, owner, ownerName: people.get(owner)?.name ?? owner, hardDate },
      ...standing(one, moves.get(id) ?? [], calendar, clock.now()),
      asked: asked.get(id)?.[0],
    };
  });
}

/** What is asked about each of them now, the first due first; of it, what this reader may see. */
async function askedAbout(api: Api, caller: Caller, ids: readonly string[]): Promise<Map<string, TaskLine[]>> {
  const { store } = api;
  const about = { process, state: { $in: [...unansweredStates, 'submitted'] }, about: { $in: [...ids] } };
  const tasks = await findAny(store.tasks, allOf(about, await scope(caller, 'tasks', store)), { sort: { due: 1, _id: 1 } });
  const lines = await taskLines(api, caller.person.language, tasks);
  return groupedBy(lines, ({ about: id }) => id ?? '');
}

/** How many stand where, and the oldest that is open. */
export async function correctiveLoop({ store, clock }: Api, caller: Caller): Promise<CorrectiveLoop> {
  const own = await scope(caller, 'nonconformities', store);
  const [calendar, open, closed, declined] = await Promise.all([
    calendarNow(store),
    store.nonconformities.find(allOf(own, openOnes), { sort: { proposedAt: 1 } }),
    store.nonconformities.count(allOf(own, { status: 'closed' })),
    store.nonconformities.count(allOf(own, { status: 'declined' })),
  ]);
  const moves = await movesIn(
    store,
    open.map(({ id }) => id),
  );
  const stations = groupedBy(open, (one): Station => standingOf(one, moves.get(one.id) ?? []).station);
  const [oldest] = open;
  return {
    today: calendar.dayOf(clock.now()),
    ...{ open: open.length, candidates: open.filter(({ status }) => status === 'candidate').length, closed, declined },
    ...(oldest !== undefined && { oldest: { id: oldest.id, ageDays: standing(oldest, [], calendar, clock.now()).ageDays } }),
    stations: [...stations].map(([station, there]) => ({ station, open: there.length })),
  };
}

/** One nonconformity with all that has moved it. */
export async function nonconformityDetail(api: Api, caller: Caller, record: Nonconformity): Promise<NonconformityDetail> {
  const { store, clock } = api;
  const [calendar, entries, asked, run] = await Promise.all([
    calendarNow(store),
    spoken(store, chainOf('nonconformities', record.id)),
    askedAbout(api, caller, [record.id]),
    store.runs.first({ process, key: record.id }, { sort: { attempt: -1 } }),
  ]);
  const moves = movesOf(entries);
  const people = await peopleById(
    api,
    moves.map(({ by }) => by.person),
  );
  const why = new Map(entries.map(({ seq, texts }) => [seq, texts.why ?? texts.ismsChangeReason]));
  const finding = await findingOf(store, record);
  return {
    record,
    today: calendar.dayOf(clock.now()),
    ...standing(record, moves, calendar, clock.now()),
    steps: moves.map(({ seq, ...step }) => ({ ...step, ...saidBy(step, people), why: why.get(seq) ?? reasonOf(record, step) })),
    asked: asked.get(record.id) ?? [],
    ...(finding !== undefined && { finding }),
    run: record.run ?? run?.id,
  };
}

const saidBy = ({ by }: Pick<LoopStep, 'by'>, people: ReadonlyMap<string, { name: string }>): { name?: string } =>
  by.person === engine.person ? {} : { name: people.get(by.person)?.name ?? by.person };

/** A verdict has its reason in the record. */
const reasonOf = ({ effectiveness = [] }: Nonconformity, { event, round }: Pick<LoopStep, 'event' | 'round'>): string | undefined =>
  event === 'judged' ? effectiveness.find((one) => one.round === round)?.reason : undefined;

async function findingOf(store: Store, { source }: Nonconformity): Promise<NonconformityDetail['finding']> {
  if (source.kind !== 'audit' || source.subject === undefined) return undefined;
  const finding = await store.auditFindings.get(source.subject);
  return finding && { id: finding.id, audit: finding.audit };
}
