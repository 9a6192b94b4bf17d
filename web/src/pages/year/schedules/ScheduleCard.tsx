import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScheduleDetail } from '../../../../../domain/records/schedule.ts';
import { Card } from '../../../parts/Card.tsx';
import { State } from '../../../parts/State.tsx';
import { useDays } from '../../../words/useDays.ts';
import { type Done, MissedForms, ScheduleForms } from './forms.tsx';
import css from './schedules.module.css';

type Props = { schedule: ScheduleDetail; title: string; isManaged: boolean };

/** One schedule: when it opens next, what it missed, and what can be changed. */
export function ScheduleCard({ schedule, title, isManaged }: Props) {
  const { t } = useTranslation();
  const [done, setDone] = useState<Done>();
  const { cadence, zone, onlyWhenDue, paused, note, next } = schedule;
  const { day } = useDays();
  const [first] = next;
  return (
    <Card
      className={css.schedule ?? ''}
      title={t('year.schedules.heading', { process: title, every: t(`year.schedules.every.${cadence.every}`) })}
      aside={first !== undefined && !paused && <State of="ahead">{t('year.schedules.nextOn', { day: day(first.day) })}</State>}
    >
      <p className="soft">
        {t('year.schedules.opensOn', { count: cadence.openOn.workingDay, zone })} {onlyWhenDue && t('year.schedules.onlyWhenDue')}
      </p>
      {paused && (
        <p className={css.paused}>
          <State of="soon">{t('year.schedules.paused', { note })}</State>
        </p>
      )}
      <div role="status">{done !== undefined && <DoneSaid done={done} />}</div>
      <Missed schedule={schedule} day={day} isManaged={isManaged} onDone={setDone} />
      <details>
        <summary>{t(paused ? 'year.schedules.nextPaused' : 'year.schedules.next')}</summary>
        <ol className={css.openings}>
          {next.map(({ period, day: opens }) => (
            <li key={period}>
              <span className={css.id}>{period}</span> {day(opens)}
            </li>
          ))}
        </ol>
      </details>
      <Waived schedule={schedule} day={day} />
      {isManaged && <ScheduleForms schedule={schedule} onDone={setDone} />}
    </Card>
  );
}

function DoneSaid({ done: { act, runs = [], period } }: { done: Done }) {
  const { t } = useTranslation();
  return (
    <p className={css.done}>
      <State of="done">{t(`year.schedules.done.${act}`, { period })}</State>{' '}
      {runs.map((run) => (
        <Link key={run} to="/runs/$run" params={{ run }}>
          {run}
        </Link>
      ))}
    </p>
  );
}

type Part = { schedule: ScheduleDetail; day(iso: string): string };

function Missed({ schedule, day, isManaged, onDone }: Part & { isManaged: boolean; onDone(done: Done): void }) {
  const { t } = useTranslation();
  if (schedule.missed.length === 0) return null;
  return (
    <>
      <h3 className={css.heading}>{t('year.schedules.missed')}</h3>
      <ul className={css.missed}>
        {schedule.missed.map((planned) => (
          <li key={planned.period}>
            <State of="missing">{t('year.schedules.missedOn', { period: planned.period, day: day(planned.day) })}</State>
            {isManaged && <MissedForms schedule={schedule} planned={planned} onDone={onDone} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function Waived({ schedule: { waived }, day }: Part) {
  const { t } = useTranslation();
  if (waived.length === 0) return null;
  return (
    <>
      <h3 className={css.heading}>{t('year.schedules.waived')}</h3>
      <ul>
        {waived.map(({ period, reason, name, at }) => (
          <li key={`${period} ${at}`} className="small">
            {t('year.schedules.waivedBy', { period, name, reason, day: day(at) })}
          </li>
        ))}
      </ul>
    </>
  );
}
