import type { ProcessDefinition } from '../domain/process.ts';
import type { Instant } from '../domain/records/common.ts';
import type { Letter } from '../domain/records/letter.ts';
import type { Person } from '../domain/records/person.ts';
import type { Run } from '../domain/records/run.ts';
import type { Settings } from '../domain/records/settings.ts';
import type { Task } from '../domain/records/task.ts';
import { isClosed } from '../domain/rules/task.ts';
import { calendarOf } from '../domain/sites.ts';
import type { AskedIn, Told } from '../domain/words/asked.ts';
import { changesSince } from '../models/changes.ts';
import { settingsNow } from '../models/knowledge.ts';
import { holdersOf } from '../models/people.ts';
import { stepsOf } from '../models/steps.ts';
import type { Store } from '../models/store.ts';
import type { MailDeps } from './deps.ts';
import { processOf, taskOf } from './knowledge.ts';
import type { MailData, Section, SentLine, TaskLine } from './letters/types.ts';
import { linkId, linkToken } from './links.ts';

/** What a mail is made of, and what goes with it. */
export type Composed = {
  data: Omit<MailData, 'link' | 'calendar'>;
  /** Tasks that the mail's link answers. */
  linked: { task: string; assignment: number }[];
  due?: Instant;
  calendar?: { uid: string; sequence: number; due: Instant; zone: string; summary: string; method: 'PUBLISH' | 'CANCEL' };
};

type Context = { store: Store; deps: MailDeps; settings: Settings; reader: Person; at: Instant; names: (id: string) => Promise<string> };
type Group = { kind: Letter['kind']; letters: [Letter, ...Letter[]]; tasks: Task[]; run: Run };

/** Everything one mail says, from letters to sections: what belongs to one run and one kind stands together. */
export async function sectionsOf(deps: MailDeps, reader: Person, letters: readonly Letter[], at: Instant): Promise<Composed> {
  const settings = await settingsNow(deps.store);
  const context: Context = { store: deps.store, deps, settings, reader, at, names: nameLookup(deps.store) };
  const groups = await grouped(deps.store, letters);
  const sections: Section[] = await invitations(context, letters);
  for (const group of groups) sections.push(await sectionOf(context, group));
  const answerable = groups
    .filter((g) => asks.has(g.kind))
    .flatMap((g) => g.tasks)
    .filter((t) => t.assignee === reader.id && t.answer === 'link');
  const due = answerable
    .map((task) => task.due)
    .sort()
    .at(-1);
  const manager = (await holdersOf(deps.store, 'ismsManager'))[0]?.name;
  return {
    data: {
      ...{ language: reader.language, organization: settings.organization, to: { name: reader.name, first: reader.name.split(' ')[0] } },
      ...{ zone: calendarOf(settings, reader).zone, now: at, baseUrl: deps.publicUrl, ismsManager: manager, sections },
    },
    linked: answerable.map(({ id, assignment }) => ({ task: id, assignment })),
    ...(due !== undefined && { due }),
    ...(await calendarEntry(context, groups)),
  };
}

const asks = new Set<Letter['kind']>(['opened', 'reminder', 'dueToday', 'escalation', 'reassigned']);

function nameLookup(store: Store): Context['names'] {
  const known = new Map<string, Promise<string>>();
  return (id) => {
    const name = known.get(id) ?? store.people.get(id).then((person) => person?.name ?? id);
    known.set(id, name);
    return name;
  };
}

const byId = <T extends { id: string }>(records: readonly T[]): Map<string, T> => new Map(records.map((record) => [record.id, record]));

async function grouped(store: Store, letters: readonly Letter[]): Promise<Group[]> {
  const groups = new Map<string, Group>();
  const tasks = byId(await store.tasks.find({ id: { $in: letters.flatMap((letter) => letter.task ?? []) } }));
  const runs = byId(await store.runs.find({ id: { $in: [...new Set(letters.flatMap((letter) => letter.run ?? []))] } }));
  for (const letter of letters) {
    const task = tasks.get(letter.task ?? '');
    const run = runs.get(letter.run ?? '');
    if (run === undefined) continue;
    const { level = '', as = '', from = '', proposed = '' } = letter.facts as Record<string, string>;
    const whose = letter.kind === 'escalation' || letter.kind === 'proposal' ? task?.assignee : '';
    const key = [letter.kind, letter.run, task?.task, level, as, from, whose, proposed].join('|');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { kind: letter.kind, letters: [letter], tasks: task === undefined ? [] : [task], run });
    else {
      group.letters.push(letter);
      if (task !== undefined) group.tasks.push(task);
    }
  }
  for (const group of groups.values()) group.tasks.sort((a, b) => (a.about ?? '').localeCompare(b.about ?? '', 'en', { numeric: true }));
  return [...groups.values()];
}

const invitationLastsMs = 14 * 86_400_000;

