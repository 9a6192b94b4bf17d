import type { Change, Touched } from '../records/change.ts';

/** What top management has approved is not changed without it (4.3, 5.2, 6.1.2 a). */
export const ofTopManagement: readonly Touched[] = ['scope', 'policy', 'criteria'];
/** What every risk was judged by is not changed without looking at those that it moves (8.2). */
export const alwaysSignificant: readonly Touched[] = ['scope', 'criteria'];

type Judged = Pick<Change, 'touches' | 'size' | 'significant'>;

const touchesAny = ({ touches = [] }: Judged, of: readonly Touched[]): boolean => touches.some((one) => of.includes(one));

export const isMajor = (change: Judged): boolean => change.size === 'major' || touchesAny(change, ofTopManagement);
export const isSignificant = (change: Judged): boolean => change.significant === true || touchesAny(change, alwaysSignificant);

/** Nobody has begun to carry it out. */
export const isUndecided = ({ status }: Pick<Change, 'status'>): boolean =>
  ['requested', 'assessing', 'inApproval', 'deferred'].includes(status);
