import { DateTime } from 'luxon';
import type { Person } from '../../../../domain/records/person.ts';

export type Absence = Person['absences'][number];

export const absenceOn = (absences: readonly Absence[], day: string): Absence | undefined =>
  absences.find(({ from, to }) => from <= day && day <= to);

const dayBefore = (day: string): string => DateTime.fromISO(day, { zone: 'utc' }).minus({ days: 1 }).toFormat('yyyy-MM-dd');

/** Without this one, if it has not begun; else it ended yesterday: what has been stays recorded. */
export const ended = (absences: readonly Absence[], absence: Absence, today: string): Absence[] =>
  absences.flatMap((one) => (one !== absence ? [one] : one.from < today ? [{ from: one.from, to: dayBefore(today) }] : []));

export const inOrder = (absences: readonly Absence[]): Absence[] => absences.toSorted((one, other) => one.from.localeCompare(other.from));
