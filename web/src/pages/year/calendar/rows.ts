import type { WheelRun } from '../../../../../domain/records/dashboard.ts';
import { phases } from '../../../wheel/tracks.ts';

/** The runs of one process, on tracks on which they do not overlap. */
export type ProcessRow = { process: string; title: string; phase: WheelRun['phase']; tracks: WheelRun[][] };

/** More runs at once than that are laid over one another; the table has them all. */
const mostTracks = 4;

const endOf = ({ promised, actual }: WheelRun): string => (actual !== undefined && actual.to > promised.to ? actual.to : promised.to);
const beginOf = ({ promised, actual }: WheelRun): string =>
  actual !== undefined && actual.from < promised.from ? actual.from : promised.from;

/** In the order of the four phases, then of their first run. */
export function processRows(runs: readonly WheelRun[]): ProcessRow[] {
  const rows = new Map<string, ProcessRow>();
  for (const run of [...runs].sort((a, b) => (beginOf(a) < beginOf(b) ? -1 : 1))) {
    const row = rows.get(run.process) ?? { process: run.process, title: run.title, phase: run.phase, tracks: [] };
    rows.set(run.process, row);
    const free = row.tracks.find((track) => track.every((other) => endOf(other) < beginOf(run)));
    if (free !== undefined) free.push(run);
    else if (row.tracks.length < mostTracks) row.tracks.push([run]);
    else row.tracks.at(-1)?.push(run);
  }
  return phases.flatMap((phase) => [...rows.values()].filter((row) => row.phase === phase));
}
