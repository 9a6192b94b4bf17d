import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TaskLine } from '../../../../domain/records/taskLine.ts';
import { session } from '../../data/queries.ts';
import { oversees } from '../../data/rights.ts';
import { State } from '../../parts/State.tsx';
import type { Column } from '../../parts/table/columns.ts';
import { type Days, useDays } from '../../words/readerDays.ts';
import { standingOf } from '../task/standing.ts';

/** A task in one row: what and about what, of whom, by when, how it stands, and of which run. */
export function useTaskColumns(): Column<TaskLine>[] {
  const { t } = useTranslation();
  const days = useDays();
  const { data: who } = useSuspenseQuery(session);
  return [
    { key: 'what', head: t('tasks.list.column.what'), cell: (task) => <What task={task} /> },
    { key: 'who', head: t('tasks.list.column.who'), cell: (task) => <Asked task={task} isLink={oversees(who)} /> },
    { key: 'due', head: t('tasks.list.column.due'), cell: (task) => <When task={task} days={days} /> },
    { key: 'state', head: t('tasks.list.column.state'), cell: (task) => <Standing task={task} days={days} /> },
    {
      ...{ key: 'run', head: t('tasks.list.column.run') },
      cell: ({ run }) => (
        <Link to="/runs/$run" params={{ run }} className="id">
          {run}
        </Link>
      ),
    },
  ];
}

type Of = { task: TaskLine };

const What = ({ task: { id, title, about } }: Of) => (
  <>
    <Link to="/task/$" params={{ _splat: id }}>
      {title}
    </Link>
    {about !== undefined && <div className="id">{about}</div>}
  </>
);

function Asked({ task, isLink }: Of & { isLink: boolean }) {
  const { t } = useTranslation();
  const { assignee, assigneeName, onBehalfOfName, confirmerName, state } = task;
  return (
    <>
      {isLink ? (
        <Link to="/people/$person" params={{ person: assignee }}>
          {assigneeName}
        </Link>
      ) : (
        assigneeName
      )}
      {onBehalfOfName !== undefined && <div className="quiet">{t('tasks.list.inSteadOf', { name: onBehalfOfName })}</div>}
      {state === 'submitted' && <div className="quiet">{t('tasks.list.confirms', { name: confirmerName ?? '' })}</div>}
    </>
  );
}

function When({ task: { due, promised, zone }, days }: Of & { days: Days }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="nowrap">{days.day(due, zone)}</span>
      {due !== promised && <div className="quiet">{t('tasks.list.promised', { day: days.day(promised, zone) })}</div>}
    </>
  );
}

function Standing({ task, days }: Of & { days: Days }) {
  const { t } = useTranslation();
  const { shape, said } = standingOf(task, t, days);
  return (
    <State of={shape} quiet={task.state === 'done' && task.workingDaysLeft < 0}>
      {said}
    </State>
  );
}
