import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RunEvent, TimeLineHead } from '../../../../../domain/records/timeLine.ts';
import { Card } from '../../../parts/Card.tsx';
import { State } from '../../../parts/State.tsx';
import { useDays } from '../../../words/useDays.ts';
import css from './line.module.css';

/** What happened last to the run, and who has answered. */
export function Latest({ events, zone }: { events: readonly RunEvent[]; zone: string }) {
  const { t } = useTranslation();
  const days = useDays();
  return (
    <Card title={t('runs.line.latest')}>
      {events.length === 0 && <p className="soft">{t('runs.line.latestNone')}</p>}
      <ol className={css.latest}>
        {events.map((event) => (
          <li key={`${event.at} ${event.event} ${event.who ?? ''} ${event.run ?? ''}`}>
            <time dateTime={event.at}>{days.shortDay(event.at, zone)}</time>
            <span>
              <Said event={event} />
              {event.reason !== undefined && <span className="quiet"> {event.reason}</span>}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Said({ event: { event, who, count = 0, title, run, outcome } }: { event: RunEvent }) {
  const { t } = useTranslation();
  const link = run !== undefined && (
    <Link to="/runs/$run" params={{ run }}>
      {run}
    </Link>
  );
  switch (event) {
    case 'opened':
    case 'cancelled':
      return t(who === undefined ? `runs.line.event.${event}` : `runs.line.event.${event}By`, { who });
    case 'asked':
      return t('runs.line.event.asked', { count });
    case 'answered':
      return t('runs.line.event.answered', { who, title });
    case 'closed':
      return t('runs.line.event.closed', { outcome: t(outcome === 'incomplete' ? 'runs.line.incomplete' : 'runs.line.complete') });
    default:
      return (
        <>
          {t(`runs.line.event.${event}`)} {link}
        </>
      );
  }
}

/** Rules that the run is measured by when it closes; while it is open, as they would hold now. */
export function Gates({ gates }: Pick<TimeLineHead['run'], 'gates'>) {
  const { t } = useTranslation();
  return (
    <Card title={t('runs.line.gates')}>
      {gates.length === 0 && <p className="soft">{t('runs.line.gatesNone')}</p>}
      <ul className={css.gates}>
        {gates.map(({ gate, passed, detail }) => (
          <li key={gate}>
            <span className={css.id}>{gate}</span>
            <span>
              {detail}
              <br />
              <State of={passed ? 'done' : 'late'}>{t(passed ? 'runs.line.holds' : 'runs.line.holdsNot')}</State>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
