import type { Instant } from '../../domain/records/common.ts';
import type { Letter } from '../../domain/records/letter.ts';
import type { Person } from '../../domain/records/person.ts';
import type { Task } from '../../domain/records/task.ts';
import { isClosed } from '../../domain/rules/task.ts';
import { calendarOf } from '../../domain/sites.ts';
import { holdersOf } from '../../models/people.ts';
import type { MailDeps } from '../deps.ts';
import type { MailData, Section } from '../letters/types.ts';
import { askedOf, opened, reassigned } from './asked.ts';
import { type CalendarEntry, calendarEntry } from './calendarEntry.ts';
import { type Context, contextOf, dueDatesOf } from './context.ts';
import { escalation } from './escalation.ts';
import { type Group, groupsOf } from './groups.ts';
import { invitations } from './invitations.ts';
import { outcome, taken } from './receipts.ts';
import { proposal, runClosed, runOpened } from './runs.ts';

/** What a mail is made of, and what goes with it. */
export type Composed = {
  data: Omit<MailData, 'link' | 'calendar'>;
  /** Tasks that the mail's link answers. */
  linked: { task: string; assignment: number }[];
  due?: Instant;
  calendar?: CalendarEntry;
};

const asks = new Set<Letter['kind']>(['opened', 'reminder', 'dueToday', 'escalation', 'reassigned']);

/** Everything one mail says, from letters to sections: what belongs to one run and one kind stands together. */
export async function sectionsOf(deps: MailDeps, reader: Person, letters: readonly Letter[], at: Instant): Promise<Composed> {
  const context = await contextOf(deps, reader, at);
  const groups = await groupsOf(deps.store, letters);
  const sections: Section[] = await invitations(context, letters);
  for (const group of groups) sections.push(await sectionOf(context, group));
  const answerable = await answerableBy(context, groups);
  const { last: due } = dueDatesOf(answerable);
  const calendar = await calendarEntry(context, groups);
  return {
    data: { ...(await headOf(context)), sections },
    linked: answerable.map(({ id, assignment }) => ({ task: id, assignment })),
    ...(due !== undefined && { due }),
    ...(calendar !== undefined && { calendar }),
  };
}

/** What the mail's link answers: what it asks, and with a receipt what the reader still has open beside it. */
async function answerableBy({ store, reader }: Context, groups: readonly Group[]): Promise<Task[]> {
  const found = new Map<string, Task>();
  for (const { kind, run, tasks } of groups) {
    const asked = kind === 'outcome' ? await store.tasks.find({ run: run.id, assignee: reader.id }) : asks.has(kind) ? tasks : [];
    for (const task of asked) if (task.assignee === reader.id && task.answer === 'link' && !isClosed(task.state)) found.set(task.id, task);
  }
  return [...found.values()];
}

async function headOf({ deps, settings, reader, at, store }: Context): Promise<Omit<MailData, 'sections'>> {
  const ismsManager = (await holdersOf(store, 'ismsManager'))[0]?.name;
  return {
    ...{ language: reader.language, organization: settings.organization, to: { name: reader.name, first: reader.name.split(' ')[0] } },
    ...{ zone: calendarOf(settings, reader).zone, now: at, baseUrl: deps.publicUrl, ismsManager },
  };
}

async function sectionOf(context: Context, group: Group): Promise<Section> {
  const { kind, run, letters, tasks } = group;
  if (kind === 'runOpened') return runOpened(context, run);
  if (kind === 'runClosed') return runClosed(context, run);
  if (kind === 'proposal') return proposal(context, group);
  const [first] = tasks;
  if (first === undefined) throw new Error(`letter ${letters[0].id} is about no task`);
  if (kind === 'outcome') return outcome(context, group, first);
  if (kind === 'taken') return taken(context, group, first);
  const asked = await askedOf(context, group, first);
  if (kind === 'escalation') return escalation(context, group, first, asked);
  if (kind === 'reassigned') return reassigned(context, group, asked);
  if (kind === 'opened') return opened(context, first, asked);
  if (kind === 'reminder' || kind === 'dueToday') return { ...asked, kind };
  throw new Error(`no section is made of a letter ${kind}`);
}
