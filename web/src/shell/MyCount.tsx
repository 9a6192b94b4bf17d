import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { myTasks, type Who } from '../data/queries.ts';
import { wantsOf } from '../pages/myWork/groups.ts';
import css from './shell.module.css';

const beside = 60_000;

/** How much waits for this person, seen from any page; nothing while it is not known. */
export function MyCount({ who }: { who: Who }) {
  const { t, i18n } = useTranslation();
  const { data } = useQuery({ ...myTasks, refetchInterval: beside });
  const count = data?.items.filter((task) => wantsOf(task, who.person) !== 'elsewhere').length ?? 0;
  if (count === 0) return null;
  return (
    <span className={css.count}>
      {new Intl.NumberFormat(i18n.language).format(count)}
      {data?.next !== undefined && '+'}
      <span className="hidden"> {t('nav.waiting')}</span>
    </span>
  );
}
