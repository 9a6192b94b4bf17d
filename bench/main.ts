import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemNow } from '../domain/clock.ts';
import { root } from '../stack/root.ts';
import { type Flags, flagsOf } from './flags.ts';
import { measure, type Result } from './measure.ts';
import { writePage } from './page.ts';
import { rows } from './rows/index.ts';
import { machineNow } from './servers/machine.ts';
import { type Machine, mergedReport, type Report, reportText } from './statistics/report.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * `npm run bench`: measures, prints the table, keeps every single value in `bench/results/` as it comes. Returns the exit code: a missed target is no failure, a
 * measurement that could not be made is one, and costs none of the others.
 */
export async function main(args: readonly string[]): Promise<number> {
  const flags = flagsOf(
    args,
    rows.map(({ key }) => key),
  );
  const machine = machineNow();
  if (machine.loadBefore > machine.cores / 4) say(`This machine is not quiet (load ${machine.loadBefore}): ratios will be rough.`);
  const file = `${systemNow().replaceAll(':', '-')}.json`;
  const results: Result[] = [];
  let failed = 0;
  for (const row of rows.filter(({ key }) => flags.only.length === 0 || flags.only.includes(key))) {
    say(`\n${row.what}`);
    try {
      results.push(await measure(row, { ...flags, say: (line) => say(`  ${line}`) }));
      keep(reportOf(machine, flags, results), file);
    } catch (failure) {
      failed += 1;
      say(`  could not be measured: ${(failure as Error).stack}`);
    }
  }
  const report = reportOf(machine, flags, results);
  say(`\nEvery value is in ${keep(report, file)}\n`);
  process.stdout.write(`${reportText(report)}\n`);
  if (flags.write && results.length > 0) publish(report);
  return failed === 0 ? 0 : 1;
}

function reportOf(machine: Machine, { rounds, small }: Flags, results: readonly Result[]): Report<Result> {
  const servers = results.find((result) => result.servers !== undefined)?.servers;
  return { machine: { ...machine, ...servers }, rounds, small, results };
}

/** What was measured now takes the place of what was measured before; a whole measurement takes the place of all. */
function publish(report: Report<Result>): void {
  const published = join(folder, 'published.json');
  const before = existsSync(published) ? (JSON.parse(readFileSync(published, 'utf8')) as Report<Result>) : undefined;
  const merged = mergedReport(
    before,
    report,
    rows.map(({ key }) => key),
  );
  keep(merged, 'published.json');
  writePage(reportText(merged));
}

const folder = join(root, 'bench', 'results');

function keep(report: Report, name: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `${JSON.stringify(report, null, 2)}\n`);
  return `bench/results/${name}`;
}
