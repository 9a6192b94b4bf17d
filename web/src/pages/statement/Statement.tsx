import { useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SoaLine } from '../../../../domain/records/soa.ts';
import { session } from '../../data/queries.ts';
import { record } from '../../data/records.ts';
import { manages } from '../../data/rights.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import { Table } from '../../parts/table/Table.tsx';
import type { StatementSearch } from '../../routes/registers.ts';
import { useDays } from '../../words/useDays.ts';
import { Deciding } from './Deciding.tsx';
import { Exports } from './Exports.tsx';
import { LineName, lineColumns } from './lines.tsx';
import { StatementFilters } from './StatementFilters.tsx';
import { Versions } from './Versions.tsx';

export type PublishedVersion = { id: string; publishedAt: string; publishedBy: { person: string }; note: string; digest: string };
export type StatementNow = { lines: SoaLine[]; open: number; published?: PublishedVersion };

/** Every control of Annex A, then the organization's own that serve none of it: whether it applies, why, and how far it is. */
export function Statement() {
  const { t } = useTranslation();
  const { date } = useDays();
  const search = useSearch({ from: '/statement' });
  const { data } = useSuspenseQuery(record<StatementNow>('/soa'));
  const { data: who } = useSuspenseQuery(session);
  const shown = data.lines.filter((line) => fits(line, search));
  const published =
    data.published === undefined
      ? t('registers.statement.neverPublished')
      : t('registers.statement.published', { version: data.published.id, day: date(data.published.publishedAt) });
  return (
    <>
      <PageHead
        name={t('registers.statement.name')}
        title={data.open === 0 ? t('registers.statement.calm') : t('registers.statement.news', { count: data.open })}
        under={published}
        acts={<Exports />}
      />
      <StatementFilters search={search} shown={shown.length} />
      {shown.length === 0 && <p className="soft">{t('registers.statement.noneFits')}</p>}
      {shown.length > 0 && (manages(who) ? <Deciding lines={shown} /> : <Lines lines={shown} />)}
      <Versions open={data.open} />
    </>
  );
}

const fits = ({ theme, applicable, problem }: SoaLine, { theme: wanted, show }: StatementSearch): boolean =>
  (wanted === undefined || theme === wanted) &&
  (show === undefined || (show === 'open' ? problem !== undefined : show === 'in' ? applicable === true : applicable === false));

export function Lines({ lines }: { lines: readonly SoaLine[] }) {
  const { t } = useTranslation();
  return (
    <Table
      caption={t('registers.statement.name')}
      columns={[
        { key: 'name', head: t('registers.statement.column.control'), cell: (line) => <LineName line={line} /> },
        ...lineColumns(t),
      ]}
      rows={lines}
      keyOf={({ control }) => control}
    />
  );
}
