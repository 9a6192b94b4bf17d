import type { Calendar } from '../domain/calendar.ts';
import { type Clock, toMs } from '../domain/clock.ts';
import type { Day } from '../domain/records/common.ts';
import type { Task } from '../domain/records/task.ts';
import type { Detail } from '../domain/refusal.ts';
import type { PersonCommand } from '../domain/rules/taskShape.ts';
import { calendarOf } from '../domain/sites.ts';
import { settingsNow } from '../models/knowledge.ts';
import type { Store } from '../models/store.ts';
import { say } from './plain/words.ts';

type World = { store: Store; clock: Clock };

const longestDays = 366;

/** What is wrong, for whoever says it in words: nobody has this id, or the day is past, too far away or not after the due date (`day` is that date). */
export type CommandProblem = { path: 'to' | 'until'; what: 'nobody' | 'dayPast' | 'dayFar' | 'dayEarly'; day?: Day };

const sentences: Record<CommandProblem['what'], (day: Day | undefined) => string> = {
  nobody: () => 'nobody active has this id',
  dayPast: (today) => `is not after today, ${today}`,
  dayFar: () => 'is more than a year away',
  dayEarly: (due) => `is not after the due date, ${due}`,
};

/** What registers and calendar have against a command; the task's own rules are its workflow's matter. */
export const commandProblems = async (world: World, task: Task, command: PersonCommand): Promise<Detail[]> =>
  (await problemsWith(world, task, command)).map(({ path, what, day }) => ({
    path,
    message: sentences[what](day),
    de: say(what, 'de', day),
  }));

export async function problemsWith(world: World, task: Task, command: PersonCommand): Promise<CommandProblem[]> {
  const nobody = 'to' in command && command.to !== undefined ? await nobodyCalled(world, command.to) : [];
  return 'until' in command && command.until !== undefined
    ? [...nobody, ...(await wrongDay(world, task, command.do, command.until))]
    : nobody;
}

const nobodyCalled = async ({ store }: World, id: string): Promise<CommandProblem[]> =>
  (await store.people.get(id))?.status === 'active' ? [] : [{ path: 'to', what: 'nobody' }];

async function wrongDay({ store, clock }: World, task: Task, command: PersonCommand['do'], until: Day): Promise<CommandProblem[]> {
  const calendar = calendarOf(await settingsNow(store), await store.people.get(task.onBehalfOf ?? task.assignee));
  const today = calendar.dayOf(clock.now());
  const wrong = (what: CommandProblem['what'], day?: Day): CommandProblem[] => [{ path: 'until', what, ...(day !== undefined && { day }) }];
  if (until <= today) return wrong('dayPast', today);
  if (isYearAway(calendar, today, until)) return wrong('dayFar');
  const due = calendar.dayOf(task.due);
  const movesDate = command === 'extend' || command === 'decideExtension';
  return movesDate && until <= due ? wrong('dayEarly', due) : [];
}

const isYearAway = ({ startOfDay }: Calendar, today: Day, until: Day): boolean =>
  toMs(startOfDay(until)) - toMs(startOfDay(today)) > longestDays * 86_400_000;
