import { NativeSelect, TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { processes } from '../../data/runs.ts';
import css from './runs.module.css';

const route = getRouteApi('/runs');
const statuses = ['open', 'closed', 'cancelled'] as const;
const period = /^20\d{2}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/;

type Search = ReturnType<typeof route.useSearch>;
/** Nothing chosen is nothing said. */
const chosen = (search: Record<string, unknown>): Search => Object.fromEntries(Object.entries(search).filter(([, value]) => value !== ''));

/** What is chosen stands in the address, so that it can be kept and passed on. */
export function Filters() {
  const { t, i18n } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useSuspenseQuery(processes);
  const language = i18n.language === 'de' ? 'de' : 'en';
  const named = data.items
    .map(({ key, title }) => ({ value: key, label: title[language] }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  const choose = (changed: Record<string, string>) =>
    navigate({ search: (before) => chosen({ ...before, ...changed }), replace: true, resetScroll: false });
  return (
    <fieldset className={css.filters}>
      <legend className="hidden">{t('runs.list.filters')}</legend>
      <NativeSelect
        label={t('runs.list.process')}
        value={search.process ?? ''}
        onChange={({ target: { value } }) => choose({ process: value })}
        data={[{ value: '', label: t('runs.list.allProcesses') }, ...named]}
      />
      <NativeSelect
        label={t('runs.list.status')}
        value={search.status ?? ''}
        onChange={({ target: { value } }) => choose({ status: value })}
        data={[
          { value: '', label: t('runs.list.allStates') },
          ...statuses.map((value) => ({ value, label: t(`runs.list.statuses.${value}`) })),
        ]}
      />
      <TextInput
        label={t('runs.list.period')}
        description={t('runs.list.periodHelp')}
        defaultValue={search.period ?? ''}
        onChange={({ target: { value } }) => (value === '' || period.test(value)) && choose({ period: value })}
      />
    </fieldset>
  );
}
