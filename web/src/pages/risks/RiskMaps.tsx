import { useTranslation } from 'react-i18next';
import { Card } from '../../parts/Card.tsx';
import { BandSums } from '../../parts/heat/BandSums.tsx';
import { HeatTable, levelKinds } from '../../parts/heat/HeatTable.tsx';
import type { RiskSearch } from '../../routes/registers.ts';
import type { RiskMap } from './Risks.tsx';
import css from './risks.module.css';

/** Without controls, now, and as it is to be. */
export function RiskMaps({ map, search: { cell, ...also } }: { map: RiskMap; search: RiskSearch }) {
  const { t } = useTranslation();
  return (
    <div className={css.maps}>
      {levelKinds.map((kind) => (
        <Card key={kind} title={t(`heat.${kind}`)}>
          <HeatTable map={map} kind={kind} also={also} chosen={cell} />
          {map[kind].every((row) => row.every((count) => count === 0)) && <p className="small soft">{t('heat.none')}</p>}
          {kind === 'current' && <BandSums byBand={map.byBand} />}
        </Card>
      ))}
    </div>
  );
}
