import { groupedBy } from '../../domain/groupedBy.ts';
import type { Acceptance } from '../../domain/records/acceptance.ts';
import type { ScaleLabels } from '../../domain/records/reading.ts';
import type { Task } from '../../domain/records/task.ts';
import { bandRank } from '../../domain/rules/risk.ts';
import { waivable } from '../../domain/rules/task.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { factsOf } from '../../domain/taskFacts.ts';
import { fieldsOf } from '../../domain/words/fields.ts';
import { places } from '../../domain/words/places.ts';
import { speakerOf } from '../../domain/words/speaker.ts';
import type { Store } from '../../models/store.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import { taskDefinitionOf } from '../outcomes.ts';
import { labelsNow, requestedBefore, schemaOf } from '../reading/asked.ts';
import { beforeOf } from '../reading/before.ts';
import { acceptanceOf, frozenFacts, sightOf } from '../reading/frozenFacts.ts';
import { withNames } from '../reading/peopleIn.ts';
import type { Reader } from '../reading/reader.ts';
import { riskFacts } from '../reading/riskFacts.ts';
import { stepsWithOpening } from '../reading/steps.ts';
import { keepableIn, riskOf, titleOfSubject } from '../reading/subject.ts';
import { workingDaysLeft } from '../taskLines.ts';
import { presetIn } from './views/answers.ts';
import type { EvidenceLine } from './views/evidence.tsx';
import type { TaskForm, TaskGroup } from './views/types.ts';

/** What came back with a form that is shown again. */
export type Returned = { typed?: Record<string, string> | undefined; problems?: Record<string, string> | undefined };

/** The names of a page's tasks in its form: references, where each stands for one task only. */
export function namesOf(tasks: readonly Pick<Task, 'id' | 'about'>[]): Map<string, string> {
  const count = new Map<string, number>();
  for (const { about } of tasks) if (about !== undefined) count.set(about, (count.get(about) ?? 0) + 1);
  return new Map(tasks.map(({ id, about }) => [id, about !== undefined && count.get(about) === 1 ? about : id]));
}

export const askedIn = (task: Task): Pick<TaskGroup, 'run' | 'process' | 'definition'> => {
  const process = definitionOf(task.process);
  if (process === undefined) throw new Error(`there is no process ${task.process}`);
  return { run: task.run, process: { title: process.title, clauses: process.clauses }, definition: taskDefinitionOf(task) };
};

/**
 * Tasks of one kind in one run with the same date, asked of the same person, stand together, in the order of their references. Decisions are runs of
 * their own: those of one kind stand together whatever their run and date.
 */
export function grouped(tasks: readonly Task[]): Task[][] {
  const ordered = [...tasks].sort((a, b) => (a.about ?? a.id).localeCompare(b.about ?? b.id, 'en', { numeric: true }));
  const groups = groupedBy(ordered, (task) => {
    const place = task.approval === true ? [task.process] : [task.run, task.due];
    return [...place, task.task, task.assignee, task.onBehalfOf].join(' ');
  });
  return [...groups.values()].sort((a, b) => dueOf(a).localeCompare(dueOf(b)));
}

/** Where a task is answered after signing in: with all others of its kind. */
export const answeredAt = ({ approval, process, run, task }: Pick<Task, 'approval' | 'process' | 'run' | 'task'>): string =>
  approval === true ? places.decisions(process, task) : places.answer(run, task);

export const dueOf = (tasks: readonly Task[]): string => tasks.map(({ due }) => due).sort()[0] ?? '';

export async function groupOf(
  reader: Reader,
  tasks: readonly Task[],
  names: Map<string, string>,
  returned: Map<string, Returned>,
  { askedOf, as }: { askedOf?: string | undefined; as: By },
): Promise<TaskGroup[]> {
  const due = dueOf(tasks);
  const first = tasks.find((task) => task.due === due);
  if (first === undefined) return [];
  const { api, calendar, siteName } = reader;
  const labels = await labelsNow(api);
  const runs = [...new Set(tasks.map(({ run }) => run))];
  const forms = await Promise.all(
    tasks.map(async (task) => ({
      ...(await formOf(reader, task, names.get(task.id) ?? task.id, labels, returned.get(task.id) ?? {})),
      ...(waivable(factsOf(task), as).includes('complete') && { needsWaiver: true }),
      ...(task.due !== due && { due: task.due }),
    })),
  );
  return [
    {
      ...{ ...askedIn(first), ...(runs.length > 1 && { runs }) },
      ...{ due, left: workingDaysLeft({ due }, calendar, api.clock.now()), level: Math.max(...tasks.map(({ level }) => level)) },
      ...{ site: siteName, tasks: forms.sort(highestFirst), steps: await stepsWithOpening(reader, first), askedOf },
      ...(await movedOf(reader, first)),
    },
  ];
}

