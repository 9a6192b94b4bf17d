import { setTimeout as delay } from 'node:timers/promises';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { ClientConfig } from '../config.ts';
import { exportable } from '../domain/exportable.ts';
import { importable } from '../domain/importable.ts';
import { createClient } from './client.ts';
import { cancel } from './commands/cancel.ts';
import { departure } from './commands/departure.ts';
import { doctor } from './commands/doctor.ts';
import { exportRegister } from './commands/export.ts';
import { importRegister } from './commands/import.ts';
import { init } from './commands/init.ts';
import { invite } from './commands/invite.ts';
import { reassign } from './commands/reassign.ts';
import { report, reports } from './commands/report.ts';
import { run } from './commands/run.ts';
import { runs } from './commands/runs.ts';
import { start } from './commands/start.ts';
import { tasks } from './commands/tasks.ts';
import { verify } from './commands/verify.ts';
import { findConnection } from './connection.ts';
import type { Context } from './context.ts';
import { oneLine, Refused, Unreachable, WrongUsage } from './failures.ts';
import { createOutput, type Output, type Stream } from './output.ts';
import { createPeople } from './people.ts';
import type { Said } from './subject.ts';

export type World = {
  /** What the environment says; throws when it says it wrong. */
  config(): ClientConfig;
  stdout: Stream;
  stderr: Stream;
  wait?: (ms: number) => Promise<void>;
};

/** Runs one command line (without node and script); returns the exit code: 0 done, 1 refused, 2 usage, 3 unreachable. */
export async function runProgram(args: readonly string[], world: World): Promise<number> {
  const output = createOutput({ json: args.includes('--json'), stdout: world.stdout, stderr: world.stderr });
  try {
    await programFor(world, output).parseAsync(args, { from: 'user' });
    return 0;
  } catch (fault) {
    return explain(fault, output, world.stderr);
  }
}

function explain(fault: unknown, output: Output, stderr: Stream): number {
  output.settle();
  if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : 2; // commander has said why
  const say = (sentence: string) => stderr.write(`${sentence}\n`);
  if (fault instanceof Refused) return refused(fault, output, say);
  if (fault instanceof WrongUsage || fault instanceof Unreachable) say(fault.message);
  else say(`The command itself failed: ${oneLine(fault)}`);
  if (fault instanceof WrongUsage) return 2;
  return fault instanceof Unreachable ? 3 : 1;
}

function refused({ message, answer, places }: Refused, output: Output, say: (sentence: string) => void): number {
  say(message);
  const further = places.filter((place) => place.path !== '' && !message.includes(place.message));
  for (const { path, message: wrong } of further) say(`  ${path}: ${wrong}`);
  if (output.json && !output.given) output.result(answer, []);
  return 1;
}

function configOf({ config }: World): ClientConfig {
  try {
    return config();
  } catch (fault) {
    throw new WrongUsage(fault instanceof Error ? fault.message : String(fault), fault);
  }
}

function programFor(world: World, output: Output): Command {
  const program = new Command('fourstroke');
  const wait = world.wait ?? ((ms: number) => delay(ms));
  const context = (): Context => {
    const client = createClient({ ...findConnection(configOf(world)), progress: output.progress, wait });
    return { client, people: createPeople(client), output, wait };
  };
  program
    .description(
      'The command line of Fourstroke: imports and exports registers, starts runs, shows who is asked what and how the year stands, verifies the trail.',
    )
    .option('--json', 'JSON on the standard output; progress goes to the standard error')
    .addHelpText('after', whereItIs)
    .configureOutput({ writeOut: (text) => void world.stdout.write(text), writeErr: (text) => void world.stderr.write(text) })
    .exitOverride();
  addOrganization(program, context);
  addRuns(program, context);
  addTasks(program, context);
  return program;
}

const whereItIs = `
Where the product is: FOURSTROKE_URL and FOURSTROKE_TOKEN, else stack.json in DATA_DIR (.data), which npm start writes.
Exit codes: 0 done, 1 refused, 2 wrong usage, 3 the product cannot be reached.`;

type ContextOf = () => Context;

