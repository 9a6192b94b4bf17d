import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { myTasks, type Who } from '../data/queries.ts';
import { wantsOf } from '../pages/myWork/groups.ts';
import { Count } from './Count.tsx';

const beside = 60_000;

/** How much waits for this person, seen from any page; nothing while it is not known. */
export function MyCount({ who }: { who: Who }) {
  const { t } = useTranslation();
  const { data } = useQuery({ ...myTasks, refetchInterval: beside });
  const waiting = data?.items.filter((task) => wantsOf(task, who.person) !== 'elsewhere').length;
  return <Count of={waiting} said={t('nav.waiting')} more={data?.next !== undefined} />;
}