/** Of decisions the highest level comes first; everything else stays in the order of its references. */
const highestFirst = (a: TaskForm, b: TaskForm): number => rankOf(b) - rankOf(a);
const rankOf = ({ frozen }: TaskForm): number => (frozen === undefined ? 0 : bandRank(frozen.band));

async function formOf(reader: Reader, task: Task, name: string, labels: ScaleLabels, returned: Returned): Promise<TaskForm> {
  const { store } = reader.api;
  const common = {
    task: task.id,
    name,
    reference: task.about,
    schema: schemaOf(task),
    labels,
    ...(await mended(reader, task)),
    evidence: filesOf(reader, task),
    ...(task.brief !== undefined && { brief: await store.briefs.get(task.brief.id) }),
    ...returned,
  };
  const acceptance = await acceptanceOf(store, task);
  if (acceptance !== undefined) return { ...common, ...(await decisionOn(reader, task, acceptance)), ...returned };
  const title = taskDefinitionOf(task).title[reader.person.language];
  const risk = await riskOf(store, task);
  if (risk === undefined) return { ...common, title: (await titleOfSubject(store, task, reader.person.language)) ?? title };
  const facts = await riskFacts({ store, reader: reader.person, calendar: reader.calendar, risk });
  const last = keepableIn(task, risk);
  return { ...common, title: risk.name, facts, ...(last && { last: { likelihood: last.likelihood, consequence: last.consequence } }) };
}

/** The form of a decision on a risk: about what was frozen. What was asked for before and came back is filled in. */
async function decisionOn({ api, person }: Reader, task: Task, acceptance: Acceptance) {
  const { decidedBy, decidedAt = '', decision = '' } = acceptance;
  const before = requestedBefore(task, acceptance);
  return {
    ...{ title: acceptance.snapshot.name, asks: task.task, seen: await sightOf(api.store, acceptance) },
    frozen: await frozenFacts(api, person.id, acceptance),
    ...(before !== undefined && { typed: before }),
    ...(before !== undefined &&
      decidedBy !== undefined && { returned: { by: await nameOf(api.store, decidedBy.person), at: decidedAt, reason: decision } }),
  };
}

/** What is filled in when a form is shown for the first time: an answer that came back, or a request that was returned. */
export async function filledIn(store: Store, task: Task): Promise<Record<string, unknown> | undefined> {
  const acceptance = await acceptanceOf(store, task);
  if (acceptance !== undefined) return requestedBefore(task, acceptance);
  const before = await beforeOf(store, task);
  return before === undefined ? undefined : withNames(store, schemaOf(task), before.answer);
}

const filesOf = ({ downloads }: Reader, { id, evidence = [] }: Task): EvidenceLine[] =>
  evidence.map(({ sha256, name, size, addedAt }) => ({
    sha256,
    name,
    size,
    addedAt,
    ...(downloads && { href: places.evidence(id, sha256) }),
  }));

/** What came back, filled in as it was, and with what was said about it. */
async function mended({ api: { store }, person }: Reader, task: Task): Promise<Pick<TaskForm, 'returned' | 'typed'>> {
  const before = await beforeOf(store, task);
  if (before === undefined) return {};
  const { answer, by, at, reason } = before;
  const shown = await withNames(store, schemaOf(task), answer);
  const fields = fieldsOf(schemaOf(task), speakerOf({ language: person.language, zone: 'utc', now: at }));
  return {
    typed: Object.assign({}, ...fields.map((field) => presetIn(field, shown[field.name]))),
    returned: { by: await nameOf(store, by), at, reason },
  };
}

const nameOf = async (store: Store, id: string): Promise<string> => (await store.people.get(id))?.name ?? id;

/** How the date has moved, what was asked for, and who stands in. */
async function movedOf({ api: { store }, person }: Reader, task: Task): Promise<Pick<TaskGroup, 'moved' | 'requests' | 'standIn'>> {
  const { extensions = [], baselineDue, due, onBehalfOf, assignee } = task;
  const times = extensions.filter(({ state }) => state === 'granted').length;
  const isOwner = onBehalfOf === person.id;
  return {
    ...(due !== baselineDue && { moved: { first: baselineDue, times } }),
    ...(onBehalfOf !== undefined && { standIn: { isOwner, other: await nameOf(store, isOwner ? assignee : onBehalfOf) } }),
    requests: await Promise.all(
      extensions.map(async ({ askedAt, askedBy, until, reason, state, decidedAt, decidedBy, answer }) => ({
        ...{ at: askedAt, until, reason, state, decidedAt, answer },
        by: askedBy === person.id ? undefined : await nameOf(store, askedBy),
        decidedBy: decidedBy === undefined ? undefined : await nameOf(store, decidedBy),
      })),
    ),
  };
}
