// `npm test`: everything that CI runs, from a bare checkout too. Stops at the first failure; the last line is always "N passed, N failed".
import { tooOld } from './nodeVersion.js';

const problem = tooOld(process.version);

if (problem !== undefined) failed(problem);
else {
  import('./checks.js')
    .then((checks) => checks.check())
    .then(close)
    .catch((fault) => failed(fault.message));
}

function failed(line) {
  process.stderr.write(`${line}\n`);
  close({ passed: 0, failed: 1 });
}

function close(result) {
  process.stdout.write(`${result.passed} passed, ${result.failed} failed\n`);
  process.exitCode = result.failed === 0 ? 0 : 1;
}
