import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimeLine } from '../../../../../domain/records/timeLine.ts';
import { readOn } from '../../../data/lists.ts';
import { session } from '../../../data/queries.ts';
import { manages, oversees } from '../../../data/rights.ts';
import { timeLineOf } from '../../../data/runs.ts';
import { Cancel } from './Cancel.tsx';
import { Gates, Latest } from './Cards.tsx';
import { LineCard } from './LineCard.tsx';
import css from './line.module.css';
import { RunHead } from './RunHead.tsx';
import { Timetable } from './Timetable.tsx';
import { ToActs } from './ToActs.tsx';

const route = getRouteApi('/runs/$run');

/** A run as a time line, with the timetable of one of those who are asked, what happened last, and its gates. */
export function RunPage() {
  const { t, i18n } = useTranslation();
  const { run } = route.useParams();
  const { standing, of } = route.useSearch();
  const { data: who } = useSuspenseQuery(session);
  const lines = useSuspenseInfiniteQuery(timeLineOf(run, standing));
  const { data } = lines;
  const rows = useMemo(() => data.pages.flatMap(({ items }) => items), [data.pages]);
  const [isCancelling, setCancelling] = useState(false);
  const line = data.pages[0] as TimeLine;
  const { head } = line;
  if (head === undefined) return null;
  const chosen = rows.find(({ id }) => id === of) ?? rows[0];
  const mayCancel = head.run.status === 'open' && manages(who);
  return (
    <>
      <RunHead head={head} line={line} sites={line.sites} onCancel={mayCancel && !isCancelling ? () => setCancelling(true) : undefined} />
      {mayCancel && isCancelling && <Cancel run={run} onClose={() => setCancelling(false)} />}
      <LineCard
        {...{ line, pages: data.pages, rows, chosen, isOpen: head.run.status === 'open' }}
        onMore={lines.hasNextPage ? () => readOn(lines) : undefined}
      />
      <div className={css.three}>
        {oversees(who) && <Latest events={head.latest} zone={line.zone} />}
        <Timetable row={chosen} saying={{ t, language: i18n.language, today: line.today }}>
          {mayCancel && (
            <p className={`small ${css.decide}`}>
              <ToActs run={run} row={chosen}>
                {t('runs.line.decide')}
              </ToActs>
            </p>
          )}
        </Timetable>
        <Gates gates={head.run.gates} />
      </div>
    </>
  );
}
