import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { YearAhead } from '../../../../domain/records/yearAhead.ts';
import { yearAhead } from '../../data/ownWork.ts';
import { myTasks, session } from '../../data/queries.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { monthName } from '../../words/days.ts';
import { useDays } from '../../words/useDays.ts';
import { wantsOf } from './groups.ts';
import { monthsOf } from './months.ts';
import css from './myWork.module.css';
import { YearDots } from './YearDots.tsx';

/** When the schedules are going to ask this person next, and what, month by month. */
export function YourYear() {
  const { t } = useTranslation();
  // It takes longer than all else, and whatever becomes of it, there is work to look at.
  const { data, isError } = useQuery(yearAhead);
  return (
    <section aria-labelledby="h-year">
      <h2 id="h-year">{t('ownWork.year')}</h2>
      {data !== undefined ? <Year year={data} /> : isError ? <p className="soft">{t('ownWork.yearAway')}</p> : <Waiting lines={3} />}
    </section>
  );
}

function Year({ year }: { year: YearAhead }) {
  const { t, i18n } = useTranslation();
  const days = useDays();
  const { data: mine } = useSuspenseQuery(myTasks);
  const { data: who } = useSuspenseQuery(session);
  const months = monthsOf(
    year,
    mine.items.filter((task) => wantsOf(task, who.person) === 'answer'),
  );
  const [next] = year.items;
  const count = year.items.length;
  const said = t('ownWork.expected', { count, until: monthName(year.to, i18n.language) });
  return (
    <>
      <YearDots months={months} said={said} />
      <p>
        {said} {next !== undefined && t('ownWork.next', { day: days.day(next.day), asks: next.asks })}{' '}
        <a href="/my-mail">{t('ownWork.calendar')}</a>
      </p>
      {count > 0 && (
        <details className={css.months}>
          <summary>{t('ownWork.byMonth')}</summary>
          <dl>
            {months
              .filter(({ asked }) => asked.length > 0)
              .map(({ month, asked }) => (
                <div key={month}>
                  <dt>{monthName(month, i18n.language)}</dt>
                  {asked.map(({ process, period, task, title, asks, day, due }) => (
                    <dd key={`${process} ${period} ${task} ${day} ${due}`}>
                      {asks} <span className="soft">{t('ownWork.asked', { process: title, day: days.day(day), due: days.day(due) })}</span>
                    </dd>
                  ))}
                </div>
              ))}
          </dl>
        </details>
      )}
      <p className="quiet small">{t('ownWork.onlyIf')}</p>
    </>
  );
}
