import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useBearings } from '../../data/bearings.ts';
import { session } from '../../data/queries.ts';
import { oversees } from '../../data/rights.ts';
import grid from '../../parts/grid.module.css';
import { PageHead } from '../../parts/PageHead.tsx';
import { CoverageCard } from './CoverageCard.tsx';
import { coveredBy, yearOf } from './coverage.ts';
import { allAudits, allFindings, programmes } from './data.ts';
import { OpenFindingsCard } from './OpenFindingsCard.tsx';
import { ProgrammeCard } from './ProgrammeCard.tsx';

const here = getRouteApi('/audits');

/** The programme of a year with its audits, what they have looked at, and what they found. */
export function Audits() {
  const { t } = useTranslation();
  const [{ data: all }, { data: years }, { data: findings }] = useSuspenseQueries({ queries: [allAudits, programmes, allFindings] });
  const { data: who } = useSuspenseQuery(session);
  const { today } = useBearings();
  const { year: asked } = here.useSearch();
  const known = [...new Set([...years.map(({ period }) => period), ...all.map((audit) => yearOf(audit, years))])].sort();
  const year =
    asked !== undefined && known.includes(asked) ? asked : (known.find((one) => one.startsWith(today.slice(0, 4))) ?? known.at(-1));
  const ofYear = all.filter((audit) => yearOf(audit, years) === year);
  const open = findings.filter(({ status }) => status !== 'closed' && status !== 'withdrawn');
  const held = t('checks.audits.title.held', {
    count: ofYear.length,
    held: ofYear.filter((audit) => coveredBy(audit) === 'held').length,
    period: year,
  });
  const title =
    year === undefined
      ? t('checks.audits.title.none')
      : t('checks.audits.title.both', { held, open: t('checks.audits.title.open', { count: open.length }) });
  return (
    <>
      <PageHead name={t('checks.audits.name')} title={title} under={t('checks.audits.under')} />
      {year === undefined ? (
        <p className="soft">
          {t('checks.audits.empty')} <Link to="/schedules">{t('checks.audits.emptyStep')}</Link>
        </p>
      ) : (
        <div className={grid.stack}>
          <ProgrammeCard year={year} years={known} programmes={years} audits={ofYear} findings={findings} today={today} />
          {oversees(who) && <CoverageCard all={all} ofYear={ofYear} programmes={years} />}
          <OpenFindingsCard findings={open} audits={all} />
        </div>
      )}
    </>
  );
}
