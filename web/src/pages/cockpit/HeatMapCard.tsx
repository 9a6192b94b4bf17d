import { SegmentedControl } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeatMap, Moved } from '../../../../domain/records/dashboard.ts';
import { Card } from '../../parts/Card.tsx';
import { BandSums } from '../../parts/heat/BandSums.tsx';
import { HeatTable, type LevelKind, levelKinds } from '../../parts/heat/HeatTable.tsx';
import { useDays } from '../../words/useDays.ts';
import css from './cockpit.module.css';

/** Where the risks lie, one level at a time; the counts lead to them. And how they have moved. */
export function HeatMapCard({ map, moved }: { map: HeatMap; moved: Moved }) {
  const { t } = useTranslation();
  const { month } = useDays();
  const [kind, setKind] = useState<LevelKind>('current');
  const isEmpty = map[kind].every((row) => row.every((count) => count === 0));
  return (
    <Card
      title={t('heat.heading', { count: map.risks })}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t('heat.kind')}
          value={kind}
          onChange={(value) => setKind(value as LevelKind)}
          data={levelKinds.map((value) => ({ value, label: t(`heat.${value}`) }))}
        />
      }
    >
      <HeatTable map={map} kind={kind} />
      {isEmpty && <p className="small soft">{t('heat.none')}</p>}
      <BandSums byBand={map.byBand} />
      {map.risks > 0 && <p className={`small soft ${css.since}`}>{saidOf(t, moved, month(moved.since))}</p>}
    </Card>
  );
}

function saidOf(t: TFunction, { down, up }: Moved, month: string): string {
  if (down === 0 && up === 0) return t('heat.notMoved', { month });
  if (down === 0) return t('heat.moved', { what: t('heat.up', { count: up, month }) });
  const fell = t('heat.down', { count: down, month });
  return t('heat.moved', { what: up === 0 ? fell : t('heat.alsoUp', { count: up, down: fell }) });
}
