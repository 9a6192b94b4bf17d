import { DateTime } from 'luxon';
import type { Day, Instant, Language } from '../records/common.ts';

// Luxon's short standalone names lack the dot in German and have four letters in British English: "15. Okt.", "15 Sep".
const forms = {
  en: { locale: 'en-US', dayMonth: 'd LLL', weekday: 'ccc d LLL', long: 'cccc d LLLL', since: 'd LLLL', time: 'd LLL HH:mm' },
  de: { locale: 'de', dayMonth: 'd. MMM', weekday: 'ccc d. MMM', long: 'cccc, d. MMMM', since: 'd. MMMM', time: 'd. MMM HH:mm' },
} as const;

export type Dates = ReturnType<typeof datesIn>;

/**
 * Days and times as people of one language read them, in the zone of their site. The year is said when it is not this one.
 * Takes instants and plain days; a plain day is the same day in every zone.
 */
export function datesIn(o: { language: Language; zone: string; now: Instant }) {
  const form = forms[o.language];
  const at = (when: Instant | Day) => DateTime.fromISO(when, { zone: o.zone }).setLocale(form.locale);
  const now = at(o.now);
  const say = (when: Instant | Day, format: string, year = ' yyyy') => {
    const moment = at(when);
    return moment.toFormat(moment.year === now.year ? format : `${format}${year}`);
  };
  return {
    /** `15 Oct`, `15. Okt.` */
    dayMonth: (when: Instant | Day) => say(when, form.dayMonth),
    /** `Thu 15 Oct`, `Do 15. Okt.` */
    day: (when: Instant | Day) => say(when, form.weekday),
    /** `Thursday 15 October`, `Donnerstag, 15. Oktober` */
    longDay: (when: Instant | Day) => say(when, form.long),
    /** `Thursday 15 October 2026`, always with its year, because mails are read later. */
    fullDay: (when: Instant | Day) => at(when).toFormat(`${form.long} yyyy`),
    /** `Thursday 15 October 17:00` */
    longDayTime: (when: Instant | Day) => `${say(when, form.long)} ${at(when).toFormat('HH:mm')}`,
    /** `Thursday 15 October 2026 17:00` */
    fullDayTime: (when: Instant | Day) => at(when).toFormat(`${form.long} yyyy HH:mm`),
    /** `Thursday` */
    weekday: (when: Instant | Day) => at(when).toFormat('cccc'),
    /** `2 July`, `2. Juli` */
    since: (when: Instant | Day) => say(when, form.since),
    /** `July`, `July 2025` */
    month: (when: Instant | Day) => say(when, 'LLLL'),
    /** `1 Oct 08:02` */
    dayTime: (when: Instant | Day) => at(when).toFormat(form.time),
    /** `Tue 6 Oct 10:12` */
    weekdayTime: (when: Instant | Day) => at(when).toFormat(`${form.weekday} HH:mm`),
    time: (when: Instant | Day) => at(when).toFormat('HH:mm'),
    /** `2026-10-15` in the zone, for comparing days and for `datetime` attributes. */
    isoDay: (when: Instant | Day) => at(when).toFormat('yyyy-MM-dd'),
    sameWeek: (when: Instant | Day) => at(when).hasSame(now, 'week'),
    daysFromNow: (when: Instant | Day) => Math.round(at(when).startOf('day').diff(now.startOf('day'), 'days').days),
  };
}
