import { useTranslation } from 'react-i18next';
import { oversees } from '../../data/rights.ts';
import { fieldsOf } from '../../forms/fields.ts';
import { useDays } from '../../words/useDays.ts';
import type { Shown } from './subject.ts';
import css from './task.module.css';
import { trailLines } from './trailLines.ts';

/** What happened so far, as the trail holds it: unfolded for those who oversee. */
export function Trail({ shown }: { shown: Shown }) {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const { task, reading, who } = shown;
  const fields = fieldsOf(task.outcomeSchema, { t, language: i18n.language });
  const lines = trailLines(task.trail, fields, { t, language: i18n.language, days, labels: reading.labels, people: reading.people });
  return (
    <section className={css.card} aria-labelledby="h-trail">
      <h2 id="h-trail">{t('tasks.trail.heading')}</h2>
      <details open={oversees(who)}>
        <summary>{t('tasks.trail.entries', { count: lines.length })}</summary>
        <ol className={css.trail}>
          {lines.map(({ id, at, said, text }) => (
            <li key={id}>
              <time className={css.on} dateTime={at}>
                {days.moment(at)}
              </time>
              <span>
                {said} {text !== undefined && <small>{text}</small>}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
