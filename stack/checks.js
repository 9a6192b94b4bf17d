import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installIfMissing, root, run } from './install.js';

/** Runs one check after the other and the tests last; returns how many tests passed and failed. Throws at the first check that fails. */
export async function check() {
  installIfMissing();
  step('Types', 'tsc', '--noEmit');
  step('Types of the cockpit', 'tsc', '-p', 'web', '--noEmit');
  step('Lint and format', 'biome', 'check', '.');
  step('Dead code', 'knip');
  process.stderr.write('\nBuild\n');
  const { build } = await import('./build.js');
  await build();
  const { serverBinaries } = await import('../dist/stack/binaries.js');
  await serverBinaries();
  return test();
}

function step(name, command, ...args) {
  process.stderr.write(`\n${name}\n`);
  run(join(root, 'node_modules', '.bin', command), args, `${name}: failed`);
}

/** Most files two at a time; those that keep the servers busy one after the other, when the others are done. */
function test() {
  process.stderr.write('\nTests\n');
  const all = [jest('--selectProjects', 'pure', 'servers'), jest('--selectProjects', 'heavy', '--maxWorkers', '1')];
  return { passed: sum(all, 'passed'), failed: sum(all, 'failed') };
}

const sum = (results, name) => results.reduce((total, result) => total + result[name], 0);

function jest(...which) {
  const results = join(root, '.tmp', 'jest.json');
  mkdirSync(join(root, '.tmp'), { recursive: true });
  rmSync(results, { force: true });
  const program = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const args = ['--experimental-vm-modules', program, ...which, '--json', `--outputFile=${results}`];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, 'utf8'));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: status === 0 ? failed : Math.max(failed, 1) };
}
