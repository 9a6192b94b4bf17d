import { useSuspenseQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ManagementReview, ReviewDecision } from '../../../../domain/records/managementReview.ts';
import { Card } from '../../parts/Card.tsx';
import type { Shape } from '../../parts/Icon.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { State } from '../../parts/State.tsx';
import { Table } from '../../parts/table/Table.tsx';
import { useDays } from '../../words/useDays.ts';
import { allDecisions, allReviews, isOpen } from './data.ts';

const shapes: Record<ManagementReview['status'], Shape> = {
  planned: 'ahead',
  scheduled: 'ahead',
  inputsRequested: 'onTime',
  packIssued: 'onTime',
  held: 'onTime',
  minuted: 'onTime',
  approved: 'done',
  closed: 'done',
};

/** All reviews, the newest first, each with its verdict and how far its decisions are. */
export function Reviews() {
  const { t } = useTranslation();
  const days = useDays();
  const [{ data: all }, { data: decisions }] = useSuspenseQueries({ queries: [allReviews, allDecisions] });
  const reviews = [...all].sort((a, b) => (a.period < b.period ? 1 : -1));
  const head = (key: 'review' | 'held' | 'verdicts' | 'decisions' | 'state') => ({ key, head: t(`checks.reviews.list.column.${key}`) });
  const { day } = useDays();
  return (
    <>
      <PageHead
        name={t('checks.reviews.name')}
        title={newsOf(t, { reviews, decisions, day: (iso) => days.date(iso) })}
        under={t('checks.reviews.under')}
      />
      {reviews.length === 0 ? (
        <p className="soft">
          {t('checks.reviews.empty')} <Link to="/schedules">{t('checks.reviews.emptyStep')}</Link>
        </p>
      ) : (
        <Card title={t('checks.reviews.list.heading')}>
          <Table
            caption={t('checks.reviews.list.caption')}
            rows={reviews}
            keyOf={({ id }) => id}
            columns={[
              { ...head('review'), cell: ({ id, period }) => <ReviewName id={id} period={period} /> },
              {
                ...head('held'),
                cell: ({ heldOn, day: planned }) => {
                  if (heldOn !== undefined) return day(heldOn);
                  return planned === undefined ? t('checks.reviews.list.notHeld') : t('checks.reviews.list.planned', { day: day(planned) });
                },
              },
              { ...head('verdicts'), cell: (review) => verdictsOf(t, review) },
              {
                ...head('decisions'),
                cell: ({ id }) =>
                  doneOf(
                    t,
                    decisions.filter(({ review }) => review === id),
                  ),
              },
              { ...head('state'), cell: ({ status }) => <State of={shapes[status]}>{t(`checks.reviews.status.${status}`)}</State> },
            ]}
          />
        </Card>
      )}
    </>
  );
}

const ReviewName = ({ id, period }: { id: string; period: string }) => (
  <>
    <Link to="/management-reviews/$id" params={{ id }}>
      {period}
    </Link>
    <div className="quiet">{id}</div>
  </>
);

function verdictsOf(t: TFunction, { suitable, adequate, effective }: ManagementReview): string {
  if (suitable === undefined || adequate === undefined || effective === undefined) return '';
  return t('checks.reviews.verdicts', {
    suitable: t(`checks.reviews.verdict.${suitable}`),
    adequate: t(`checks.reviews.verdict.${adequate}`),
    effective: t(`checks.reviews.verdict.${effective}`),
  });
}

function doneOf(t: TFunction, decisions: readonly ReviewDecision[]): string {
  if (decisions.length === 0) return t('checks.reviews.list.none');
  return t('checks.reviews.list.decisions', { done: decisions.filter((one) => !isOpen(one)).length, of: decisions.length });
}

type News = { reviews: readonly ManagementReview[]; decisions: readonly ReviewDecision[]; day(iso: string): string };

function newsOf(t: TFunction, { reviews, decisions, day }: News): string {
  const [newest] = reviews;
  const last = reviews.find(({ heldOn }) => heldOn !== undefined);
  if (newest === undefined) return t('checks.reviews.title.none');
  if (last?.heldOn === undefined)
    return newest.day === undefined
      ? t('checks.reviews.title.preparing', { period: newest.period })
      : t('checks.reviews.title.next', { day: day(newest.day) });
  const own = decisions.filter(({ review }) => review === last.id);
  const done = own.filter((one) => !isOpen(one)).length;
  const said = t('checks.reviews.title.decisions', {
    count: own.length,
    done,
    state: t(done === 0 ? 'checks.reviews.title.open' : 'checks.reviews.title.done'),
  });
  return t('checks.reviews.title.held', { day: day(last.heldOn), decisions: said });
}
