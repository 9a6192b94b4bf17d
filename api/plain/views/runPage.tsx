import { figure } from '../../../domain/words/numbers.ts';
import { places } from '../../../domain/words/places.ts';
import { type Speaker, speakerOf } from '../../../domain/words/speaker.ts';
import { pageOf } from './document.tsx';
import { runLine, runTitle } from './runWords.ts';
import { State, shownAs } from './state.tsx';
import type { RunPage, RunTask } from './types.ts';

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
      <h1>{title}</h1>
      <p className="lead">{runLine(page, speaker)}</p>
      <Numbers page={page} speaker={speaker} />
      <Tasks page={page} speaker={speaker} />
      <Gates page={page} speaker={speaker} />
    </>
  );
};

const kinds = ['asked', 'onTime', 'late', 'open', 'escalated', 'superseded'] as const;

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
      {page.tasks.length === 0 ? <p className="soft">{t('page:run.noTasks')}</p> : <Table page={page} speaker={speaker} />}
      <Pages page={page} speaker={speaker} />
    </section>
  );
};

const Table = ({ page, speaker }: Props) => {
  const { t } = speaker;
  return (
    <table className="blocks" aria-labelledby="h-tasks">
      <thead>
        <tr>
          <th scope="col">{t('page:run.who')}</th>
          <th scope="col">{t('page:run.what')}</th>
          <th scope="col">{t('page:run.promised')}</th>
          <th scope="col">{t('page:run.actual')}</th>
          <th scope="col">{t('page:run.state')}</th>
        </tr>
      </thead>
      <tbody>
        {page.tasks.map((task) => (
          <Line key={task.task} task={task} speaker={speaker} />
        ))}
      </tbody>
    </table>
  );
};

const Line = ({ task, speaker }: { task: RunTask; speaker: Speaker }) => {
  const { t, dates } = speaker;
  return (
    <tr>
      <th scope="row">{task.who}</th>
      <td>
        {task.reference === undefined ? null : <span className="id">{task.reference}</span>} {task.title}
      </td>
      <td data-name={t('page:run.promised')}>
        {dates.day(task.promised)}
        {task.due === task.promised ? null : <small>{t('page:run.moved', { day: dates.day(task.due) })}</small>}
      </td>
      <td data-name={t('page:run.actual')}>
        {task.closedAt === undefined ? <span className="quiet">{t('page:run.notYet')}</span> : dates.weekdayTime(task.closedAt)}
      </td>
      <td className="standing">
        <State {...shownAs(task, speaker)} />
        <Reasons task={task} speaker={speaker} />
      </td>
    </tr>
  );
};

const Reasons = ({ task, speaker }: { task: RunTask; speaker: Speaker }) => {
  const { t } = speaker;
  const isOpen = task.closedAt === undefined;
  const reasons = [
    ...(task.state === 'done' && task.by !== undefined ? [t(`doneBy.${task.by}`)] : []),
    ...(task.left < 0 && (task.state === 'done' || (isOpen && task.level >= 2)) ? [t('doneLate', { count: -task.left })] : []),
    ...(task.undeliverable ? [t('page:run.refused')] : []),
  ];
  return reasons.length === 0 ? null : <small>{reasons.join(', ')}</small>;
};

const Pages = ({ page, speaker: { t } }: Props) =>
  page.next === undefined && page.previous === undefined ? null : (
    <nav className="pages" aria-label={t('page:tasks.pages')}>
      <ul>
        {page.previous === undefined ? null : (
          <li>
            <a className="button" href={page.previous}>
              {t('page:run.previous')}
            </a>
          </li>
        )}
        {page.next === undefined ? null : (
          <li>
            <a className="button" href={page.next}>
              {t('page:run.next')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );

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
