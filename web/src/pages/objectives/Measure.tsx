import { useSuspenseQueries } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Measure, Measurement } from '../../../../domain/records/measurement.ts';
import { useNames } from '../../data/names.ts';
import { everyOf, record } from '../../data/records.ts';
import { Card } from '../../parts/Card.tsx';
import { Crumb } from '../../parts/Crumb.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { History } from '../../parts/History.tsx';
import { Mark } from '../../parts/Mark.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { RunLink } from '../../parts/RunLink.tsx';
import type { Column } from '../../parts/table/columns.ts';
import { Table } from '../../parts/table/Table.tsx';
import { Chart } from './Chart.tsx';
import { inOrder } from './MeasureLine.tsx';
import css from './objectives.module.css';
import { useValues } from './useValues.ts';

/** One measure: what is measured, how, when and by whom; its values, and what another person makes of them. */
export function MeasurePage() {
  const { t } = useTranslation();
  const { measure: id } = useParams({ from: '/measures/$measure' });
  const [{ data: measure }, { data: all }] = useSuspenseQueries({
    queries: [
      record<Measure>(`/registers/measures/${encodeURIComponent(id)}`),
      everyOf<Measurement>('/registers/measurements', { measure: id }),
    ],
  });
  const values = inOrder(all);
  return (
    <>
      <PageHead
        above={<Crumb to="/objectives" name={t('registers.objectives.name')} id={measure.id} />}
        name={measure.id}
        title={measure.name}
        under={newsOf(t, values)}
      />
      <div className={css.two}>
        <Determinations measure={measure} />
        <Card title={t('registers.measure.values')}>
          {values.length === 0 ? <p className="soft">{t('registers.measure.none')}</p> : <Chart measure={measure} values={values} />}
        </Card>
      </div>
      {values.length > 0 && (
        <div className={css.below}>
          <Card title={t('registers.measure.said')}>
            <Values measure={measure} values={values} />
          </Card>
        </div>
      )}
      <div className={css.below}>
        <History subject={`measures/${measure.id}`} version={measure.version} />
      </div>
    </>
  );
}

function newsOf(t: TFunction, values: readonly Measurement[]): string {
  const last = values.at(-1);
  if (last === undefined) return t('registers.measure.noValue');
  if (last.value === undefined) return t('registers.measure.gap', { period: last.period });
  return t(last.onTarget === true ? 'registers.measure.lastMet' : 'registers.measure.lastNotMet', { period: last.period });
}

/** What 9.1 wants determined. */
function Determinations({ measure }: { measure: Measure }) {
  const { t } = useTranslation();
  const { targetSaid } = useValues(measure);
  const nameOf = useNames([measure.measurer, measure.analyst]);
  const { method, every, source, target, measurer, analyst, objective, status } = measure;
  return (
    <Card title={t('registers.measure.determined')}>
      <Facts
        facts={[
          { name: t('registers.status'), said: t(`registers.measureStatus.${status}`) },
          { name: t('registers.measure.method'), said: method },
          { name: t('registers.measures.column.target'), said: targetSaid(target) },
          { name: t('registers.measure.from'), said: t(`registers.measure.source.${source}`) },
          { name: t('registers.measures.column.every'), said: t(`registers.every.${every}`) },
          { name: t('registers.measures.column.measurer'), said: nameOf(measurer) },
          { name: t('registers.measures.column.analyst'), said: nameOf(analyst) },
          {
            name: t('registers.measure.objective'),
            said: objective && (
              <Link to="/objectives/$objective" params={{ objective }}>
                {objective}
              </Link>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** The figures of the chart as text, the newest first, with what was made of them. */
function Values({ measure, values }: { measure: Measure; values: readonly Measurement[] }) {
  const { t } = useTranslation();
  const { said, targetSaid } = useValues(measure);
  const nameOf = useNames(values.flatMap(({ collectedBy, analysedBy }) => [collectedBy.person, analysedBy?.person]));
  const columns: Column<Measurement>[] = [
    {
      ...{ key: 'period', head: t('registers.measure.column.period') },
      cell: ({ period, run }) => <RunLink run={run}>{period}</RunLink>,
    },
    {
      ...{ key: 'value', head: t('registers.measure.column.value') },
      cell: ({ value, gap }) => (value === undefined ? (gap ?? t('registers.measure.noValue')) : said(value)),
    },
    { key: 'target', head: t('registers.measures.column.target'), cell: ({ target }) => targetSaid(target) },
    {
      ...{ key: 'met', head: t('registers.measure.column.met') },
      cell: ({ onTarget, value }) =>
        value === undefined ? (
          <Mark of="unknown">{t('registers.measure.noValue')}</Mark>
        ) : (
          <Mark of={onTarget === true ? 'good' : 'bad'}>{t(onTarget === true ? 'registers.measure.met' : 'registers.measure.notMet')}</Mark>
        ),
    },
    {
      ...{ key: 'analysis', head: t('registers.measure.column.analysis') },
      cell: ({ analysis, response }) =>
        analysis === undefined ? (
          <span className="quiet">{t('registers.measure.notAnalysed')}</span>
        ) : (
          <>
            {analysis}
            {response !== undefined && <span className={css.under}>{t(`registers.measure.response.${response}`)}</span>}
          </>
        ),
    },
    { key: 'evidence', head: t('registers.measure.column.evidence'), cell: ({ evidence }) => evidence ?? '' },
    {
      ...{ key: 'by', head: t('registers.measure.column.by') },
      cell: ({ collectedBy, analysedBy }) => (
        <>
          {nameOf(collectedBy.person) || t(`registers.via.${collectedBy.via}`)}
          {analysedBy !== undefined && <span className={css.under}>{nameOf(analysedBy.person)}</span>}
        </>
      ),
    },
  ];
  return <Table caption={t('registers.measure.said')} columns={columns} rows={[...values].reverse()} keyOf={({ id }) => id} />;
}
