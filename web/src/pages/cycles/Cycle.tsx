import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CycleProgress, Cycle as Record } from '../../../../domain/records/cycle.ts';
import type { TaskLine } from '../../../../domain/records/taskLine.ts';
import { useNames } from '../../data/names.ts';
import { session } from '../../data/queries.ts';
import { readsTrail } from '../../data/rights.ts';
import { ButtonLink } from '../../parts/ButtonLink.tsx';
import { Crumb } from '../../parts/Crumb.tsx';
import grid from '../../parts/grid.module.css';
import { PageHead } from '../../parts/PageHead.tsx';
import { TrailButton } from '../../parts/TrailButton.tsx';
import { useDays } from '../../words/useDays.ts';
import { askedIn, cycleOf, progressOf, type Standing } from './data.ts';
import { GatesCard } from './GatesCard.tsx';
import { PlanCard } from './PlanCard.tsx';
import { RunsCard } from './RunsCard.tsx';
import { SaidCard } from './SaidCard.tsx';
import { TasksCard } from './TasksCard.tsx';

const here = getRouteApi('/cycles/$id');

/** One year: its plan against what happened, by phase and gate, and whether it is approved. */
export function Cycle() {
  const { t, i18n } = useTranslation();
  const { id } = here.useParams();
  const [{ data: cycle }, { data: progress }] = useSuspenseQueries({ queries: [cycleOf(id), progressOf(id)] });
  const { data: asked } = useSuspenseQuery(askedIn(cycle.status === 'draft' ? cycle.run : undefined));
  const { data: who } = useSuspenseQuery(session);
  const name = useNames([cycle.approvedBy?.person]);
  const { day } = useDays();
  return (
    <>
      <PageHead
        name={cycle.period}
        title={newsOf(t, cycle, progress, i18n.language)}
        above={<Crumb to="/cycles" name={t('checks.cycles.name')} id={id} />}
        under={approvalOf(t, { cycle, asked: asked[0], approver: name(cycle.approvedBy?.person), day })}
        acts={
          <>
            {cycle.run !== undefined && (
              <ButtonLink to="/runs/$run" params={{ run: cycle.run }} variant="default">
                {t('checks.cycles.run')}
              </ButtonLink>
            )}
            {readsTrail(who) && <TrailButton subject={`cycles/${id}`}>{t('checks.cycles.trail')}</TrailButton>}
          </>
        }
      />
      <div className={grid.stack}>
        <PlanCard report={progress.report} />
      </div>
      <div className={grid.two}>
        <GatesCard report={progress.report} />
        <div className={grid.stack}>
          <TasksCard report={progress.report} />
          <SaidCard cycle={cycle} />
        </div>
      </div>
      <RunsCard planned={progress.planned} />
    </>
  );
}

const ended: readonly Standing[] = ['onTime', 'late', 'incomplete'];

function newsOf(t: TFunction, { period }: Record, { planned }: CycleProgress, language: string): string {
  if (planned.length === 0) return t('checks.cycles.title.none', { period });
  const count = (...wanted: Standing[]) => planned.filter(({ standing }) => wanted.includes(standing)).length;
  const said = (['late', 'incomplete', 'missing'] as const).flatMap((key) =>
    count(key) === 0 ? [] : [t(`checks.cycles.title.${key}`, { count: count(key) })],
  );
  const figures = { period, closed: count(...ended), count: planned.length };
  if (said.length === 0) return t('checks.cycles.title.calm', figures);
  return t('checks.cycles.title.news', { ...figures, what: new Intl.ListFormat(language).format(said) });
}

type Approval = { cycle: Record; asked: TaskLine | undefined; approver: string; day(instant: string): string };

function approvalOf(t: TFunction, { cycle: { approvedAt, closedAt }, asked, approver, day }: Approval): string {
  const approved =
    approvedAt === undefined
      ? t('checks.cycles.approval.draft')
      : t('checks.cycles.approval.approved', { day: day(approvedAt), name: approver });
  return [
    approved,
    asked === undefined ? '' : t('checks.cycles.approval.waits', { name: asked.assigneeName, task: asked.title, day: day(asked.due) }),
    closedAt === undefined ? '' : t('checks.cycles.approval.closed', { day: day(closedAt) }),
  ]
    .filter((said) => said !== '')
    .join(' ');
}
