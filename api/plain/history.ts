import type { Task } from '../../domain/records/task.ts';
import type { SpokenEntry } from '../../domain/records/trail.ts';
import { page } from '../../domain/words/en/page.ts';
import type { Api } from '../deps.ts';
import { spoken } from '../spokenTrail.ts';
import { peopleById } from '../taskLines.ts';
import type { HistoryEvent, HistoryLine } from './views/types.ts';

const isTold = (event: string): event is HistoryEvent => Object.hasOwn(page.history, event);

/** What happened to a task so far, oldest first, as its trail holds it; reminders are left to the timetable. */
export async function historyOf(api: Api, { id }: Pick<Task, 'id'>): Promise<HistoryLine[]> {
  const entries = (await spoken(api.store, `task/${id}`)).filter(({ event }) => isTold(event));
  const named = entries.flatMap(({ actor, data }) => [actor.person, String(data.to ?? ''), String(data.assignee ?? '')]);
  const people = await peopleById(api, named);
  const nameOf = (person: string) => people.get(person)?.name ?? person;
  return entries.map((entry) => lineOf(entry, nameOf));
}

function lineOf({ at, event, actor, data, texts }: SpokenEntry, nameOf: (person: string) => string): HistoryLine {
  const { dutiesWaived: _waiver, ...said } = texts;
  const answered = event === 'submitted' || event === 'completed';
  return {
    ...{ at, event: event as HistoryEvent, name: nameOf(event === 'opened' ? String(data.assignee) : actor.person) },
    ...(typeof data.to === 'string' && { to: nameOf(data.to) }),
    ...(typeof data.until === 'string' && { day: data.until }),
    ...(answered ? { answer: { ...(data.outcome as object), ...said } } : textOf(said)),
  };
}

const textOf = ({ reason, comment, name }: Record<string, string>): { text?: string } => {
  const text = reason ?? comment ?? name;
  return text === undefined ? {} : { text };
};
