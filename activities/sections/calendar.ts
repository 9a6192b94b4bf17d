import { calendarPlace, dueDateUid } from '../../domain/icalendar.ts';
import type { Instant } from '../../domain/records/common.ts';
import { asks, type CalendarEntry } from '../../domain/records/letter.ts';
import type { Task } from '../../domain/records/task.ts';
import { unansweredStates } from '../../domain/rules/task.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import type { Context } from './context.ts';
import type { Group } from './groups.ts';

/** One change of what the reader's calendar has, as a mail carries it and the trail keeps it. */
export type CalendarChange = { uid: string; run: string; task: string; due: Instant; sequence: number; method: 'PUBLISH' | 'CANCEL' };

/** Only a receipt takes a date out of a calendar again. */
const hasReceipt = ({ inPerson }: Task): boolean => inPerson !== true;

type Kind = { run: string; task: string };

/**
 * What brings the reader's calendar up to date: the date of what this mail asks; another date where one has moved; nothing any more where all is
 * answered, superseded, cancelled or with somebody else, whatever the rest of the mail is about.
 */
export async function calendarChanges(context: Context, groups: readonly Group[]): Promise<CalendarChange[]> {
  const { store, reader } = context;
  const published = await store.calendarEntries.find({ person: reader.id, state: 'published' });
  const touched = groups.flatMap(({ tasks }) => tasks.filter(hasReceipt).map(calendarPlace));
  const kinds = new Map([...published, ...touched].map(({ run, task }) => [dueDateUid({ run, task }, reader.id), { run, task }]));
  const changes: CalendarChange[] = [];
  for (const [uid, kind] of kinds) changes.push(...(await changeOf(context, uid, kind, groups)));
  return changes;
}

async function changeOf({ store, reader }: Context, uid: string, kind: Kind, groups: readonly Group[]): Promise<CalendarChange[]> {
  const [entry, open] = await Promise.all([store.calendarEntries.get(uid), firstAsked(store, reader.id, kind)]);
  const made = (method: CalendarChange['method'], due: Instant, sequence: number): CalendarChange[] => [
    { uid, ...kind, due, sequence, method },
  ];
  if (open !== undefined) return isNews(entry, open, groups) ? made('PUBLISH', open.due, entry === undefined ? 0 : entry.sequence + 1) : [];
  if (entry?.state === 'published') return made('CANCEL', entry.due, entry.sequence + 1);
  return [];
}

/** Of what waits for this person now, for their answer or their confirmation, the task that is due first. */
async function firstAsked(store: Context['store'], person: string, { run, task }: Kind): Promise<Task | undefined> {
  const alike = { task, ...(definitionOf(run) === undefined ? { run } : { process: run, approval: true }) };
  const first = { sort: { due: 1, _id: 1 } } as const;
  const [toAnswer, toConfirm] = await Promise.all([
    store.tasks.first({ assignee: person, state: { $in: [...unansweredStates] }, ...alike }, first),
    store.tasks.first({ confirmer: person, state: 'submitted', ...alike }, first),
  ]);
  if (toAnswer === undefined || toConfirm === undefined) return toAnswer ?? toConfirm;
  return toConfirm.due < toAnswer.due ? toConfirm : toAnswer;
}

/** The first due date of what is open is not the one that the calendar has; a calendar that has none gets one with the question. */
function isNews(entry: CalendarEntry | undefined, { id, due }: Task, groups: readonly Group[]): boolean {
  if (entry?.state === 'published') return entry.due !== due;
  return groups.some(({ kind, tasks }) => (asks.has(kind) || kind === 'confirmAsked') && tasks.some((task) => task.id === id));
}
