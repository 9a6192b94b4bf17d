import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { DateTime } from 'luxon';
import type { Instant } from '../../domain/records/common.ts';
import { cleanForMail } from '../../domain/words/clean.ts';

export type CalendarPart = {
  /** The same for all versions of one entry, and different from every other. */
  uid: string;
  /** Raised when the date moves, and by a cancellation. */
  sequence: number;
  due: Instant;
  /** Zone in which the day of the due date is taken. */
  zone: string;
  summary: string;
  /** Where one signs in; never a private link, because calendars are shared. */
  url: string;
  method: 'PUBLISH' | 'CANCEL';
  now: Instant;
};

/** Eight in the morning of the day before, counted from the midnight the entry starts at. */
const alarmBefore = 16 * 3600;

/**
 * The calendar part of a mail (RFC 5545): the due day as an all-day entry that blocks no time, with an alarm on the day before.
 * The `method` of the MIME part has to be the same as the one in it.
 */
export function calendarPart(o: CalendarPart): string {
  const calendar = ical({ prodId: { company: 'Fourstroke', product: 'ISMS', language: 'EN' }, method: ICalCalendarMethod[o.method] });
  const day = DateTime.fromISO(o.due, { zone: o.zone }).toISODate();
  if (day === null) throw new RangeError(`not a due date: ${o.due} in ${o.zone}`);
  // All-day entries are plain days: midnight in UTC, so that no zone of this machine or the reader's moves them.
  const start = DateTime.fromISO(day, { zone: 'utc' });
  const event = calendar.createEvent({
    id: o.uid,
    sequence: o.sequence,
    stamp: DateTime.fromISO(o.now, { zone: 'utc' }),
    start,
    end: start.plus({ days: 1 }),
    allDay: true,
    timezone: 'UTC',
    summary: cleanForMail(o.summary, 'keep'),
    url: o.url,
    transparency: ICalEventTransparency.TRANSPARENT,
    status: o.method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (o.method === 'PUBLISH') event.createAlarm({ type: ICalAlarmType.display, trigger: alarmBefore, description: event.summary() });
  return calendar.toString();
}
