import { Info } from 'luxon';

/** Names of the days of the week, Monday first. */
export const weekdayNames = (language: string): string[] => Info.weekdays('long', { locale: language });
