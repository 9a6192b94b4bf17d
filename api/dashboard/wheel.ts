import { groupedBy } from '../../domain/groupedBy.ts';
import { periodBounds } from '../../domain/period.ts';
import type { Day } from '../../domain/records/common.ts';
import type { Cycle } from '../../domain/records/cycle.ts';
import type { WheelRun, WheelState } from '../../domain/records/dashboard.ts';
import type { Run } from '../../domain/records/run.ts';
import { isClosed } from '../../domain/rules/task.ts';
import { type Progress, progressOf } from '../../models/cycles.ts';
import { definitionOf, titleOfProcess } from '../../workflows/definitions.ts';
import type { Asked, Looking } from './asking.ts';

const fields = ['process', 'key', 'status', 'outcome', 'openedAt', 'closedAt', 'supersededBy'] as const;
type Seen = Pick<Run, (typeof fields)[number] | 'id'>;

/** What somebody is asked about another's proposal is a part of that run, and no arc of its own. */
const drawn = ({ process }: { process: string }): boolean => process !== 'proposal' && process !== 'reviewDecision';

/** The runs of the year: those that opened in it or in which something was still to do when it began, and those that its plan or the schedules foresee. */
export async function wheelOf(looking: Looking, cycle: Cycle | undefined, foreseen: readonly Foreseen[]): Promise<WheelRun[]> {
  const { store, calendar, now, year } = looking;
  const opened = await store.runs.pick({ openedAt: { $gte: year.from, $lte: year.to } }, fields);
  const before = await store.runs.pick({ status: 'open', openedAt: { $lt: year.from } }, fields);
  const planned = cycle === undefined ? [] : await progressOf(store, cycle, { calendar, at: now, definitionOf });
  const tasks = groupedBy(looking.tasks, ({ run }) => run);
  const isPlanned = new Map(planned.map((one) => [one.run, one]));
  const there = [...before, ...opened].filter(drawn).map((run) => runOf(looking, run, isPlanned.get(run.id), tasks.get(run.id) ?? []));
  const notThere = planned.filter(({ run, standing }) => run === undefined && standing !== 'notNeeded');
  const ahead = cycle === undefined ? foreseen.map((one) => foreseenOf(looking, one)) : [];
  const first = periodBounds(year.period).first;
  return [...there, ...notThere.map((one) => plannedOf(looking, one)), ...ahead]
    .filter(({ promised, actual }) => promised.to >= first || (actual?.to ?? '') >= first)
    .sort((a, b) => (a.promised.from < b.promised.from ? -1 : 1));
}

const titleOf = ({ language }: Looking, process: string): string => titleOfProcess(process, language);
const phaseOf = (process: string) => definitionOf(process)?.phase ?? 'do';

function runOf(looking: Looking, run: Seen, planned: Progress | undefined, tasks: readonly Asked[]): WheelRun {
  const from = looking.calendar.dayOf(run.openedAt);
  const to = lastAct(looking, run, tasks);
  const asked = lastPromise(looking, tasks);
  const planTo = planned?.closesBy ?? asked ?? to;
  // What is asked later than the plan could know, such as the minutes of a review on a day of its own choice, is promised for later too.
  const promised = { from: planned?.opensOn ?? from, to: asked !== undefined && asked > planTo ? asked : planTo };
  const open = tasks.filter(({ state }) => !isClosed(state));
  return {
    ...{ id: run.id, run: run.id, process: run.process, key: run.key, title: titleOf(looking, run.process), phase: phaseOf(run.process) },
    ...{ promised: { from: promised.from, to: promised.to < promised.from ? promised.from : promised.to }, actual: { from, to } },
    state: stateOf(looking, run, { to, promisedTo: promised.to }, { open, asked: tasks.length }),
    level: Math.max(0, ...open.map(({ level }) => level)),
  };
}

/**
 * The day until which something was done in the run: today while somebody is asked. A run that only waits, such as for the end of an acceptance that is
 * in force, is not late by that.
 */
function lastAct({ calendar, today }: Looking, { closedAt }: Seen, tasks: readonly Asked[]): Day {
  const open = tasks.some(({ state }) => !isClosed(state));
  const last = tasks
    .flatMap((task) => task.closedAt ?? [])
    .sort()
    .at(-1);
  const end = open ? undefined : (last ?? closedAt);
  return end === undefined ? today : calendar.dayOf(end);
}

/** The last date that was first promised to somebody in it. */
const lastPromise = ({ calendar }: Looking, tasks: readonly Asked[]): Day | undefined => {
  const last = tasks
    .map(({ baselineDue }) => baselineDue)
    .sort()
    .at(-1);
  return last === undefined ? undefined : calendar.dayOf(last);
};

const soonInDays = 2;

function stateOf(
  looking: Looking,
  run: Seen,
  { to, promisedTo }: { to: Day; promisedTo: Day },
  tasks: { open: readonly Asked[]; asked: number },
): WheelState {
  const { calendar, now, today } = looking;
  const { open, asked } = tasks;
  if (run.status === 'cancelled' || run.supersededBy !== undefined) return 'superseded';
  if (run.status === 'closed') return to > promisedTo ? 'doneLate' : 'done';
  if (open.some(({ level }) => level >= 2)) return 'escalated';
  const isWaiting = asked > 0 && open.length === 0;
  if (open.some(({ due }) => due < now) || (today > promisedTo && !isWaiting)) return 'late';
  const isSoon = open.some(({ due }) => calendar.workingDaysUntil(today, calendar.dayOf(due)) <= soonInDays);
  return isSoon ? 'soon' : 'onTime';
}

function plannedOf(looking: Looking, { id, process, key, opensOn, closesBy, standing }: Progress): WheelRun {
  return {
    ...{ id, process, key, title: titleOf(looking, process), phase: phaseOf(process), level: 0 },
    promised: { from: opensOn, to: closesBy },
    state: standing === 'missing' ? 'missing' : standing === 'ahead' ? 'ahead' : 'superseded',
  };
}

/** What a schedule foresees while no year is planned. */
export type Foreseen = { schedule: string; process: string; key: string; from: Day; to: Day };

const foreseenOf = (looking: Looking, { schedule, process, key, from, to }: Foreseen): WheelRun => ({
  ...{ id: `${schedule}-${key}`, process, key, title: titleOf(looking, process), phase: phaseOf(process), level: 0 },
  ...{ promised: { from, to }, state: 'ahead' },
});
