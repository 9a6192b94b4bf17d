import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BeginningStep } from '../../../../domain/records/dashboard.ts';
import { session } from '../../data/queries.ts';
import { manages } from '../../data/rights.ts';
import { ButtonLink } from '../../parts/ButtonLink.tsx';
import { Card } from '../../parts/Card.tsx';
import { Icon } from '../../parts/Icon.tsx';
import css from './cockpit.module.css';

/** What has to be there before the wheel turns, step by step; the first that is open is the next to do. */
export function BeginningCard({ steps }: { steps: readonly BeginningStep[] }) {
  const { t } = useTranslation();
  const next = steps.find(({ done }) => !done);
  return (
    <Card title={t('beginning.heading')}>
      <p className="soft">{t('beginning.more')}</p>
      <ol className={css.steps}>
        {steps.map((step, n) => (
          <Step key={step.step} step={step} number={n + 1} isNext={step === next} />
        ))}
      </ol>
    </Card>
  );
}

function Step({ step, number, isNext }: { step: BeginningStep; number: number; isNext: boolean }) {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  const { done } = step;
  return (
    <li>
      <span className={done ? css.done : isNext ? css.next : undefined} aria-hidden="true">
        {done ? <Icon shape="done" /> : number}
      </span>
      <div>
        <div className={css.lateTop}>
          <b>{t(`beginning.${step.step}.what`)}</b>
          {done && <span className="small quiet">{t('beginning.done')}</span>}
        </div>
        {!done && <p className="soft">{t(`beginning.${step.step}.how`)}</p>}
        {!done && manages(who) && <Act step={step} isMain={isNext} />}
      </div>
    </li>
  );
}

type Way =
  | { to: '/people' }
  | { to: '/imports'; search: { register: 'people' | 'risks' } }
  | { to: '/runs/start'; search: { process: 'ismsSetup' | 'riskReview' } };
const ways: Record<BeginningStep['step'], Way> = {
  people: { to: '/imports', search: { register: 'people' } },
  topManagement: { to: '/people' },
  foundations: { to: '/runs/start', search: { process: 'ismsSetup' } },
  risks: { to: '/imports', search: { register: 'risks' } },
  review: { to: '/runs/start', search: { process: 'riskReview' } },
};

/** The page on which it is done; of what has begun, the run. */
function Act({ step: { step, run }, isMain }: { step: BeginningStep; isMain: boolean }) {
  const { t } = useTranslation();
  if (run !== undefined)
    return (
      <Link to="/runs/$run" params={{ run }}>
        {t('beginning.open', { run })}
      </Link>
    );
  return (
    <ButtonLink {...ways[step]} variant={isMain ? 'filled' : 'default'} size="xs">
      {t(`beginning.${step}.act`)}
    </ButtonLink>
  );
}
