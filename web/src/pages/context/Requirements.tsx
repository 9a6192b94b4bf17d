import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Requirement } from '../../../../domain/records/context.ts';
import type { Column } from '../../parts/table/columns.ts';
import { Table } from '../../parts/table/Table.tsx';
import { useDays } from '../../words/useDays.ts';
import type { Changing } from './Context.tsx';
import css from './context.module.css';

type Props = { requirements: readonly Requirement[]; party: string; changing: Changing };

/** What one party requires, and whether the ISMS takes it up: by which controls, or for what reason not. */
export function Requirements({ requirements, party, changing }: Props) {
  const { t } = useTranslation();
  const { date } = useDays();
  if (requirements.length === 0) return <p className="small quiet">{t('registers.requirements.none')}</p>;
  const columns: Column<Requirement>[] = [
    {
      ...{ key: 'name', head: t('registers.requirements.column.name') },
      cell: ({ id, name, status }) => (
        <span id={id} className={css.target}>
          <span className="id">{id}</span> {name}
          {status === 'ended' && <span className={css.under}>{t('registers.context.hasEnded')}</span>}
        </span>
      ),
    },
    { key: 'source', head: t('registers.requirements.column.source'), cell: ({ source }) => t(`registers.requirements.source.${source}`) },
    {
      ...{ key: 'addressed', head: t('registers.requirements.column.addressed') },
      cell: ({ addressed }) => <span className="strong">{t(addressed ? 'registers.yes' : 'registers.no')}</span>,
    },
    { key: 'how', head: t('registers.requirements.column.how'), cell: (requirement) => <How requirement={requirement} /> },
    { key: 'reviewed', head: t('registers.reviewed'), cell: ({ reviewedOn }) => (reviewedOn === undefined ? '' : date(reviewedOn)) },
  ];
  const change: Column<Requirement> = {
    ...{ key: 'change', head: t('registers.change.button') },
    cell: (requirement) => (
      <Button variant="default" size="xs" onClick={() => changing?.setOpen({ of: 'requirement', party: requirement.party, requirement })}>
        {t('registers.change.of', { id: requirement.id })}
      </Button>
    ),
  };
  return (
    <Table
      caption={t('registers.requirements.of', { party })}
      columns={changing === undefined ? columns : [...columns, change]}
      rows={requirements}
      keyOf={({ id }) => id}
    />
  );
}

function How({ requirement: { controls, reason } }: { requirement: Requirement }) {
  return (
    <>
      {controls.map((control) => (
        <span key={control} className={css.how}>
          <Link to="/controls/$control" params={{ control }} className="id">
            {control}
          </Link>{' '}
        </span>
      ))}
      {reason !== undefined && <span className={controls.length > 0 ? css.under : undefined}>{reason}</span>}
    </>
  );
}
