import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Control, ControlCheck } from '../../../../domain/records/control.ts';
import { useNames } from '../../data/names.ts';
import { everyOf } from '../../data/records.ts';
import { Card } from '../../parts/Card.tsx';
import { ControlState } from '../../parts/ControlState.tsx';
import { RunLink } from '../../parts/RunLink.tsx';
import type { Column } from '../../parts/table/columns.ts';
import { Table } from '../../parts/table/Table.tsx';
import { useDays } from '../../words/useDays.ts';
import css from './control.module.css';

/** Who looked whether a control works, at what, and what they found. */
export function ChecksCard({ control }: { control: Control }) {
  const { t } = useTranslation();
  const { date } = useDays();
  const { data } = useSuspenseQuery(everyOf<ControlCheck>('/registers/controlChecks', { control: control.id }));
  const nameOf = useNames(data.map(({ by }) => by.person));
  const newest = [...data].sort((a, b) => (a.at < b.at ? 1 : -1));
  const columns: Column<ControlCheck>[] = [
    {
      ...{ key: 'at', head: t('registers.day') },
      cell: ({ at, run }) => (
        <RunLink run={run} className="nowrap">
          {date(at)}
        </RunLink>
      ),
    },
    {
      ...{ key: 'result', head: t('registers.checks.result') },
      cell: ({ result, design, operation }) => (
        <>
          <ControlState status="implemented" effectiveness={result} />
          {result !== 'effective' && (
            <span className={css.under}>
              {t('registers.checks.parts', { design: t(`registers.effect.${design}`), operation: t(`registers.effect.${operation}`) })}
            </span>
          )}
        </>
      ),
    },
    {
      ...{ key: 'sample', head: t('registers.checks.sample') },
      cell: ({ sample, finding }) => (
        <>
          {sample}
          {finding !== undefined && <span className={css.under}>{finding}</span>}
        </>
      ),
    },
    {
      ...{ key: 'by', head: t('registers.by') },
      cell: ({ by, dutiesWaived }) => (
        <>
          {nameOf(by.person)}
          {dutiesWaived !== undefined && <span className={css.under}>{t('registers.checks.waived', { reason: dutiesWaived })}</span>}
        </>
      ),
    },
    { key: 'until', head: t('registers.checks.until'), cell: ({ validUntil }) => <span className="nowrap">{date(validUntil)}</span> },
  ];
  return (
    <Card title={t('registers.checks.title')}>
      {newest.length === 0 ? (
        <p className="soft">{t(control.checkedOn === undefined ? 'registers.checks.none' : 'registers.checks.before')}</p>
      ) : (
        <Table caption={t('registers.checks.title')} columns={columns} rows={newest} keyOf={({ id }) => id} />
      )}
    </Card>
  );
}
