import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Acceptance } from '../../../../domain/records/acceptance.ts';
import { formsOf } from '../../data/forms.ts';
import { listOf } from '../../data/lists.ts';
import { session } from '../../data/queries.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import { inWords, upperFirst } from '../../words/numbers.ts';
import css from './acceptances.module.css';
import { Decided } from './Decided.tsx';
import { Decisions } from './Decisions.tsx';

/** Which risks may be retained: what waits for this person's decision, all of it on one page, and what was decided. */
export function Acceptances() {
  const { t, i18n } = useTranslation();
  const { state } = useSearch({ from: '/acceptances' });
  const { data: who } = useSuspenseQuery(session);
  const forms = useSuspenseInfiniteQuery(formsOf({ process: 'riskAcceptance' }));
  const list = useSuspenseInfiniteQuery(listOf<Acceptance>('/registers/acceptances', { state }));
  const asked = forms.data.pages.flatMap(({ items }) => items);
  const rows = list.data.pages.flatMap(({ items }) => items);
  const number = upperFirst(inWords(rows.length, i18n.language));
  const title =
    state === 'accepted' && !list.hasNextPage
      ? t('tasks.acceptance.title', { count: rows.length, number })
      : t(`tasks.acceptance.list.${state}`);
  return (
    <div className={css.page}>
      {asked.length === 0 ? (
        <PageHead name={t('nav.acceptances')} title={title} under={t('tasks.acceptance.lead')} />
      ) : (
        <Decisions forms={asked} onMore={forms.hasNextPage ? () => void forms.fetchNextPage() : undefined} />
      )}
      <Decided {...{ rows, state, who, isAlone: asked.length === 0 }} hasMore={list.hasNextPage} onMore={() => void list.fetchNextPage()} />
    </div>
  );
}
