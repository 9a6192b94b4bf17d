import { DateTime } from 'luxon';
import type { Calendar } from './calendar.ts';
import { toInstant, toMs } from './clock.ts';
import type { Instant } from './records/common.ts';
import type { MailPreference } from './records/mailPreference.ts';
import type { Person } from './records/person.ts';
import type { Settings } from './records/settings.ts';

/** When mail reaches somebody, with nothing left open. */
export type MailTimes = { digest: 'atOnce' | 'daily'; hour: string; quiet?: { from: string; to: string } };

/** What the person has said, else the organization, else at once and from the beginning of the working day. */
export function mailTimesOf({ mail, workingDay }: Pick<Settings, 'mail' | 'workingDay'>, person: Pick<Person, 'mail'>): MailTimes {
  const { digest = 'atOnce', hour = workingDay.start, quiet } = { ...mail, ...defined(person.mail) };
  return { digest, hour, ...(quiet !== undefined && quiet.from !== quiet.to && { quiet }) };
}

const defined = (given: MailPreference = {}): MailPreference =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

/** The daily mails around an instant: the last one whose hour has come, and the next one. Only working days have one. */
export function digestsAround({ zone, dayOf, addWorkingDays }: Calendar, hour: string, at: Instant): { last: Instant; next: Instant } {
  const on = (day: string) => instantOf(`${day}T${hour}`, zone);
  const coming = addWorkingDays(dayOf(at), 0);
  const next = on(coming) > at ? coming : addWorkingDays(coming, 1);
  return { last: on(addWorkingDays(next, -1)), next: on(next) };
}

/** When the quiet hours end that this instant lies in; undefined outside of them. */
export function quietUntil({ zone, dayOf }: Pick<Calendar, 'zone' | 'dayOf'>, quiet: MailTimes['quiet'], at: Instant): Instant | undefined {
  if (quiet === undefined || !isQuietAt(quiet, DateTime.fromMillis(toMs(at), { zone }).toFormat('HH:mm'))) return undefined;
  const end = instantOf(`${dayOf(at)}T${quiet.to}`, zone);
  return end > at ? end : instantOf(`${tomorrow(dayOf(at))}T${quiet.to}`, zone);
}

/** Whether a time of day lies in the quiet hours; their end does not. */
export function isQuietAt(quiet: MailTimes['quiet'], time: string): boolean {
  if (quiet === undefined) return false;
  const { from, to } = quiet;
  return from < to ? time >= from && time < to : from > to && (time >= from || time < to);
}

const tomorrow = (day: string): string => DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd');

const instantOf = (local: string, zone: string): Instant => toInstant(DateTime.fromISO(local, { zone }).toMillis());
