import type { Calendar } from '../domain/calendar.ts';
import { type Clock, toMs } from '../domain/clock.ts';
import type { Task } from '../domain/records/task.ts';
import type { Detail } from '../domain/refusal.ts';
import type { PersonCommand } from '../domain/rules/taskShape.ts';
import { calendarOf } from '../domain/sites.ts';
import { settingsNow } from '../models/knowledge.ts';
import type { Store } from '../models/store.ts';

type World = { store: Store; clock: Clock };

const longestDays = 366;

/** What registers and calendar have against a command; the task's own rules are its workflow's matter. */
export async function commandProblems(world: World, task: Task, command: PersonCommand): Promise<Detail[]> {
  const nobody = 'to' in command && command.to !== undefined ? await nobodyCalled(world, command.to) : [];
  return 'until' in command && command.until !== undefined
    ? [...nobody, ...(await wrongDay(world, task, command.do, command.until))]
    : nobody;
}

const nobodyCalled = async ({ store }: World, id: string): Promise<Detail[]> =>
  (await store.people.get(id))?.status === 'active' ? [] : [{ path: 'to', message: 'nobody active has this id' }];

async function wrongDay({ store, clock }: World, task: Task, what: PersonCommand['do'], until: string): Promise<Detail[]> {
  const calendar = calendarOf(await settingsNow(store), await store.people.get(task.onBehalfOf ?? task.assignee));
  const today = calendar.dayOf(clock.now());
  const wrong = (message: string): Detail[] => [{ path: 'until', message }];
  if (until <= today) return wrong(`is not after today, ${today}`);
  if (isYearAway(calendar, today, until)) return wrong('is more than a year away');
  const due = calendar.dayOf(task.due);
  const movesDate = what === 'extend' || what === 'decideExtension';
  return movesDate && until <= due ? wrong(`is not after the due date, ${due}`) : [];
}

const isYearAway = ({ startOfDay }: Calendar, today: string, until: string): boolean =>
  toMs(startOfDay(until)) - toMs(startOfDay(today)) > longestDays * 86_400_000;
