import { figure } from '../../../domain/words/numbers.ts';
import { type Speaker, speakerOf } from '../../../domain/words/speaker.ts';
import { Hidden, pageOf } from './document.tsx';
import { PageLinks } from './pageLinks.tsx';
import { runName } from './runWords.ts';
import { State } from './state.tsx';
import type { RunHead, RunsPage } from './types.ts';

type Props = { page: RunsPage; speaker: Speaker };

/** All runs, newest first, and for ISMS managers the form that starts the review of a quarter; posts `period`, `csrf` and `key`. */
export function runsPage(page: RunsPage): string {
  const speaker = speakerOf(page);
  const title = speaker.t('page:runsPage.title', { count: page.runs.filter(({ status }) => status === 'open').length });
  const navigation = { current: 'runs' as const, seesRuns: page.seesRuns, csrf: page.csrf };
  return pageOf({ frame: page, title, navigation, width: 'wide' }, <Body page={page} speaker={speaker} title={title} />);
}

const Body = ({ page, speaker, title }: Props & { title: string }) => {
  const { t } = speaker;
  return (
    <>
      <h1>{title}</h1>
      {page.runs.length === 0 ? <p className="lead">{t('page:runsPage.empty')}</p> : null}
      <Start page={page} speaker={speaker} />
      {page.runs.length === 0 ? null : (
        <section className="box" aria-labelledby="h-runs">
          <h2 id="h-runs">{t('page:runsPage.list')}</h2>
          <ul className="rows runs">
            {page.runs.map((run) => (
              <Line key={run.id} run={run} speaker={speaker} />
            ))}
          </ul>
          <PageLinks pages={page} speaker={speaker} />
        </section>
      )}
    </>
  );
};

const Line = ({ run, speaker }: { run: RunsPage['runs'][number]; speaker: Speaker }) => {
  const { t, language, dates } = speaker;
  const { asked, done, overdue } = run.numbers;
  const numbers = { asked: figure(asked, language), done: figure(done, language), late: figure(overdue, language) };
  return (
    <li>
      <div>
        <h3>
          <a href={run.href}>{runName(run, speaker)}</a>
        </h3>
        <p>
          {overdue > 0 ? t('page:runsPage.summaryLate', numbers) : t('page:runsPage.summary', numbers)}, {whenOf(run, t, dates)}
        </p>
      </div>
      <State {...standingOf(run, speaker)} />
    </li>
  );
};

const whenOf = ({ openedAt, closedAt }: RunHead, t: Speaker['t'], dates: Speaker['dates']): string =>
  closedAt === undefined
    ? t('page:runsPage.openedOn', { day: dates.day(openedAt) })
    : t('page:runsPage.closedOn', { day: dates.day(closedAt) });

function standingOf({ status, outcome }: RunHead, { t }: Speaker) {
  if (status === 'cancelled') return { tone: 'superseded' as const, word: t('page:runsPage.status.cancelled') };
  if (status === 'open') return { tone: 'onTime' as const, word: t('page:runsPage.status.open') };
  return outcome === 'incomplete'
    ? { tone: 'doneLate' as const, word: t('page:runsPage.status.closedIncomplete') }
    : { tone: 'done' as const, word: t('page:runsPage.status.closedComplete') };
}

const Start = ({ page, speaker: { t } }: Props) => {
  const { start } = page;
  if (start === undefined) return null;
  return (
    <section className="box" aria-labelledby="h-start">
      <h2 id="h-start">{t('page:runsPage.start')}</h2>
      <form className="start" method="post" action={start.action}>
        <Hidden values={{ csrf: page.csrf, key: start.key }} />
        <div>
          <label className="field" htmlFor="period">
            {t('page:runsPage.period')}
          </label>
          <select
            id="period"
            name="period"
            defaultValue={start.period}
            aria-describedby={start.problem === undefined ? 'period-help' : 'period-problem period-help'}
          >
            {start.periods.map((period) => (
              <option key={period}>{period}</option>
            ))}
          </select>
        </div>
        <button className="button main big" type="submit">
          {t('page:runsPage.startButton')}
        </button>
        <p className="help" id="period-help">
          {t('page:runsPage.startHelp')}
        </p>
        {start.problem === undefined ? null : (
          <p className="problem" role="alert" id="period-problem">
            {start.problem}
          </p>
        )}
      </form>
    </section>
  );
};
