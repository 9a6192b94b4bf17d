import type { Calendar } from '../../domain/calendar.ts';
import type { Day, Instant } from '../../domain/records/common.ts';
import type { Rung, Task } from '../../domain/records/task.ts';
import { deputized, handedBack } from '../../domain/rules/task.ts';
import { comesBack, type TaskFacts } from '../../domain/rules/taskShape.ts';
import { calendarOf } from '../../domain/sites.ts';
import { factsOf } from '../../domain/taskFacts.ts';
import { makeTimetable } from '../../domain/timetable.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { standInFor } from '../../models/people.ts';
import type { Store } from '../../models/store.ts';
import { processOf, taskOf } from '../knowledge.ts';
import { decidersOf } from './deciders.ts';
import type { CommandStep } from './happened.ts';
import { ladderOf, usualConfirming } from './promised.ts';
import { answerDue, comingBack, type NewTimetable, type PromisedRung, promisedAround, promisedToConfirmer } from './rungs.ts';

/** Who is asked after a rung, where that changed: a deputy is asked, or the owner again. `from` was asked before; `added` is when a deputy's turn ends. */
export type Moved = {
  after: Pick<TaskFacts, 'assignee' | 'assignment' | 'state' | 'onBehalfOf' | 'standIn'>;
  from: string;
  added: PromisedRung[];
};

/**
 * How a command moves the timetable: dates that are promised from now on, or a day on which the task comes back (`until` is the last one before it).
 * A request moves nothing, and goes to its `deciders`.
 */
export type Moves = { timetable?: NewTimetable; added?: PromisedRung[]; until?: Day; deciders?: string[] };

export async function movedBy(store: Store, task: Task, { event, command, facts }: CommandStep, at: Instant): Promise<Moves> {
  switch (event) {
    case 'submitted':
      return { timetable: await toConfirm(store, task, at) };
    case 'returned':
      return { timetable: await toMend(store, task, at) };
    case 'extensionGranted':
      return { timetable: await extended(store, task, untilOf(command) ?? askedUntil(task), at) };
    case 'delegated': {
      const calendar = await calendarOfOwner(store, task);
      const until = untilOf(command) ?? calendar.dayOf(task.due);
      return { until, added: [comingBack(calendar, until, facts.assignment)] };
    }
    case 'extensionAsked':
    case 'handOverAsked':
      return { deciders: await decidersOf(store, task, event, command.by.person) };
    default:
      return {};
  }
}

const untilOf = (command: CommandStep['command']): Day | undefined => ('until' in command ? command.until : undefined);

function askedUntil({ id, extensions = [] }: Task): Day {
  const asked = extensions.find(({ state }) => state === 'asked');
  if (asked === undefined) throw new Error(`nobody asks for more time for ${id}`);
  return asked.until;
}

async function calendarOfOwner(store: Store, { onBehalfOf, assignee }: Task): Promise<Calendar> {
  return calendarOf(await settingsNow(store), await store.people.get(onBehalfOf ?? assignee));
}

const confirmingOf = ({ process, task }: Task) => taskOf(processOf(process), task).confirmedBy ?? usualConfirming;

async function toConfirm(store: Store, task: Task, at: Instant): Promise<NewTimetable> {
  const { confirmer = task.accountable } = task;
  const settings = await settingsNow(store);
  const { workingDays, ladder } = confirmingOf(task);
  const calendar = calendarOf(settings, await store.people.get(confirmer));
  const due = { workingDays, from: 'opening' } as const;
  const timetable = makeTimetable({ due, ladder: ladderOf(settings, ladder), runOpenedAt: at, openedAt: at, calendar });
  return promisedToConfirmer(store, task, confirmer, timetable);
}

/** What came back keeps its date, unless that leaves no fair time to mend it. */
async function toMend(store: Store, task: Task, at: Instant): Promise<NewTimetable> {
  const calendar = await calendarOfOwner(store, task);
  const today = calendar.dayOf(at);
  const promised = calendar.dayOf(answerDue(task));
  const fair = calendar.addWorkingDays(today, confirmingOf(task).workingDays);
  return promisedAround(store, task, promised > fair ? answerDue(task) : calendar.endOfDay(fair), at, calendar);
}

async function extended(store: Store, task: Task, until: Day, at: Instant): Promise<NewTimetable> {
  const calendar = await calendarOfOwner(store, task);
  return promisedAround(store, task, calendar.endOfDay(calendar.addWorkingDays(until, 0)), at, calendar);
}

/** At each rung it is looked anew who is there to be told: an owner who is away has a deputy, and one who is back has the task again. */
export async function standInAt(store: Store, task: Task, reached: readonly Rung[], at: Instant): Promise<Moved | undefined> {
  const facts = factsOf(task);
  if (reached.some(({ key }) => key.startsWith(comesBack)))
    return task.onBehalfOf === undefined ? undefined : moved(facts, handedBack(facts), []);
  if (task.onBehalfOf !== undefined || task.state === 'submitted') return undefined;
  const owner = await store.people.get(task.assignee);
  if (owner === undefined) return undefined;
  const calendar = calendarOf(await settingsNow(store), owner);
  const [today, due] = [calendar.dayOf(at), calendar.dayOf(task.due)];
  const standIn = await standInFor(store, owner, today, due > today ? due : today);
  if (standIn === undefined || task.barred?.includes(standIn.deputy.id) === true) return undefined;
  const after = deputized(facts, standIn.deputy.id);
  return moved(facts, after, [comingBack(calendar, standIn.until, after.assignment)]);
}

const moved = (before: TaskFacts, { assignee, assignment, state, onBehalfOf, standIn }: TaskFacts, added: PromisedRung[]): Moved => ({
  from: before.assignee,
  after: {
    ...{ assignee, assignment, state },
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(standIn !== undefined && { standIn }),
  },
  added,
});
