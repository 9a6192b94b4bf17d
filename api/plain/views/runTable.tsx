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
        <AnswerLink task={task} speaker={speaker} />
      </td>
    </tr>
  );
};

const AnswerLink = ({ task, speaker: { t } }: { task: RunTask; speaker: Speaker }) =>
  task.answer === undefined ? null : (
    <a className="answer" href={task.answer} aria-label={t('page:run.answerLabel', { what: task.reference ?? task.title, who: task.who })}>
      {t('page:run.answer')}
    </a>
  );

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
