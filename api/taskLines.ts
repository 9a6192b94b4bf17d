import { z } from 'zod';
import { type Calendar, makeCalendar } from '../domain/calendar.ts';
import { Actor, Instant, type Language } from '../domain/records/common.ts';
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
    openedAt: Instant,
    promised: Instant.meta({ description: 'The due date when the task opened.' }),
    due: Instant,
    zone: z.string(),
    workingDaysLeft: z.int().meta({ description: 'To the due date, or from closing to it: negative is late.' }),
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
  const assignees = tasks.map((task) => task.assignee);
  const [settings, people] = await Promise.all([settingsNow(api.store), peopleById(api, assignees)]);
  const calendars = calendarsOf(settings);
  const now = api.clock.now();
  return tasks.map((task) => {
    const person = people.get(task.assignee);
    const { id, run, process, about, state, version, assignee, openedAt, due, zone, level, undeliverable, closedAt, closedBy } = task;
    return {
      ...{ id, run, process, task: task.task, title: taskDefinitionOf(task).title[language], about, state, version },
      ...{ assignee, assigneeName: person?.name ?? assignee, openedAt, promised: task.baselineDue, due, zone },
      ...{ workingDaysLeft: workingDaysLeft(task, calendars(person), now), level, undeliverable, closedAt, closedBy },
    };
  });
}
