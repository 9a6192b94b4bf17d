import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RowStanding, TimeLine } from '../../../../../domain/records/timeLine.ts';
import css from './line.module.css';

const route = getRouteApi('/runs/$run');

/** How many tasks stand how; each shows only those. */
export function Standings({ counts }: Pick<TimeLine, 'counts'>) {
  const { t, i18n } = useTranslation();
  const { run } = route.useParams();
  const { standing: shown } = route.useSearch();
  if (counts.length < 2) return null;
  const figure = (n: number) => new Intl.NumberFormat(i18n.language).format(n);
  const all = counts.reduce((sum, { tasks }) => sum + tasks, 0);
  const choices: { standing?: RowStanding; tasks: number; name: string }[] = [
    { tasks: all, name: t('runs.line.all') },
    ...counts.map(({ standing, tasks }) => ({ standing, tasks, name: t(`runs.line.standing.${standing}`) })),
  ];
  return (
    <nav aria-label={t('runs.line.show')}>
      <ul className={css.standings}>
        {choices.map(({ standing, tasks, name }) => (
          <li key={name}>
            <Link
              to="/runs/$run"
              params={{ run }}
              search={standing === undefined ? {} : { standing }}
              replace
              resetScroll={false}
              activeOptions={{ exact: true }}
              aria-current={standing === shown ? 'true' : undefined}
            >
              {name} <span className="quiet">{figure(tasks)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
