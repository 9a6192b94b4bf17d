import { useTranslation } from 'react-i18next';
import { useProcessTitle } from '../../data/processTitle.ts';
import { Card } from '../../parts/Card.tsx';
import type { Shape } from '../../parts/Icon.tsx';
import { RunLink } from '../../parts/RunLink.tsx';
import { State } from '../../parts/State.tsx';
import { Table } from '../../parts/table/Table.tsx';
import { phases } from '../../wheel/tracks.ts';
import { useDays } from '../../words/useDays.ts';
import css from './cycles.module.css';
import type { Planned, Standing } from './data.ts';

/** Every planned run with its window and what has become of it. */
export function RunsCard({ planned }: { planned: readonly Planned[] }) {
  const { t } = useTranslation();
  return (
    <Card title={t('checks.cycles.runs.heading')}>
      {phases.map((phase) => (
        <PhaseRuns key={phase} phase={phase} planned={planned.filter((one) => one.phase === phase)} />
      ))}
    </Card>
  );
}

type Props = { phase: Planned['phase']; planned: readonly Planned[] };

function PhaseRuns({ phase, planned }: Props) {
  const { t } = useTranslation();
  const name = t(`phase.${phase}`);
  const head = (key: 'run' | 'window' | 'state' | 'why') => ({ key, head: t(`checks.cycles.runs.column.${key}`) });
  const { day } = useDays();
  return (
    <details className={css.more}>
      <summary>{t('checks.cycles.runs.show', { phase: name, count: planned.length })}</summary>
      {planned.length === 0 ? (
        <p className="soft">{t('checks.cycles.runs.none')}</p>
      ) : (
        <Table
          caption={t('checks.cycles.runs.caption', { phase: name })}
          rows={planned}
          keyOf={({ id }) => id}
          columns={[
            { ...head('run'), cell: (one) => <RunName planned={one} /> },
            {
              ...head('window'),
              cell: ({ opensOn, closesBy }) => t('checks.cycles.runs.window', { from: day(opensOn), to: day(closesBy) }),
            },
            { ...head('state'), cell: ({ standing }) => <State of={shapes[standing]}>{t(`checks.cycles.standing.${standing}`)}</State> },
            {
              ...head('why'),
              cell: ({ waivedBecause, addedBecause, ifNeeded }) =>
                waivedBecause ?? addedBecause ?? (ifNeeded ? t('checks.cycles.runs.ifNeeded') : ''),
            },
          ]}
        />
      )}
    </details>
  );
}

const shapes: Record<Standing, Shape> = {
  ahead: 'ahead',
  open: 'onTime',
  onTime: 'done',
  late: 'doneLate',
  incomplete: 'late',
  cancelled: 'superseded',
  waived: 'superseded',
  notNeeded: 'superseded',
  missing: 'missing',
};

function RunName({ planned: { process, key, run } }: { planned: Planned }) {
  const { t } = useTranslation();
  const titleOf = useProcessTitle();
  const name = t('runs.name', { title: titleOf(process), key });
  return run === undefined ? name : <RunLink run={run}>{name}</RunLink>;
}
