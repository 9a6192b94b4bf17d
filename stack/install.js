import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program with its output on our standard error, which is ours for progress; throws when it does not succeed. */
export function run(command, args, sentence) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (error !== undefined) throw new Error(`${sentence} (${error.message})`);
  if (status !== 0) throw new Error(sentence);
}

/** Installs the packages of package-lock.json when they are missing or older than it. */
export function installIfMissing() {
  const marker = `${root}node_modules/.package-lock.json`;
  // npm writes the one a moment before the other.
  const moment = 10_000;
  if (existsSync(marker) && statSync(marker).mtimeMs + moment >= statSync(`${root}package-lock.json`).mtimeMs) return;
  process.stderr.write('Installing packages, once (a minute or two)\n');
  // Building needs the development packages, also where the environment says production.
  run('npm', ['ci', '--no-audit', '--no-fund', '--include=dev'], 'The packages could not be installed; npm says why above.');
}
