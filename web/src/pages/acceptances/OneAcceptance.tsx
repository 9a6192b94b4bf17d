import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AcceptanceReading } from '../../../../domain/records/reading.ts';
import { session } from '../../data/queries.ts';
import { record } from '../../data/records.ts';
import { oversees } from '../../data/rights.ts';
import { Notice } from '../../forms/Notice.tsx';
import { Band } from '../../parts/Band.tsx';
import { Crumb } from '../../parts/Crumb.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { RunLink } from '../../parts/RunLink.tsx';
import { Differences, Frozen, Wanted } from '../../parts/reading/FrozenReading.tsx';
import { type Days, useDays } from '../../words/useDays.ts';
import task from '../task/task.module.css';
import { Revoke } from './Revoke.tsx';
import { mayRevoke } from './revoking.ts';

const route = getRouteApi('/acceptances/$acceptance');

/** One decision on a risk: what was decided on, by whom, until when, and the way to revoke it. */
export function OneAcceptance() {
  const { t } = useTranslation();
  const days = useDays();
  const { acceptance: id } = route.useParams();
  const { data: who } = useSuspenseQuery(session);
  const { data } = useSuspenseQuery(record<AcceptanceReading>(`/registers/acceptances/${encodeURIComponent(id)}/reading`));
  const { acceptance, facts } = data;
  const { risk, state, validUntil, snapshot, run } = acceptance;
  const day = validUntil === undefined ? '' : days.longDay(validUntil);
  return (
    <div className={task.column}>
      <Crumb to="/acceptances" search={{ state }} name={t('nav.acceptances')} id={risk} />
      <PageHead name={id} title={t(`oneAcceptance.title.${state}`, { reference: risk, day })} />
      {saidOf(data, t, days).map((said) => (
        <p key={said} className={task.lead}>
          {said}
        </p>
      ))}
      <section className={task.card} aria-labelledby="h-facts">
        <div className={task.no}>
          <Band band={facts.band} />
          <Link to="/risks/$risk" params={{ risk }} className="id">
            {risk}
          </Link>
        </div>
        <h2 id="h-facts">{snapshot.name}</h2>
        <Differences facts={facts} />
        <Wanted facts={facts} />
        <Frozen facts={facts} open />
      </section>
      <Revoking of={data} may={mayRevoke(acceptance, who)} />
      {oversees(who) && (
        <p className={task.end}>
          {t('oneAcceptance.run')} <RunLink run={run} />
        </p>
      )}
    </div>
  );
}

function Revoking({ of: { acceptance }, may }: { of: AcceptanceReading; may: boolean }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  if (isDone)
    return (
      <Notice kind="good">
        <p>{t('tasks.acceptance.revoke.done', { reference: acceptance.risk })}</p>
      </Notice>
    );
  if (!may) return null;
  return (
    <section className={task.card} aria-labelledby="h-else">
      <h2 id="h-else">{t('tasks.commands.heading')}</h2>
      {isOpen ? (
        <Revoke acceptance={acceptance} onLeave={() => setOpen(false)} onDone={() => setDone(true)} />
      ) : (
        <Button
          variant="default"
          size="md"
          onClick={() => setOpen(true)}
          aria-label={t('tasks.acceptance.revoke.of', { reference: acceptance.risk })}
        >
          {t('tasks.acceptance.revoke.open')}
        </Button>
      )}
    </section>
  );
}

/** Who decided, and why it holds no longer. */
function saidOf({ decided, revoked, because }: AcceptanceReading, t: TFunction, days: Days): string[] {
  return [
    ...(revoked === undefined ? [] : [t('oneAcceptance.revokedBy', { ...revoked, at: days.moment(revoked.at) })]),
    ...(because === undefined ? [] : [t(`oneAcceptance.because.${because}`)]),
    ...(decided === undefined ? [] : [t('oneAcceptance.decidedBy', { ...decided, at: days.moment(decided.at) })]),
  ];
}
