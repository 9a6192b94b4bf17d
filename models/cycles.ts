import type { Calendar } from '../domain/calendar.ts';
import { toInstant, toMs } from '../domain/clock.ts';
import { phasesOf, type Standing, standingOf } from '../domain/cycle.ts';
import { nextPeriod, periodBounds } from '../domain/period.ts';
import type { ProcessDefinition } from '../domain/process.ts';
import type { Instant } from '../domain/records/common.ts';
import type { Cycle, CycleReport, Phase, PlannedRun } from '../domain/records/cycle.ts';
import type { Run } from '../domain/records/run.ts';
import { gatesOf } from './gates.ts';
import type { Store } from './store.ts';
import { type AskedTask, cameToLevel, extensionsGranted, isAhead, isOnTime, tasksPromised, wereReminded } from './timeliness.ts';

type Asking = { calendar: Calendar; at: Instant; definitionOf(key: string): ProcessDefinition | undefined };

export type Progress = PlannedRun & { phase: Phase; standing: Standing };

const fields = ['process', 'key', 'attempt', 'subject', 'status', 'outcome', 'openedAt', 'closedAt', 'gates'] as const;
type Seen = Pick<Run, (typeof fields)[number] | 'id'>;

/** The run of a process and key; of several attempts the last. */
export const runOf = (store: Store, { process, key }: Pick<PlannedRun, 'process' | 'key'>): Promise<Run | undefined> =>
  store.runs.first({ key, process }, { sort: { attempt: -1 } });

/** Each run that a cycle has planned, and how it stands now. */
export async function progressOf(store: Store, { id }: Pick<Cycle, 'id'>, asking: Asking): Promise<Progress[]> {
  const planned = await store.plannedRuns.find({ cycle: id }, { sort: { opensOn: 1 } });
  const runs = await store.runs.pick({ key: { $in: [...new Set(planned.map(({ key }) => key))] } }, fields);
  return planned.map((one) => withStanding(one, lastOf(runs, one), asking));
}

const lastOf = (runs: readonly Seen[], { process, key }: PlannedRun): Seen | undefined =>
  runs.filter((run) => run.process === process && run.key === key).sort((a, b) => b.attempt - a.attempt)[0];

function withStanding(planned: PlannedRun, run: Seen | undefined, { calendar, at, definitionOf }: Asking): Progress {
  const opened = run && { ...run, closedOn: run.closedAt === undefined ? undefined : calendar.dayOf(run.closedAt) };
  return {
    ...planned,
    ...(run !== undefined && { run: run.id }),
    phase: definitionOf(planned.process)?.phase ?? 'do',
    standing: standingOf(planned, opened, calendar.dayOf(at)),
  };
}

/** A cycle in numbers: its plan, the runs that opened and the tasks that were promised within its year, up to that instant. */
export async function reportOf(store: Store, cycle: Cycle, asking: Asking): Promise<CycleReport> {
  const { calendar, at } = asking;
  const { from, to } = spanOf(cycle, calendar);
  const until = at < to ? at : to;
  const tasks = await tasksPromised(store, from, to);
  const raised = await store.nonconformities.count({ proposedAt: { $gte: from, $lte: until } });
  const closed = await store.nonconformities.count({ closedAt: { $gte: from, $lte: until } });
  return {
    at,
    phases: phasesOf(await progressOf(store, cycle, asking), await gatesIn(store, from, to, asking)),
    tasks: tasksOf(tasks, at),
    nonconformities: { raised, closed },
  };
}

function tasksOf(tasks: readonly AskedTask[], at: Instant): CycleReport['tasks'] {
  const waived = tasks.filter(({ state }) => state === 'waived');
  const asked = tasks.filter(({ state }) => state !== 'waived');
  const onTime = asked.filter(isOnTime).length;
  const ahead = asked.filter((task) => isAhead(task, at)).length;
  return {
    ...{ asked: tasks.length, onTime, ahead, late: asked.length - onTime - ahead, waived: waived.length },
    ...{ extended: extensionsGranted(tasks), reminded: wereReminded(tasks) },
    escalated: [1, 2, 3].map((level) => cameToLevel(tasks, level)),
  };
}

/** First and last instant of the year, where the organization is. */
export function spanOf({ period }: Pick<Cycle, 'period'>, calendar: Calendar): { from: Instant; to: Instant } {
  const next = calendar.midnight(periodBounds(nextPeriod(period)).first);
  return { from: calendar.midnight(periodBounds(period).first), to: toInstant(toMs(next) - 1) };
}

/** How the gates of the runs of a year held: as they were recorded when these closed, as they stand today where they are open. */
async function gatesIn(store: Store, from: Instant, to: Instant, { calendar, at, definitionOf }: Asking) {
  const runs = await store.runs.pick({ openedAt: { $gte: from, $lte: to } }, fields);
  const today = calendar.dayOf(at);
  return Promise.all(
    runs.map(async (run) => {
      const definition = definitionOf(run.process);
      const gates = run.status === 'open' ? await gatesOf(store, run as Run, definition?.gates ?? [], today) : run.gates;
      return { phase: definition?.phase ?? ('do' as const), gates };
    }),
  );
}
