import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { type Identity, identityOf, isRunning } from './identity.ts';
import { freePort, isFree } from './ports.ts';

// A server binds its port seconds after we have looked whether it is free: two starts in the same moment would choose the same one, and the
// second would take the first one's server for its own.
const folder = join(tmpdir(), `fourstroke-ports-${userInfo().username}`);
const fileOf = (port: number): string => join(folder, String(port));

const claimed = new Set<number>();
process.once('exit', () => {
  for (const port of claimed) rmSync(fileOf(port), { force: true });
});

/** The usual port for an embedded server of this start if nobody has it or is about to take it, else a free one. */
export const claimUsualPort = async (usual: number): Promise<number> =>
  (await isFree(usual)) && (await claim(usual)) ? usual : claimFreePort();

/** A free port that no other start is about to take. */
export async function claimFreePort(): Promise<number> {
  for (;;) {
    const port = await freePort();
    if (await claim(port)) return port;
  }
}

/** True when the port is ours until this process ends. A claim of a process that is gone counts for nothing. */
async function claim(port: number): Promise<boolean> {
  const self = await identityOf(process.pid);
  if (self === undefined) throw new Error('this process cannot be found');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!write(port, self)) {
    const owner = read(port);
    if (owner !== undefined && (await isRunning(owner))) return false;
    rmSync(fileOf(port), { force: true });
    if (!write(port, self)) return false;
  }
  claimed.add(port);
  return true;
}

function write(port: number, self: Identity): boolean {
  try {
    writeFileSync(fileOf(port), JSON.stringify(self), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fault;
  }
}

function read(port: number): Identity | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(port), 'utf8')) as Identity;
  } catch {
    // Gone meanwhile, or cut off in the middle of writing.
    return undefined;
  }
}
