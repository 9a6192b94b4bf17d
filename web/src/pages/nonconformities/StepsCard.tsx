import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { LoopStep, NonconformityDetail } from '../../../../domain/records/correctiveLoop.ts';
import { Card } from '../../parts/Card.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useDays } from '../../words/useDays.ts';
import css from './nonconformities.module.css';

/** The way so far, as its trail has it: what, who, when, why. */
export function StepsCard({ detail: { steps } }: { detail: NonconformityDetail }) {
  const { t } = useTranslation();
  const days = useDays();
  return (
    <Card title={t('checks.nonconformities.one.happened')}>
      <ol className={css.steps}>
        {steps.map((step) => (
          <li key={`${step.at} ${step.event} ${step.round}`}>
            <span className={step.station === 'back' ? css.back : css.mark}>
              <Icon shape={step.station === 'back' ? 'soon' : step.station === 'declined' ? 'superseded' : 'done'} />
            </span>
            <div>
              <div>
                <span className="strong">{stepOf(t, step)}</span>
                {step.round > 1 && <span className="quiet"> · {t('checks.nonconformities.one.stepRound', { round: step.round })}</span>}
              </div>
              <div className="small soft">
                {step.name ?? t('checks.nonconformities.one.engine')} · {days.moment(step.at)}
              </div>
              {step.why !== undefined && <p className="small">{step.why}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function stepOf(t: TFunction, { station, event }: LoopStep): string {
  if (event === 'planReturned') return t('checks.nonconformities.one.planReturned');
  if (station === 'back') return t('checks.nonconformities.one.ineffective');
  return t(`checks.nonconformities.one.steps.${station}`);
}
