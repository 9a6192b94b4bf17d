import { figure } from '../../../domain/words/numbers.ts';
import type { Speaker } from '../../../domain/words/speaker.ts';
import type { RunHead } from './types.ts';

/** "Periodic risk review 2026-Q4". */
export const runName = ({ process, period }: Pick<RunHead, 'process' | 'period'>, { t, pick }: Speaker): string =>
  period === undefined ? pick(process.title) : t('page:run.name', { process: pick(process.title), period });

/** The news of a run: "Periodic risk review 2026-Q4: 7 of 14 answered, four late". */
export function runTitle(run: RunHead, speaker: Speaker): string {
  const { t, language } = speaker;
  const { asked, done } = run.numbers;
  const name = runName(run, speaker);
  const said = { name, asked: figure(asked, language), done: figure(done, language) };
  if (asked === 0) return run.status === 'open' ? t('page:run.titleNoneYet', said) : t('page:run.titleNone', said);
  if (done === asked) return t('page:run.titleAll', said);
  const title = t('page:run.title', said);
  return run.status === 'open' && run.numbers.overdue > 0 ? t('page:run.titleLate', { title, count: run.numbers.overdue }) : title;
}

/** When it opened and closed, by whom, and what took over. */
export function runLine(run: RunHead, { t, dates }: Speaker): string {
  const day = dates.day(run.openedAt);
  // A schedule and another run open without a name.
  const opened = run.openedBy === '' ? t('page:run.openedAlone', { day }) : t('page:run.opened', { day, by: run.openedBy });
  const closed = run.closedAt === undefined ? [] : [closing(run, run.closedAt)];
  const after = run.supersededBy === undefined ? [] : [t('page:run.supersededBy', { run: run.supersededBy })];
  return [opened, ...closed, ...after].join(' ');

  function closing({ status, outcome }: RunHead, at: string): string {
    if (status === 'cancelled') return t('page:run.cancelled', { day: dates.day(at) });
    return t('page:run.closed', {
      day: dates.day(at),
      outcome: outcome === 'incomplete' ? t('page:run.closedIncomplete') : t('page:run.closedComplete'),
    });
  }
}
