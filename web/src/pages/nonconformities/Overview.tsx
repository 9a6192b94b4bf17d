import { useTranslation } from 'react-i18next';
import type { CorrectiveLoop, Station } from '../../../../domain/records/correctiveLoop.ts';
import { Card } from '../../parts/Card.tsx';
import { Table } from '../../parts/table/Table.tsx';
import { Loop } from './Loop.tsx';
import { ring } from './loop.ts';
import css from './nonconformities.module.css';

/** The stations on which somebody can wait, in their order. */
const stations = ['reported', 'takenUp', 'corrected', 'analysed', 'back', 'planned', 'approved', 'implemented', 'judged'] as const;

/** How many stand where: as a drawing, and as a table of the same content. */
export function Overview({ loop }: { loop: CorrectiveLoop }) {
  const { t, i18n } = useTranslation();
  const at = (station: Station) => loop.stations.find((one) => one.station === station)?.open ?? 0;
  const there = stations
    .filter((station) => at(station) > 0)
    .map((station) => t('checks.nonconformities.loop.at', { count: at(station), station: t(`checks.nonconformities.station.${station}`) }));
  const said = new Intl.ListFormat(i18n.language).format(there);
  return (
    <Card
      title={t('checks.nonconformities.loop.heading')}
      aside={<span className="small quiet">{t('checks.nonconformities.loop.under')}</span>}
    >
      <div className={css.overview}>
        <Loop
          label={t('checks.nonconformities.loop.label', { count: loop.open, stations: said, closed: loop.closed })}
          stations={ring.map((station) => (at(station) === 0 ? { mark: 'ahead' } : { mark: 'passed', text: String(at(station)) }))}
          hub={{ text: String(loop.closed), under: t('checks.nonconformities.loop.closed'), isReached: false }}
          back={at('back') === 0 ? { isNow: false } : { isNow: true, count: at('back') }}
        />
        <Table
          caption={t('checks.nonconformities.loop.caption')}
          rows={stations}
          keyOf={(station) => station}
          columns={[
            {
              key: 'station',
              head: t('checks.nonconformities.loop.column.station'),
              cell: (station) => t(`checks.nonconformities.station.${station}`),
            },
            { key: 'open', head: t('checks.nonconformities.loop.column.open'), numeric: true, cell: (station) => at(station) },
            {
              key: 'next',
              head: t('checks.nonconformities.loop.column.next'),
              cell: (station) => <span className="soft">{t(`checks.nonconformities.next.${station}`)}</span>,
            },
          ]}
        />
      </div>
    </Card>
  );
}
