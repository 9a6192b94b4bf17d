import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Measure, Measurement, Objective } from '../../../../domain/records/measurement.ts';
import { useNames } from '../../data/names.ts';
import { session } from '../../data/queries.ts';
import { everyOf } from '../../data/records.ts';
import { oversees } from '../../data/rights.ts';
import { Card } from '../../parts/Card.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import type { Column } from '../../parts/table/columns.ts';
import { Table } from '../../parts/table/Table.tsx';
import { useDays } from '../../words/useDays.ts';
import { LastValue, MeasureLink } from './MeasureLine.tsx';
import { ObjectiveState } from './ObjectiveState.tsx';
import css from './objectives.module.css';
import { useValues } from './useValues.ts';

/** What information security is to reach, and by what one sees whether it does. */
export function Objectives() {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  const [{ data: objectives }, { data: measures }, { data: values }] = useSuspenseQueries({
    queries: [
      everyOf<Objective>('/registers/objectives'),
      everyOf<Measure>('/registers/measures'),
      everyOf<Measurement>('/registers/measurements'),
    ],
  });
  if (objectives.length === 0 && measures.length === 0)
    return (
      <PageHead
        name={t('registers.objectives.name')}
        title={t('registers.objectives.none')}
        under={
          <>
            {t('registers.objectives.noneMore')} {oversees(who) && <Link to="/schedules">{t('registers.objectives.schedule')}</Link>}
          </>
        }
      />
    );
  return (
    <>
      <PageHead name={t('registers.objectives.name')} title={newsOf(t, objectives)} under={t('registers.objectives.under')} />
      <div className={css.cards}>
        <Card title={t('registers.objectives.name')}>
          <ObjectiveTable objectives={objectives} measures={measures} />
        </Card>
        {measures.length > 0 && (
          <Card title={t('registers.measures.name')}>
            <MeasureTable measures={measures} values={values} />
          </Card>
        )}
      </div>
    </>
  );
}

function newsOf(t: TFunction, objectives: readonly Objective[]): string {
  const count = (status: Objective['status']) => objectives.filter((one) => one.status === status).length;
  const achieved = count('achieved');
  const pursued = t('registers.objectives.pursued', { count: count('active') });
  return achieved === 0 ? pursued : `${pursued}; ${t('registers.objectives.achieved', { count: achieved })}`;
}

const order: Record<Objective['status'], number> = { active: 0, draft: 1, achieved: 2, notAchieved: 3, withdrawn: 4 };

function ObjectiveTable({ objectives, measures }: { objectives: readonly Objective[]; measures: readonly Measure[] }) {
  const { t } = useTranslation();
  const { date } = useDays();
  const nameOf = useNames(objectives.map(({ responsible }) => responsible));
  const columns: Column<Objective>[] = [
    {
      ...{ key: 'name', head: t('registers.objectives.column.name') },
      cell: ({ id, name }) => (
        <Link to="/objectives/$objective" params={{ objective: id }}>
          <span className="id">{id}</span> {name}
        </Link>
      ),
    },
    { key: 'who', head: t('registers.objectives.column.responsible'), cell: ({ responsible }) => nameOf(responsible) },
    { key: 'due', head: t('registers.objectives.column.due'), cell: ({ due }) => <span className="nowrap">{date(due)}</span> },
    {
      ...{ key: 'measures', head: t('registers.measures.name'), numeric: true },
      cell: ({ id }) => measures.filter(({ objective, status }) => objective === id && status !== 'retired').length,
    },
    { key: 'state', head: t('registers.status'), cell: (objective) => <ObjectiveState objective={objective} /> },
  ];
  const rows = [...objectives].sort((a, b) => order[a.status] - order[b.status] || (a.due < b.due ? -1 : 1));
  return <Table caption={t('registers.objectives.name')} columns={columns} rows={rows} keyOf={({ id }) => id} />;
}

function MeasureTable({ measures, values }: { measures: readonly Measure[]; values: readonly Measurement[] }) {
  const { t } = useTranslation();
  const nameOf = useNames(measures.flatMap(({ measurer, analyst }) => [measurer, analyst]));
  const of = (id: string) => values.filter(({ measure }) => measure === id);
  const columns: Column<Measure>[] = [
    { key: 'name', head: t('registers.measures.column.name'), cell: (measure) => <MeasureLink measure={measure} /> },
    { key: 'target', head: t('registers.measures.column.target'), cell: (measure) => <Target measure={measure} /> },
    { key: 'last', head: t('registers.measures.column.last'), cell: (measure) => <LastValue measure={measure} values={of(measure.id)} /> },
    { key: 'every', head: t('registers.measures.column.every'), cell: ({ every }) => t(`registers.every.${every}`) },
    { key: 'measurer', head: t('registers.measures.column.measurer'), cell: ({ measurer }) => nameOf(measurer) },
    { key: 'analyst', head: t('registers.measures.column.analyst'), cell: ({ analyst }) => nameOf(analyst) },
    { key: 'status', head: t('registers.status'), cell: ({ status }) => t(`registers.measureStatus.${status}`) },
  ];
  return <Table caption={t('registers.measures.name')} columns={columns} rows={measures} keyOf={({ id }) => id} />;
}

function Target({ measure }: { measure: Measure }) {
  const { targetSaid } = useValues(measure);
  return targetSaid(measure.target);
}
