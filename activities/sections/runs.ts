import type { Instant } from '../../domain/records/common.ts';
import type { AcceptanceFacts, Letter } from '../../domain/records/letter.ts';
import type { Run } from '../../domain/records/run.ts';
import type { Task } from '../../domain/records/task.ts';
import { places } from '../../domain/words/places.ts';
import type { AcceptanceNews, Proposed, RunCancelled, RunClosed, RunOpened } from '../letters/types.ts';
import { endsWithItsRun } from '../runSteps/endsWithItsRun.ts';
import { type Context, dueDatesOf, inRun, referencesOf, runsOf } from './context.ts';
import type { Group } from './groups.ts';

export async function runOpened(context: Context, run: Run): Promise<RunOpened> {
  const { store, names, at } = context;
  const tasks = await store.tasks.find({ run: run.id });
  const { openedBy } = run;
  return {
    ...inRun(run),
    ...{ kind: 'runOpened', period: run.period, asked: run.subjects ?? tasks.length, due: dueDatesOf(tasks).last ?? at },
    owners: await ownersOf(context, tasks),
    ...(openedBy.via !== 'engine' && { openedBy: await names(openedBy.person) }),
    superseded: await store.tasks.count({ process: run.process, state: 'superseded', closedAt: { $gte: run.openedAt } }),
  };
}

/** Who is asked how much, most first. */
async function ownersOf({ names }: Context, tasks: readonly Task[]): Promise<RunOpened['owners']> {
  const owners = new Map<string, { count: number; due: Instant }>();
  for (const { assignee, due } of tasks) {
    const owner = owners.get(assignee) ?? { count: 0, due };
    owners.set(assignee, { count: owner.count + 1, due: due > owner.due ? due : owner.due });
  }
  const list = await Promise.all([...owners].map(async ([id, owner]) => ({ name: await names(id), ...owner })));
  return list.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

export async function runClosed({ store, at }: Context, run: Run): Promise<RunClosed> {
  return {
    ...inRun(run),
    ...{ kind: 'runClosed', period: run.period, closedAt: run.closedAt ?? at },
    outcome: run.status === 'cancelled' ? 'cancelled' : (run.outcome ?? 'complete'),
    numbers: numbersOf(await store.tasks.find({ run: run.id })),
    ...{ supersededBy: run.supersededBy, gates: run.gates },
  };
}

function numbersOf(tasks: readonly Task[]): RunClosed['numbers'] {
  const isLate = ({ closedAt, baselineDue }: Task) => closedAt !== undefined && closedAt > baselineDue;
  const done = tasks.filter((task) => task.state === 'done');
  return {
    asked: tasks.length,
    onTime: done.filter((task) => !isLate(task)).length,
    late: done.filter(isLate).length,
    escalated: tasks.filter((task) => task.level > 0).length,
    superseded: tasks.filter((task) => task.state === 'superseded').length,
  };
}

/** To whoever was asked in it: nothing of this run is asked any more. */
export async function runCancelled(context: Context, run: Run): Promise<RunCancelled> {
  const { store, names, reader, at } = context;
  const { closedBy } = run;
  const asked = (await store.tasks.find({ run: run.id, assignee: reader.id })).filter(endsWithItsRun);
  return {
    ...inRun(run),
    ...{ kind: 'runCancelled', period: run.period, closedAt: run.closedAt ?? at },
    ...(closedBy !== undefined && closedBy.via !== 'engine' && { by: await names(closedBy.person) }),
    tasks: await referencesOf(context, asked),
  };
}

/** What people have to decide on: risks that need an acceptance or a treatment, or answers that never came. */
export async function proposal({ names }: Context, { run, letters, tasks: [missed] }: Group): Promise<Proposed> {
  const references = letters.map(({ facts }) => String(facts.about)).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const about = letters[0].facts.proposed === 'riskTreatment' ? 'treatment' : 'acceptance';
  return {
    ...{ ...inRun(run), ...severalRuns(letters) },
    ...{ kind: 'proposal', what: missed === undefined ? about : 'nonconformity', at: letters[0].at, references },
    ...(missed !== undefined && { assignee: await names(missed.assignee) }),
  };
}

/** What became of acceptances. */
export async function acceptance({ names, reader, store }: Context, { run, letters }: Group): Promise<AcceptanceNews> {
  const facts = letters.map((letter) => letter.facts as AcceptanceFacts);
  const [{ said, until, what, again, by, acceptance: id }] = facts as [AcceptanceFacts, ...AcceptanceFacts[]];
  return {
    ...{ ...inRun(run), ...severalRuns(letters) },
    ...{ kind: 'acceptance', at: letters[0].at, said, until, what, again },
    references: facts.map(({ about }) => about).sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    ...(by !== undefined && { by: await names(by) }),
    mine: (await store.risks.count({ id: { $in: facts.map(({ about }) => about) }, owner: reader.id })) === facts.length,
    page: facts.length === 1 ? places.acceptance(id) : places.acceptances,
  };
}

function severalRuns(letters: readonly Letter[]): { runs?: string[] } {
  const runs = runsOf(letters);
  return runs.length > 1 ? { runs } : {};
}
