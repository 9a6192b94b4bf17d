import { z } from 'zod';
import { CycleReport, Phase } from '../../domain/records/cycle.ts';
import type { Context } from '../context.ts';
import type { Table } from '../table.ts';
import { counted, minute } from '../words.ts';
import { newestOf } from './newest.ts';

const Cycle = z.looseObject({ id: z.string(), period: z.string(), status: z.string() });
const Planned = z.looseObject({
  ...{ process: z.string(), key: z.string(), opensOn: z.string(), closesBy: z.string(), phase: Phase },
  ...{ standing: z.string(), waivedBecause: z.string().optional() },
});
const Progress = z.looseObject({ planned: z.array(Planned), report: z.looseObject(CycleReport.shape) });
type Report = z.output<typeof Progress>['report'];

/** How a year stands: its phases in numbers, and each planned run with what has become of it. */
export async function cycleReport({ client, output }: Context, which: string | undefined): Promise<void> {
  const cycle = await newestOf({ client }, { register: 'cycles', title: 'cycle', record: Cycle }, which);
  const progress = await client.get(`/cycles/${encodeURIComponent(cycle.id)}/progress`, Progress);
  const { planned, report } = progress;
  output.result({ cycle, ...progress }, [
    `${cycle.id}, ${cycle.period}: ${cycle.status}, counted ${minute(report.at)}`,
    '',
    ...output.table(phaseTable(report)),
    '',
    ...sums(report),
    '',
    ...(planned.length === 0 ? ['No run is planned.'] : output.table(plannedTable(planned))),
  ]);
}

const standings: Record<string, string> = {
  ...{ ahead: 'ahead', open: 'open', onTime: 'closed on time', late: 'closed late', incomplete: 'closed incomplete' },
  ...{ cancelled: 'cancelled', waived: 'left out', notNeeded: 'not needed', missing: 'did not open' },
};

const columns = [
  'planned',
  'ahead',
  'open',
  'onTime',
  'late',
  'incomplete',
  'cancelled',
  'waived',
  'notNeeded',
  'missing',
  'runs',
] as const;
const heads: Record<(typeof columns)[number], string> = {
  ...{ planned: 'Planned', ahead: 'Ahead', open: 'Open', onTime: 'On time', late: 'Late', incomplete: 'Incomplete' },
  ...{ cancelled: 'Cancelled', waived: 'Left out', notNeeded: 'Not needed', missing: 'Missing', runs: 'Opened' },
};

const phaseTable = ({ phases }: Report): Table => ({
  head: ['Phase', ...columns.map((column) => heads[column]), 'Broken gates'],
  rows: phases.map((phase) => [phase.phase, ...columns.map((column) => String(phase[column])), brokenIn(phase)]),
});

const brokenIn = ({ gates }: Report['phases'][number]): string =>
  gates
    .filter(({ broken }) => broken > 0)
    .map(({ gate, broken, held }) => `${gate} ${broken} of ${broken + held}`)
    .join(', ');

function sums({ tasks, nonconformities }: Report): string[] {
  const { asked, onTime, ahead, late, waived, extended, reminded, escalated } = tasks;
  return [
    `${counted(asked, 'task')}: ${onTime} on time, ${late} late, ${ahead} not due yet, ${waived} waived; ${extended} extended, ${reminded} reminded`,
    `Escalated: ${escalated.map((n, level) => `${n} to level ${level + 1}`).join(', ')}`,
    `Nonconformities: ${nonconformities.raised} raised, ${nonconformities.closed} closed`,
  ];
}

const plannedTable = (planned: readonly z.output<typeof Planned>[]): Table => ({
  head: ['Opens', 'Process', 'Key', 'By', 'Phase', 'Stands'],
  rows: planned.map(({ process, key, opensOn, closesBy, phase, standing, waivedBecause }) => [
    ...[opensOn, process, key, closesBy, phase],
    [standings[standing] ?? standing, waivedBecause].filter((part) => part !== undefined).join(': '),
  ]),
});
