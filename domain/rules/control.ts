import type { Band } from '../records/common.ts';
import type { Control, ControlCheck } from '../records/control.ts';
import type { Every } from '../records/schedule.ts';

/** When controls are due and what their checks say (iso 5.6, 7.6). Pure: flows use it as well. */

export type Result = ControlCheck['result'];
type Checked = Pick<Control, 'effectiveness' | 'checkedOn' | 'checkEvery' | 'nextCheck'>;

const order: readonly Result[] = ['effective', 'partly', 'ineffective'];

/** A control that could not work or did not is no better than the worse of the two. */
export const resultOf = ({ design, operation }: Pick<ControlCheck, 'design' | 'operation'>): Result =>
  order[Math.max(order.indexOf(design), order.indexOf(operation))] ?? 'ineffective';

/** What a control counts for, from most to least; one that nobody has looked at counts as half. */
const counts: Record<Control['effectiveness'], number> = { effective: 2, partly: 1, untested: 1, ineffective: 0 };
export const countsForLess = (now: Control['effectiveness'], before: Control['effectiveness']): boolean => counts[now] < counts[before];

const months: Record<Every, number> = { month: 1, quarter: 3, halfYear: 6, year: 12 };
const usual: Every = 'year';
/** What did not work is looked at again within a quarter. */
const mostAfterFailure = 3;

/** A check holds until the end of a month, so that the run that opens at its beginning asks before it has expired. */
function endOfMonthAfter(day: string, n: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month + n, 0)).toISOString().slice(0, 10);
}

/** Until when a check of that day holds. */
export const holdsUntil = (day: string, { checkEvery = usual }: Pick<Control, 'checkEvery'>, result: Result = 'effective'): string =>
  endOfMonthAfter(day, result === 'effective' ? months[checkEvery] : Math.min(months[checkEvery], mostAfterFailure));

/** Until when the last check holds; undefined where nobody ever looked. */
function validUntil({ checkedOn, nextCheck, checkEvery }: Checked): string | undefined {
  return nextCheck ?? (checkedOn === undefined ? undefined : holdsUntil(checkedOn, { checkEvery }));
}

/**
 * How a control stands on a day: a check that has expired says nothing any more, and it counts as untested. One that was found ineffective stays so:
 * nothing gets better by not looking.
 */
export function effectivenessOn(control: Checked, day: string): Control['effectiveness'] {
  const { effectiveness } = control;
  if (effectiveness === 'ineffective') return effectiveness;
  const until = validUntil(control);
  return until !== undefined && until < day ? 'untested' : effectiveness;
}

/**
 * Whether a check is due by a day. Where nobody ever looked and nobody said how often, none is: a register that was taken over would have all of its
 * controls checked at once.
 */
export function isCheckDue(control: Checked, by: string): boolean {
  const until = validUntil(control);
  return until === undefined ? control.checkEvery !== undefined : until <= by;
}

/** Within how many working days a control of a risk in this band is to be there, unless the criteria say something else. */
export const implementationDays: Record<Band, number> = { veryHigh: 20, high: 60, medium: 125, low: 250 };

/** One operating cycle, after which there is something to look at; at the latest 60 working days. */
export const operatingCycle = (every: Every = usual): number => (every === 'month' ? 20 : 60);
