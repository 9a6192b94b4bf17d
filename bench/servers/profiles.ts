import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CpuProfile, type ProfileSummary, summaryOf } from '../statistics/profile.ts';

/** As Node names them: `CPU.<date>.<time>.<process>.<thread>.<number>.cpuprofile`; thread 0 is the main one. */
const fileName = /^CPU\.\d+\.\d+\.(\d+)\.(\d+)\.\d+\.cpuprofile$/;

/** The CPU profiles that ended processes left in a folder, by the name of the process and thread. */
export async function profilesIn(
  folder: string,
  pids: Readonly<Record<string, number | null>>,
  since: number,
): Promise<Record<string, ProfileSummary>> {
  const found: Record<string, ProfileSummary> = {};
  for (const file of (await readdir(folder)).sort()) {
    const [, pid, thread] = fileName.exec(file) ?? [];
    if (pid === undefined) continue;
    const name = Object.keys(pids).find((one) => pids[one] === Number(pid)) ?? 'process';
    const profile = JSON.parse(await readFile(join(folder, file), 'utf8')) as CpuProfile;
    found[thread === '0' ? name : `${name}, thread of workflows`] = summaryOf(profile, since);
  }
  return found;
}
