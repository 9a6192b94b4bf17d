import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskLine } from '../../../../../domain/records/taskLine.ts';
import { useNames } from '../../../data/names.ts';
import { session } from '../../../data/queries.ts';
import { everyOf } from '../../../data/records.ts';
import { manages } from '../../../data/rights.ts';
import { Card } from '../../../parts/Card.tsx';
import { Crumb } from '../../../parts/Crumb.tsx';
import { PageHead } from '../../../parts/PageHead.tsx';
import { RunLink } from '../../../parts/RunLink.tsx';
import css from './acts.module.css';
import { Forms } from './Forms.tsx';
import { OpenTasks } from './OpenTasks.tsx';

const route = getRouteApi('/runs/$run/tasks');

/** Whose answer, or confirmation, a task waits for. */
const isWith = ({ assignee, onBehalfOf, confirmer, state }: TaskLine, person: string): boolean =>
  assignee === person || onBehalfOf === person || (state === 'submitted' && confirmer === person);

/** What is open in a run, of one person or of all, and what whoever manages does with several at once. */
export function ActsPage() {
  const { t } = useTranslation();
  const { run } = route.useParams();
  const { person, act } = route.useSearch();
  const { data: who } = useSuspenseQuery(session);
  const { data } = useSuspenseQuery(everyOf<TaskLine>('/tasks', { run, status: 'open', assignee: person }));
  const name = useNames([person])(person);
  const tasks = person === undefined ? data : data.filter((task) => isWith(task, person));
  // Whoever comes for one person comes for what that person is asked; of a whole run nothing is meant that was not picked. What opens meanwhile is not ticked.
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(person === undefined ? [] : tasks.map(({ id }) => id)));
  const ticked = tasks.filter(({ id }) => picked.has(id));
  const tick = (ids: readonly string[], is: boolean) =>
    setPicked((before) => new Set(is ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));
  const ticking = manages(who) ? { isTicked: (id: string) => picked.has(id), tick } : undefined;
  return (
    <div className={css.page}>
      <Crumb to="/runs" name={t('runs.list.name')} id={<RunLink run={run} />} />
      <PageHead
        name={t('acts.name', { run })}
        title={person === undefined ? t('acts.title', { count: tasks.length }) : t('acts.titleOf', { count: tasks.length, name })}
        under={ticking === undefined || tasks.length === 0 ? undefined : t('acts.under')}
      />
      {person !== undefined && (
        <p className={css.all}>
          <Link to="/runs/$run/tasks" params={{ run }}>
            {t('acts.all')}
          </Link>
        </p>
      )}
      {tasks.length === 0 ? <p className="soft">{t('acts.none')}</p> : <OpenTasks tasks={tasks} ticking={ticking} />}
      {ticking !== undefined && tasks.length > 0 && (
        <Card title={t('acts.heading', { count: ticked.length })}>
          <Forms tasks={ticked} act={act} onGiven={(failed) => setPicked(new Set(failed.map(({ id }) => id)))} />
        </Card>
      )}
    </div>
  );
}
