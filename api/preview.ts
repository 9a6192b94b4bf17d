import { createReads } from '../activities/registers/reads.ts';
import { type Promised, promise } from '../activities/steps/promised.ts';
import type { Clock } from '../domain/clock.ts';
import type { AskingRead, Planned, ProcessDefinition } from '../domain/process.ts';
import type { Instant, Language } from '../domain/records/common.ts';
import { calendarOf } from '../domain/sites.ts';
import { settingsNow } from '../models/knowledge.ts';
import { accountableFor } from '../models/people.ts';
import type { Store } from '../models/store.ts';
import type { TaskInput } from '../workflows/engine/contract.ts';

export type PreviewedTask = Pick<Promised, 'task' | 'about' | 'assignee' | 'onBehalfOf' | 'due' | 'rungs'> & {
  title: string;
  opensAt: Instant;
};

type Asked = {
  store: Store;
  clock: Clock;
  definition: ProcessDefinition;
  subject: Record<string, unknown>;
  at: Instant;
  language: Language;
};

/**
 * What a run would ask if it opened at that moment (the organization's time), by the same function that promises when it really opens. Nothing is written.
 */
export async function previewOf(asked: Asked): Promise<PreviewedTask[]> {
  const tasks: PreviewedTask[] = [];
  for (const planned of asked.definition.plan) tasks.push(...(await tasksOf(asked, planned)));
  return tasks;
}

/** What an open run has not asked yet though its plan says so: single tasks that come on a later day. What follows from answers is not known. */
export async function stillPlanned(asked: Asked, isAsked: (task: string) => boolean): Promise<PreviewedTask[]> {
  const left = asked.definition.plan.filter(({ task, each, after }) => after !== undefined && each === undefined && !isAsked(task));
  return (await Promise.all(left.map((planned) => tasksOf(asked, planned)))).flat();
}

async function tasksOf(asked: Asked, planned: Planned): Promise<PreviewedTask[]> {
  const opensAt = await openingOf(asked, planned);
  const tasks: PreviewedTask[] = [];
  for (const about of await subjectsOf(asked, planned)) tasks.push(await taskOf(asked, planned, about, opensAt));
  return tasks;
}

async function subjectsOf({ store, clock, subject }: Asked, { each, about }: Planned): Promise<(string | undefined)[]> {
  if (each !== undefined) return createReads({ store, clock })[each]({ subject });
  return [about?.(subject)];
}

/** At the opening of the run, or on a later working day of it. */
async function openingOf({ store, definition, at }: Asked, { after }: Planned): Promise<Instant> {
  if (after === undefined) return at;
  const calendar = calendarOf(await settingsNow(store), await accountableFor(store, definition));
  return calendar.startOfDay(calendar.addWorkingDays(calendar.dayOf(at), after.workingDay));
}

async function taskOf(asked: Asked, { task, asking }: Planned, about: string | undefined, opensAt: Instant): Promise<PreviewedTask> {
  const { store, clock, definition, at, language } = asked;
  const input = {
    id: '-',
    run: '-',
    process: definition.key,
    task,
    attempt: 1,
    runOpenedAt: at,
    execution: '-',
    at: clock.toReal(opensAt),
  };
  const { data } = await promise(
    { store, clock },
    {
      ...input,
      ...(about !== undefined && { about, ...(asking !== undefined && (await askedAs(asked, asking, about))) }),
    },
  );
  const { assignee, onBehalfOf, due, rungs } = data as Promised;
  return {
    ...{ task, title: definition.tasks[task]?.title[language] ?? task, opensAt, assignee, due, rungs },
    ...(about !== undefined && { about }),
    ...(onBehalfOf !== undefined && { onBehalfOf }),
  };
}

/** Whom and by when the flow would ask, by the very read that it uses. */
const askedAs = (
  { store, clock, subject }: Asked,
  asking: AskingRead,
  about: string,
): Promise<Pick<TaskInput, 'person' | 'barred' | 'due'>> => createReads({ store, clock })[asking]({ about, subject });
