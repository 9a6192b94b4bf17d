import { Button } from '@mantine/core';
import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Risk } from '../../../../domain/records/risk.ts';
import type { RiskLevels } from '../../../../domain/records/riskLevels.ts';
import { useNames } from '../../data/names.ts';
import { session } from '../../data/queries.ts';
import { record } from '../../data/records.ts';
import { manages } from '../../data/rights.ts';
import { Crumb } from '../../parts/Crumb.tsx';
import { Meta } from '../../parts/Facts.tsx';
import { History } from '../../parts/History.tsx';
import { OpenTasks } from '../../parts/OpenTasks.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { Sides } from '../../parts/Sides.tsx';
import { useDays } from '../../words/useDays.ts';
import { AcceptanceCard } from './AcceptanceCard.tsx';
import { AssessmentsCard } from './AssessmentsCard.tsx';
import { ControlsCard } from './ControlsCard.tsx';
import { LevelsCard } from './LevelsCard.tsx';
import { ProposalsCard } from './ProposalsCard.tsx';
import css from './risk.module.css';
import { StartReview } from './StartReview.tsx';
import { TiesCard } from './TiesCard.tsx';
import { TreatmentCard } from './TreatmentCard.tsx';

/** One risk: its three levels, what its controls take away, and what was judged and decided. */
export function RiskPage() {
  const { t } = useTranslation();
  const { risk: id } = useParams({ from: '/risks/$risk' });
  const path = encodeURIComponent(id);
  const [{ data: risk }, { data: levels }] = useSuspenseQueries({
    queries: [record<Risk>(`/registers/risks/${path}`), record<RiskLevels>(`/risks/${path}/levels`)],
  });
  const { data: who } = useSuspenseQuery(session);
  const [isStarting, setStarting] = useState(false);
  return (
    <>
      <PageHead
        above={<Crumb to="/risks" name={t('registers.risks.name')} id={risk.id} />}
        name={risk.id}
        title={risk.name}
        under={risk.description === '' ? undefined : risk.description}
        acts={
          manages(who) && (
            <Button aria-expanded={isStarting} onClick={() => setStarting(!isStarting)}>
              {t('registers.start.review')}
            </Button>
          )
        }
      />
      <RiskMeta risk={risk} levels={levels} />
      {isStarting && <StartReview risk={risk.id} onLeave={() => setStarting(false)} />}
      <div className={css.two}>
        <LevelsCard risk={risk} levels={levels} />
        <ControlsCard risk={risk} levels={levels} />
      </div>
      <Sides
        main={<AssessmentsCard risk={risk} />}
        side={
          <>
            <AcceptanceCard risk={risk} />
            <TreatmentCard risk={risk} />
            <OpenTasks about={risk.id} />
            <ProposalsCard about={risk.id} />
            <TiesCard risk={risk.id} levels={levels} />
          </>
        }
        below={<History subject={`risks/${risk.id}`} version={risk.version} />}
      />
    </>
  );
}

function RiskMeta({ risk, levels: { criteria } }: { risk: Risk; levels: RiskLevels }) {
  const { t, i18n } = useTranslation();
  const { date } = useDays();
  const nameOf = useNames([risk.owner]);
  const list = (words: readonly string[]) => new Intl.ListFormat(i18n.language, { type: 'unit' }).format(words);
  const size = `${criteria.likelihood.length} × ${criteria.consequence.length}`;
  return (
    <Meta
      facts={[
        { name: t('registers.owner'), said: nameOf(risk.owner) },
        { name: t('registers.status'), said: t(`registers.riskStatus.${risk.status}`) },
        { name: t('registers.risk.assets'), said: list(risk.assets) },
        { name: t('registers.risk.touches'), said: list(risk.properties.map((property) => t(`registers.property.${property}`))) },
        { name: t('registers.risk.threat'), said: risk.threat },
        { name: t('registers.risk.vulnerability'), said: risk.vulnerability },
        { name: t('registers.risk.treatment'), said: list(risk.treatment.map((option) => t(`registers.option.${option}`))) },
        { name: t('registers.risk.nextReview'), said: risk.nextReview === undefined ? undefined : date(risk.nextReview) },
        {
          name: t('registers.risk.criteria'),
          said: t('registers.risk.criteriaVersion', { version: criteria.id.replace('criteria-', ''), size }),
        },
      ]}
    />
  );
}
