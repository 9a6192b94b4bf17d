import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Risk } from '../../../../domain/records/risk.ts';
import type { CountedControl, RiskLevels } from '../../../../domain/records/riskLevels.ts';
import { session } from '../../data/queries.ts';
import { manages } from '../../data/rights.ts';
import { Card } from '../../parts/Card.tsx';
import { ControlState } from '../../parts/ControlState.tsx';
import { KindIcon } from '../../parts/KindIcon.tsx';
import type { Column } from '../../parts/table/columns.ts';
import { Table } from '../../parts/table/Table.tsx';
import { useDays } from '../../words/useDays.ts';
import { LinkControls } from './LinkControls.tsx';
import css from './risk.module.css';
import { Sum } from './Sum.tsx';

const kinds = ['organizational', 'people', 'physical', 'technological', 'legal'] as const;

/** The controls of a risk by kind, each with what it acts on, how it stands and what it counts; below, how they add up. */
export function ControlsCard({ risk, levels }: { risk: Risk; levels: RiskLevels }) {
  const { t, i18n } = useTranslation();
  const { date } = useDays();
  const { data: who } = useSuspenseQuery(session);
  const [isChanging, setChanging] = useState(false);
  const mayChange = manages(who) || who.person === risk.owner;
  const rows = [...levels.controls].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  const share = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <Card
      title={titleOf(t, levels)}
      aside={
        mayChange &&
        !isChanging && (
          <Button variant="default" size="xs" onClick={() => setChanging(true)}>
            {t('registers.link.change')}
          </Button>
        )
      }
    >
      {isChanging && <LinkControls risk={risk} onLeave={() => setChanging(false)} />}
      {rows.length === 0 && !isChanging && <p className="soft">{t('registers.risk.noControls')}</p>}
      {rows.length > 0 && !isChanging && (
        <>
          <Table
            caption={t('registers.risk.controlsOf', { risk: risk.id })}
            columns={columnsOf(t, { date, share: (value) => share.format(value) })}
            rows={rows}
            keyOf={({ control }) => control}
          />
          <Sum risk={risk} levels={levels} />
        </>
      )}
      {levels.isThin && <p className={css.thin}>{t('registers.risk.thin')}</p>}
    </Card>
  );
}

const titleOf = (t: TFunction, { controls, kinds: count }: RiskLevels): string =>
  controls.length === 0
    ? t('registers.risk.controlsNone')
    : t('registers.risk.controlsOfKinds', { count, controls: t('registers.risk.controls', { count: controls.length }) });

type Saying = { date(iso: string): string; share(value: number): string };

const columnsOf = (t: TFunction, { date, share }: Saying): Column<CountedControl>[] => [
  {
    ...{ key: 'name', head: t('registers.risk.column.control') },
    cell: ({ control, name, kind }) => (
      <span className={css.control}>
        <KindIcon kind={kind} />
        <span>
          <Link to="/controls/$control" params={{ control }}>
            {name}
          </Link>
          <span className={css.under}>
            {t(`registers.kind.${kind}`)} · <span className="id">{control}</span>
          </span>
        </span>
      </span>
    ),
  },
  {
    ...{ key: 'actsOn', head: t('registers.risk.column.actsOn') },
    cell: ({ actsOn, strength, group }) => (
      <>
        {t(`registers.actsOn.${actsOn}`)}, <span className="quiet">{t(`registers.strength.${strength}`)}</span>
        {group !== undefined && <span className={css.under}>{t('registers.risk.failsWith', { group })}</span>}
      </>
    ),
  },
  { key: 'stands', head: t('registers.risk.column.stands'), cell: (control) => <ControlState {...control} /> },
  {
    ...{ key: 'figure', head: t('registers.risk.column.figure') },
    cell: ({ rollout, checkedOn }) =>
      rollout !== undefined ? t('registers.of', rollout) : checkedOn === undefined ? '' : <span className="nowrap">{date(checkedOn)}</span>,
  },
  {
    ...{ key: 'counts', head: t('registers.risk.column.counts') },
    cell: ({ counts, planned }) => (
      <>
        <span className="strong">{share(counts)}</span>
        {planned !== counts && <span className={css.under}>{t('registers.risk.later', { share: share(planned) })}</span>}
      </>
    ),
    numeric: true,
  },
];
