import { useTranslation } from 'react-i18next';
import type { SearchResult } from '../../../../domain/records/search.ts';
import type { CockpitWords } from '../../words/en.ts';

type Status = keyof CockpitWords['search']['status'];

/** The state of a record in a word; of one that this page knows no word for, nothing. */
export function useStatusName(): (found: SearchResult) => string {
  const { t, i18n } = useTranslation();
  return ({ status }) => (i18n.exists(`search.status.${status}`) ? t(`search.status.${status as Status}`) : '');
}
