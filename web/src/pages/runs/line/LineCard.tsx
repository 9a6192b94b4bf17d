import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RowStanding, TimeLine, TimeLineRow } from '../../../../../domain/records/timeLine.ts';
import { Card } from '../../../parts/Card.tsx';
import { dayWithoutYear } from '../../../words/days.ts';
import { LineKey } from './LineKey.tsx';
import css from './line.module.css';
import { Row } from './Row.tsx';
import { type Scale, scaleOf, ticksOf } from './scale.ts';

const route = getRouteApi('/runs/$run');

type Props = {
  line: TimeLine;
  pages: readonly TimeLine[];
  chosen: TimeLineRow | undefined;
  isOpen: boolean;
  /** Undefined where there is nothing more. */
  onMore: (() => void) | undefined;
};

/** Every row of the run that has been read, below one axis. */
export function LineCard({ line, pages, chosen, isOpen, onMore }: Props) {
  const { t, i18n } = useTranslation();
  const scale = scaleOf(line.window);
  const sites = new Map(pages.flatMap((page) => page.sites).map((site) => [site.id, site]));
  const rows = pages.flatMap(({ items }) => items);
  const saying = { t, language: i18n.language, today: line.today };
  return (
    <Card title={t('runs.line.heading')} aside={<span className="small quiet">{t('runs.line.times')}</span>} className={css.line ?? ''}>
      <Standings counts={line.counts} />
      {rows.length === 0 ? (
        <None line={line} isOpen={isOpen} />
      ) : (
        <>
          <Axis scale={scale} line={line} />
          <ul>
            {rows.map((row) => (
              <Row
                key={row.id}
                {...{ row, scale, line, saying }}
                site={sites.get(row.site)}
                isChosen={row.id === chosen?.id}
                showsSite={sites.size > 1}
              />
            ))}
          </ul>
          {onMore !== undefined && (
            <div className={css.more}>
              <Button variant="default" onClick={onMore}>
                {t('runs.line.more')}
              </Button>
            </div>
          )}
          <LineKey />
        </>
      )}
    </Card>
  );
}

function None({ line, isOpen }: { line: TimeLine; isOpen: boolean }) {
  const { t } = useTranslation();
  const { standing } = route.useSearch();
  if (standing !== undefined && line.counts.length > 0) return <p className={css.none}>{t('runs.line.noneLike')}</p>;
  if (!isOpen) return <p className={css.none}>{t('runs.line.nothing')}</p>;
  return (
    <div className={css.none}>
      <p className="strong">{t('runs.line.none')}</p>
      <p className="soft">{t('runs.line.noneMore')}</p>
    </div>
  );
}

/** How many tasks stand how; each shows only those. */
function Standings({ counts }: Pick<TimeLine, 'counts'>) {
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

function Axis({ scale, line }: { scale: Scale; line: TimeLine }) {
  const { t, i18n } = useTranslation();
  const isNow = line.today <= line.window.to;
  const now = `${scale.at(line.at, line.zone)}%`;
  return (
    <div className={`${css.row} ${css.axisRow}`} aria-hidden="true">
      <div className={css.lab} />
      <div className={css.plot}>
        <svg className={css.axis} width="100%" height="30" aria-hidden="true">
          {ticksOf(scale, line.window, line.today).map(({ day, at }) => (
            <text key={day} x={`${at}%`} y="18">
              {dayWithoutYear(day, i18n.language)}
            </text>
          ))}
          {isNow && (
            <>
              <rect className={css.pill} x={now} y="2" width="52" height="20" rx="10" transform="translate(-26 0)" />
              <text className={css.now} x={now} y="16" textAnchor="middle">
                {t('runs.line.today')}
              </text>
            </>
          )}
        </svg>
      </div>
      <div className={css.res} />
    </div>
  );
}
