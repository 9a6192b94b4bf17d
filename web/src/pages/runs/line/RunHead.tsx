import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SiteDays, TimeLine, TimeLineHead } from '../../../../../domain/records/timeLine.ts';
import { Crumb } from '../../../parts/Crumb.tsx';
import { PageHead } from '../../../parts/PageHead.tsx';
import { useDays } from '../../../words/useDays.ts';
import { runName, titleOf } from './words.ts';

type Props = { head: TimeLineHead; line: TimeLine; sites: readonly SiteDays[]; onCancel: (() => void) | undefined };

/** Where one is, the news, when it opened and is to close, and what has become of it. */
export function RunHead({ head, line, sites, onCancel }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Crumb to="/runs" name={t('runs.list.name')} id={head.run.id} />
      <PageHead
        name={runName(t, head)}
        title={titleOf(t, head, line.counts)}
        under={<Under head={head} line={line} sites={sites} />}
        acts={
          onCancel !== undefined && (
            <Button variant="default" onClick={onCancel}>
              {t('runs.line.cancel')}
            </Button>
          )
        }
      />
    </>
  );
}

const mostHolidays = 3;

function Under({ head, line, sites }: Omit<Props, 'onCancel'>) {
  const { t } = useTranslation();
  const { run, promisedTo } = head;
  const { day } = useDays();
  const holidays = sites
    .flatMap((site) => site.free.flatMap(({ from, name }) => (name === undefined ? [] : [{ day: from, site: site.name, name }])))
    .slice(0, mostHolidays)
    .map((holiday) => t('runs.line.holiday', { ...holiday, day: day(holiday.day) }));
  const promised = run.status === 'open' ? [t('runs.line.promisedTo', { day: day(promisedTo) })] : [];
  return (
    <>
      {[opening(), ...promised, ...closing(), ...holidays].join(' ')}
      <Others run={run} />
    </>
  );

  function opening(): string {
    const opened = { day: day(run.openedAt, line.zone), who: head.openedBy };
    if (head.openedBy !== undefined) return t('runs.line.openedBy', opened);
    return t(run.startedBy?.startsWith('schedules/') === true ? 'runs.line.openedBySchedule' : 'runs.line.opened', opened);
  }

  function closing(): string[] {
    if (run.closedAt === undefined) return [];
    const closed = { day: day(run.closedAt, line.zone), who: head.closedBy };
    const reason = run.reason === undefined ? [] : [t('runs.line.reason', { reason: run.reason })];
    if (run.status === 'cancelled')
      return [t(head.closedBy === undefined ? 'runs.line.cancelled' : 'runs.line.cancelledBy', closed), ...reason];
    const outcome = t(run.outcome === 'incomplete' ? 'runs.line.incomplete' : 'runs.line.complete');
    return [t('runs.line.closed', { ...closed, outcome }), ...reason];
  }
}

/** The run that started it, and the one that took over. */
function Others({ run: { startedBy, supersededBy } }: Pick<TimeLineHead, 'run'>) {
  const { t } = useTranslation();
  const starter = startedBy === undefined || startedBy.includes('/') ? undefined : startedBy;
  return (
    <>
      {starter !== undefined && <Other said={t('runs.line.startedBy')} run={starter} />}
      {supersededBy !== undefined && <Other said={t('runs.line.supersededBy')} run={supersededBy} />}
    </>
  );
}

const Other = ({ said, run }: { said: string; run: string }) => (
  <>
    {' '}
    {said}{' '}
    <Link to="/runs/$run" params={{ run }}>
      {run}
    </Link>
    .
  </>
);
