import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ProcessShown } from '../../../../domain/records/processShown.ts';
import type { ScheduleDetail } from '../../../../domain/records/schedule.ts';
import { duties as dutiesQuery, oneProcess } from '../../data/processes.ts';
import { schedules as schedulesQuery } from '../../data/runs.ts';
import { Card } from '../../parts/Card.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import layout from '../../parts/page.module.css';
import { type Days, useDays } from '../../words/useDays.ts';
import { Flows } from './Flows.tsx';
import { Ladders } from './Ladders.tsx';
import { OpenRuns } from './OpenRuns.tsx';
import { ProcessTasks } from './ProcessTasks.tsx';
import { cadenceSaid, rolesSaid, usePick, whoSaid } from './said.ts';
import { Triggers } from './Triggers.tsx';

const route = getRouteApi('/processes/$process');

/** One process: what it asks of whom by when, what it is measured by, what starts it and what follows, and which runs are open. */
export function OneProcess() {
  const { t } = useTranslation();
  const days = useDays();
  const { process: key } = route.useParams();
  const pick = usePick();
  const { data: process } = useSuspenseQuery(oneProcess(key));
  const { data: schedules } = useSuspenseQuery(schedulesQuery);
  const own = schedules.items.filter((schedule) => schedule.process === key);
  return (
    <>
      <PageHead
        name={pick(process.title)}
        title={newsOf(t, pick(process.title), own, days)}
        under={pick(process.purpose)}
        acts={
          <Link to="/responsibilities" search={{ by: 'process', process: key }}>
            {t('process.responsibilities')}
          </Link>
        }
      />
      <div className={layout.stack}>
        <Card title={t('process.tasks')}>
          <ProcessTasks process={process} />
        </Card>
        <div className={layout.two}>
          <div className={layout.stack}>
            <OpenRuns process={key} />
            <Known process={process} schedules={own} />
            <Gates process={process} />
          </div>
          <div className={layout.stack}>
            <Ladders names={[...new Set(process.tasks.map(({ ladder }) => ladder))]} />
            <Triggers process={key} />
            <Flows process={key} />
          </div>
        </div>
      </div>
    </>
  );
}

function newsOf(t: TFunction, title: string, schedules: readonly ScheduleDetail[], days: Days): string {
  const opens = schedules.filter(({ paused }) => !paused).flatMap(({ next: [first] }) => first?.day ?? []);
  const [next] = opens.sort();
  if (next !== undefined) return t('process.opens', { title, day: days.longDay(next) });
  return t(schedules.some(({ paused }) => paused) ? 'process.isPaused' : 'process.onDemand', { title });
}

function Known({ process, schedules }: { process: ProcessShown; schedules: readonly ScheduleDetail[] }) {
  const { t } = useTranslation();
  const { key, clauses, phase, consulted, informed, version } = process;
  const { data } = useSuspenseQuery(dutiesQuery({ process: key }));
  const [first] = data.items;
  return (
    <Card title={t('process.facts')}>
      <Facts
        facts={[
          { name: t('process.accountable'), said: first === undefined ? t(`roles.${process.accountable}`) : whoSaid(t, first.accountable) },
          { name: t('process.consulted'), said: rolesSaid(t, consulted) },
          { name: t('process.informed'), said: rolesSaid(t, informed) },
          { name: t('process.phase'), said: t(`phase.${phase}`) },
          { name: t('process.clauses'), said: clauses.join(', ') },
          ...schedules.map((schedule) => ({
            name: schedule.id === key ? t('process.rhythm') : t('process.secondRhythm'),
            said: schedule.paused ? t('process.paused', { note: schedule.note ?? '' }) : cadenceSaid(t, schedule.cadence),
          })),
          { name: t('process.version'), said: String(version) },
        ]}
      />
    </Card>
  );
}

function Gates({ process: { gates } }: { process: ProcessShown }) {
  const { t } = useTranslation();
  return (
    <Card title={t('process.gates')}>
      <p className={`soft ${layout.lead}`}>{t(gates.length === 0 ? 'process.noGates' : 'process.gatesUnder')}</p>
      <ul className={layout.lines}>
        {gates.map((gate) => (
          <li key={gate}>
            <span className="strong">{gate}</span> {t(`gates.${gate as 'G1'}`)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