/** The link of an invitation is made when it is sent: its token is stored nowhere. */
async function invitations({ store, deps, reader, names, at }: Context, letters: readonly Letter[]): Promise<Section[]> {
  const sections: Section[] = [];
  for (const letter of letters.filter((one) => one.kind === 'invitation')) {
    const token = linkToken(deps.secret, letter.id);
    const expiresAt = new Date(Date.parse(at) + invitationLastsMs).toISOString();
    await store.links.insert({
      id: linkId(token),
      kind: 'invitation',
      person: reader.id,
      mail: letter.id,
      tasks: [],
      createdAt: at,
      expiresAt,
    });
    const by = letter.facts.by;
    sections.push({ kind: 'invitation', token, expiresAt, ...(typeof by === 'string' && { invitedBy: await names(by) }) });
  }
  return sections;
}

const inRun = (run: Run): Omit<AskedIn, 'definition'> => {
  const { title, clauses } = processOf(run.process);
  return { run: run.id, process: { title, clauses } };
};

const askedIn = (run: Run, task: Task): AskedIn => ({ ...inRun(run), definition: taskOf(processOf(run.process), task.task) });

async function sectionOf(context: Context, group: Group): Promise<Section> {
  const { kind, run, letters, tasks } = group;
  const [first] = tasks;
  if (kind === 'runOpened') return runOpened(context, run);
  if (kind === 'runClosed') return runClosed(context, run);
  if (kind === 'proposal') return proposal(context, group);
  if (first === undefined) throw new Error(`letter ${letters[0].id} is about no task`);
  if (kind === 'outcome') return outcome(context, group, first);
  if (kind === 'taken') return taken(context, group, first);
  const asked = await askedOf(context, group, first);
  if (kind === 'escalation') return escalation(context, group, first, asked);
  if (kind === 'reassigned') {
    const { from, by } = letters[0].facts as { from: string; by: string };
    return { ...asked, kind, from: await context.names(from), by: await context.names(by) };
  }
  if (kind === 'opened')
    return { ...asked, kind, onBehalfOf: first.onBehalfOf === undefined ? undefined : await context.names(first.onBehalfOf) };
  if (kind === 'reminder' || kind === 'dueToday') return { ...asked, kind };
  throw new Error(`no section is made of a letter ${kind}`);
}

async function askedOf(context: Context, { run, tasks }: Group, first: Task) {
  const due = tasks.map((task) => task.due).sort()[0] ?? first.due;
  return {
    ...askedIn(run, first),
    ...{
      tasks: await linesOf(context, tasks),
      due,
      left: daysLeft(context, due),
      answer: first.answer,
      steps: await stepsOf(context, first),
    },
  };
}

function daysLeft({ settings, reader, at }: Context, due: Instant): number {
  const calendar = calendarOf(settings, reader);
  return calendar.workingDaysUntil(calendar.dayOf(at), calendar.dayOf(due));
}

async function linesOf({ store }: Context, tasks: readonly Task[]): Promise<TaskLine[]> {
  const lines: TaskLine[] = [];
  for (const task of tasks) {
    const risk = task.about === undefined ? undefined : await store.risks.get(task.about);
    const last = risk?.lastAssessment;
    lines.push({
      task: task.id,
      reference: task.about,
      ...(risk !== undefined && last !== undefined && { since: last.day, changes: (await changesSince(store, risk)).length }),
    });
  }
  return lines;
}

async function escalation(
  context: Context,
  { letters, tasks }: Group,
  first: Task,
  asked: Awaited<ReturnType<typeof askedOf>>,
): Promise<Section> {
  const { level, as, rung } = letters[0].facts as { level: 1 | 2 | 3; as: Told['as']; rung: string };
  const mine = first.assignee === context.reader.id;
  const others = first.rungs.find((one) => one.key === rung)?.told.filter((id) => id !== context.reader.id && id !== first.assignee) ?? [];
  return {
    ...asked,
    ...{ kind: 'escalation', level, as, mine, assignee: await context.names(first.assignee) },
    mayDecide: level >= 2 && context.reader.roles.some(({ role }) => role === 'ismsManager'),
    sent: await sentFor(context, first),
    also: await Promise.all([...(mine ? [] : [first.assignee]), ...others].map(context.names)),
    nonconformity: tasks.some((task) => task.rungs.some((one) => one.key === rung && one.nonconformity === true)),
  };
}

async function sentFor({ store, names }: Context, task: Task): Promise<SentLine[]> {
  const letters = await store.letters.find(
    { task: task.id, kind: { $in: ['opened', 'reminder', 'dueToday', 'escalation', 'reassigned'] } },
    { sort: { at: 1 } },
  );
  const lines = new Map<string, SentLine>();
  for (const { at, kind, person, state, facts } of letters) {
    const key = `${kind}/${String(facts.rung ?? '')}`;
    const line = lines.get(key) ?? { at, what: kind as SentLine['what'], to: [], delivery: 'pending' };
    if (person === task.assignee) line.delivery = state === 'sending' ? 'pending' : state;
    else line.to?.push(await names(person));
    lines.set(key, line);
  }
  return [...lines.values()];
}

