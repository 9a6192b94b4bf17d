import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TaskLine } from '../../../../domain/records/taskLine.ts';
import { myTasks, session } from '../../data/queries.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import { State } from '../../parts/State.tsx';
import { dayIn, dayWithWeekday } from '../../words/days.ts';
import css from './myWork.module.css';

const soonInDays = 2;
const thisWeekInDays = 5;

/** What waits for an answer, the most urgent first; like tasks of one run are answered together. */
export function MyWork() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(myTasks);
  const { data: who } = useSuspenseQuery(session);
  const groups = groupsOf(data.items);
  const parts = {
    late: groups.filter(([{ workingDaysLeft }]) => workingDaysLeft < 0),
    soon: groups.filter(([{ workingDaysLeft: left }]) => left >= 0 && left <= thisWeekInDays),
    later: groups.filter(([{ workingDaysLeft }]) => workingDaysLeft > thisWeekInDays),
  };
  const title = data.items.length === 0 ? t('myWork.none') : t('myWork.due', { count: data.items.length });
  return (
    <div className={css.column}>
      <PageHead name={t('myWork.title')} title={title} {...(data.items.length === 0 && { under: t('myWork.noneMore') })} />
      {(['late', 'soon', 'later'] as const).map(
        (part) =>
          parts[part].length > 0 && (
            <section key={part} aria-labelledby={`part-${part}`}>
              <h2 id={`part-${part}`}>{t(`myWork.${part}`)}</h2>
              <ul>
                {parts[part].map((tasks) => (
                  <Asked key={tasks[0].id} tasks={tasks} me={who.person} />
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  );
}

type Group = [TaskLine, ...TaskLine[]];

function groupsOf(tasks: readonly TaskLine[]): Group[] {
  const groups = new Map<string, Group>();
  for (const task of tasks) {
    const key = JSON.stringify([task.run, task.task, task.assignee, task.state === 'submitted', task.due]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [task]);
    else group.push(task);
  }
  return [...groups.values()];
}

function Asked({ tasks, me }: { tasks: Group; me: string }) {
  const { t, i18n } = useTranslation();
  const [task] = tasks;
  const confirms = task.state === 'submitted' && task.confirmer === me;
  const page =
    tasks.length > 1 && !confirms
      ? `/tasks/${encodeURIComponent(task.run)}/${encodeURIComponent(task.task)}`
      : `/tasks/${task.id.split('/').map(encodeURIComponent).join('/')}`;
  const subjects = tasks.flatMap(({ about }) => about ?? []);
  const left = task.workingDaysLeft;
  const state = task.level >= 2 ? 'escalated' : left < 0 ? 'late' : left <= soonInDays ? 'soon' : 'onTime';
  return (
    <li className={css.task}>
      <div>
        <h3>
          <a href={page}>{task.title}</a>
        </h3>
        <p className="soft">
          {[
            new Intl.ListFormat(i18n.language).format(subjects),
            task.onBehalfOf !== undefined && task.onBehalfOf !== me ? t('myWork.standsIn', { name: task.onBehalfOfName }) : '',
            task.assignee !== me && !confirms ? t('myWork.with', { name: task.assigneeName }) : '',
          ]
            .filter((said) => said !== '')
            .join(' · ')}
        </p>
      </div>
      <div className={css.line}>
        <State of={state}>
          <b>{dayWithWeekday(dayIn(task.due, task.zone), i18n.language, dayIn(task.openedAt, task.zone))}</b>{' '}
          {left < 0 ? t('myWork.wasDue', { count: -left }) : t('myWork.left', { count: left })}
        </State>
        <Button component="a" href={page} size="md" variant={state === 'onTime' ? 'default' : 'filled'}>
          {t(confirms ? 'myWork.confirm' : 'myWork.open')}
        </Button>
      </div>
    </li>
  );
}
