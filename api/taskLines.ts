import { z } from 'zod';
import { type Calendar, makeCalendar } from '../domain/calendar.ts';
import { Actor, Day, Instant, type Language } from '../domain/records/common.ts';
import type { Person } from '../domain/records/person.ts';
import type { Settings } from '../domain/records/settings.ts';
import { type Task, TaskState } from '../domain/records/task.ts';
import { siteOf } from '../domain/sites.ts';
import { settingsNow } from '../models/knowledge.ts';
import type { Api } from './deps.ts';
import { taskDefinitionOf } from './outcomes.ts';

/** A task as lists show it: what was promised, what came of it. */
export const TaskLine = z
  .strictObject({
    id: z.string(),
    run: z.string(),
    process: z.string(),
    task: z.string(),
    title: z.string(),
    about: z.string().optional(),
    state: TaskState,
    version: z.int(),
    assignee: z.string(),
    assigneeName: z.string(),
    onBehalfOf: z.string().optional().meta({ description: 'The owner, while a deputy or delegate is asked in their stead.' }),
    onBehalfOfName: z.string().optional(),
    confirmer: z.string().optional().meta({ description: 'Who confirms the answer; asked while the state is `submitted`.' }),
    confirmerName: z.string().optional(),
    openedAt: Instant,
    promised: Instant.meta({ description: 'The due date when the task opened.' }),
    due: Instant,
    zone: z.string(),
    workingDaysLeft: z.int().meta({ description: 'To the due date, or from closing to it: negative is late.' }),
    extended: z.int().meta({ description: 'How often more time was granted.' }),
    asksUntil: Day.optional().meta({ description: 'More time is asked for, until this day, and not decided yet.' }),
    asksHandOver: z.boolean().optional().meta({ description: 'Somebody else is asked for, and nobody has reassigned it yet.' }),
    level: z.int(),
    undeliverable: z.boolean(),
    closedAt: Instant.optional(),
    closedBy: Actor.optional(),
  })
  .meta({ id: 'TaskLine' });
export type TaskLine = z.infer<typeof TaskLine>;

/** Working calendars of people, each site computed once. */
function calendarsOf(settings: Settings): (person: Pick<Person, 'site'> | undefined) => Calendar {
  const known = new Map<string, Calendar>();
  return (person) => {
    const site = siteOf(settings, person);
    const calendar = known.get(site.id) ?? makeCalendar(site, settings);
    known.set(site.id, calendar);
    return calendar;
  };
}

/** Working days from closing, or from now, to the due date of a task. */
export function workingDaysLeft(task: Pick<Task, 'due' | 'closedAt'>, calendar: Calendar, now: Instant): number {
  return calendar.workingDaysUntil(calendar.dayOf(task.closedAt ?? now), calendar.dayOf(task.due));
}

export async function peopleById({ store }: Pick<Api, 'store'>, ids: Iterable<string>): Promise<Map<string, Person>> {
  const people = await store.people.find({ id: { $in: [...new Set(ids)] } });
  return new Map(people.map((person) => [person.id, person]));
}

export async function taskLines(api: Api, language: Language, tasks: readonly Task[]): Promise<TaskLine[]> {
  const named = tasks.flatMap(({ assignee, onBehalfOf, confirmer }) => [assignee, onBehalfOf ?? [], confirmer ?? []].flat());
  const [settings, people] = await Promise.all([settingsNow(api.store), peopleById(api, named)]);
  const calendars = calendarsOf(settings);
  const now = api.clock.now();
  return tasks.map((task) => {
    const nameOf = (id: string | undefined) => (id === undefined ? undefined : (people.get(id)?.name ?? id));
    const { id, run, process, about, state, version, assignee, onBehalfOf, confirmer, openedAt, due, zone, level, undeliverable } = task;
    const { closedAt, closedBy, extensions = [], handOver } = task;
    const calendar = calendars(people.get(state === 'submitted' ? (confirmer ?? assignee) : assignee));
    const asked = extensions.find((one) => one.state === 'asked');
    return {
      ...{ id, run, process, task: task.task, title: taskDefinitionOf(task).title[language], about, state, version },
      ...{ assignee, assigneeName: nameOf(assignee) ?? assignee, openedAt, promised: task.baselineDue, due, zone },
      ...{ onBehalfOf, onBehalfOfName: nameOf(onBehalfOf), confirmer, confirmerName: nameOf(confirmer) },
      ...{ extended: extensions.filter((one) => one.state === 'granted').length, asksUntil: asked?.until },
      ...(handOver !== undefined && { asksHandOver: true }),
      ...{ workingDaysLeft: workingDaysLeft(task, calendar, now), level, undeliverable, closedAt, closedBy },
    };
  });
}
