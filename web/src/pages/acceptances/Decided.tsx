import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Acceptance } from '../../../../domain/records/acceptance.ts';
import type { Who } from '../../data/queries.ts';
import { Notice } from '../../forms/Notice.tsx';
import { Band } from '../../parts/Band.tsx';
import type { Column } from '../../parts/table/columns.ts';
import { LongTable } from '../../parts/table/LongTable.tsx';
import { type Days, useDays } from '../../words/useDays.ts';
import css from './acceptances.module.css';
import { Revoke } from './Revoke.tsx';
import { mayRevoke } from './revoking.ts';
import { acceptanceStates } from './states.ts';

type State = Acceptance['state'];
type Props = { rows: readonly Acceptance[]; state: State; who: Who; isAlone: boolean; hasMore: boolean; onMore(): void };

/** What was decided, by how it stands; what is in force is revoked here by whoever may. */
export function Decided({ rows, state, who, isAlone, hasMore, onMore }: Props) {
  const { t } = useTranslation();
  const days = useDays();
  const [chosen, setChosen] = useState<string>();
  const [revoked, setRevoked] = useState<string>();
  const revoking = rows.find(({ id }) => id === chosen);
  const columns = columnsOf(
    t,
    days,
    state,
    (one) => mayRevoke(one, who) && <RevokeButton risk={one.risk} onClick={() => setChosen(one.id)} />,
  );
  return (
    <section className={css.decided} aria-labelledby="h-decided">
      <h2 id="h-decided" className={isAlone && state === 'accepted' ? 'hidden' : undefined}>
        {t(`tasks.acceptance.list.${state}`)}
      </h2>
      <States state={state} />
      {revoked !== undefined && (
        <Notice key={revoked} kind="good">
          <p>{t('tasks.acceptance.revoke.done', { reference: revoked })}</p>
        </Notice>
      )}
      {revoking !== undefined && (
        <Revoke
          key={revoking.id}
          acceptance={revoking}
          onLeave={() => setChosen(undefined)}
          onDone={() => {
            setRevoked(revoking.risk);
            setChosen(undefined);
          }}
        />
      )}
      {rows.length === 0 ? (
        <p className="soft">{t(`tasks.acceptance.none.${state}`)}</p>
      ) : (
        <LongTable caption={t(`tasks.acceptance.list.${state}`)} {...{ columns, rows, hasMore, onMore }} keyOf={({ id }) => id} />
      )}
    </section>
  );
}

function States({ state }: { state: State }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('tasks.acceptance.which')}>
      <ul className={css.states}>
        {acceptanceStates.map((one) => (
          <li key={one}>
            <Link to="/acceptances" search={{ state: one }} aria-current={one === state ? 'page' : undefined}>
              {t(`tasks.acceptance.state.${one}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function RevokeButton({ risk, onClick }: { risk: string; onClick(): void }) {
  const { t } = useTranslation();
  return (
    <Button variant="default" size="xs" onClick={onClick} aria-label={t('tasks.acceptance.revoke.of', { reference: risk })}>
      {t('tasks.acceptance.revoke.open')}
    </Button>
  );
}

function columnsOf(t: TFunction, days: Days, state: State, act: (one: Acceptance) => React.ReactNode): Column<Acceptance>[] {
  const head = (key: 'risk' | 'level' | 'when' | 'reason') => ({ key, head: t(`tasks.acceptance.column.${key}`) });
  return [
    {
      ...head('risk'),
      cell: ({ id, risk, snapshot }) => (
        <Link to="/acceptances/$acceptance" params={{ acceptance: id }}>
          <span className="id">{risk}</span> {snapshot.name}
        </Link>
      ),
    },
    { ...head('level'), cell: ({ snapshot }) => <Band band={snapshot.band} /> },
    { ...head('when'), cell: (one) => whenSaid(one, t, days) },
    { ...head('reason'), cell: ({ decision, justification }) => decision ?? justification ?? '' },
    ...(state === 'accepted' ? [{ key: 'act', head: t('tasks.acceptance.column.act'), cell: act }] : []),
  ];
}

function whenSaid({ state, validUntil, askedAt, endedAt }: Acceptance, t: TFunction, days: Days): string {
  if (state === 'accepted' && validUntil !== undefined) return t('tasks.acceptance.until', { day: days.day(validUntil) });
  return endedAt === undefined
    ? t('tasks.acceptance.askedOn', { day: days.day(askedAt) })
    : t('tasks.acceptance.endedOn', { day: days.day(endedAt) });
}
