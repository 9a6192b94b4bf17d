import { type Speaker, speakerOf } from '../../../domain/words/speaker.ts';
import { pageOf } from './document.tsx';
import { MissedForms, ScheduleForms } from './scheduleForms.tsx';
import { State } from './state.tsx';
import type { SchedulesPage, ScheduleView } from './types.ts';

type Props = { page: SchedulesPage; speaker: Speaker };

/** What opens by itself: the next days, what did not open, and for ISMS managers what can be changed. */
export function schedulesPage(page: SchedulesPage): string {
  const speaker = speakerOf(page);
  const missed = page.schedules.reduce((sum, one) => sum + one.missed.length, 0);
  const title = missed === 0 ? speaker.t('page:schedule.title') : speaker.t('page:schedule.titleMissed', { count: missed });
  const navigation = { current: 'schedules' as const, seesRuns: page.seesRuns, csrf: page.csrf };
  return pageOf({ frame: page, title, navigation, width: 'wide' }, <Body page={page} speaker={speaker} title={title} />);
}

const Body = ({ page, speaker, title }: Props & { title: string }) => (
  <>
    {page.notice === undefined ? null : (
      <p className="alert good" role="status">
        {speaker.t(`page:schedule.done.${page.notice}`)}
      </p>
    )}
    <h1>{title}</h1>
    <p className="lead">{speaker.t('page:schedule.lead')}</p>
    {page.schedules.map((schedule) => (
      <Schedule key={schedule.id} schedule={schedule} page={page} speaker={speaker} />
    ))}
  </>
);

type One = Props & { schedule: ScheduleView };

const Schedule = ({ schedule, page, speaker }: One) => {
  const { t, pick } = speaker;
  const heading = `h-${schedule.id}`;
  return (
    <section className="box else" aria-labelledby={heading}>
      <h2 id={heading}>
        {t('page:schedule.name', { process: pick(schedule.process), every: t(`page:schedule.every.${schedule.every}`) })}
      </h2>
      <p className="soft">{whenOf(schedule, speaker)}</p>
      {schedule.paused ? <State tone="soon" word={t('page:schedule.paused', { note: schedule.note ?? '' })} /> : null}
      <Missed schedule={schedule} page={page} speaker={speaker} />
      <Next schedule={schedule} speaker={speaker} />
      <Waived schedule={schedule} speaker={speaker} />
      {page.managing === undefined ? null : (
        <ScheduleForms schedule={schedule} secrets={{ csrf: page.csrf, key: page.managing.key }} speaker={speaker} />
      )}
    </section>
  );
};

const whenOf = ({ workingDay, zone, onlyWhenDue }: ScheduleView, { t }: Speaker): string =>
  [t('page:schedule.opensOn', { count: workingDay, zone }), ...(onlyWhenDue ? [t('page:schedule.onlyWhenDue')] : [])].join(' ');

const Next = ({ schedule, speaker: { t, dates } }: { schedule: ScheduleView; speaker: Speaker }) => (
  <>
    <h3>{t(schedule.paused ? 'page:schedule.nextPaused' : 'page:schedule.next')}</h3>
    <ol className="openings">
      {schedule.next.map(({ period, day }) => (
        <li key={period}>
          <span className="id">{period}</span> {dates.fullDay(day)}
        </li>
      ))}
    </ol>
  </>
);

const Missed = ({ schedule, page, speaker }: One) =>
  schedule.missed.length === 0 ? null : (
    <>
      <h3>{speaker.t('page:schedule.missed')}</h3>
      <ul className="rows">
        {schedule.missed.map((planned) => (
          <li key={planned.period}>
            <State
              tone="late"
              word={speaker.t('page:schedule.missedOn', { period: planned.period, day: speaker.dates.fullDay(planned.day) })}
            />
            {page.managing === undefined ? null : (
              <MissedForms schedule={schedule} planned={planned} secrets={{ csrf: page.csrf, key: page.managing.key }} speaker={speaker} />
            )}
          </li>
        ))}
      </ul>
    </>
  );

const Waived = ({ schedule: { waived }, speaker: { t, dates } }: { schedule: ScheduleView; speaker: Speaker }) =>
  waived.length === 0 ? null : (
    <>
      <h3>{t('page:schedule.waived')}</h3>
      <ul className="rows">
        {waived.map(({ period, reason, name, at }) => (
          <li key={period}>{t('page:schedule.waivedBy', { period, name, reason, day: dates.day(at) })}</li>
        ))}
      </ul>
    </>
  );
