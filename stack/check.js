// `npm test`: everything that CI runs, from a bare checkout too. Stops at the first failure; the last line is always "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tooOld } from './nodeVersion.js';

const problem = tooOld(process.version);
if (problem === undefined) {
  check().then(close, (fault) => {
    process.stderr.write(`${fault.message}\n`);
    close({ passed: 0, failed: 1 });
  });
} else {
  process.stderr.write(`${problem}\n`);
  close({ passed: 0, failed: 1 });
}

async function check() {
  const { installIfMissing, root, run } = await import('./install.js');
  const step = (name, command, ...args) => {
    process.stderr.write(`\n${name}\n`);
    run(join(root, 'node_modules', '.bin', command), args, `${name}: failed`);
  };
  installIfMissing();
  step('Types', 'tsc', '--noEmit');
  step('Lint and format', 'biome', 'check', '.');
  step('Dead code', 'knip');
  process.stderr.write('\nBuild\n');
  const { build } = await import('./build.js');
  await build();
  const { serverBinaries } = await import('../dist/stack/binaries.js');
  await serverBinaries();
  return tests(root);
}

function tests(root) {
  const results = join(root, '.tmp', 'jest.json');
  mkdirSync(join(root, '.tmp'), { recursive: true });
  rmSync(results, { force: true });
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const args = ['--experimental-vm-modules', jest, '--json', `--outputFile=${results}`];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, 'utf8'));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: status === 0 ? failed : Math.max(failed, 1) };
}

function close({ passed, failed }) {
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
