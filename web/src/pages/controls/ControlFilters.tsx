import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Filter, Filters } from '../../parts/Filters.tsx';
import type { ControlSearch } from '../../routes/registers.ts';
import type { ControlSummary } from './Controls.tsx';

const statuses = ['planned', 'implementing', 'implemented', 'retired'] as const;
const effects = ['effective', 'partly', 'ineffective', 'untested'] as const;

export function ControlFilters({ summary, search }: { summary: ControlSummary; search: ControlSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/controls' });
  const narrow = (name: keyof ControlSearch) => (value: string | undefined) => {
    const { [name]: _before, ...rest } = search;
    void navigate({ search: value === undefined ? rest : { ...rest, [name]: value }, replace: true, resetScroll: false });
  };
  return (
    <Filters label={t('registers.filter.label')} shown={t('registers.controls.standing', { count: summary.controls })}>
      <Filter
        label={t('registers.filter.kind')}
        any={t('registers.filter.any')}
        value={search.kind}
        options={summary.byKind.map(({ kind, controls }) => ({ value: kind, label: `${t(`registers.kind.${kind}`)} (${controls})` }))}
        onPick={narrow('kind')}
      />
      <Filter
        label={t('registers.filter.effectiveness')}
        any={t('registers.filter.any')}
        value={search.effectiveness}
        options={effects.map((value) => ({ value, label: t(`registers.effect.${value}`) }))}
        onPick={narrow('effectiveness')}
      />
      <Filter
        label={t('registers.filter.check')}
        any={t('registers.filter.any')}
        value={search.check}
        options={(['expired', 'never'] as const).map((value) => ({ value, label: t(`registers.filter.${value}`) }))}
        onPick={narrow('check')}
      />
      <Filter
        label={t('registers.filter.owner')}
        any={t('registers.filter.anybody')}
        value={search.owner}
        options={summary.owners.map(({ id, name, records }) => ({ value: id, label: `${name} (${records})` }))}
        onPick={narrow('owner')}
      />
      <Filter
        label={t('registers.filter.status')}
        any={t('registers.filter.notRetired')}
        value={search.status}
        options={[
          { value: 'all', label: t('registers.filter.all') },
          ...statuses.map((status) => ({ value: status, label: t(`registers.controlStatus.${status}`) })),
        ]}
        onPick={narrow('status')}
      />
    </Filters>
  );
}
