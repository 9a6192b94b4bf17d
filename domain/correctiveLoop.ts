import { toMs } from './clock.ts';
import type { Day } from './records/common.ts';
import type { LoopStep, Station } from './records/correctiveLoop.ts';
import type { Nonconformity } from './records/nonconformity.ts';
import type { TrailEntry } from './records/trail.ts';

/** Where the loop is after each entry of the chain of a nonconformity; what is not here moves nothing. */
const after: Partial<Record<string, Station>> = {
  accepted: 'takenUp',
  corrected: 'corrected',
  analysed: 'analysed',
  planned: 'planned',
  planApproved: 'approved',
  planReturned: 'back',
  implemented: 'implemented',
  closed: 'closed',
  declined: 'declined',
};

export type Moved = Pick<TrailEntry, 'seq' | 'at' | 'actor' | 'event' | 'data'>;
export type Moving = Omit<LoopStep, 'name' | 'why'> & Pick<TrailEntry, 'seq'>;

/** What has moved a nonconformity along the loop, from its report on; each judgement that it has not worked begins another round. */
export function movesOf(entries: readonly Moved[]): Moving[] {
  const moves: Moving[] = [];
  let round = 1;
  for (const { seq, at, actor, event, data } of entries) {
    const station = seq === 1 ? 'reported' : event === 'judged' ? judgedAt(data) : after[event];
    if (station === undefined) continue;
    moves.push({ seq, at, by: actor, event, station, round });
    if (event === 'judged' && station === 'back') round += 1;
  }
  return moves;
}

type Verdicts = { effectiveness?: Nonconformity['effectiveness'] };

function judgedAt(data: TrailEntry['data']): Station {
  const { effectiveness = [] } = (data.set ?? {}) as Verdicts;
  const last = [...effectiveness].sort((a, b) => a.round - b.round).at(-1);
  return last?.verdict === 'ineffective' ? 'back' : 'judged';
}

const ends: Partial<Record<Nonconformity['status'], Station>> = { closed: 'closed', declined: 'declined' };

/** Where it stands: as its record says where that is an end, else by the last that has moved it. */
export function standingOf({ status }: Pick<Nonconformity, 'status'>, moves: readonly Moving[]): { station: Station; round: number } {
  const rounds = moves.filter(({ event, station }) => event === 'judged' && station === 'back').length + 1;
  return { station: ends[status] ?? moves.at(-1)?.station ?? (status === 'accepted' ? 'takenUp' : 'reported'), round: rounds };
}

const dayMs = 86_400_000;

/** Days from one day to another, weekends and holidays included. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((toMs(`${to}T00:00:00.000Z`) - toMs(`${from}T00:00:00.000Z`)) / dayMs);
