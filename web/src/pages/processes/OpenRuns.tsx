import { Button } from '@mantine/core';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../domain/records/run.ts';
import { listOf } from '../../data/lists.ts';
import { Card } from '../../parts/Card.tsx';
import layout from '../../parts/page.module.css';
import { RecordLink } from '../../parts/RecordLink.tsx';
import { useDays } from '../../words/useDays.ts';

const atOnce = 10;

/** Runs of a process that are open, the newest first: those that the reader may see. */
export function OpenRuns({ process }: { process: string }) {
  const { t } = useTranslation();
  const days = useDays();
  const list = useSuspenseInfiniteQuery(listOf<Run>('/runs', { process, status: 'open', limit: atOnce }));
  const runs = list.data.pages.flatMap(({ items }) => items);
  return (
    <Card title={t('process.runs')}>
      {runs.length === 0 && <p className="soft">{t('process.noRuns')}</p>}
      <ul className={layout.lines}>
        {runs.map(({ id, key, openedAt, waitingFor }) => (
          <li key={id} className={layout.split}>
            <RecordLink kind="runs" id={id} className="strong">
              {key}
            </RecordLink>
            <span className="soft">
              {t('process.opened', { day: days.shortDay(openedAt) })}
              {waitingFor.length > 0 && `, ${t('process.waits', { count: waitingFor.length })}`}
            </span>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="default" className={layout.more} onClick={() => list.fetchNextPage()}>
          {t('process.moreRuns')}
        </Button>
      )}
    </Card>
  );
}
