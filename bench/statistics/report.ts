import type { Cost } from './cost.ts';
import { costTable } from './cost.ts';
import { type Figure, figureTable } from './figure.ts';
import { type Profiled, profileText } from './profile.ts';
import { type Table, table } from './table.ts';

/** What one measurement gave. `raw` is every single value, for whoever wants to calculate anew. */
export type Measured = { figures: readonly Figure[]; costs?: readonly Cost[]; notes?: readonly string[]; details?: Table; raw: unknown };

/** The machine before anything was started on it; servers by their own word. */
export type Machine = {
  measuredAt: string;
  processor: string;
  cores: number;
  memoryGb: number;
  system: string;
  node: string;
  /** Processes that wanted to run: on a quiet machine well below one. */
  loadBefore: number;
  temporal?: string;
  database?: string;
};

type Part = Measured & { key: string; what: string; seconds: number; profiles: readonly Profiled[]; earlier?: Earlier };
/** Of a part that was measured before the others: when, in how many rounds, and how quiet the machine was. */
type Earlier = Pick<Machine, 'measuredAt' | 'loadBefore'> & { rounds: number };
export type Report<P extends Part = Part> = { machine: Machine; rounds: number; small: boolean; results: readonly P[] };

/** The later report with what only the earlier one has, each part in its place. `order` are the keys of all parts. */
export function mergedReport<P extends Part>(before: Report<P> | undefined, now: Report<P>, order: readonly string[]): Report<P> {
  if (before === undefined) return now;
  const { machine, rounds } = before;
  const earlier: Earlier = { measuredAt: machine.measuredAt, loadBefore: machine.loadBefore, rounds };
  const left = before.results.filter(({ key }) => now.results.every((one) => one.key !== key)).map((one) => ({ earlier, ...one }));
  return { ...now, results: [...now.results, ...left].sort((one, other) => order.indexOf(one.key) - order.indexOf(other.key)) };
}

/** The report for people, as Markdown. */
export function reportText({ machine, rounds, small, results }: Report): string {
  const costs = results.flatMap((result) => result.costs ?? []);
  const profiles = results.flatMap((result) => result.profiles);
  return [
    machineText(machine, rounds, small),
    ...results.flatMap(({ what, earlier }) => (earlier === undefined ? [] : [earlierText(what, earlier)])),
    figureTable(results.flatMap(({ figures }) => figures)),
    ...results.flatMap(({ notes = [] }) => notes.map((note) => `* ${note}`)),
    ...(costs.length === 0 ? [] : ['### What one item costs', costTable(costs)]),
    ...results.flatMap(({ what, details }) => (details === undefined ? [] : [`### ${what}`, table(details)])),
    ...(profiles.length === 0 ? [] : ['### Where the time goes', ...profiles.map(profileText)]),
  ].join('\n\n');
}

const earlierText = (what: string, { measuredAt, rounds, loadBefore }: Earlier): string =>
  `*${what}*: measured on ${measuredAt.slice(0, 10)} in ${rounds} rounds; load before ${loadBefore}.`;

function machineText(
  { measuredAt, processor, cores, memoryGb, system, node, temporal, database, loadBefore }: Machine,
  rounds: number,
  small: boolean,
) {
  const machine = `${processor}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}`;
  const servers = [temporal, database].filter((server) => server !== undefined);
  return [
    `Measured on ${measuredAt.slice(0, 10)} in ${rounds} rounds on ${machine}; load before ${loadBefore}.`,
    ...(servers.length === 0 ? [] : [`Servers: ${servers.join('; ')}.`]),
    ...(small ? ['At a tenth of the sizes: this shows that it works, not how fast.'] : []),
  ].join(' ');
}
