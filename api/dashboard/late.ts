import { groupedBy } from '../../domain/groupedBy.ts';
import type { Day } from '../../domain/records/common.ts';
import type { LateBecause, LateItem, WheelRun } from '../../domain/records/dashboard.ts';
import type { Person } from '../../domain/records/person.ts';
import type { Task } from '../../domain/records/task.ts';
import { isClosed } from '../../domain/rules/task.ts';
import { type Asked, type Looking, saidOf } from './asking.ts';

type People = ReadonlyMap<string, Person>;

const shownItems = 20;

export const isLateNow = ({ state, due }: Asked, now: string): boolean => !isClosed(state) && due < now;

/** What is late, the most urgent first: like tasks of one person in one run are one item, as they are one mail. */
export async function lateOf(looking: Looking, people: People, runs: readonly WheelRun[]): Promise<LateItem[]> {
  const late = looking.tasks.filter((one) => isLateNow(one, looking.now));
  const groups = groupedBy(late, (task) => JSON.stringify([task.run, task.task, waitsFor(task), task.level]));
  const urgent = [...groups.values()].sort(byUrgency).slice(0, shownItems);
  const items = await Promise.all(urgent.map((tasks) => itemOf(looking, people, runs, tasks)));
  return [...items, ...runs.filter(({ state }) => state === 'missing').map((run) => notOpened(looking, run))];
}

const worst = (tasks: readonly Asked[]): Asked => [...tasks].sort((a, b) => (a.due < b.due ? -1 : 1))[0] as Asked;

function byUrgency(a: readonly Asked[], b: readonly Asked[]): number {
  const [one, other] = [worst(a), worst(b)];
  return other.level - one.level || (one.due < other.due ? -1 : 1);
}

/** Whose answer or confirmation it waits for. */
export const waitsFor = ({ state, confirmer, assignee }: Asked): string => (state === 'submitted' ? (confirmer ?? assignee) : assignee);

async function itemOf(looking: Looking, people: People, runs: readonly WheelRun[], tasks: readonly Asked[]): Promise<LateItem> {
  const { calendar, today } = looking;
  const task = worst(tasks);
  const person = people.get(waitsFor(task));
  const [due, promised] = [calendar.dayOf(task.due), calendar.dayOf(task.baselineDue)];
  return {
    ...{ kind: 'tasks', id: task.id, run: task.run, process: task.process, count: tasks.length, due, level: task.level },
    title: saidOf(looking, task, tasks.length, runs),
    ...(tasks.length === 1 && task.about !== undefined && { about: task.about }),
    ...(person !== undefined && { who: { id: person.id, name: person.name } }),
    ...(promised !== due && { promised }),
    workingDaysLate: Math.max(0, calendar.workingDaysUntil(due, today)),
    because: await becauseOf(looking, task, person),
    ...nextOf(task, people),
  };
}

async function becauseOf({ store, today }: Looking, task: Asked, person: Person | undefined): Promise<LateBecause> {
  const hindered = hinderedBy(task, person, today);
  if (hindered !== undefined) return hindered;
  const letters = await store.letters.find({ task: task.id, state: 'accepted' });
  const last = letters
    .map(({ at }) => at)
    .sort()
    .at(-1);
  return { code: 'noAnswer', mails: letters.length, ...(last !== undefined && { last }) };
}

type Hindering = Pick<Task, 'extensions' | 'handOver' | 'undeliverable' | 'state'>;

/** What keeps the answer of this person from coming; undefined where nothing is known to. */
export function hinderedBy(task: Hindering, person: Person | undefined, today: Day): LateBecause | undefined {
  const asked = task.extensions?.find(({ state }) => state === 'asked');
  if (asked !== undefined) return { code: 'asksForTime', until: asked.until };
  if (task.handOver !== undefined) return { code: 'asksHandOver' };
  if (person?.unreachable !== undefined || task.undeliverable)
    return { code: 'unreachable', ...(person?.unreachable !== undefined && { since: person.unreachable.since }) };
  const away = absentUntil(person, today);
  if (away !== undefined) return { code: 'absent', until: away };
  return task.state === 'submitted' ? { code: 'waitsForConfirmation', of: person?.name ?? '' } : undefined;
}

/** The last day of an absence that includes today. */
export const absentUntil = (person: Pick<Person, 'absences'> | undefined, today: Day): Day | undefined =>
  person?.absences.find(({ from, to }) => from <= today && today <= to)?.to;

function nextOf(task: Asked, people: People): Pick<LateItem, 'next'> {
  const [next] = task.rungs.filter(({ state, level }) => state === 'pending' && level > 0).sort((a, b) => (a.at < b.at ? -1 : 1));
  // Whoever is late need not be told what comes.
  const told = next?.told.filter((id) => id !== waitsFor(task)) ?? [];
  if (next === undefined || told.length === 0) return {};
  return { next: { at: next.at, level: next.level, told: told.map((id) => people.get(id)?.name ?? id) } };
}

function notOpened({ calendar, today }: Looking, { id, process, title, promised }: WheelRun): LateItem {
  const workingDaysLate = Math.max(0, calendar.workingDaysUntil(promised.from, today));
  return { kind: 'run', id, process, title, count: 1, due: promised.from, workingDaysLate, level: 0, because: { code: 'notOpened' } };
}
