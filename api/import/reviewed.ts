import type { Day } from '../../domain/records/common.ts';
import { Issue } from '../../domain/records/context.ts';
import { choiceOf, choices } from './choices.ts';
import type { Columns, ReadRow } from './columns.ts';
import { pastDayOf, present } from './values.ts';

/** What the registers of the context have in common: they hold until they have ended, and are looked at once a year (4.1, 4.2). */
export const reviewedColumns = {
  status: {},
  reviewed_on: { also: ['reviewed', 'last_review', 'last_reviewed'] },
} as const satisfies Columns<string>;

const statuses = choices(Issue.shape.status.options, {
  active: ['open', 'current', 'in force'],
  ended: ['closed', 'inactive', 'former', 'retired', 'obsolete'],
});

/** An empty status is active. */
export const reviewedOf = ({ cell }: ReadRow<keyof typeof reviewedColumns>, today: Day) => ({
  status: choiceOf(cell('status'), statuses, 'unknownStatus') ?? ('active' as const),
  ...present({ reviewedOn: pastDayOf(cell('reviewed_on'), today) }),
});
