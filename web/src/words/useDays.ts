import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { session } from '../data/queries.ts';
import { dayIn, dayWithWeekday, dayWithYear } from './days.ts';

const lengthOfDay = '2026-10-21'.length;

/** Days in words, for days and for instants, which fall on a day where the reader works. */
export function useDays() {
  const { i18n } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  const on = (iso: string): string => (iso.length > lengthOfDay ? dayIn(iso, who.zone) : iso);
  return {
    today: who.today,
    /** `6 Oct 2026`. */
    day: (iso: string): string => dayWithYear(on(iso), i18n.language),
    /** `Thu 15 Oct`. */
    weekday: (iso: string): string => dayWithWeekday(on(iso), i18n.language, who.today),
  };
}
