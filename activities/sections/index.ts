import type { Instant } from '../../domain/records/common.ts';
import { asks, type Letter } from '../../domain/records/letter.ts';
import type { Person } from '../../domain/records/person.ts';
import type { Task } from '../../domain/records/task.ts';
import { unansweredStates } from '../../domain/rules/task.ts';
import { calendarOf } from '../../domain/sites.ts';
import { holdersOf } from '../../models/people.ts';
import type { MailDeps } from '../deps.ts';
import type { MailData, Section } from '../letters/types.ts';
import { askedOf, reassigned } from './asked.ts';
import { type CalendarChange, calendarChanges } from './calendar.ts';
import { confirmed, returned } from './confirming.ts';
import { type Context, contextOf, dueDatesOf } from './context.ts';
import { escalation } from './escalation.ts';
import { type Group, groupsOf } from './groups.ts';
import { invitations } from './invitations.ts';
import { missing } from './missing.ts';
import { outcome, taken } from './receipts.ts';
import { extensionAsked, extensionDecided, handOverAsked, waived } from './requests.ts';
import { acceptance, proposal, runCancelled, runClosed, runOpened } from './runs.ts';
import { delegated, handedBack } from './standIn.ts';
import { successions } from './successions.ts';

/** What a mail is made of, and what goes with it. */
export type Composed = {
  data: Omit<MailData, 'link' | 'calendar'>;
  /** Tasks that the mail's link answers. */
  linked: { task: string; assignment: number }[];
  due?: Instant;
  calendar: CalendarChange[];
};

/** Everything one mail says, from letters to sections: what belongs to one run and one kind stands together. */
export async function sectionsOf(deps: MailDeps, reader: Person, letters: readonly Letter[], at: Instant): Promise<Composed> {
  const context = await contextOf(deps, reader, at);
  const groups = await groupsOf(deps.store, letters);
  const sections: Section[] = [...(await invitations(context, letters)), ...(await successions(context, letters))];
  for (const group of groups) sections.push(await sectionOf(context, group));
  const answers = await answerableBy(context, groups);
  const { last: due } = dueDatesOf(answers);
  return {
    data: { ...(await headOf(context)), sections },
    linked: answers.map(({ id, assignment }) => ({ task: id, assignment })),
    ...(due !== undefined && { due }),
    calendar: sections.length === 0 ? [] : await calendarChanges(context, groups),
  };
}

/** What the mail's link answers: what it asks, and with a receipt what the reader still has open beside it. */
async function answerableBy({ store, reader }: Context, groups: readonly Group[]): Promise<Answerable[]> {
  const found = new Map<string, Answerable>();
  const open = (run: string) =>
    store.tasks.pick({ assignee: reader.id, state: { $in: [...unansweredStates] }, run, answer: 'link' }, answerable);
  for (const { kind, run, tasks } of groups) {
    const asked = kind === 'outcome' ? await open(run.id) : linked(kind) ? tasks : [];
    for (const task of asked) if (isAnsweredByLink(task, reader.id)) found.set(task.id, task);
  }
  return [...found.values()];
}

const answerable = ['assignee', 'onBehalfOf', 'answer', 'state', 'assignment', 'due'] as const;
type Answerable = Pick<Task, 'id' | (typeof answerable)[number]>;

const linked = (kind: Letter['kind']): boolean => asks.has(kind) || kind === 'extensionDecided';

/** Asked of the person, or theirs while somebody else is asked in their stead. */
const isAnsweredByLink = ({ assignee, onBehalfOf, answer, state }: Answerable, person: string): boolean =>
  (assignee === person || onBehalfOf === person) && answer === 'link' && unansweredStates.includes(state);

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
  if (kind === 'runCancelled') return runCancelled(context, run);
  if (kind === 'proposal') return proposal(context, group);
  if (kind === 'acceptance') return acceptance(context, group);
  if (kind === 'missing') return missing(context, group);
  const [first] = tasks;
  if (first === undefined) throw new Error(`letter ${letters[0].id} is about no task`);
  return (await news[kind]?.(context, group, first)) ?? asking(context, group, first);
}

type SectionOf = (context: Context, group: Group, first: Task) => Promise<Section>;

/** Letters that tell something, and ask nothing that a form answers. */
const news: Partial<Record<Letter['kind'], SectionOf>> = {
  ...{ outcome, taken, confirmed, extensionAsked, handOverAsked, waived },
};

async function asking(context: Context, group: Group, first: Task): Promise<Section> {
  const asked = await askedOf(context, group, first);
  switch (group.kind) {
    case 'escalation':
    case 'unreached':
      return escalation(context, group, first, asked);
    case 'reassigned':
      return reassigned(context, group, asked);
    case 'delegated':
      return delegated(context, group, asked);
    case 'handedBack':
      return handedBack(context, group, asked);
    case 'returned':
      return returned(context, group, first, asked);
    case 'extensionDecided':
      return extensionDecided(context, group, first, asked);
    case 'opened':
    case 'reminder':
    case 'dueToday':
    case 'deputyAsked':
    case 'confirmAsked':
      return { ...asked, kind: group.kind };
    default:
      throw new Error(`no section is made of a letter ${group.kind}`);
  }
}
