import ical, { ICalAlarmType, type ICalCalendar, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { DateTime } from 'luxon';
import type { Day, Instant } from './records/common.ts';
import { cleanForMail } from './words/clean.ts';

export type CalendarItem = {
  /** The same for all versions of one entry, and different from every other. */
  uid: string;
  /** Raised when the date moves, and by a cancellation. */
  sequence: number;
  first: Day;
  /** The first day itself unless said. */
  last?: Day;
  summary: string;
  /** Where one signs in; never a private link, because calendars are shared. */
  url: string;
  /** Rings on the day before. */
  rings?: boolean;
};

export type CalendarFile = {
  /** Of the MIME part that carries it; a feed has none. */
  method?: 'PUBLISH' | 'CANCEL';
  /** What a calendar program calls a feed. */
  name?: string;
  now: Instant;
  items: readonly CalendarItem[];
};

/** Eight in the morning of the day before, counted from the midnight an entry starts at. */
const alarmBefore = 16 * 3600;

/** An iCalendar file (RFC 5545): entries for whole days that block no time. */
export function icalendarOf({ method, name, now, items }: CalendarFile): string {
  const calendar = ical({
    prodId: { company: 'Fourstroke', product: 'ISMS', language: 'EN' },
    ...(method !== undefined && { method: ICalCalendarMethod[method] }),
    ...(name !== undefined && { name: cleanForMail(name, 'keep'), ttl: 3600 }),
  });
  for (const item of items) addTo(calendar, item, { now, isCancelled: method === 'CANCEL' });
  return calendar.toString();
}

type Placed = { run: string; process: string; task: string; approval?: boolean | undefined };

/**
 * Under what the due date of a task stands in a calendar: all of a kind in a run are one entry. Decisions are runs of their own, and all of a kind are made on
 * one page: they stand under their process.
 */
export const calendarPlace = ({ run, process, task, approval }: Placed): { run: string; task: string } => ({
  run: approval === true ? process : run,
  task,
});

/** UID of the due date of what one person is asked in a run: one entry for all tasks of a kind, the same in mails and feed. */
export const dueDateUid = ({ run, task }: { run: string; task: string }, person: string): string => `${run}.${task}.${person}@fourstroke`;

/** The day of an instant on the clock of a site. Throws RangeError for what is no instant. */
export function dayIn(zone: string, instant: Instant): Day {
  const day = DateTime.fromISO(instant, { zone }).toISODate();
  if (day === null) throw new RangeError(`not an instant: ${instant} in ${zone}`);
  return day;
}

// Whole days are midnights in UTC, so that no zone of this machine or the reader's moves them.
const utc = (when: Day | Instant): DateTime => DateTime.fromISO(when, { zone: 'utc' });

function addTo(calendar: ICalCalendar, item: CalendarItem, { now, isCancelled }: { now: Instant; isCancelled: boolean }): void {
  const event = calendar.createEvent({
    ...{ id: item.uid, sequence: item.sequence, stamp: utc(now), timezone: 'UTC', allDay: true },
    ...{ start: utc(item.first), end: utc(item.last ?? item.first).plus({ days: 1 }) },
    ...{ summary: cleanForMail(item.summary, 'keep'), url: item.url, transparency: ICalEventTransparency.TRANSPARENT },
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (item.rings && !isCancelled) event.createAlarm({ type: ICalAlarmType.display, trigger: alarmBefore, description: event.summary() });
}
