import { DateTime } from 'luxon';
import type { Day, Instant } from '../records/common.ts';

const utc = (at: Instant): DateTime => DateTime.fromISO(at, { zone: 'utc' });

/** Dates of the example are days before the organization was created … */
export const daysBefore = (at: Instant, days: number): Day => utc(at).minus({ days }).toFormat('yyyy-MM-dd');

/** … or the last day of a month after it. */
export const endOfMonthIn = (at: Instant, months: number): Day => utc(at).plus({ months }).endOf('month').toFormat('yyyy-MM-dd');
