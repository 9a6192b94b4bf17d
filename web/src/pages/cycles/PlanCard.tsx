import { useTranslation } from 'react-i18next';
import type { CycleReport, PhaseReport } from '../../../../domain/records/cycle.ts';
import { Card } from '../../parts/Card.tsx';
import type { Column } from '../../parts/table/columns.ts';
import { Table } from '../../parts/table/Table.tsx';
import css from './cycles.module.css';
import { standings } from './data.ts';
import { PhaseBars } from './PhaseBars.tsx';

type Line = Pick<PhaseReport, 'planned' | (typeof standings)[number]> & { phase: PhaseReport['phase'] | 'all' };

/** The four phases: drawn, and as a table that adds up to the plan. */
export function PlanCard({ report: { phases } }: { report: CycleReport }) {
  const { t } = useTranslation();
  const sum = (key: 'planned' | (typeof standings)[number]) => phases.reduce((all, phase) => all + phase[key], 0);
  const all = { phase: 'all' as const, planned: sum('planned'), ...Object.fromEntries(standings.map((key) => [key, sum(key)])) } as Line;
  const columns: Column<Line>[] = [
    {
      key: 'phase',
      head: t('checks.cycles.phase'),
      cell: ({ phase }) => (phase === 'all' ? t('checks.cycles.allPhases') : t(`phase.${phase}`)),
    },
    { key: 'planned', head: t('checks.cycles.planned'), numeric: true, cell: ({ planned }) => planned },
    ...standings.map((key): Column<Line> => ({ key, head: t(`checks.cycles.standing.${key}`), numeric: true, cell: (line) => line[key] })),
  ];
  return (
    <Card title={t('checks.cycles.plan')} aside={<span className="small quiet">{t('checks.cycles.planUnder')}</span>}>
      <PhaseBars phases={phases} />
      <div className={css.table}>
        <Table caption={t('checks.cycles.planCaption')} rows={[...phases, all]} keyOf={({ phase }) => phase} columns={columns} />
      </div>
    </Card>
  );
}
