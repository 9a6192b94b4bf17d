import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { searchPath } from '../config.ts';
import { fetchServers } from './fetchServers.ts';
import type { MongoKind } from './places.ts';
import { root } from './root.ts';
import { run } from './run.ts';

export type ServerName = 'temporal' | 'timeSkipping' | 'mongodb';

export type BinaryOptions = {
  needs?: readonly ServerName[];
  /** Folders searched first; the PATH. */
  path?: readonly string[];
  /** The private environment that servers are fetched into. */
  folder?: string;
  say?: (line: string) => void;
  /** What the database that is already there was written by. */
  mongoKind?: MongoKind | undefined;
};

type Candidate = { file: string; since?: readonly number[] };

/** On the PATH, best first, with the oldest version that has all we use. */
const candidates: Record<ServerName, readonly Candidate[]> = {
  temporal: [{ file: 'temporal', since: [1, 9, 1] }],
  timeSkipping: [{ file: 'temporal-test-server' }],
  mongodb: [{ file: 'mongod', since: [4, 4] }, { file: 'secantusd-rs' }, { file: 'secantusd-py' }],
};

const fetched: Record<ServerName, string> = { temporal: 'temporal', timeSkipping: 'temporal-test-server', mongodb: 'secantusd-py' };

/**
 * Where the servers' programs are: on the PATH, else fetched once into `.servers/`. Refuses (StartFailure) with the ways out when one is
 * needed that is in neither place and cannot be fetched.
 */
export async function serverBinaries(options: BinaryOptions = {}): Promise<Record<ServerName, string>> {
  const { needs = ['temporal', 'timeSkipping', 'mongodb'], path = searchPath(), folder = join(root, '.servers'), say = tell } = options;
  const found: Record<ServerName, string> = { temporal: '', timeSkipping: '', mongodb: '' };
  for (const name of needs) found[name] = (await onPath(name, path, options.mongoKind)) ?? '';
  if (needs.some((name) => found[name] === '')) await fetchServers({ folder, path, say });
  for (const name of needs) found[name] ||= join(folder, 'bin', fetched[name]);
  return found;
}

const tell = (line: string) => void process.stderr.write(`${line}\n`);

async function onPath(name: ServerName, path: readonly string[], mongoKind: MongoKind | undefined): Promise<string | undefined> {
  const readable = candidates[name].filter(({ file }) => name !== 'mongodb' || mongoKind === undefined || file.startsWith(mongoKind));
  for (const { file, since } of readable) {
    const program = path.map((folder) => join(folder, file)).find((place) => existsSync(place));
    if (program !== undefined && (since === undefined || (await isAtLeast(program, since)))) return program;
  }
  return undefined;
}

async function isAtLeast(program: string, since: readonly number[]): Promise<boolean> {
  const { ok, lines } = await run(program, ['--version']);
  const version = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(lines.join('\n'));
  return ok && version !== null && compare(version.slice(1).map(Number), since) >= 0;
}

function compare(version: readonly number[], since: readonly number[]): number {
  const at = since.findIndex((part, i) => (version[i] ?? 0) !== part);
  return at === -1 ? 0 : (version[at] ?? 0) - (since[at] ?? 0);
}
