import type { z } from 'zod';
import type { Acceptance } from '../../domain/records/acceptance.ts';
import type { Form, Reading, TaskReading } from '../../domain/records/reading.ts';
import type { Task } from '../../domain/records/task.ts';
import type { SpokenEntry } from '../../domain/records/trail.ts';
import { unansweredStates, waivable } from '../../domain/rules/task.ts';
import { factsOf } from '../../domain/taskFacts.ts';
import { allOf } from '../../models/filter.ts';
import type { Store } from '../../models/store.ts';
import type { Api } from '../deps.ts';
import { taskDefinitionOf } from '../outcomes.ts';
import { page } from '../paging.ts';
import { byOf, type Caller } from '../policy.ts';
import { spoken } from '../spokenTrail.ts';
import { peopleById, taskLines } from '../taskLines.ts';
import { labelsNow, requestedBefore, schemaOf } from './asked.ts';
import { beforeOf } from './before.ts';
import { acceptanceOf, frozenFacts } from './frozenFacts.ts';
import { withNames } from './peopleIn.ts';
import { readerOf } from './reader.ts';
import { riskFacts } from './riskFacts.ts';
import { stepsWithOpening } from './steps.ts';
import { keepableIn, riskOf, titleOfSubject } from './subject.ts';
import { lateFor, mayComplete } from './whoMayAnswer.ts';

/** What is read before a task is answered: the facts, frozen where something is decided, and an answer that came back. */
export async function readingOf(api: Api, caller: Caller, task: Task): Promise<z.input<typeof Reading>> {
  const { store } = api;
  const [labels, acceptance] = await Promise.all([labelsNow(api), acceptanceOf(store, task)]);
  if (acceptance === undefined) return { labels, ...(await aboutRisk(api, caller, task)), ...(await amended(store, task)) };
  return {
    ...{ labels, title: acceptance.snapshot.name, frozen: await frozenFacts(api, caller.id, acceptance) },
    ...(await askedForBefore(store, task, acceptance)),
  };
}

async function aboutRisk(api: Api, { person }: Caller, task: Task): Promise<Pick<z.input<typeof Reading>, 'title' | 'risk' | 'last'>> {
  const { store } = api;
  const risk = await riskOf(store, task);
  if (risk === undefined)
    return { title: (await titleOfSubject(store, task, person.language)) ?? taskDefinitionOf(task).title[person.language] };
  const { calendar } = await readerOf(api, person);
  const last = keepableIn(task, risk);
  return {
    ...{ title: risk.name, risk: await riskFacts({ store, reader: person, calendar, risk }) },
    ...(last !== undefined && { last: { likelihood: last.likelihood, consequence: last.consequence } }),
  };
}

type Before = Pick<Reading, 'before'>;

async function amended(store: Store, task: Task): Promise<Before> {
  const before = await beforeOf(store, task);
  if (before === undefined) return {};
  const answer = await withNames(store, schemaOf(task), before.answer);
  return { before: { ...before, answer, by: await nameOf(store, before.by) } };
}

async function askedForBefore(store: Store, task: Task, acceptance: Acceptance): Promise<Before> {
  const answer = requestedBefore(task, acceptance);
  const { decidedBy, decidedAt = '', decision: reason = '' } = acceptance;
  if (answer === undefined || decidedBy === undefined) return {};
  return { before: { answer, by: await nameOf(store, decidedBy.person), at: decidedAt, reason } };
}

const nameOf = async (store: Store, id: string): Promise<string> => (await store.people.get(id))?.name ?? id;

/** The same with the timetable and the names of everybody who is part of it. */
export async function taskReadingOf(api: Api, caller: Caller, task: Task): Promise<z.input<typeof TaskReading>> {
  const { store } = api;
  const asked = (await store.people.get(task.assignee)) ?? caller.person;
  const [reading, steps, { siteName }, trail] = await Promise.all([
    readingOf(api, caller, task),
    stepsWithOpening({ api, person: caller.person }, task),
    readerOf(api, asked),
    spoken(store, `task/${task.id}`),
  ]);
  return { ...reading, site: siteName, steps, people: await namesIn(api, task, trail) };
}

async function namesIn(api: Api, task: Task, trail: readonly SpokenEntry[]): Promise<Record<string, string>> {
  const people = await peopleById(api, textsIn([task, trail.map(({ actor, data }) => ({ actor, data }))]));
  return Object.fromEntries([...people.values()].map(({ id, name }) => [id, name]));
}

const longestId = 60;

/** Whatever may be somebody's id, wherever it stands. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length > longestId ? [] : [value];
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(textsIn);
}

type Wanted = { process?: string | undefined; run?: string | undefined; task?: string | undefined };
type Paging = { cursor?: string | undefined; limit?: number | undefined };

const formsAtOnce = 25;

/** What this caller may answer now, decisions of others that have come to them included. */
export async function formsFor(
  api: Api,
  caller: Caller,
  wanted: Wanted,
  { cursor, limit = formsAtOnce }: Paging,
): Promise<{ items: z.input<typeof Form>[]; next?: string | undefined; total?: number }> {
  const named = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
  const theirs = { $or: [{ assignee: caller.id }, { onBehalfOf: caller.id }, ...lateFor(caller)] };
  const open = allOf(named, theirs, { state: { $in: [...unansweredStates] } });
  const [{ items, next }, total] = await Promise.all([
    page(api.store.tasks, open, { cursor, limit }, { field: 'due', direction: 1 }),
    cursor === undefined ? api.store.tasks.count(open) : undefined,
  ]);
  const answerable = items.filter((task) => mayComplete(task, byOf(caller)));
  const lines = await taskLines(api, caller.person.language, answerable);
  const forms = await Promise.all(answerable.map((task, n) => formOf(api, caller, task, lines[n])));
  return { items: forms.flat(), next, ...(total !== undefined && { total }) };
}

async function formOf(
  api: Api,
  caller: Caller,
  task: Task,
  line: z.input<typeof Form>['task'] | undefined,
): Promise<z.input<typeof Form>[]> {
  if (line === undefined) return [];
  const [reading, brief] = await Promise.all([
    readingOf(api, caller, task),
    task.brief === undefined ? undefined : api.store.briefs.get(task.brief.id),
  ]);
  return [
    {
      ...{ task: line, outcomeSchema: schemaOf(task), evidence: task.evidence ?? [], brief, reading },
      needsWaiver: waivable(factsOf(task), byOf(caller)).includes('complete'),
    },
  ];
}
