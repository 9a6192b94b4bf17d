import { Button } from '@mantine/core';
import { useSuspenseQueries } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ManagementReview, MinutedDecision, ReviewDecision } from '../../../../domain/records/managementReview.ts';
import { useBearings } from '../../data/bearings.ts';
import { useNames } from '../../data/names.ts';
import { ButtonLink } from '../../parts/ButtonLink.tsx';
import { Crumb } from '../../parts/Crumb.tsx';
import grid from '../../parts/grid.module.css';
import { PageHead } from '../../parts/PageHead.tsx';
import { useDays } from '../../words/useDays.ts';
import { DecisionsCard } from './DecisionsCard.tsx';
import { decisionsOf, inputsOf, isLate, reviewOf } from './data.ts';
import { InputsCard } from './InputsCard.tsx';
import { MinutesCard } from './MinutesCard.tsx';
import { PackCard } from './PackCard.tsx';
import { useUnfoldedPrint } from './print.ts';
import { ShortCard } from './ShortCard.tsx';

const here = getRouteApi('/management-reviews/$id');

/** One review as a board member reads it: the verdict and the decisions first, then the minutes, then all that lay before it. */
export function Review() {
  const { t, i18n } = useTranslation();
  const { id } = here.useParams();
  const [{ data: review }, { data: decisions }, { data: inputs }] = useSuspenseQueries({
    queries: [reviewOf(id), decisionsOf(id), inputsOf(id)],
  });
  const { today } = useBearings();
  const took = review.attended.length > 0 ? review.attended : review.participants;
  const name = useNames([...took, review.approvedBy?.person]);
  useUnfoldedPrint();
  const names = new Intl.ListFormat(i18n.language).format(took.map(name));
  const { day } = useDays();
  return (
    <>
      <PageHead
        name={t('checks.reviews.one.title.before', { period: review.period, status: t(`checks.reviews.status.${review.status}`) })}
        title={titleOf(t, review, decisions, today, i18n.language)}
        above={<Crumb to="/management-reviews" name={t('checks.reviews.name')} id={id} />}
        under={underOf(t, { review, names, day, approver: name(review.approvedBy?.person) })}
        acts={
          <>
            {review.run !== undefined && (
              <ButtonLink to="/runs/$run" params={{ run: review.run }} variant="default">
                {t('checks.reviews.one.run')}
              </ButtonLink>
            )}
            <Button onClick={() => window.print()}>{t('checks.reviews.one.print')}</Button>
          </>
        }
      />
      <div className={grid.stack}>
        <ShortCard review={review} decisions={decisions} />
        <DecisionsCard review={review} decisions={decisions} today={today} />
        <MinutesCard review={review} />
        {review.pack === undefined ? <InputsCard inputs={inputs} /> : <PackCard review={review} />}
      </div>
    </>
  );
}

const questions = ['suitable', 'adequate', 'effective'] as const;

function titleOf(t: TFunction, review: ManagementReview, decisions: readonly ReviewDecision[], today: string, language: string): string {
  const { period, status } = review;
  if (review.suitable === undefined) return t('checks.reviews.one.title.before', { period, status: t(`checks.reviews.status.${status}`) });
  const all: readonly Pick<MinutedDecision, 'due'>[] = decisions.length > 0 ? decisions : review.decisions;
  const count = t('checks.reviews.one.title.decisions', { count: all.length });
  const late = decisions.filter((one) => isLate(one, today)).length;
  return t('checks.reviews.one.title.judged', {
    period,
    verdict: verdictOf(t, review, language),
    decisions: late === 0 ? count : t('checks.reviews.one.title.late', { count: late, decisions: count }),
  });
}

/** `suitable, adequate and effective`, or what it is in part or not. */
function verdictOf(t: TFunction, review: ManagementReview, language: string): string {
  if (questions.every((question) => review[question] === 'yes')) return t('checks.reviews.one.title.allWell');
  const said = questions.map((question) => {
    const how = ({ yes: 'fully', partly: 'partly', no: 'not' } as const)[review[question] ?? 'no'];
    return t(`checks.reviews.one.title.${how}`, { what: t(`checks.reviews.one.title.word.${question}`) });
  });
  return t('checks.reviews.one.title.notAll', { list: new Intl.ListFormat(language).format(said) });
}

type Under = { review: ManagementReview; names: string; approver: string; day(iso: string): string };

function underOf(t: TFunction, { review, names, approver, day }: Under): string {
  const { heldOn, day: planned, place, since, approvedAt } = review;
  const when =
    heldOn !== undefined
      ? t('checks.reviews.one.under.held', { day: day(heldOn), names })
      : planned === undefined
        ? t('checks.reviews.one.under.unplanned')
        : place === undefined
          ? t('checks.reviews.one.under.plannedDay', { day: day(planned) })
          : t('checks.reviews.one.under.planned', { day: day(planned), place });
  const approved = approvedAt === undefined ? '' : t('checks.reviews.one.under.approved', { day: day(approvedAt), name: approver });
  return [when, t('checks.reviews.one.under.since', { day: day(since) }), approved].join(' ').trim();
}
