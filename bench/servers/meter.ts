import { readFile } from 'node:fs/promises';
import type { Store } from '../../models/store.ts';
import type { Cost } from '../statistics/cost.ts';

type Reading = { at: number; cpuMs: Readonly<Record<string, number>>; databaseCommands: number };
export type Spent = { ms: number; cpuMs: Record<string, number>; databaseCommands: number };

/** The kernel counts in hundredths of a second wherever Node runs. */
const tickMs = 10;

/** Processor time that a process has used until now, in ms; undefined where there is no /proc. */
async function cpuOf(pid: number): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name of the program is in brackets and may contain anything; time as user and as system are the twelfth and thirteenth field behind it.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields === undefined ? undefined : (Number(fields[11]) + Number(fields[12])) * tickMs;
}

/** Commands that a MongoDB-compatible server has carried out. */
async function commandsOf(store: Store): Promise<number> {
  const { opcounters } = (await store.connection.getClient().db().admin().serverStatus()) as { opcounters: Record<string, number> };
  const { insert = 0, query = 0, update = 0, delete: removed = 0, command = 0 } = opcounters;
  return insert + query + update + removed + command;
}

async function read(store: Store, pids: Readonly<Record<string, number | null>>): Promise<Reading> {
  const times = await Promise.all(Object.entries(pids).map(async ([name, pid]) => [name, pid === null ? undefined : await cpuOf(pid)]));
  const cpuMs = Object.fromEntries(times.filter(([, time]) => time !== undefined)) as Record<string, number>;
  return { at: performance.now(), cpuMs, databaseCommands: await commandsOf(store) };
}

/** Measures a piece of work: how long it took, and what it cost the processes meanwhile. */
export async function metered(
  { store, pids }: { store: Store; pids: Readonly<Record<string, number | null>> },
  work: () => Promise<unknown>,
): Promise<Spent> {
  const before = await read(store, pids);
  const began = performance.now();
  await work();
  const ms = performance.now() - began;
  const after = await read(store, pids);
  const cpuMs = Object.fromEntries(Object.entries(after.cpuMs).map(([name, time]) => [name, time - (before.cpuMs[name] ?? 0)]));
  return { ms, cpuMs, databaseCommands: after.databaseCommands - before.databaseCommands };
}

/** What one of `items` cost. */
export const costOf = (what: string, items: number, { cpuMs, databaseCommands }: Omit<Spent, 'ms'>): Cost => ({
  what,
  cpuMs: Object.fromEntries(Object.entries(cpuMs).map(([name, time]) => [name, time / items])),
  databaseCommands: databaseCommands / items,
});
