import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimeLine, TimeLineRow } from '../../../../../domain/records/timeLine.ts';
import { Card } from '../../../parts/Card.tsx';
import { Axis } from './Axis.tsx';
import { LineKey } from './LineKey.tsx';
import css from './line.module.css';
import type { Drawn } from './Row.tsx';
import { Rows } from './Rows.tsx';
import { Standings } from './Standings.tsx';
import { freeOf, scaleOf } from './scale.ts';

const route = getRouteApi('/runs/$run');

type Props = {
  line: TimeLine;
  pages: readonly TimeLine[];
  rows: readonly TimeLineRow[];
  chosen: TimeLineRow | undefined;
  isOpen: boolean;
  /** Undefined where there is nothing more. */
  onMore: (() => void) | undefined;
};

/** Every row of the run that has been read, below one axis. */
export function LineCard({ line, pages, rows, chosen, isOpen, onMore }: Props) {
  const { t } = useTranslation();
  const drawn = useDrawn(line, pages);
  const { standing } = route.useSearch();
  const total = line.counts.reduce((sum, count) => sum + (standing === undefined || standing === count.standing ? count.rows : 0), 0);
  return (
    <Card title={t('runs.line.heading')} aside={<span className="small quiet">{t('runs.line.times')}</span>} className={css.line ?? ''}>
      <Standings counts={line.counts} />
      {rows.length === 0 ? (
        <None line={line} isOpen={isOpen} />
      ) : (
        <>
          <Rows key={standing ?? ''} {...{ rows, drawn, chosen, total, onMore }} axis={<Axis scale={drawn.scale} line={line} />} />
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

/** What is the same for every row: made once, so that a row that stands there already is left alone while others come into sight. */
function useDrawn(line: TimeLine, pages: readonly TimeLine[]): Drawn {
  const { t, i18n } = useTranslation();
  const { run } = route.useParams();
  return useMemo(() => {
    const scale = scaleOf(line.window);
    const all = new Map(pages.flatMap((page) => page.sites).map((site) => [site.id, site]));
    const sites = new Map([...all.values()].map((site) => [site.id, { name: site.name, free: freeOf(scale, line.window, site) }]));
    return { run, scale, line, sites, saying: { t, language: i18n.language, today: line.today } };
  }, [t, i18n.language, run, line, pages]);
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
