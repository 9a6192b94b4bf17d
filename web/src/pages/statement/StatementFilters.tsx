import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Filter, Filters } from '../../parts/Filters.tsx';
import type { StatementSearch } from '../../routes/registers.ts';

const themes = ['organizational', 'people', 'physical', 'technological'] as const;
const shows = ['open', 'in', 'out'] as const;

export function StatementFilters({ search, shown }: { search: StatementSearch; shown: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/statement' });
  const narrow = (name: keyof StatementSearch) => (value: string | undefined) => {
    const { [name]: _before, ...rest } = search;
    void navigate({ search: value === undefined ? rest : { ...rest, [name]: value }, replace: true, resetScroll: false });
  };
  return (
    <Filters label={t('registers.filter.label')} shown={t('registers.statement.shown', { count: shown })}>
      <Filter
        label={t('registers.filter.theme')}
        any={t('registers.filter.any')}
        value={search.theme}
        options={themes.map((theme) => ({ value: theme, label: t(`registers.kind.${theme}`) }))}
        onPick={narrow('theme')}
      />
      <Filter
        label={t('registers.filter.show')}
        any={t('registers.filter.all')}
        value={search.show}
        options={shows.map((show) => ({ value: show, label: t(`registers.statement.show.${show}`) }))}
        onPick={narrow('show')}
      />
    </Filters>
  );
}
