import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../../../domain/records/context.ts';
import { Card } from '../../parts/Card.tsx';
import type { Column } from '../../parts/table/columns.ts';
import { Table } from '../../parts/table/Table.tsx';
import { useDays } from '../../words/useDays.ts';
import type { Changing } from './Context.tsx';
import css from './context.module.css';
import { Ended } from './Ended.tsx';
import { IssueForm } from './forms.tsx';

/** What is around the ISMS and bears on it; whether climate change is a part of it stands first. */
export function IssuesCard({ issues, changing }: { issues: readonly Issue[]; changing: Changing }) {
  const { t } = useTranslation();
  const active = issues.filter(({ status, kind }) => status === 'active' && kind !== 'climate');
  const ended = issues.filter(({ status }) => status === 'ended');
  const open = changing?.open?.of === 'issue' ? changing.open : undefined;
  return (
    <Card
      title={t('registers.issues.title')}
      aside={
        changing !== undefined && (
          <Button variant="default" size="xs" onClick={() => changing.setOpen({ of: 'issue' })}>
            {t('registers.issues.add')}
          </Button>
        )
      }
    >
      {open !== undefined && (
        <IssueForm key={open.issue?.id ?? ''} issue={open.issue} all={issues} onLeave={() => changing?.setOpen(undefined)} />
      )}
      <Climate issues={issues} changing={changing} />
      {active.length === 0 ? <p className="soft">{t('registers.issues.none')}</p> : <Issues issues={active} changing={changing} />}
      <Ended count={ended.length}>
        <Issues issues={ended} changing={changing} />
      </Ended>
    </Card>
  );
}

/** The amendment of 2024 wants it determined whether climate change is a relevant issue. */
function Climate({ issues, changing }: { issues: readonly Issue[]; changing: Changing }) {
  const { t } = useTranslation();
  const climate = issues.find(({ status, kind }) => status === 'active' && kind === 'climate');
  if (climate === undefined) return <p className={css.climate}>{t('registers.issues.climateUnsaid')}</p>;
  return (
    <div className={css.climate}>
      <p>
        <b>{t(climate.relevant ? 'registers.issues.climateRelevant' : 'registers.issues.climateNot')}</b> {climate.effect}
      </p>
      {changing !== undefined && (
        <Button variant="default" size="xs" mt={8} onClick={() => changing.setOpen({ of: 'issue', issue: climate })}>
          {t('registers.change.of', { id: climate.id })}
        </Button>
      )}
    </div>
  );
}

function Issues({ issues, changing }: { issues: readonly Issue[]; changing: Changing }) {
  const { t } = useTranslation();
  const { date } = useDays();
  const columns: Column<Issue>[] = [
    {
      ...{ key: 'name', head: t('registers.issues.column.name') },
      cell: ({ id, name }) => (
        <>
          <span className="id">{id}</span> {name}
        </>
      ),
    },
    { key: 'kind', head: t('registers.issues.column.kind'), cell: ({ kind }) => t(`registers.issues.kind.${kind}`) },
    { key: 'effect', head: t('registers.issues.column.effect'), cell: ({ effect }) => effect },
    {
      ...{ key: 'relevant', head: t('registers.issues.column.relevant') },
      cell: ({ relevant }) => t(relevant ? 'registers.yes' : 'registers.no'),
    },
    { key: 'reviewed', head: t('registers.reviewed'), cell: ({ reviewedOn }) => (reviewedOn === undefined ? '' : date(reviewedOn)) },
  ];
  const change: Column<Issue> = {
    ...{ key: 'change', head: t('registers.change.button') },
    cell: (issue) => (
      <Button variant="default" size="xs" onClick={() => changing?.setOpen({ of: 'issue', issue })}>
        {t('registers.change.of', { id: issue.id })}
      </Button>
    ),
  };
  return (
    <Table
      caption={t('registers.issues.title')}
      columns={changing === undefined ? columns : [...columns, change]}
      rows={issues}
      keyOf={({ id }) => id}
    />
  );
}
