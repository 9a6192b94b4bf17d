import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Measure, Measurement, Objective } from '../../../../domain/records/measurement.ts';
import { useNames } from '../../data/names.ts';
import { everyOf, record } from '../../data/records.ts';
import { Card } from '../../parts/Card.tsx';
import { Crumb } from '../../parts/Crumb.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { History } from '../../parts/History.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { RunLink } from '../../parts/RunLink.tsx';
import { useDays } from '../../words/useDays.ts';
import { Chart } from './Chart.tsx';
import { inOrder, LastValue, MeasureLink } from './MeasureLine.tsx';
import { ObjectiveState } from './ObjectiveState.tsx';
import css from './objectives.module.css';
import { useValues } from './useValues.ts';

/** One objective with all that 6.2 asks to plan, and the measures that show whether it is reached. */
export function ObjectivePage() {
  const { t } = useTranslation();
  const { date } = useDays();
  const { objective: id } = useParams({ from: '/objectives/$objective' });
  const [{ data: objective }, { data: measures }] = useSuspenseQueries({
    queries: [
      record<Objective>(`/registers/objectives/${encodeURIComponent(id)}`),
      everyOf<Measure>('/registers/measures', { objective: id }),
    ],
  });
  const nameOf = useNames([objective.responsible, objective.approvedBy?.person]);
  const { run, result } = objective;
  return (
    <>
      <PageHead
        above={<Crumb to="/objectives" name={t('registers.objectives.name')} id={objective.id} />}
        name={objective.id}
        title={objective.name}
        under={result}
      />
      <div className={css.two}>
        <Card title={t('registers.objective.plan')}>
          <Facts
            facts={[
              { name: t('registers.status'), said: <ObjectiveState objective={objective} /> },
              { name: t('registers.objectives.column.responsible'), said: nameOf(objective.responsible) },
              { name: t('registers.objectives.column.due'), said: date(objective.due) },
              { name: t('registers.objective.work'), said: objective.work },
              { name: t('registers.objective.resources'), said: objective.resources },
              { name: t('registers.objective.judgedBy'), said: objective.judgedBy },
              { name: t('registers.objective.approvedBy'), said: nameOf(objective.approvedBy?.person) },
              { name: t('registers.objective.run'), said: run && <RunLink run={run} /> },
            ]}
          />
        </Card>
        <div className={css.stack}>
          {measures.length === 0 && (
            <Card title={t('registers.measures.name')}>
              <p className="soft">{t('registers.objective.noMeasure')}</p>
            </Card>
          )}
          {measures.map((measure) => (
            <MeasureCard key={measure.id} measure={measure} />
          ))}
        </div>
      </div>
      <div className={css.below}>
        <History subject={`objectives/${objective.id}`} version={objective.version} />
      </div>
    </>
  );
}

function MeasureCard({ measure }: { measure: Measure }) {
  const { targetSaid } = useValues(measure);
  const { data } = useSuspenseQuery(everyOf<Measurement>('/registers/measurements', { measure: measure.id }));
  return (
    <Card title={<MeasureLink measure={measure} />} aside={<span className="small quiet">{targetSaid(measure.target)}</span>}>
      {data.length > 0 && <Chart measure={measure} values={inOrder(data)} />}
      <LastValue measure={measure} values={data} />
    </Card>
  );
}
