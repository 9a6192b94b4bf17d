import { type Calendar, makeCalendar } from '../domain/calendar.ts';
import type { Instant, Language } from '../domain/records/common.ts';
import type { Person } from '../domain/records/person.ts';
import type { Settings } from '../domain/records/settings.ts';
import type { Task } from '../domain/records/task.ts';
import type { TaskLine } from '../domain/records/taskLine.ts';
import { siteOf } from '../domain/sites.ts';
import { settingsNow } from '../models/knowledge.ts';
import type { Api } from './deps.ts';
import { taskDefinitionOf } from './outcomes.ts';

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
