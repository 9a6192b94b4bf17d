import { useSuspenseQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { TaskLine } from '../../../../domain/records/taskLine.ts';
import { closedLately } from '../../data/ownWork.ts';
import { TaskLink } from '../../parts/TaskLink.tsx';
import { type Days, useDays } from '../../words/useDays.ts';
import css from './myWork.module.css';

/** The last answers, each leading to what was said: about what, when, and whether it was in time. */
export function DoneLately() {
  const { t } = useTranslation();
  const days = useDays();
  const { data } = useSuspenseQuery(closedLately);
  return (
    <section aria-labelledby="h-done">
      <h2 id="h-done">{t('ownWork.done')}</h2>
      {data.items.length === 0 ? (
        <p className="soft">{t('ownWork.doneNothing')}</p>
      ) : (
        <ul className={css.done}>
          {data.items.map((task) => (
            <li key={task.id}>
              <TaskLink task={task.id} className="strong">
                {[task.about, task.title].filter(Boolean).join(' ')}
              </TaskLink>
              <p className="soft">{saidOf(task, t, days)}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Done late is quiet on purpose: it is measured, not held against anybody. */
function saidOf({ state, closedAt, closedBy, zone, workingDaysLeft: left }: TaskLine, t: TFunction, days: Days): string {
  const day = closedAt === undefined ? '' : days.day(closedAt, zone);
  if (state === 'superseded' || state === 'cancelled' || state === 'waived') return t(`ownWork.closed.${state}`, { day });
  const when = left < 0 ? t('ownWork.late', { count: -left }) : left === 0 ? t('ownWork.onTheDay') : t('ownWork.early', { count: left });
  const via = closedBy?.via;
  const by = via === 'link' || via === 'token' ? [t(`tasks.answer.by.${via}`)] : [];
  return [day, when, ...by].join(', ');
}
