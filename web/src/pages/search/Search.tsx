import { useDebouncedCallback } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Searched, SearchResult, SearchResults } from '../../../../domain/records/search.ts';
import { fewestLetters, searchFor } from '../../data/search.ts';
import { Card } from '../../parts/Card.tsx';
import { Filters } from '../../parts/Filters.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import layout from '../../parts/page.module.css';
import { RecordLink } from '../../parts/RecordLink.tsx';
import { TextField } from '../../parts/recording/fields.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useStatusName } from './statusName.ts';

const route = getRouteApi('/search');
const pauseMs = 300;
const ofEachKind = 25;

/** Everything that is called so, kind by kind. */
export function Search() {
  const { t } = useTranslation();
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(q);
  const askSoon = useDebouncedCallback(
    (text: string) => navigate({ search: text.trim() === '' ? {} : { q: text.trim() }, replace: true }),
    pauseMs,
  );
  const { data } = useQuery({ ...searchFor(q, ofEachKind), placeholderData: keepPreviousData, throwOnError: true });
  const isAsked = q.length >= fewestLetters;
  return (
    <>
      <PageHead name={t('search.title')} title={newsOf(t, q, isAsked ? data : undefined)} under={t('search.under')} />
      <Filters label={t('search.title')}>
        <TextField
          type="search"
          label={t('search.field')}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            askSoon(text);
          }}
        />
      </Filters>
      {isAsked && (data === undefined ? <Waiting /> : <Kinds found={data} />)}
    </>
  );
}

function newsOf(t: TFunction, q: string, found: SearchResults | undefined): string {
  if (found === undefined) return t(q === '' ? 'search.begin' : 'search.looking', { q });
  return t(found.more.length > 0 ? 'search.foundMore' : 'search.found', { count: found.items.length, q });
}

function Kinds({ found: { items, more } }: { found: SearchResults }) {
  const { t } = useTranslation();
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  if (kinds.length === 0) return <p className="soft">{t('search.none')}</p>;
  return (
    <div className={layout.stack}>
      {kinds.map((kind) => (
        <Card key={kind} title={t(`search.kind.${kind}`)}>
          <ul className={layout.lines}>
            {items
              .filter((one) => one.kind === kind)
              .map((one) => (
                <Found key={one.id} found={one} />
              ))}
          </ul>
          <More kind={kind} more={more} />
        </Card>
      ))}
    </div>
  );
}

function More({ kind, more }: { kind: Searched; more: readonly Searched[] }) {
  const { t } = useTranslation();
  return more.includes(kind) ? <p className="soft">{t('search.narrow', { count: ofEachKind })}</p> : null;
}

function Found({ found }: { found: SearchResult }) {
  const statusName = useStatusName();
  const { kind, id, title, about, who } = found;
  return (
    <li className={layout.split}>
      <span>
        <RecordLink kind={kind} id={id} className="strong">
          {title}
        </RecordLink>{' '}
        <span className="quiet">{[kind === 'people' ? '' : (about ?? id), who ?? ''].filter((one) => one !== '').join(', ')}</span>
      </span>
      <span className="soft">{statusName(found)}</span>
    </li>
  );
}
