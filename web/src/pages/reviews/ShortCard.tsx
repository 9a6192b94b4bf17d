import { useTranslation } from 'react-i18next';
import type { ManagementReview, ReviewDecision } from '../../../../domain/records/managementReview.ts';
import { Card } from '../../parts/Card.tsx';
import { Facts } from '../../parts/Facts.tsx';
import type { Shape } from '../../parts/Icon.tsx';
import { State } from '../../parts/State.tsx';
import { isOpen } from './data.ts';

const questions = ['suitable', 'adequate', 'effective'] as const;
const shapes: Record<'yes' | 'partly' | 'no', Shape> = { yes: 'done', partly: 'soon', no: 'late' };

/** The three questions of 9.3 and their answers, and how far the decisions are. */
export function ShortCard({ review, decisions }: { review: ManagementReview; decisions: readonly ReviewDecision[] }) {
  const { t } = useTranslation();
  const verdict = (question: (typeof questions)[number]) => {
    const said = review[question];
    if (said === undefined) return <span className="quiet">{t('checks.reviews.one.notYet')}</span>;
    return <State of={shapes[said]}>{t(`checks.reviews.verdict.${said}`)}</State>;
  };
  const done = decisions.filter((one) => !isOpen(one)).length;
  return (
    <Card title={t('checks.reviews.one.short')} aside={<span className="small quiet">{t('checks.reviews.one.shortUnder')}</span>}>
      <Facts
        facts={[
          ...questions.map((question) => ({ name: t(`checks.reviews.one.questions.${question}`), said: verdict(question) })),
          {
            name: t('checks.reviews.one.decided'),
            said: decisions.length > 0 && t('checks.reviews.one.doneOf', { done, of: decisions.length }),
          },
          { name: t('checks.reviews.one.noImprovement'), said: review.noImprovement },
          { name: t('checks.reviews.one.noChange'), said: review.noChange },
        ]}
      />
    </Card>
  );
}
