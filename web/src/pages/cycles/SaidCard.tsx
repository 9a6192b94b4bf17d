import { useTranslation } from 'react-i18next';
import type { Cycle } from '../../../../domain/records/cycle.ts';
import { useNames } from '../../data/names.ts';
import { Card } from '../../parts/Card.tsx';
import { Facts, Prose } from '../../parts/Facts.tsx';
import { useDays } from '../../words/useDays.ts';

const keys = ['priorities', 'means', 'learned', 'carriedOver'] as const;

/** What people have said of the year, before it and after it. */
export function SaidCard({ cycle }: { cycle: Cycle }) {
  const { t } = useTranslation();
  const days = useDays();
  const name = useNames([cycle.owner]);
  const isSilent = keys.every((key) => (cycle[key] ?? '') === '');
  return (
    <Card title={t('checks.cycles.said')}>
      {isSilent && <p className="soft">{t('checks.cycles.saidNone')}</p>}
      <Facts
        facts={[
          { name: t('checks.cycles.fact.owner'), said: name(cycle.owner) },
          ...keys.map((key) => ({ name: t(`checks.cycles.fact.${key}`), said: cycle[key] && <Prose>{cycle[key]}</Prose> })),
          { name: t('checks.cycles.fact.counted'), said: cycle.report && days.moment(cycle.report.at) },
        ]}
      />
    </Card>
  );
}
