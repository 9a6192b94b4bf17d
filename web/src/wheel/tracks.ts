import type { WheelRun } from '../../../domain/records/dashboard.ts';

export type Phase = WheelRun['phase'];

/** Lanes from outside in; a track is 15 wide, lanes stand 8 apart. */
const tracksOf: Record<Phase, number> = { plan: 2, do: 4, check: 2, act: 2 };
export const phases: readonly Phase[] = ['plan', 'do', 'check', 'act'];
const outermost = 296;
const trackWidth = 15;
const between = 8;

export type Lane = { phase: Phase; outer: number; inner: number };

const tracksBefore = (phase: Phase): number => phases.slice(0, phases.indexOf(phase)).reduce((sum, one) => sum + tracksOf[one], 0);

export const lanes: readonly Lane[] = phases.map((phase, n) => {
  const outer = outermost - tracksBefore(phase) * trackWidth - n * between;
  return { phase, outer, inner: outer - tracksOf[phase] * trackWidth };
});

/** A run on its track, or several of one process that found no place, with how many they are. `middle` is the radius of the track's middle. */
export type Placed = { run: WheelRun; middle: number; merged: number };

const days = ({ promised: { from, to }, actual }: WheelRun): { first: string; last: string } => ({
  first: actual !== undefined && actual.from < from ? actual.from : from,
  last: actual !== undefined && actual.to > to ? actual.to : to,
});

const overlap = (a: WheelRun, b: WheelRun): boolean => days(a).first <= days(b).last && days(b).first <= days(a).last;

/** Filled greedily by start; a process keeps its track while there is room on it. What finds no room is merged with the runs of its process, or laid over them. */
export function placed(runs: readonly WheelRun[]): Placed[] {
  return lanes.flatMap((lane) =>
    inLane(
      lane,
      runs.filter(({ phase }) => phase === lane.phase),
    ),
  );
}

function inLane({ phase, outer }: Lane, runs: readonly WheelRun[]): Placed[] {
  const tracks: WheelRun[][] = Array.from({ length: tracksOf[phase] }, () => []);
  const own = new Map<string, number>();
  const merged = new Map<string, WheelRun[]>();
  for (const run of [...runs].sort((a, b) => (days(a).first < days(b).first ? -1 : 1))) {
    const isFree = (n: number) => tracks[n]?.every((other) => !overlap(other, run)) === true;
    const usual = own.get(run.process);
    const n = usual !== undefined && isFree(usual) ? usual : tracks.findIndex((_, track) => isFree(track));
    if (n === -1) merged.set(run.process, [...(merged.get(run.process) ?? []), run]);
    else {
      tracks[n]?.push(run);
      own.set(run.process, n);
    }
  }
  const middleOf = (n: number) => outer - n * trackWidth - trackWidth / 2;
  const groups = [...merged].flatMap(([process, group]) => {
    const n = own.get(process) ?? tracks.length - 1;
    const track = tracks[n] ?? [];
    tracks[n] = track.filter((run) => run.process !== process);
    // Those that stand where one of them would stand join it; what is months away stays by itself.
    return clustersOf([...track.filter((run) => run.process === process), ...group]).map((runs) => together(runs, middleOf(n)));
  });
  return [...tracks.flatMap((track, n) => track.map((run) => ({ run, middle: middleOf(n), merged: 1 }))), ...groups];
}

/** Those that overlap, one with the next, together. */
function clustersOf(runs: readonly WheelRun[]): WheelRun[][] {
  const clusters: WheelRun[][] = [];
  for (const run of [...runs].sort((a, b) => (days(a).first < days(b).first ? -1 : 1))) {
    const cluster = clusters.find((others) => others.some((other) => overlap(other, run)));
    if (cluster === undefined) clusters.push([run]);
    else cluster.push(run);
  }
  return clusters;
}

const urgency = ['escalated', 'late', 'missing', 'soon', 'onTime', 'doneLate', 'done', 'ahead', 'superseded'] as const;

/** Runs of one process, as one: from the first to the last of them, in the state of the most urgent. */
function together(runs: readonly WheelRun[], middle: number): Placed {
  const worst = [...runs].sort((a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state))[0] as WheelRun;
  const first = runs.map(({ promised }) => promised.from).sort()[0] ?? worst.promised.from;
  const last =
    runs
      .map(({ promised }) => promised.to)
      .sort()
      .at(-1) ?? worst.promised.to;
  const begun = runs.flatMap(({ actual }) => actual ?? []);
  const from = begun.map((one) => one.from).sort()[0];
  const to = begun
    .map((one) => one.to)
    .sort()
    .at(-1);
  return {
    run: { ...worst, promised: { from: first, to: last }, ...(from !== undefined && to !== undefined && { actual: { from, to } }) },
    middle,
    merged: runs.length,
  };
}
