import type { Speaker } from '../../../domain/words/speaker.ts';
import { State, shownAs } from './state.tsx';
import type { RunTask } from './types.ts';

/** Every task as it was promised and as it happened; on a phone each row is a block. Named by the heading `h-tasks`. */
export const RunTable = ({ tasks, speaker }: { tasks: readonly RunTask[]; speaker: Speaker }) => {
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
        {tasks.map((task) => (
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
      <th scope="row">
        {task.who}
        {task.onBehalfOf === undefined ? null : <small>{t('page:run.inSteadOf', { name: task.onBehalfOf })}</small>}
      </th>
      <td>
        {task.reference === undefined ? null : <span className="id">{task.reference}</span>} {task.title}
      </td>
      <td data-name={t('page:run.promised')}>
        {task.due === task.promised ? dates.day(task.promised) : <s>{dates.day(task.promised)}</s>}
        {task.due === task.promised ? null : <small>{movedTo(task, speaker)}</small>}
      </td>
      <td data-name={t('page:run.actual')}>
        {task.closedAt === undefined ? <span className="quiet">{t('page:run.notYet')}</span> : dates.weekdayTime(task.closedAt)}
      </td>
      <td className="standing">
        <State {...shownAs(task, speaker)} />
        <Reasons task={task} speaker={speaker} />
        <AnswerLink task={task} speaker={speaker} />
      </td>
    </tr>
  );
};

/** "moved to Fri 23 Oct, extended once". */
const movedTo = ({ due, extended = 0 }: RunTask, { t, dates }: Speaker): string =>
  [t('page:run.moved', { day: dates.day(due) }), ...(extended > 0 ? [t('page:tasks.extended', { count: extended })] : [])].join(', ');

const AnswerLink = ({ task, speaker: { t } }: { task: RunTask; speaker: Speaker }) =>
  task.answer === undefined ? null : (
    <a className="answer" href={task.answer} aria-label={t('page:run.answerLabel', { what: task.reference ?? task.title, who: task.who })}>
      {t('page:run.answer')}
    </a>
  );

const Reasons = ({ task, speaker }: { task: RunTask; speaker: Speaker }) => {
  const { t, dates } = speaker;
  const isOpen = task.closedAt === undefined;
  const reasons = [
    ...(task.state === 'done' && task.by !== undefined ? [t(`doneBy.${task.by}`)] : []),
    ...(task.left < 0 && (task.state === 'done' || (isOpen && task.level >= 2)) ? [t('doneLate', { count: -task.left })] : []),
    ...(task.state === 'submitted' ? [t('page:run.waitsFor', { name: task.confirmer ?? '' })] : []),
    ...(task.asksUntil === undefined ? [] : [t('page:run.asksUntil', { day: dates.day(task.asksUntil) })]),
    ...(task.asksHandOver ? [t('page:run.asksHandOver')] : []),
    ...(task.undeliverable ? [t('page:run.refused')] : []),
  ];
  return reasons.length === 0 ? null : <small>{reasons.join(', ')}</small>;
};
