// `npm start`. Imports nothing but the check of the version statically: everything else may not parse on an old Node.
import { tooOld } from './nodeVersion.js';

const usage = 'Usage: npm start [-- --json]';
const flags = process.argv.slice(2);
const unknown = flags.filter((flag) => flag !== '--json');
const problem = tooOld(process.version);

if (problem !== undefined) end(problem, 1);
else if (unknown.length > 0) end(`${unknown[0]} is not a flag of npm start. ${usage}`, 2);
else {
  import('./prepare.js')
    .then((steps) => steps.prepare())
    .then(() => import('../dist/stack/main.js'))
    .then((stack) => stack.main({ json: flags.includes('--json') }))
    .then((code) => process.exit(code))
    .catch((fault) => end(fault.message, 1));
}

function end(line, code) {
  process.stderr.write(`${line}\n`);
  process.exit(code);
}
