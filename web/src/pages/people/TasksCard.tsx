import { Button } from '@mantine/core';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { PersonDetail } from '../../../../domain/records/personDetail.ts';
import type { TaskLine } from '../../../../domain/records/taskLine.ts';
import { listOf } from '../../data/lists.ts';
import { session } from '../../data/queries.ts';
import { oversees } from '../../data/rights.ts';
import { Card } from '../../parts/Card.tsx';
import layout from '../../parts/page.module.css';
import { RecordLink } from '../../parts/RecordLink.tsx';
import { State } from '../../parts/State.tsx';
import { dayIn, dayWithWeekday } from '../../words/days.ts';

const atOnce = 10;
const soonInDays = 2;

/** What is open, the next due first. */
export function TasksCard({ person }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  const list = useSuspenseInfiniteQuery(listOf<TaskLine>('/tasks', { assignee: person.id, status: 'open', limit: atOnce }));
  const tasks = list.data.pages.flatMap(({ items }) => items);
  return (
    <Card
      title={t('personTasks.heading')}
      aside={
        oversees(who) && (
          <Link to="/tasks" search={{ person: person.id, state: 'all' }} className="small">
            {t('personTasks.all')}
          </Link>
        )
      }
    >
      {tasks.length === 0 && <p className="soft">{t('personTasks.none')}</p>}
      <ul className={layout.lines}>
        {tasks.map((task) => (
          <Task key={task.id} task={task} person={person} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="default" className={layout.more} onClick={() => list.fetchNextPage()}>
          {t('personTasks.more')}
        </Button>
      )}
    </Card>
  );
}

function Task({ task, person }: { task: TaskLine; person: PersonDetail }) {
  const { t, i18n } = useTranslation();
  const left = task.workingDaysLeft;
  const state = task.level >= 2 ? 'escalated' : left < 0 ? 'late' : left <= soonInDays ? 'soon' : 'onTime';
  const day = dayWithWeekday(dayIn(task.due, task.zone), i18n.language, person.today);
  return (
    <li className={layout.split}>
      <div>
        <RecordLink kind="tasks" id={task.id} className="strong">
          {task.about === undefined ? task.title : t('personTasks.about', { title: task.title, about: task.about })}
        </RecordLink>
        <div className="quiet small">{partOf(t, task, person.id)}</div>
      </div>
      <State of={state}>
        {day}, {left < 0 ? t('myWork.wasDue', { count: -left }) : t('myWork.left', { count: left })}
      </State>
    </li>
  );
}

/** Why it stands with this person, where that is another one's answer. */
function partOf(t: TFunction, task: TaskLine, person: string): string {
  if (task.assignee === person) return task.onBehalfOfName === undefined ? '' : t('personTasks.standsIn', { name: task.onBehalfOfName });
  return task.confirmer === person
    ? t('personTasks.confirms', { name: task.assigneeName })
    : t('personTasks.with', { name: task.assigneeName });
}
