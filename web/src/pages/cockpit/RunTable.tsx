import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '../../../../domain/records/dashboard.ts';
import { phases } from '../../wheel/tracks.ts';
import { useDays } from '../../words/useDays.ts';
import css from './cockpit.module.css';

/** The wheel for all readers: the same data, in the page. */
export function RunTable({ year, runs }: Pick<Dashboard, 'year' | 'runs'>) {
  const { t } = useTranslation();
  const { shortDay: day } = useDays();
  const inOrder = phases.flatMap((phase) => runs.filter((run) => run.phase === phase));
  return (
    <details className={css.all}>
      <summary>{t('wheel.table')}</summary>
      <table>
        <caption className="hidden">{t('wheel.caption', { period: year.period })}</caption>
        <thead>
          <tr>
            {(['phase', 'run', 'promised', 'actual', 'state'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`wheel.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder.map(({ id, run, phase, title, key, promised, actual, state }) => (
            <tr key={id}>
              <td>{t(`phase.${phase}`)}</td>
              <td>
                {run === undefined ? (
                  `${title} ${key}`
                ) : (
                  <Link to="/runs/$run" params={{ run }}>
                    {`${title} ${key}`}
                  </Link>
                )}
              </td>
              <td className="nowrap">{`${day(promised.from)} – ${day(promised.to)}`}</td>
              <td className="nowrap">
                {actual === undefined
                  ? '–'
                  : `${day(actual.from)} – ${state === 'done' || state === 'doneLate' || state === 'superseded' ? day(actual.to) : t('wheel.stillOpen')}`}
              </td>
              <td>{t(`runState.${state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
