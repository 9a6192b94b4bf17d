import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OpenNow } from '../../../domain/records/dashboard.ts';
import { openNow } from '../data/queries.ts';
import { Count } from './Count.tsx';

/** How many of these are open, seen from any page. */
export function OpenCount({ of }: { of: keyof OpenNow }) {
  const { t } = useTranslation();
  const { data } = useQuery(openNow);
  return <Count of={data?.[of]} said={t('nav.open')} />;
}
