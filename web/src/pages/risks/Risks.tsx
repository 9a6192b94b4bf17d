import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { HeatMap } from '../../../../domain/records/dashboard.ts';
import type { Risk } from '../../../../domain/records/risk.ts';
import { session } from '../../data/queries.ts';
import { useAnswer, useRows } from '../../data/records.ts';
import { manages } from '../../data/rights.ts';
import { ImportRegister } from '../../parts/ImportRegister.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { LongTable } from '../../parts/table/LongTable.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import type { RiskSearch } from '../../routes/registers.ts';
import { useDays } from '../../words/useDays.ts';
import { RiskFilters } from './RiskFilters.tsx';
import { RiskMaps } from './RiskMaps.tsx';
import { riskColumns } from './riskColumns.tsx';

export type Owner = { id: string; name: string; records: number };
export type RiskMap = HeatMap & { owners: Owner[] };

/** All risks that stand, unless something else is asked for. */
const queryOf = ({ status = 'standing', ...rest }: Omit<RiskSearch, 'status'> & { status?: string }) => ({
  ...rest,
  ...(status !== 'all' && { status }),
});

/** Where the risks lie, and which they are. */
export function Risks() {
  const { t } = useTranslation();
  const days = useDays();
  const search = useSearch({ from: '/risks' });
  const { cell, ...narrowed } = search;
  const map = useAnswer<RiskMap>('/risks/map', queryOf(narrowed));
  const { rows, hasMore, onMore } = useRows<Risk>('/registers/risks', queryOf(search));
  if (map === undefined || rows === undefined) return <Waiting />;
  if (map.owners.length === 0) return <NoRisk />;
  const names = new Map(map.owners.map(({ id, name }) => [id, name]));
  const total = cell === undefined ? map.risks : countIn(map, cell);
  return (
    <>
      <PageHead name={t('registers.risks.name')} title={newsOf(t, map)} under={t('registers.risks.under')} acts={<AddRisk />} />
      <RiskMaps map={map} search={search} />
      <RiskFilters map={map} search={search} shown={total} />
      {rows.length === 0 ? (
        <p className="soft">{t('registers.risks.noneFits')}</p>
      ) : (
        <LongTable
          caption={t('registers.risks.name')}
          columns={riskColumns(t, { nameOf: (id) => names.get(id) ?? '', ...days })}
          rows={rows}
          keyOf={({ id }) => id}
          total={total}
          hasMore={hasMore}
          onMore={onMore}
        />
      )}
    </>
  );
}

function countIn(map: HeatMap, cell: string): number {
  const [kind, likelihood, consequence] = cell.split('-');
  const counts = map[kind as 'inherent' | 'current' | 'target'];
  return counts?.[Number(likelihood) - 1]?.[Number(consequence) - 1] ?? 0;
}

function newsOf(t: TFunction, { risks, byBand }: RiskMap): string {
  const high = byBand.reduce((sum, one) => sum + (one.band === 'high' || one.band === 'veryHigh' ? one.risks : 0), 0);
  return high === 0 ? t('registers.risks.calm', { count: risks }) : t('registers.risks.news', { count: risks, high });
}

function AddRisk({ isMain = false }: { isMain?: boolean }) {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  return manages(who) ? (
    <Button variant={isMain ? 'filled' : 'default'} renderRoot={(props) => <Link to="/new-risk" {...props} />}>
      {t('registers.risks.add')}
    </Button>
  ) : null;
}

function NoRisk() {
  const { t } = useTranslation();
  return (
    <PageHead
      name={t('registers.risks.name')}
      title={t('registers.risks.none')}
      under={t('registers.risks.noneMore')}
      acts={
        <>
          <ImportRegister register="risks" />
          <AddRisk isMain />
        </>
      }
    />
  );
}
