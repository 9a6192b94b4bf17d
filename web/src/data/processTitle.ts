import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { processMap } from './processes.ts';

/** What a process is called in the language of the page; its key, where it is no process of this version. */
export function useProcessTitle(): (process: string) => string {
  const { i18n } = useTranslation();
  const { data } = useSuspenseQuery(processMap);
  return (process) => data.processes.find(({ key }) => key === process)?.title[i18n.language === 'de' ? 'de' : 'en'] ?? process;
}
