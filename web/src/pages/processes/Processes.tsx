import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ProcessMapShown } from '../../../../domain/records/processShown.ts';
import type { ScheduleDetail } from '../../../../domain/records/schedule.ts';
import { processMap } from '../../data/processes.ts';
import { schedules } from '../../data/runs.ts';
import { Card } from '../../parts/Card.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import layout from '../../parts/page.module.css';
import { type Days, useDays } from '../../words/useDays.ts';
import { InteractionTable } from './InteractionTable.tsx';
import { ProcessMap } from './ProcessMap.tsx';
import css from './processes.module.css';
import { usePick } from './said.ts';

const phases = ['plan', 'do', 'check', 'act'] as const;

/** All processes and how they act on one another, as a picture and in words. */
export function Processes() {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const { data: map } = useSuspenseQuery(processMap);
  const { data } = useSuspenseQuery(schedules);
  return (
    <>
      <PageHead
        name={t('processes.title')}
        title={newsOf(t, map, data.items, { days, language: i18n.language })}
        under={t('processes.under')}
        acts={<Link to="/responsibilities">{t('processes.whoDoesWhat')}</Link>}
      />
      <Card title={t('processes.map')}>
        <ProcessMap map={map} />
        <details className={layout.details}>
          <summary>{t('processes.mapTable')}</summary>
          <InteractionTable map={map} />
        </details>
      </Card>
      <div className={css.phases}>
        {phases.map((phase) => (
          <Card key={phase} title={t(`phase.${phase}`)}>
            <Phase nodes={map.processes.filter((node) => node.phase === phase)} />
          </Card>
        ))}
      </div>
    </>
  );
}

/** Which one opens next by itself. */
type Reader = { days: Days; language: string };

function newsOf(t: TFunction, { processes }: ProcessMapShown, all: readonly ScheduleDetail[], { days, language }: Reader): string {
  const [next] = all
    .filter(({ paused }) => !paused)
    .flatMap(({ process, next: [first] }) => (first === undefined ? [] : [{ process, day: first.day }]))
    .sort((one, other) => one.day.localeCompare(other.day));
  const node = processes.find(({ key }) => key === next?.process);
  if (next === undefined || node === undefined) return t('processes.count', { count: processes.length });
  const title = language === 'de' ? node.title.de : node.title.en;
  return t('processes.next', { count: processes.length, title, day: days.longDay(next.day) });
}

function Phase({ nodes }: { nodes: ProcessMapShown['processes'] }) {
  const { t } = useTranslation();
  const pick = usePick();
  return (
    <ul className={layout.lines}>
      {nodes.map(({ key, title, accountable, outputs }) => (
        <li key={key}>
          <Link to="/processes/$process" params={{ process: key }} className="strong">
            {pick(title)}
          </Link>
          <div className="small soft">{t('processes.answers', { role: t(`roles.${accountable}`) })}</div>
          <div className="small quiet">{t('processes.brings', { outputs: outputs.map(pick).join(', ') })}</div>
        </li>
      ))}
    </ul>
  );
}
