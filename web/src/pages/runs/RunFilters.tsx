import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { processes } from '../../data/runs.ts';
import { Filter, Filters } from '../../parts/Filters.tsx';
import { TextField } from '../../parts/recording/fields.tsx';
import { given } from '../../routes/given.ts';

const route = getRouteApi('/runs');
const statuses = ['open', 'closed', 'cancelled'] as const;
const period = /^20\d{2}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/;

type Search = ReturnType<typeof route.useSearch>;

/** What is chosen stands in the address, so that it can be kept and passed on. */
export function RunFilters() {
  const { t, i18n } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(processes);
  const [typed, setTyped] = useState(search.period ?? '');
  const language = i18n.language === 'de' ? 'de' : 'en';
  const named = data.items
    .map(({ key, title }) => ({ value: key, label: title[language] }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  const choose = (changed: { [K in keyof Search]?: Search[K] | undefined }) =>
    navigate({ search: (before) => given({ ...before, ...changed }) as Search, replace: true, resetScroll: false });
  const choosePeriod = (text: string) => {
    setTyped(text);
    if (text === '' || period.test(text)) void choose({ period: text || undefined });
  };
  return (
    <Filters label={t('runs.list.filters')}>
      <Filter
        label={t('runs.list.process')}
        any={t('runs.list.allProcesses')}
        value={search.process}
        options={named}
        onPick={(process) => choose({ process })}
      />
      <Filter
        label={t('runs.list.status')}
        any={t('runs.list.allStates')}
        value={search.status}
        options={statuses.map((value) => ({ value, label: t(`runs.list.statuses.${value}`) }))}
        onPick={(status) => choose({ status })}
      />
      <TextField label={t('runs.list.period')} help={t('runs.list.periodHelp')} value={typed} onChange={choosePeriod} />
    </Filters>
  );
}
