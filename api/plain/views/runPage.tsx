import { figure } from '../../../domain/words/numbers.ts';
import { places } from '../../../domain/words/places.ts';
import { type Speaker, speakerOf } from '../../../domain/words/speaker.ts';
import { pageOf } from './document.tsx';
import { PageLinks } from './pageLinks.tsx';
import { Requests, RunForms } from './runForms.tsx';
import { RunTable } from './runTable.tsx';
import { runLine, runTitle } from './runWords.ts';
import { State } from './state.tsx';
import type { RunPage } from './types.ts';

type Props = { page: RunPage; speaker: Speaker };

/** One run for ISMS managers, top management and auditors: numbers, and every task as promised and as it happened. */
export function runPage(page: RunPage): string {
  const speaker = speakerOf(page);
  const title = runTitle(page, speaker);
  const navigation = { current: 'runs' as const, seesRuns: page.seesRuns, csrf: page.csrf };
  return pageOf({ frame: page, title, navigation, width: 'wide' }, <Body page={page} speaker={speaker} title={title} />);
}

const Body = ({ page, speaker, title }: Props & { title: string }) => {
  const { t } = speaker;
  return (
    <>
      <nav className="crumb" aria-label={t('page:run.crumb')}>
        <a href={places.runs}>{t('page:runs')}</a> / <span className="id">{page.id}</span>
      </nav>
      <Notice page={page} speaker={speaker} />
      <h1>{title}</h1>
      <p className="lead">{runLine(page, speaker)}</p>
      <Numbers page={page} speaker={speaker} />
      <Tasks page={page} speaker={speaker} />
      <Gates page={page} speaker={speaker} />
      <Requests page={page} speaker={speaker} />
      <RunForms page={page} speaker={speaker} />
    </>
  );
};

const notices = { started: 'page:run.started', cancelled: 'page:run.wasCancelled' } as const;

const Notice = ({ page: { notice }, speaker: { t } }: Props) => {
  if (notice === undefined) return null;
  const said = notice === 'started' || notice === 'cancelled' ? t(notices[notice]) : t(`page:commands.${notice}.done`);
  return (
    <p className="alert good" role="status">
      {said}
    </p>
  );
};

const kinds = ['asked', 'onTime', 'late', 'open', 'overdue', 'escalated', 'superseded'] as const;

const Numbers = ({ page, speaker: { t, language } }: Props) => (
  <section className="box" aria-labelledby="h-numbers">
    <h2 id="h-numbers">{t('page:run.numbers')}</h2>
    <dl className="numbers">
      {kinds.map((kind) => (
        <div key={kind}>
          <dt>{t(`page:run.${kind}`)}</dt>
          <dd>{figure(page.numbers[kind], language)}</dd>
        </div>
      ))}
    </dl>
  </section>
);

const Tasks = ({ page, speaker }: Props) => {
  const { t } = speaker;
  return (
    <section className="box" aria-labelledby="h-tasks">
      <h2 id="h-tasks">
        {t('page:run.promisedAndActual')} <span>{t('page:run.timesHere')}</span>
      </h2>
      {page.tasks.length === 0 ? <p className="soft">{t('page:run.noTasks')}</p> : <RunTable tasks={page.tasks} speaker={speaker} />}
      <PageLinks pages={page} speaker={speaker} />
    </section>
  );
};

const Gates = ({ page, speaker: { t } }: Props) =>
  page.gates.length === 0 ? null : (
    <section className="box" aria-labelledby="h-gates">
      <h2 id="h-gates">{t('page:run.gates')}</h2>
      <ul className="rows">
        {page.gates.map(({ gate, passed, detail }) => (
          <li key={gate} className="gate">
            <span className="id">{gate}</span>
            <span>{detail}</span>
            <State tone={passed ? 'done' : 'late'} word={passed ? t('page:run.holds') : t('page:run.holdsNot')} />
          </li>
        ))}
      </ul>
    </section>
  );
