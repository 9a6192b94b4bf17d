import type { Calendar } from './calendar.ts';
import type { ProcessDefinition } from './process.ts';
import type { Day } from './records/common.ts';
import { Phase, type PhaseReport, type PlannedRun } from './records/cycle.ts';
import type { Run } from './records/run.ts';

/** How a planned run stands on a day. */
export type Standing = Exclude<keyof PhaseReport, 'phase' | 'planned' | 'runs' | 'gates'>;

type Of = Pick<PlannedRun, 'opensOn' | 'closesBy' | 'ifNeeded' | 'waivedBecause'>;
type Opened = { status: Run['status']; outcome?: Run['outcome'] | undefined; closedOn?: Day | undefined };

/** How a planned run stands: by the run that it has become, else by its day. A run that is due to open today is still ahead. */
export function standingOf({ opensOn, closesBy, ifNeeded, waivedBecause }: Of, run: Opened | undefined, today: Day): Standing {
  if (run?.status === 'cancelled') return 'cancelled';
  if (run?.status === 'open') return 'open';
  if (run?.outcome === 'incomplete') return 'incomplete';
  if (run !== undefined) return (run.closedOn ?? today) <= closesBy ? 'onTime' : 'late';
  if (waivedBecause !== undefined) return 'waived';
  if (opensOn >= today) return 'ahead';
  return ifNeeded ? 'notNeeded' : 'missing';
}

/** The last day of a run that opens then, if everybody answers on the last day and nothing comes back. */
export function closesBy({ plan, tasks }: Pick<ProcessDefinition, 'plan' | 'tasks'>, opensOn: Day, calendar: Calendar): Day {
  const days = plan.map(({ task, after }) => {
    const { due, confirmedBy } = tasks[task] ?? {};
    const own = due === undefined || !('workingDays' in due) ? 1 : due.workingDays;
    const counted = due?.from === 'run' ? own : (after?.workingDay ?? 0) + own;
    return counted + (confirmedBy?.workingDays ?? 0);
  });
  return calendar.addWorkingDays(opensOn, Math.max(1, ...days));
}

type Counted = { phase: Phase; standing: Standing };
type Closed = { phase: Phase; gates: readonly { gate: string; passed: boolean }[] };

/** What became of the plan, and how the gates held, phase by phase. */
export const phasesOf = (planned: readonly Counted[], runs: readonly Closed[]): PhaseReport[] =>
  Phase.options.map((phase) => {
    const own = planned.filter((one) => one.phase === phase);
    const count = (standing: Standing) => own.filter((one) => one.standing === standing).length;
    const opened = runs.filter((run) => run.phase === phase);
    return {
      ...{ phase, planned: own.length, ahead: count('ahead'), open: count('open'), onTime: count('onTime'), late: count('late') },
      ...{ incomplete: count('incomplete'), cancelled: count('cancelled'), waived: count('waived'), notNeeded: count('notNeeded') },
      ...{ missing: count('missing'), runs: opened.length, gates: gatesIn(opened) },
    };
  });

function gatesIn(runs: readonly Closed[]): PhaseReport['gates'] {
  const all = runs.flatMap(({ gates }) => gates);
  const names = [...new Set(all.map(({ gate }) => gate))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const count = (name: string, passed: boolean) => all.filter((one) => one.gate === name && one.passed === passed).length;
  return names.map((gate) => ({ gate, held: count(gate, true), broken: count(gate, false) }));
}
