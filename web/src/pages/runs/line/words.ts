import type { TFunction } from 'i18next';
import type { LateBecause } from '../../../../../domain/records/dashboard.ts';
import type { TimeLine, TimeLineHead, TimeLineRow } from '../../../../../domain/records/timeLine.ts';
import { dayIn, dayWithoutYear, dayWithWeekday } from '../../../words/days.ts';

/** How a page says things of one run: its words, its language, and what day it is. */
export type Saying = { t: TFunction; language: string; today: string };

/** Names as a sentence has them. */
export const listed = (names: readonly string[], language: string): string =>
  new Intl.ListFormat(language === 'de' ? 'de' : 'en-GB', { type: 'conjunction' }).format(names);

export const runName = (t: TFunction, { title, run }: Pick<TimeLineHead, 'title' | 'run'>): string =>
  t('runs.name', { title, key: run.key });

type Counts = TimeLine['counts'];
const tasksIn = (counts: Counts, ...standings: string[]): number =>
  counts.filter(({ standing }) => standings.includes(standing)).reduce((sum, { tasks }) => sum + tasks, 0);

/** The news of a run. */
export function titleOf(t: TFunction, head: TimeLineHead, counts: Counts): string {
  const name = runName(t, head);
  const asked = counts.filter(({ standing }) => standing !== 'planned').reduce((sum, { tasks }) => sum + tasks, 0);
  const done = tasksIn(counts, 'done', 'doneLate');
  const late = tasksIn(counts, 'late', 'escalated');
  const { status } = head.run;
  if (status === 'cancelled') return t('runs.line.titleCancelled', { name });
  if (asked === 0) return t(status === 'open' ? 'runs.line.titleNoneYet' : 'runs.line.titleNone', { name });
  if (done === asked) return t(asked === 1 ? 'runs.line.titleOne' : 'runs.line.titleAll', { name, asked });
  return late > 0 && status === 'open'
    ? t('runs.line.titleLate', { name, done, asked, count: late })
    : t('runs.line.title', { name, done, asked });
}

/** `Thu 15 Oct` in the zone of a row. */
export const dayOf = ({ language, today }: Saying, instant: string, zone: string): string =>
  dayWithWeekday(dayIn(instant, zone), language, today);

/** `15 Oct`. */
const shortDay = ({ language }: Saying, instant: string, zone: string): string => dayWithoutYear(dayIn(instant, zone), language);

export function stateOf(saying: Saying, { standing, level, workingDaysLeft, ended, zone }: TimeLineRow): string {
  const { t } = saying;
  switch (standing) {
    case 'done':
    case 'doneLate':
      return t('runs.line.state.done', { day: ended === undefined ? '' : shortDay(saying, ended, zone) });
    case 'escalated':
      return t('runs.line.state.escalated', { level });
    case 'late':
      return t('runs.line.state.late', { count: Math.max(0, -workingDaysLeft) });
    case 'soon':
    case 'onTime':
      return t('runs.line.state.left', { count: Math.max(0, workingDaysLeft) });
    default:
      return t(`runs.line.state.${standing}`);
  }
}

/** The one reason beside a state; nothing where the state says all. */
export function reasonOf(saying: Saying, row: TimeLineRow): string | undefined {
  const { t } = saying;
  const { standing, because, extended, due, zone, reason, waivedUntil, workingDaysLeft, via } = row;
  if (standing === 'planned') return t('runs.line.due', { day: dayOf(saying, due, zone) });
  if (standing === 'doneLate') return t('runs.line.daysLate', { count: Math.max(0, -workingDaysLeft) });
  if (standing === 'done') return via === undefined ? undefined : t(`runs.line.answered.${via}`);
  if (waivedUntil !== undefined)
    return t('runs.line.waivedUntil', { day: dayWithWeekday(waivedUntil, saying.language, saying.today), reason });
  if (reason !== undefined) return reason;
  if (because !== undefined && (because.code !== 'noAnswer' || standing === 'late')) return becauseOf(saying, because);
  if (standing === 'escalated') return t('runs.line.daysLate', { count: Math.max(0, -workingDaysLeft) });
  return extended > 0 ? t('runs.line.movedTo', { day: dayOf(saying, due, zone) }) : t('runs.line.due', { day: dayOf(saying, due, zone) });
}

function becauseOf({ t, language, today }: Saying, because: LateBecause): string {
  switch (because.code) {
    case 'asksForTime':
    case 'absent':
      return t(`runs.line.because.${because.code}`, { day: dayWithWeekday(because.until, language, today) });
    case 'waitsForConfirmation':
      return t('runs.line.because.waitsForConfirmation', { of: because.of });
    case 'noAnswer':
      return t('runs.line.because.noAnswer', { count: because.mails });
    default:
      return t(`runs.line.because.${because.code}`);
  }
}

/** What the picture of a row shows, in sentences. */
export function textOf(saying: Saying, row: TimeLineRow): string {
  const { t, language } = saying;
  const { opened, promised, due, zone, mails, escalations, coming, standing } = row;
  const day = (instant: string) => dayOf(saying, instant, zone);
  if (standing === 'planned') return t('runs.line.text.planned', { from: day(opened), to: day(due) });
  const count = (state: string) => mails.filter((mail) => mail.state === state).length;
  const [delivered, refused] = [count('delivered'), count('refused')];
  const [next] = coming;
  return [
    t('runs.line.text.promised', { day: day(promised) }),
    ...(due > promised ? [t('runs.line.text.moved', { day: day(due) })] : []),
    ...(delivered > 0 ? [t('runs.line.text.mails', { count: delivered })] : []),
    ...(refused > 0 ? [t('runs.line.text.refused', { count: refused })] : []),
    ...escalations.map(({ at, level, told }) =>
      t(told.length === 0 ? 'runs.line.text.levelAlone' : 'runs.line.text.level', { day: day(at), level, who: listed(told, language) }),
    ),
    ...(next === undefined ? [] : [t('runs.line.text.next', { day: day(next.at) })]),
  ].join(' ');
}
