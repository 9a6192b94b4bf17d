import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { session } from '../../../data/queries.ts';
import { manages } from '../../../data/rights.ts';
import { yearCalendarOf } from '../../../data/runs.ts';
import { ButtonLink } from '../../../parts/ButtonLink.tsx';
import { Card } from '../../../parts/Card.tsx';
import { PageHead } from '../../../parts/PageHead.tsx';
import { AllRuns } from './AllRuns.tsx';
import css from './calendar.module.css';
import { DueTable } from './DueTable.tsx';
import { YearChart } from './YearChart.tsx';

const route = getRouteApi('/calendar');

/** A year by months: its runs, planned and actual, and what is due. As it stands it can be printed. */
export function Calendar() {
  const { t } = useTranslation();
  const { year, by } = route.useSearch();
  const { data } = useSuspenseQuery(yearCalendarOf(year));
  const { data: who } = useSuspenseQuery(session);
  const { period } = data.year;
  const due = data.processes.flatMap(({ months }) => months).reduce((sum, month) => sum + month.due, 0);
  return (
    <div className={css.sheet}>
      <PageHead
        name={t('year.calendar.name')}
        title={t('year.calendar.title', { period, count: data.runs.length, tasks: t('year.calendar.tasks', { count: due }) })}
        under={t(data.cycle === undefined ? 'year.calendar.foreseen' : 'year.calendar.planned')}
        acts={
          <>
            {manages(who) && (
              <ButtonLink variant="default" to="/simulation" search={{ year: Number(period) }}>
                {t('year.calendar.simulate')}
              </ButtonLink>
            )}
            <Button variant="default" onClick={() => window.print()}>
              {t('year.calendar.print')}
            </Button>
          </>
        }
      />
      <Years year={Number(period)} />
      <Card title={t('year.calendar.runs')}>{data.runs.length === 0 ? <NoRuns /> : <YearChart {...data} />}</Card>
      <Card title={t('year.calendar.due')} aside={<By />} className={css.next ?? ''}>
        <DueTable calendar={data} by={by ?? 'process'} />
      </Card>
      {data.runs.length > 0 && (
        <Card title={t('year.calendar.all', { period })} className={css.next ?? ''}>
          <AllRuns {...data} />
        </Card>
      )}
    </div>
  );
}

function NoRuns() {
  const { t } = useTranslation();
  return (
    <p className="soft">
      {t('year.calendar.runsNone')} <Link to="/schedules">{t('year.calendar.runsNoneMore')}</Link>
    </p>
  );
}

/** The year before and the one after. */
function Years({ year }: { year: number }) {
  const { t } = useTranslation();
  const { by } = route.useSearch();
  const searchOf = (asked: number) => ({ year: asked, ...(by !== undefined && { by }) });
  return (
    <nav className={css.years} aria-label={t('year.calendar.year')}>
      <Link to="/calendar" search={searchOf(year - 1)} replace>
        {t('year.calendar.before', { year: year - 1 })}
      </Link>
      <Link to="/calendar" search={searchOf(year + 1)} replace>
        {t('year.calendar.after', { year: year + 1 })}
      </Link>
    </nav>
  );
}

const counts = ['process', 'person'] as const;

function By() {
  const { t } = useTranslation();
  const { year, by } = route.useSearch();
  const searchOf = (asked: (typeof counts)[number]) => ({
    ...(year !== undefined && { year }),
    ...(asked === 'person' && { by: asked }),
  });
  return (
    <nav className={css.by} aria-label={t('year.calendar.by')}>
      {counts.map((one) => (
        <Link
          key={one}
          to="/calendar"
          search={searchOf(one)}
          replace
          resetScroll={false}
          activeOptions={{ exact: true }}
          aria-current={one === (by ?? 'process') ? 'true' : undefined}
        >
          {t(one === 'person' ? 'year.calendar.byPerson' : 'year.calendar.byProcess')}
        </Link>
      ))}
    </nav>
  );
}
