import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Filter, Filters } from '../../parts/Filters.tsx';
import type { RiskSearch } from '../../routes/registers.ts';
import type { RiskMap } from './Risks.tsx';

const bands = ['veryHigh', 'high', 'medium', 'low'] as const;
const statuses = ['draft', 'active', 'treating', 'retained', 'avoided', 'closed'] as const;

/** By what the list is narrowed; it stands in the address, so that it can be kept and sent. */
export function RiskFilters({ map, search, shown }: { map: RiskMap; search: RiskSearch; shown: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/risks' });
  const narrow = (name: keyof RiskSearch) => (value: string | undefined) => {
    const { [name]: _before, ...rest } = search;
    void navigate({ search: value === undefined ? rest : { ...rest, [name]: value }, replace: true, resetScroll: false });
  };
  const { cell, ...rest } = search;
  return (
    <Filters label={t('registers.filter.label')} shown={t('registers.risks.shown', { count: shown })}>
      <Filter
        label={t('registers.filter.band')}
        any={t('registers.filter.any')}
        value={search.band}
        options={bands.map((band) => ({ value: band, label: t(`band.${band}`) }))}
        onPick={narrow('band')}
      />
      <Filter
        label={t('registers.filter.owner')}
        any={t('registers.filter.anybody')}
        value={search.owner}
        options={map.owners.map(({ id, name, records }) => ({ value: id, label: `${name} (${records})` }))}
        onPick={narrow('owner')}
      />
      <Filter
        label={t('registers.filter.status')}
        any={t('registers.filter.standing')}
        value={search.status}
        options={[
          { value: 'all', label: t('registers.filter.all') },
          ...statuses.map((status) => ({ value: status, label: t(`registers.riskStatus.${status}`) })),
        ]}
        onPick={narrow('status')}
      />
      {cell !== undefined && (
        <p>
          {t('registers.filter.cell', { ...partsOf(map, cell), kind: t(`heat.${kindOf(cell)}`) })}{' '}
          <Link to="/risks" search={rest} resetScroll={false}>
            {t('registers.filter.noCell')}
          </Link>
        </p>
      )}
    </Filters>
  );
}

const kindOf = (cell: string): 'inherent' | 'current' | 'target' =>
  cell.startsWith('inherent') ? 'inherent' : cell.startsWith('target') ? 'target' : 'current';

function partsOf({ likelihood, consequence }: RiskMap, cell: string) {
  const [, l, c] = cell.split('-').map(Number);
  return { likelihood: likelihood[(l ?? 0) - 1] ?? '', consequence: consequence[(c ?? 0) - 1] ?? '', l, c };
}
