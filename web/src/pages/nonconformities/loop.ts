import type { Station } from '../../../../domain/records/correctiveLoop.ts';

/** The stations of the ring in their order; `closed` is the hub, and `back` the chord from the judgement to the plan. */
export const ring = ['reported', 'takenUp', 'corrected', 'analysed', 'planned', 'approved', 'implemented', 'judged'] as const;

export const centre = { x: 320, y: 220 };
export const radius = 145;

const stepDegrees = 360 / ring.length;

const round = (n: number): number => Math.round(n * 10) / 10;

/** Where the n-th station is, or what lies further out in its direction. */
export function placeOf(n: number, out = 0): { x: number; y: number } {
  const angle = ((n * stepDegrees - 90) * Math.PI) / 180;
  return { x: round(centre.x + (radius + out) * Math.cos(angle)), y: round(centre.y + (radius + out) * Math.sin(angle)) };
}

/** On which side of its station a label begins. */
export const anchorOf = (n: number): 'start' | 'middle' | 'end' =>
  n % (ring.length / 2) === 0 ? 'middle' : n < ring.length / 2 ? 'start' : 'end';

export type Mark = 'passed' | 'here' | 'ahead';

const alike = (mark: Mark): Mark[] => ring.map(() => mark);

/** How each station of the ring is drawn for one nonconformity: `here` is what it waits for. What goes back is planned again. */
export function marksOf(station: Station): Mark[] {
  if (station === 'closed') return alike('passed');
  if (station === 'declined') return alike('ahead').with(0, 'passed');
  const last = station === 'back' ? ring.indexOf('analysed') : ring.indexOf(station);
  return ring.map((_one, n) => (n <= last ? 'passed' : n === last + 1 ? 'here' : 'ahead'));
}
