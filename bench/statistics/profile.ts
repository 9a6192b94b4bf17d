/** A CPU profile as V8 writes it; times in microseconds of the machine's own clock. */
export type CpuProfile = {
  startTime: number;
  nodes: readonly { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: readonly number[];
  timeDeltas: readonly number[];
};

export type Share = { name: string; share: number };
export type ProfileSummary = { busyMs: number; packages: Share[]; functions: Share[] };
/** The profile of one thread while something was measured. */
export type Profiled = { what: string; thread: string; summary: ProfileSummary };

/** Where a thread spent its time from `since` on: by package, and by function, most first; each as a share of the time in which it was busy. */
export function summaryOf(profile: CpuProfile, since: number, most = 10): ProfileSummary {
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const [packages, functions] = [new Map<string, number>(), new Map<string, number>()];
  let [at, busy] = [profile.startTime, 0];
  for (const [n, id] of profile.samples.entries()) {
    const spent = profile.timeDeltas[n] ?? 0;
    const frame = frames.get(id);
    at += spent;
    if (at < since || frame === undefined || frame.functionName === '(idle)') continue;
    busy += spent;
    add(packages, packageOf(frame.url), spent);
    add(functions, `${frame.functionName || 'anonymous'} · ${placeOf(frame.url)}`, spent);
  }
  const top = (times: Map<string, number>): Share[] =>
    [...times]
      .map(([name, time]) => ({ name, share: time / Math.max(1, busy) }))
      .sort((a, b) => b.share - a.share)
      .slice(0, most);
  return { busyMs: busy / 1000, packages: top(packages), functions: top(functions) };
}

const add = (times: Map<string, number>, name: string, time: number): void => void times.set(name, (times.get(name) ?? 0) + time);

/** The package, our own folder, or Node itself. */
function packageOf(url: string): string {
  const [, path] = /.*node_modules\/(.*)/.exec(url) ?? [];
  if (path !== undefined) return path.split('/', path.startsWith('@') ? 2 : 1).join('/');
  return /\/dist\/([^/]+)/.exec(url)?.[1]?.replace(/^/, 'ours: ') ?? 'Node';
}

/** The file without what stands before it on this machine. */
const placeOf = (url: string): string => (url === '' ? 'Node' : url.replace(/.*(?:node_modules|\/dist)\//, ''));

const shares = (of: readonly Share[]): string => of.map(({ name, share }) => `${name} ${Math.round(share * 100)} %`).join(', ');

export const profileText = ({ what, thread, summary: { busyMs, packages, functions } }: Profiled): string =>
  [
    `**${what}: ${thread}** was busy for ${(busyMs / 1000).toFixed(1)} s.`,
    `By package: ${shares(packages)}.`,
    `By function: ${shares(functions)}.`,
  ].join('\n');
