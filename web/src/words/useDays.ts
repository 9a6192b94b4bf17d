import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { session } from '../data/queries.ts';
import { dayIn, dayInFull, dayWithoutYear, dayWithWeekday, dayWithYear, exactTime, monthIn, timeIn } from './days.ts';

export type Days = ReturnType<typeof daysFor>;

type Reader = { language: string; zone: string; today: string };

const lengthOfDay = '2026-10-21'.length;

/**
 * Days and times as this reader reads them. An instant falls on a day and has a time where the reader works, unless another zone is named; the year is said
 * where it is not this one.
 */
function daysFor({ language, zone, today }: Reader) {
  const dayOf = (when: string, at = zone): string => (when.length > lengthOfDay ? dayIn(when, at) : when);
  const year = (day: string): string => (day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`);
  const time = (instant: string, at = zone): string => timeIn(instant, at);
  const day = (when: string, at?: string): string => dayWithWeekday(dayOf(when, at), language, today);
  const longDay = (when: string, at?: string): string => `${dayInFull(dayOf(when, at), language)}${year(dayOf(when, at))}`;
  return {
    today,
    dayOf,
    /** `Thu 15 Oct` */
    day,
    /** `Thursday 15 October` */
    longDay,
    /** `15 Oct`, where the year is seen beside it. */
    shortDay: (when: string, at?: string): string => dayWithoutYear(dayOf(when, at), language),
    /** `15 Oct 2026`, where the year matters. */
    date: (when: string, at?: string): string => dayWithYear(dayOf(when, at), language),
    /** `Thu 15 Oct 16:04` */
    moment: (instant: string, at?: string): string => `${day(instant, at)} ${time(instant, at)}`,
    longMoment: (instant: string, at?: string): string => `${longDay(instant, at)} ${time(instant, at)}`,
    time,
    /** `2026-10-15 16:04:12`, for lists in which every second counts. */
    exactly: (instant: string): string => exactTime(instant, zone),
    /** `July` */
    month: (when: string): string => `${monthIn(dayOf(when), language)}${year(dayOf(when))}`,
  };
}

export function useDays(): Days {
  const { i18n } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  return daysFor({ language: i18n.language, zone: who.zone, today: who.today });
}
