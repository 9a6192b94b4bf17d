import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeatMap } from '../../../../domain/records/dashboard.ts';
import { Card } from '../../parts/Card.tsx';
import { BandSums } from '../../parts/heat/BandSums.tsx';
import { HeatTable, type LevelKind, levelKinds } from '../../parts/heat/HeatTable.tsx';

/** Where the risks lie, one level at a time; the counts lead to them. */
export function HeatMapCard({ map }: { map: HeatMap }) {
  const { t } = useTranslation();
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
    </Card>
  );
}
