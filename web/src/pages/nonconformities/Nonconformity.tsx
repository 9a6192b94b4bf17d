import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { NonconformityDetail } from '../../../../domain/records/correctiveLoop.ts';
import { session } from '../../data/queries.ts';
import { record as recordOf } from '../../data/records.ts';
import { readsTrail } from '../../data/rights.ts';
import { ButtonLink } from '../../parts/ButtonLink.tsx';
import { Card } from '../../parts/Card.tsx';
import { Crumb } from '../../parts/Crumb.tsx';
import grid from '../../parts/grid.module.css';
import { PageHead } from '../../parts/PageHead.tsx';
import { TrailButton } from '../../parts/TrailButton.tsx';
import { type Days, useDays } from '../../words/useDays.ts';
import { AskedCard } from './AskedCard.tsx';
import { whereOf } from './columns.tsx';
import { Loop } from './Loop.tsx';
import { marksOf } from './loop.ts';
import css from './nonconformities.module.css';
import { RecordCard } from './RecordCard.tsx';
import { StepsCard } from './StepsCard.tsx';
import { VerdictsCard } from './VerdictsCard.tsx';

const here = getRouteApi('/nonconformities/$id');

/** One nonconformity: where it is in the loop, what is asked, what has happened, and what 10.2 wants documented. */
export function Nonconformity() {
  const { t } = useTranslation();
  const { day } = useDays();
  const { id } = here.useParams();
  const { data } = useSuspenseQuery(recordOf<NonconformityDetail>(`/nonconformities/${encodeURIComponent(id)}`));
  const { data: who } = useSuspenseQuery(session);
  const { record, run } = data;
  return (
    <>
      <PageHead
        name={id}
        title={record.title}
        above={<Crumb to="/nonconformities" name={t('checks.nonconformities.name')} id={id} />}
        under={newsOf(t, data, day)}
        acts={
          <>
            {run !== undefined && (
              <ButtonLink to="/runs/$run" params={{ run }} variant="default">
                {t('checks.nonconformities.one.run')}
              </ButtonLink>
            )}
            {readsTrail(who) && <TrailButton subject={`nonconformities/${id}`}>{t('checks.nonconformities.one.trail')}</TrailButton>}
          </>
        }
      />
      <div className={css.one}>
        <div className={css.loop}>
          <LoopCard detail={data} />
        </div>
        <div className={css.now}>
          <AskedCard detail={data} />
        </div>
        <div className={css.record}>
          <RecordCard detail={data} />
        </div>
        <div className={`${grid.stack} ${css.happened}`}>
          <StepsCard detail={data} />
          <VerdictsCard detail={data} />
        </div>
      </div>
    </>
  );
}

/** How long it is open, where it stands, whose answer it waits for. */
function newsOf(t: TFunction, { record, since, ageDays, asked, ...at }: NonconformityDetail, day: Days['day']): string {
  const days = t('checks.nonconformities.days', { count: ageDays });
  if (record.status === 'declined') return t('checks.nonconformities.one.declinedOn', { day: day(since) });
  if (record.status === 'closed')
    return t('checks.nonconformities.one.closedAfter', { day: day(record.closedAt ?? record.updatedAt), days });
  const [next] = asked;
  return [
    t('checks.nonconformities.one.openFor', { days, where: whereOf(t, at) }),
    next === undefined
      ? t('checks.nonconformities.one.asksNobody')
      : t('checks.nonconformities.one.asks', { name: next.assigneeName, task: next.title, day: day(next.due, next.zone) }),
    record.hardDate === undefined ? '' : t('checks.nonconformities.one.hard', { day: day(record.hardDate) }),
  ]
    .join(' ')
    .trim();
}

function LoopCard({ detail: { record, station, ageDays } }: { detail: NonconformityDetail }) {
  const { t } = useTranslation();
  const marks = marksOf(station);
  const passed = marks.filter((mark) => mark === 'passed').length;
  const label =
    station === 'closed'
      ? t('checks.nonconformities.loop.labelClosed', { id: record.id })
      : station === 'declined'
        ? t('checks.nonconformities.loop.labelDeclined', { id: record.id })
        : t('checks.nonconformities.loop.labelOne', { id: record.id, passed, here: t(`checks.nonconformities.next.${station}`) });
  const isClosed = station === 'closed';
  return (
    <Card
      title={t('checks.nonconformities.loop.heading')}
      aside={<span className="small quiet">{t('checks.nonconformities.loop.under')}</span>}
    >
      <Loop
        label={label}
        stations={marks.map((mark) => ({ mark }))}
        hub={{
          text: String(ageDays),
          under: t('checks.nonconformities.loop.days', { count: ageDays }),
          isReached: isClosed,
        }}
        back={{ isNow: station === 'back' }}
      />
      <p className="soft">{t(`checks.nonconformities.next.${station}`)}</p>
    </Card>
  );
}
