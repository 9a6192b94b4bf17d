// `npm start`. Imports nothing but the check of the version statically: everything else may not parse on an old Node.
import { tooOld } from './nodeVersion.js';

const usage = 'Usage: npm start [-- [--json] [--demo [--stay]]]';
const help = `${usage}

  npm start                    the product, on the data of DATA_DIR; stays until Ctrl-C
  npm start -- --demo          a quarter in three minutes with named people, in a new folder that is removed afterwards
  --json                       for programs: JSON lines on the standard output
  --stay                       the demo stays until Ctrl-C also with --json or without a terminal

Settings are variables of the environment, such as PORT and DATA_DIR; README.md lists them.`;
const flags = process.argv.slice(2);
const has = (flag) => flags.includes(flag);
const unknown = flags.filter((flag) => !['--json', '--demo', '--stay', '--help'].includes(flag));
const problem = tooOld(process.version);

if (problem !== undefined) end(problem, 1);
else if (unknown.length > 0) end(`${unknown[0]} is not a flag of npm start. ${usage}`, 2);
else if (has('--stay') && !has('--demo')) end(`--stay goes with --demo only. ${usage}`, 2);
else if (has('--help')) process.stdout.write(`${help}\n`);
else {
  import('./prepare.js')
    .then((steps) => steps.prepare())
    .then(() => import('../dist/stack/main.js'))
    .then((stack) => stack.main({ json: has('--json'), demo: has('--demo'), ...(has('--stay') && { stay: true }) }))
    .then((code) => process.exit(code))
    .catch((fault) => end(fault.message, 1));
}

function end(line, code) {
  process.stderr.write(`${line}\n`);
  process.exit(code);
}
