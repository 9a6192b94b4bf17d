import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { session } from '../../data/queries.ts';
import { manages, oversees } from '../../data/rights.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import layout from '../../parts/page.module.css';
import { Exports } from './Exports.tsx';
import { ImportFile } from './ImportFile.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { importable } from './registers.ts';

const route = getRouteApi('/imports');

/** Files of registers: brought in after a look at what is in them, and taken out. */
export function Imports() {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  const search = route.useSearch();
  const register = importable.find((one) => one === search.register) ?? 'people';
  if (!oversees(who)) return <PageHead name={t('imports.title')} title={t('imports.notYours')} />;
  if (!manages(who))
    return (
      <>
        <PageHead name={t('imports.title')} title={t('imports.exportNews')} under={t('imports.exportUnder')} />
        <Exports />
      </>
    );
  return (
    <>
      <PageHead name={t('imports.title')} title={t('imports.news')} under={t('imports.under')} />
      <div className={layout.stack}>
        {search.import !== undefined && <ImportProgress id={search.import} />}
        <ImportFile key={register} register={register} />
        <Exports />
      </div>
    </>
  );
}
