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
type Named = Pick<Rung, 'key' | 'letter' | 'level' | 'to' | 'nonconformity'>;

/** The rungs of a timetable with the people whom they would tell today, in order. */
export async function promisedRungs(
  store: Store,
  { due, rungs }: { due: Instant; rungs: readonly { rule: Named & { workingDays: number }; at: Instant }[] },
  people: People,
): Promise<PromisedRung[]> {
  const promised: PromisedRung[] = [tellsNobody(duePassed, due)];
  for (const { rule, at } of rungs) {
    const { key, letter, level, to, nonconformity, workingDays } = rule;
    const told = (await recipientsOf(store, to, people)).map(({ person }) => person);
    promised.push({ key, at, letter, level, to, told, workingDays, ...(nonconformity !== undefined && { nonconformity }) });
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

/** The ladder as it was promised when the task opened, around another due day. A ladder that was edited since changes nothing. */
export async function promisedAround(store: Store, task: Task, due: Day, today: Day, calendar: Calendar): Promise<NewTimetable> {
  const promised = task.rungs.filter(({ key, letter }) => letter !== 'none' && generationOf(key) === 0 && !key.startsWith(confirming));
  const dueDay = calendar.dayOf(task.baselineDue);
  const rules = promised.map((rung) => ({
    ...rung,
    workingDays: rung.workingDays ?? calendar.workingDaysUntil(dueDay, calendar.dayOf(rung.at)),
  }));
  const timetable = { due: calendar.endOfDay(due), rungs: rungsAround(calendar, rules, due, today) };
  return generation(nextGeneration(task.rungs), timetable.due, await promisedRungs(store, timetable, task));
}

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
