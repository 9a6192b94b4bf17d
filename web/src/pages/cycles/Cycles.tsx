import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Cycle } from '../../../../domain/records/cycle.ts';
import { useBearings } from '../../data/bearings.ts';
import { Card } from '../../parts/Card.tsx';
import { Name } from '../../parts/Name.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { State } from '../../parts/State.tsx';
import { Table } from '../../parts/table/Table.tsx';
import { useDays } from '../../words/useDays.ts';
import { allCycles } from './data.ts';

const titles = { draft: 'draft', active: 'running', closed: 'closed' } as const;
export const shapes = { draft: 'ahead', active: 'onTime', closed: 'done' } as const;

/** The years of the wheel, the newest first. */
export function Cycles() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(allCycles);
  const { today } = useBearings();
  const years = [...data].sort((a, b) => (a.period < b.period ? 1 : -1));
  const shown = years.find(({ period }) => period.startsWith(today.slice(0, 4))) ?? years[0];
  const head = (key: 'year' | 'approved' | 'closed' | 'state') => ({ key, head: t(`checks.cycles.list.column.${key}`) });
  return (
    <>
      <PageHead
        name={t('checks.cycles.name')}
        title={
          shown === undefined
            ? t('checks.cycles.list.title.none')
            : t(`checks.cycles.list.title.${titles[shown.status]}`, { period: shown.period })
        }
        under={t('checks.cycles.list.under')}
      />
      {years.length === 0 ? (
        <p className="soft">
          {t('checks.cycles.list.empty')} <Link to="/schedules">{t('checks.cycles.list.emptyStep')}</Link>
        </p>
      ) : (
        <Card title={t('checks.cycles.list.heading')}>
          <Table
            caption={t('checks.cycles.list.caption')}
            rows={years}
            keyOf={({ id }) => id}
            columns={[
              { ...head('year'), cell: ({ id, period }) => <Year id={id} period={period} /> },
              { ...head('approved'), cell: (cycle) => <Approved cycle={cycle} /> },
              { ...head('closed'), cell: ({ closedAt }) => <At instant={closedAt} /> },
              { ...head('state'), cell: ({ status }) => <State of={shapes[status]}>{t(`checks.cycles.status.${status}`)}</State> },
            ]}
          />
        </Card>
      )}
    </>
  );
}

const Year = ({ id, period }: { id: string; period: string }) => (
  <>
    <Link to="/cycles/$id" params={{ id }}>
      {period}
    </Link>
    <div className="quiet">{id}</div>
  </>
);

function At({ instant }: { instant: string | undefined }) {
  const days = useDays();
  return instant === undefined ? '' : days.day(instant);
}

function Approved({ cycle: { approvedAt, approvedBy } }: { cycle: Cycle }) {
  if (approvedAt === undefined || approvedBy === undefined) return '';
  return (
    <>
      <At instant={approvedAt} />, <Name of={approvedBy.person} />
    </>
  );
}