async function taken({ names }: Context, { run, tasks, letters }: Group, first: Task): Promise<Section> {
  const { to, by } = letters[0].facts as { to?: string; by?: string };
  return {
    ...askedIn(run, first),
    ...{ kind: 'taken', tasks: tasks.map((task) => ({ task: task.id, reference: task.about })), due: first.due },
    to: to === undefined ? '' : await names(to),
    by: by === undefined ? undefined : await names(by),
  };
}

async function outcome({ store, reader }: Context, { run, tasks }: Group, first: Task): Promise<Section> {
  const left = await store.tasks.find({ run: run.id, task: first.task, assignee: reader.id });
  const via = first.closedBy?.via;
  return {
    ...askedIn(run, first),
    kind: 'outcome',
    tasks: tasks.map((task) => ({
      task: task.id,
      reference: task.about,
      at: task.closedAt ?? task.openedAt,
      outcome: task.outcome ?? {},
      schema: JSON.parse(task.outcomeSchema),
    })),
    by: via === 'link' || via === 'token' ? via : 'login',
    ...(via === 'link' && { address: reader.email }),
    open: left.filter((task) => !isClosed(task.state)).length,
    due: first.due,
  };
}

async function runOpened({ store, names, at }: Context, run: Run): Promise<Section> {
  const tasks = await store.tasks.find({ run: run.id });
  const owners = new Map<string, { count: number; due: Instant }>();
  for (const { assignee, due } of tasks) {
    const owner = owners.get(assignee) ?? { count: 0, due };
    owners.set(assignee, { count: owner.count + 1, due: due > owner.due ? due : owner.due });
  }
  const list = await Promise.all([...owners].map(async ([id, owner]) => ({ name: await names(id), ...owner })));
  const due =
    tasks
      .map((task) => task.due)
      .sort()
      .at(-1) ?? at;
  const { openedBy } = run;
  return {
    ...inRun(run),
    ...{ kind: 'runOpened', period: run.period, asked: run.subjects ?? tasks.length, due },
    owners: list.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name)),
    ...(openedBy.via !== 'engine' && { openedBy: await names(openedBy.person) }),
    superseded: await store.tasks.count({ process: run.process, state: 'superseded', closedAt: { $gte: run.openedAt } }),
  };
}

async function runClosed({ store, at }: Context, run: Run): Promise<Section> {
  const tasks = await store.tasks.find({ run: run.id });
  const isLate = ({ closedAt, baselineDue }: Task) => closedAt !== undefined && closedAt > baselineDue;
  const done = tasks.filter((task) => task.state === 'done');
  return {
    ...inRun(run),
    ...{ kind: 'runClosed', period: run.period, closedAt: run.closedAt ?? at },
    outcome: run.status === 'cancelled' ? 'cancelled' : (run.outcome ?? 'complete'),
    numbers: {
      asked: tasks.length,
      onTime: done.filter((task) => !isLate(task)).length,
      late: done.filter(isLate).length,
      escalated: tasks.filter((task) => task.level > 0).length,
      superseded: tasks.filter((task) => task.state === 'superseded').length,
    },
    supersededBy: run.supersededBy,
    gates: run.gates,
  };
}

async function proposal({ names }: Context, { run, letters, tasks }: Group): Promise<Section> {
  const references = letters.map((letter) => String(letter.facts.about)).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const missed = tasks[0];
  return {
    ...inRun(run),
    ...{ kind: 'proposal', what: missed === undefined ? 'acceptance' : 'nonconformity', at: letters[0].at ?? run.openedAt, references },
    ...(missed !== undefined && { assignee: await names(missed.assignee) }),
  };
}

async function calendarEntry({ store, settings, reader }: Context, groups: readonly Group[]): Promise<Pick<Composed, 'calendar'>> {
  const opened = groups.find((group) => group.kind === 'opened' || group.kind === 'reassigned');
  const answered = groups.find((group) => group.kind === 'outcome');
  const group = opened ?? answered;
  const first = group?.tasks[0];
  if (group === undefined || first === undefined) return {};
  const mine = await store.tasks.find({ run: group.run.id, task: first.task, assignee: reader.id });
  const left = mine.filter((task) => !isClosed(task.state));
  if (opened === undefined && left.length > 0) return {};
  const definition: ProcessDefinition = processOf(group.run.process);
  return {
    calendar: {
      uid: `${group.run.id}.${first.task}.${reader.id}@fourstroke`,
      sequence: opened === undefined ? 1 : 0,
      due: first.due,
      zone: calendarOf(settings, reader).zone,
      summary: `ISMS: ${taskOf(definition, first.task).title[reader.language]}`,
      method: opened === undefined ? 'CANCEL' : 'PUBLISH',
    },
  };
}
