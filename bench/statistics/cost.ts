import { table } from './table.ts';

/** What one item cost: processor time by process in ms, and commands to the database. */
export type Cost = { what: string; cpuMs: Readonly<Record<string, number>>; databaseCommands: number };

const rounded = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(1));

/** Processor time of each process for one item, so that a missed figure says where its time goes. */
export function costTable(costs: readonly Cost[]): string {
  const processes = [...new Set(costs.flatMap(({ cpuMs }) => Object.keys(cpuMs)))];
  const total = (cpuMs: Cost['cpuMs']) => Object.values(cpuMs).reduce((sum, ms) => sum + ms, 0);
  return table([
    ['CPU in ms for each', ...processes, 'together', 'database commands'],
    ...costs.map(({ what, cpuMs, databaseCommands }) => [
      ...[what, ...processes.map((name) => rounded(cpuMs[name]))],
      ...[rounded(total(cpuMs)), rounded(databaseCommands)],
    ]),
  ]);
}