function addOrganization(program: Command, context: ContextOf): void {
  program
    .command('init')
    .description('say who the organization is and where its default site lies; without options, show it')
    .option('--organization <name>')
    .option('--site <name>', 'name of the default site')
    .option('--country <code>', 'of the default site, such as DE: decides the public holidays')
    .option('--region <code>', 'within the country, such as BW')
    .option('--zone <zone>', 'time zone of the default site, such as Europe/Berlin')
    .option('--language <language>', 'en or de')
    .action((options) => init(context(), options));
  program
    .command('import')
    .description('check a workbook or CSV file for a register; with --apply, import it when nothing is wrong')
    .addArgument(new Argument('<register>', 'what the file holds').choices(importable))
    .argument('<file>', 'XLSX, or CSV with comma or semicolon in UTF-8 or UTF-16')
    .option('--apply', 'import it: all rows, or none if one of them is wrong')
    .option('--sheet <name>', 'of a workbook that has several')
    .action((register, file, options) => importRegister(context(), register, file, options));
  program
    .command('export')
    .description('write a register as a file; what an import can read, an import can read again')
    .addArgument(new Argument('<register>').choices(exportable))
    .addOption(new Option('--format <format>', 'csv, unless the output is called .xlsx').choices(['csv', 'xlsx']))
    .option('--output <file>', 'else the standard output')
    .action((register, options) => exportRegister(context(), register, options));
  program
    .command('invite')
    .description('send a person the link to set a password')
    .argument('<person>', 'mail address, name or id')
    .action((person) => invite(context(), person));
  program
    .command('doctor')
    .description('look at everything an operator would look at, and say what to do about it')
    .action(() => doctor(context()));
  program
    .command('departure')
    .description('somebody leaves: show what is theirs and who takes over; with --apply, move it and end their access')
    .argument('<person>', 'mail address, name or id')
    .option('--to <person>', 'the successor: mail address, name or id')
    .addOption(new Option('--roles <what>', 'whether the successor gets the roles as well').choices(['move', 'drop']))
    .option('--reason <sentence>', 'kept in the trail of everything that moves')
    .option('--apply', 'carry it out')
    .action((person, options) => departure(context(), person, options));
  program
    .command('verify')
    .description('check every chain of the trail')
    .action(() => verify(context()));
}

function addRuns(program: Command, context: ContextOf): void {
  program
    .command('start')
    .description('open a run of a process')
    .argument('<process>', 'such as riskReview')
    .option('--period <period>', 'a quarter such as 2026-Q4, where it is about a period')
    .option('--scope <scope>', 'due: what is due in the period; all: everything active')
    .addOption(
      new Option('--subject <field=value>', 'what it is about, such as control=CTL-07; once for each field')
        .argParser(asField)
        .default({}, 'none'),
    )
    .addHelpText('after', '\nWithout a field that the process needs, it is said what each of its fields is.')
    .action((process, { subject, ...options }) => start(context(), process, { ...subject, ...options }));
  program
    .command('runs')
    .description('the newest runs')
    .option('--process <process>')
    .option('--status <status>', 'open, closed or cancelled')
    .option('--period <period>')
    .addOption(limit())
    .action((options) => runs(context(), options));
  program
    .command('run')
    .description('one run: who is asked what, promised against actual')
    .argument('<id>')
    .action((id) => run(context(), id));
  program
    .command('report')
    .description('how the cycle of a year, a management review or the Statement of Applicability (soa) stands')
    .addArgument(new Argument('<what>').choices(reports))
    .argument('[which]', 'its id or period, of the statement a version; the newest unless said, of the statement as it is now')
    .addOption(new Option('--format <format>', 'of the statement as a file').choices(['csv', 'xlsx', 'pdf']))
    .option('--output <file>', 'of the statement as a file; its name says the format unless --format does')
    .action((what, which, options) => report(context(), what, which, options));
  program
    .command('cancel')
    .description('cancel a run; its open tasks end')
    .argument('<run>')
    .requiredOption('--reason <sentence>')
    .action((id, options) => cancel(context(), id, options));
}

function addTasks(program: Command, context: ContextOf): void {
  program
    .command('tasks')
    .description('open tasks, the next due first')
    .addOption(new Option('--mine', 'asked of me').conflicts('assignee'))
    .option('--assignee <person>', 'asked of this person: mail address, name or id')
    .option('--overdue', 'past their due date')
    .option('--status <status>', 'open (unless said), closed, or one state such as done')
    .option('--process <process>')
    .addOption(limit())
    .action((options) => tasks(context(), options));
  program
    .command('reassign')
    .description('give a task to somebody else; the due date stands')
    .argument('<task>')
    .requiredOption('--to <person>', 'mail address, name or id')
    .requiredOption('--reason <sentence>')
    .action((id, options) => reassign(context(), id, options));
}

function asField(said: string, before: Said): Said {
  const [name = '', ...value] = said.split('=');
  if (name !== '' && value.length > 0) return { ...before, [name]: value.join('=') };
  throw new InvalidArgumentError('It is a field and its value, such as control=CTL-07.');
}

const limit = () => new Option('--limit <n>', 'at most so many').default(100).argParser(asCount);

function asCount(said: string): number {
  const n = Number(said);
  if (Number.isInteger(n) && n >= 1) return n;
  throw new InvalidArgumentError('It is a number of at least 1.');
}
