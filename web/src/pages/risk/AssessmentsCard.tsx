import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Assessment, Risk } from '../../../../domain/records/risk.ts';
import { useNames } from '../../data/names.ts';
import { everyOf } from '../../data/records.ts';
import { Card } from '../../parts/Card.tsx';
import { Table } from '../../parts/table/Table.tsx';
import { useDays } from '../../words/useDays.ts';
import css from './risk.module.css';

const mostDrawn = 8;

/** What was judged, and why, from the first time on. */
export function AssessmentsCard({ risk }: { risk: Risk }) {
  const { t } = useTranslation();
  const { date } = useDays();
  const { data } = useSuspenseQuery(everyOf<Assessment>('/registers/assessments', { risk: risk.id }));
  const nameOf = useNames(data.map(({ by }) => by.person));
  const newest = [...data].sort((a, b) => (a.at < b.at ? 1 : -1));
  const levels = ({ likelihood, consequence }: Assessment) => `${likelihood} × ${consequence}`;
  return (
    <Card title={t('registers.risk.assessments')} aside={<span className="small quiet">{t('registers.risk.product')}</span>}>
      {newest.length === 0 ? (
        <p className="soft">{t('registers.risk.neverAssessed')}</p>
      ) : (
        <>
          <ol className={css.past}>
            {newest
              .slice(0, mostDrawn)
              .reverse()
              .map((one) => (
                <li key={one.id}>
                  <span className={`${css.cell} ${one.band}`}>{levels(one)}</span>
                  {date(one.at)}
                </li>
              ))}
          </ol>
          <Table
            caption={t('registers.risk.assessments')}
            columns={[
              { key: 'at', head: t('registers.day'), cell: ({ at }) => <span className="nowrap">{date(at)}</span> },
              { key: 'level', head: t('registers.risk.level'), cell: (one) => `${levels(one)}, ${t(`band.${one.band}`)}` },
              {
                ...{ key: 'reason', head: t('registers.reason') },
                cell: ({ reason, kind }) => reason ?? t(`registers.assessment.${kind}`),
              },
              { key: 'by', head: t('registers.by'), cell: ({ by }) => saidBy(nameOf(by.person), t(`registers.via.${by.via}`)) },
            ]}
            rows={newest}
            keyOf={({ id }) => id}
          />
        </>
      )}
    </Card>
  );
}

const saidBy = (name: string, via: string): string => [name, via].filter((part) => part !== '').join(', ');
