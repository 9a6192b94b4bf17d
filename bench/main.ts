import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemNow } from '../domain/clock.ts';
import { root } from '../stack/root.ts';
import { flagsOf } from './flags.ts';
import { measure, type Result } from './measure.ts';
import { writePage } from './page.ts';
import { rows } from './rows/index.ts';
import { machineNow } from './servers/machine.ts';
import { type Report, reportText } from './statistics/report.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** `npm run bench`: measures, prints the table, keeps every single value in `bench/results/`. Returns the exit code; a missed target is none. */
export async function main(args: readonly string[]): Promise<number> {
  const flags = flagsOf(
    args,
    rows.map(({ key }) => key),
  );
  const machine = machineNow();
  if (machine.loadBefore > machine.cores / 4) say(`This machine is not quiet (load ${machine.loadBefore}): ratios will be rough.`);
  const results: Result[] = [];
  for (const row of rows.filter(({ key }) => flags.only.length === 0 || flags.only.includes(key))) {
    say(`\n${row.what}`);
    results.push(await measure(row, { ...flags, say: (line) => say(`  ${line}`) }));
  }
  const servers = results.find((result) => result.servers !== undefined)?.servers;
  const report: Report = { machine: { ...machine, ...servers }, rounds: flags.rounds, small: flags.small, results };
  say(`\nEvery value is in ${keep(report, `${systemNow().replaceAll(':', '-')}.json`)}\n`);
  process.stdout.write(`${reportText(report)}\n`);
  if (flags.write) {
    keep(report, 'published.json');
    writePage(reportText(report));
  }
  return 0;
}

function keep(report: Report, name: string): string {
  const folder = join(root, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `${JSON.stringify(report, null, 2)}\n`);
  return `bench/results/${name}`;
}
