import type { Instant } from '../../domain/records/common.ts';
import type { Person } from '../../domain/records/person.ts';
import type { Run } from '../../domain/records/run.ts';
import type { Settings } from '../../domain/records/settings.ts';
import type { Task } from '../../domain/records/task.ts';
import type { AskedIn } from '../../domain/words/asked.ts';
import { settingsNow } from '../../models/knowledge.ts';
import type { Store } from '../../models/store.ts';
import { nameOfRun } from '../../workflows/definitions.ts';
import type { MailDeps } from '../deps.ts';
import { processOf, taskOf } from '../knowledge.ts';
import type { TaskLine } from '../letters/types.ts';

/** For whom a mail is written, and when. */
export type Context = {
  store: Store;
  deps: MailDeps;
  settings: Settings;
  reader: Person;
  at: Instant;
  /** The name of a person, looked up once for each mail. */
  names: (id: string) => Promise<string>;
};

export const contextOf = async (deps: MailDeps, reader: Person, at: Instant): Promise<Context> => ({
  ...{ store: deps.store, deps, settings: await settingsNow(deps.store), reader, at, names: nameLookup(deps.store) },
});

function nameLookup(store: Store): Context['names'] {
  const known = new Map<string, Promise<string>>();
  return (id) => {
    const name = known.get(id) ?? store.people.get(id).then((person) => person?.name ?? id);
    known.set(id, name);
    return name;
  };
}

export const inRun = (run: Run): Omit<AskedIn, 'definition'> => {
  const { title, clauses } = processOf(run.process);
  return { run: run.id, process: { title, clauses } };
};

/** A section about these tasks: of one kind, and of one run unless they are decisions. */
export function askedIn(run: Run, tasks: readonly Pick<Task, 'run' | 'task'>[]): AskedIn {
  const runs = runsOf(tasks);
  return { ...inRun(run), ...(runs.length > 1 && { runs }), definition: taskOf(processOf(run.process), tasks[0]?.task ?? '') };
}

export const runsOf = (some: readonly { run?: string | undefined }[]): string[] => [...new Set(some.flatMap(({ run }) => run ?? []))];

/** Earliest and latest due date of some tasks. */
export function dueDatesOf(tasks: readonly Pick<Task, 'due'>[]): { first: Instant | undefined; last: Instant | undefined } {
  const dates = tasks.map(({ due }) => due).sort();
  return { first: dates[0], last: dates.at(-1) };
}

/** What a mail calls that which a task is about: its reference, never its title. A run of a plan is called by its process and period, which give nothing away. */
export async function referenceOf({ store, reader }: Context, { process, task, about }: Task): Promise<string | undefined> {
  if (about === undefined || taskOf(processOf(process), task).about !== 'plannedRuns') return about;
  const planned = await store.plannedRuns.get(about);
  return planned === undefined ? about : nameOfRun(planned, reader.language);
}

/** Tasks as lines of a list that says nothing else of them. */
export const referencesOf = (context: Context, tasks: readonly Task[]): Promise<TaskLine[]> =>
  Promise.all(tasks.map(async (task) => ({ task: task.id, reference: await referenceOf(context, task) })));
