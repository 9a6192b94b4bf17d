import { useTranslation } from 'react-i18next';
import { useDays } from '../../words/useDays.ts';
import { isMine, type Shown } from './subject.ts';
import { TimetableMark } from './TimetableMark.tsx';
import css from './task.module.css';
import { rowsOf } from './timetableRows.ts';

/** Who is told, and when: what was sent with its delivery, the due date, and the rungs to come with whom they tell. */
export function Timetable({ shown }: { shown: Shown }) {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const rows = rowsOf(shown, { t, language: i18n.language, days, isMine: isMine(shown) });
  return (
    <section className={css.card} aria-labelledby="h-timetable">
      <h2 id="h-timetable">{t('tasks.timetable.heading')}</h2>
      <ol className={css.ladder}>
        {rows.map(({ key, kind, at, byTheClock, text, small, isStruck }) => {
          const when = byTheClock ? days.moment(at, shown.task.zone) : days.day(at, shown.task.zone);
          return (
            <li key={key} className={css[kind]}>
              <TimetableMark kind={kind} />
              <span className={css.on}>{isStruck ? <s>{when}</s> : when}</span>
              <span>
                {isStruck ? <s>{text}</s> : text} {small !== undefined && <small>{small}</small>}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
