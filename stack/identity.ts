import { readFile } from 'node:fs/promises';
import { run } from './run.ts';

/** A process beyond doubt: numbers are given out again, the moment of its start is not. */
export type Identity = { pid: number; since: string };

/** The identity of a running process; undefined when there is none of that number, or only its remains. */
export async function identityOf(pid: number): Promise<Identity | undefined> {
  const since = (await sinceByProc(pid)) ?? (process.platform === 'linux' ? undefined : await sinceByPs(pid));
  return since === undefined ? undefined : { pid, since };
}

export const isRunning = async ({ pid, since }: Identity): Promise<boolean> => (await identityOf(pid))?.since === since;

async function sinceByProc(pid: number): Promise<string | undefined> {
  // The second field is the name in brackets and may contain anything; state is the third, start time the twenty-second.
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? undefined : fields[19];
}

async function sinceByPs(pid: number): Promise<string | undefined> {
  const { ok, lines } = await run('ps', ['-o', 'lstart=', '-p', String(pid)]);
  return ok ? lines[0]?.trim() : undefined;
}
