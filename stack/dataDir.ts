import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Identity, identityOf, isRunning } from './identity.ts';
import { StartFailure } from './startFailure.ts';

export type DataDir = {
  path: string;
  /** Remembers a process that we started, so that a later start can end it should we be killed. */
  remember(name: string, pid: number): Promise<void>;
  release(): void;
};

type Claim = { stack: Identity; children: Record<string, Identity> };

/**
 * Takes the folder for this start. What a killed start left running on it is ended first. Refuses (StartFailure) when it cannot be written or
 * is in use by another start.
 */
export async function claimDataDir(path: string, say: (line: string) => void): Promise<DataDir> {
  const file = join(path, 'stack.lock');
  const self = await identityOf(process.pid);
  if (self === undefined) throw new Error('this process cannot be found');
  const claim: Claim = { stack: self, children: {} };
  await createClaim(path, file, claim, say);
  return {
    path,
    async remember(name, pid) {
      const child = await identityOf(pid);
      if (child !== undefined) claim.children[name] = child;
      replaceFile(file, JSON.stringify(claim));
    },
    release: () => rmSync(file, { force: true }),
  };
}

/** Writes a file that only we may read, whole or not at all. */
export function replaceFile(file: string, content: string): void {
  writeFileSync(`${file}.new`, content, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

async function createClaim(path: string, file: string, claim: Claim, say: (line: string) => void): Promise<void> {
  if (write(path, file, claim)) return;
  const previous = readClaim(file);
  if (previous !== undefined && (await isRunning(previous.stack))) {
    throw new StartFailure(
      `DATA_DIR ${path} is in use by another start (process ${previous.stack.pid}). Stop that one, or set another DATA_DIR.`,
    );
  }
  for (const [name, child] of Object.entries(previous?.children ?? {})) await end(name, child, say);
  rmSync(file, { force: true });
  if (!write(path, file, claim)) throw new StartFailure(`DATA_DIR ${path} was taken by another start at this moment.`);
}

/** False when the claim is already there. */
function write(path: string, file: string, claim: Claim): boolean {
  try {
    // Mails with links that answer in somebody's name are kept here.
    mkdirSync(path, { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(claim), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (fault) {
    const { code, message, path: place } = fault as NodeJS.ErrnoException;
    if (code === 'EEXIST' && place === file) return false;
    throw new StartFailure(`DATA_DIR ${path} cannot be written (${message}).`, fault);
  }
}

function readClaim(file: string): Claim | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Claim;
  } catch {
    // Cut off in the middle of writing: whoever wrote it is gone.
    return undefined;
  }
}

async function end(name: string, child: Identity, say: (line: string) => void): Promise<void> {
  if (!(await isRunning(child))) return;
  say(`Ending what an earlier start left behind: ${name} (process ${child.pid})`);
  process.kill(child.pid, 'SIGTERM');
  for (let waited = 0; waited < 10_000; waited += 100) {
    if (!(await isRunning(child))) return;
    await sleep(100);
  }
  process.kill(child.pid, 'SIGKILL');
}
