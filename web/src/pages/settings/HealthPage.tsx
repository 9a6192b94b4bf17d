import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Finding, Health } from '../../../../domain/records/health.ts';
import { session } from '../../data/queries.ts';
import { manages } from '../../data/rights.ts';
import { health } from '../../data/setUp.ts';
import { Card } from '../../parts/Card.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import layout from '../../parts/page.module.css';
import { State } from '../../parts/State.tsx';

const shapes = { ok: 'done', warning: 'soon', wrong: 'late' } as const;
const states = ['wrong', 'warning', 'ok'] as const;

/** Everything that an operator would look at, with what to do about it. */
export function HealthPage() {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  if (!manages(who)) return <PageHead name={t('health.title')} title={t('health.notYours')} />;
  return <Findings />;
}

function Findings() {
  const { t } = useTranslation();
  const { data, isFetching, refetch } = useSuspenseQuery(health);
  return (
    <>
      <PageHead
        name={t('health.title')}
        title={newsOf(t, data)}
        under={t('health.under')}
        acts={
          <Button variant="default" aria-disabled={isFetching} onClick={() => refetch()}>
            {t(isFetching ? 'health.looking' : 'health.again')}
          </Button>
        }
      />
      <div className={layout.stack}>
        {states.map((state) => {
          const some = data.checks.filter((check) => check.state === state);
          return (
            some.length > 0 && (
              <Card key={state} title={t(`health.heading.${state}`)}>
                <ul className={layout.lines}>
                  {some.map((finding) => (
                    <Line key={`${finding.check} ${finding.says}`} finding={finding} />
                  ))}
                </ul>
              </Card>
            )
          );
        })}
      </div>
    </>
  );
}

function newsOf(t: TFunction, { checks }: Health): string {
  const count = (state: Finding['state']) => checks.filter((check) => check.state === state).length;
  if (count('wrong') > 0) return t('health.wrong', { count: count('wrong') });
  return count('warning') > 0 ? t('health.warnings', { count: count('warning') }) : t('health.well');
}

/** What was found is said by the API, in English. */
function Line({ finding: { title, state, says, todo } }: { finding: Finding }) {
  const { t } = useTranslation();
  return (
    <li>
      <div className={layout.split}>
        <span lang="en">
          <span className="strong">{title}</span>: {says}
        </span>
        <State of={shapes[state]}>{t(`health.state.${state}`)}</State>
      </div>
      {todo !== undefined && todo !== '' && (
        <p className="soft" lang="en">
          {todo}
        </p>
      )}
    </li>
  );
}
