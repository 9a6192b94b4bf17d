import type { Calendar } from '../../domain/calendar.ts';
import type { Day, Instant } from '../../domain/records/common.ts';
import type { Rung, Task } from '../../domain/records/task.ts';
import { comesBack, duePassed } from '../../domain/rules/taskShape.ts';
import { rungsAround, type Timetable } from '../../domain/timetable.ts';
import { recipientsOf } from '../../models/people.ts';
import type { Store } from '../../models/store.ts';

export type PromisedRung = Omit<Rung, 'state' | 'sentAt'>;
/** What is promised from now on; rungs of before that have not come are withdrawn. */
export type NewTimetable = { due: Instant; rungs: PromisedRung[] };

type People = { assignee: string; accountable: string };
type When = Pick<Rung, 'workingDays' | 'percent'>;
type Named = Pick<Rung, 'key' | 'letter' | 'level' | 'to' | 'nonconformity'>;

/** The rungs of a timetable with the people whom they would tell today, in order. */
export async function promisedRungs(
  store: Store,
  { due, rungs }: { due: Instant; rungs: readonly { rule: Named & When; at: Instant }[] },
  people: People,
): Promise<PromisedRung[]> {
  const promised: PromisedRung[] = [tellsNobody(duePassed, due)];
  for (const { rule, at } of rungs) {
    const { key, letter, level, to, nonconformity, workingDays, percent } = rule;
    const told = (await recipientsOf(store, to, people)).map(({ person }) => person);
    promised.push({
      ...{ key, at, letter, level, to, told },
      ...(workingDays !== undefined && { workingDays }),
      ...(percent !== undefined && { percent }),
      ...(nonconformity !== undefined && { nonconformity }),
    });
  }
  return inOrder(promised);
}

const tellsNobody = (key: string, at: Instant): PromisedRung => ({ key, at, letter: 'none', level: 0, to: [], told: [] });

export const inOrder = <T extends { at: Instant }>(rungs: readonly T[]): T[] =>
  rungs.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

/** The morning after an absence, or after the day until which a task was delegated: it is its owner's again. */
export const comingBack = (calendar: Calendar, until: Day, assignment: number): PromisedRung =>
  tellsNobody(`${comesBack}.${assignment}`, calendar.startOfDay(calendar.addWorkingDays(until, 1)));

const confirming = 'confirm.';
const baseOf = (key: string): string => key.split('+')[0] ?? key;
const generationOf = (key: string): number => Number(key.split('+')[1] ?? 0);

/** Keys of a timetable that is promised anew differ from all before, so that each of its letters is a letter of its own. */
const nextGeneration = (rungs: readonly Rung[]): number => Math.max(...rungs.map(({ key }) => generationOf(key))) + 1;

/** The ladder as it was promised when the task opened, around another due moment, from now on. A ladder that was edited since changes nothing. */
export async function promisedAround(store: Store, task: Task, due: Instant, now: Instant, calendar: Calendar): Promise<NewTimetable> {
  const promised = task.rungs.filter(({ key, letter }) => letter !== 'none' && generationOf(key) === 0 && !key.startsWith(confirming));
  const timetable = { due, rungs: rungsAround(calendar, promised.map(whenOf(task, calendar)), due, now) };
  return generation(nextGeneration(task.rungs), due, await promisedRungs(store, timetable, task));
}

/** Rungs of before it was kept when they come have only their moment. */
const whenOf =
  ({ baselineDue }: Task, calendar: Calendar) =>
  (rung: Rung): Rung =>
    rung.percent === undefined && rung.workingDays === undefined
      ? { ...rung, workingDays: calendar.workingDaysUntil(calendar.dayOf(baselineDue), calendar.dayOf(rung.at)) }
      : rung;

/** The time and the ladder of whoever confirms an answer. */
export async function promisedToConfirmer(store: Store, task: Task, confirmer: string, timetable: Timetable): Promise<NewTimetable> {
  const rungs = await promisedRungs(store, timetable, { assignee: confirmer, accountable: task.accountable });
  const named = rungs.map((rung) => ({ ...rung, key: `${confirming}${rung.key}`, confirming: true }));
  return generation(nextGeneration(task.rungs), timetable.due, named);
}

const generation = (n: number, due: Instant, rungs: PromisedRung[]): NewTimetable => ({
  due,
  rungs: rungs.map((rung) => ({ ...rung, key: `${baseOf(rung.key)}+${n}` })),
});

/** When the answer itself was due, whatever is waited for now. */
export const answerDue = ({ rungs, due }: Task): Instant => rungs.findLast(({ key }) => key.startsWith(duePassed))?.at ?? due;
