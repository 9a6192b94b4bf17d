import { useSuspenseQuery } from '@tanstack/react-query';
import { DateTime } from 'luxon';
import { useTranslation } from 'react-i18next';
import { session } from '../data/queries.ts';
import { dayIn, dayInFull, dayWithWeekday } from './days.ts';

export type Days = ReturnType<typeof daysFor>;

type Reader = { language: string; zone: string; today: string };

/** Days and times as this reader reads them, in the zone of their site unless another is named; the year is said where it is not this one. */
export function daysFor({ language, zone, today }: Reader) {
  const dayOf = (when: string, at = zone) => (when.length > 10 ? dayIn(when, at) : when);
  const year = (day: string) => (day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`);
  const timeAt = (instant: string, at = zone) => DateTime.fromISO(instant, { zone: at }).toFormat('HH:mm');
  const day = (when: string, at?: string) => dayWithWeekday(dayOf(when, at), language, today);
  const longDay = (when: string, at?: string) => `${dayInFull(dayOf(when, at), language)}${year(dayOf(when, at))}`;
  return {
    dayOf,
    /** `Thu 15 Oct` */
    day,
    /** `Thursday 15 October` */
    longDay,
    /** `Thu 15 Oct 16:04` */
    moment: (instant: string, at?: string) => `${day(instant, at)} ${timeAt(instant, at)}`,
    longMoment: (instant: string, at?: string) => `${longDay(instant, at)} ${timeAt(instant, at)}`,
    time: timeAt,
    /** `July` */
    month: (when: string) => `${DateTime.fromISO(dayOf(when), { zone: 'utc' }).setLocale(language).toFormat('LLLL')}${year(dayOf(when))}`,
  };
}

export function useDays(): Days {
  const { i18n } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  return daysFor({ language: i18n.language, zone: who.zone, today: who.today });
}
