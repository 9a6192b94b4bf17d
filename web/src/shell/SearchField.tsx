import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchResult } from '../../../domain/records/search.ts';
import { fewestLetters, searchFor } from '../data/search.ts';
import choosing from '../parts/choosing/choosing.module.css';
import { useChoosing } from '../parts/choosing/useChoosing.ts';
import { placeOf } from '../parts/RecordLink.tsx';
import css from './shell.module.css';

const pauseMs = 200;
const ofEachKind = 3;
export const searchFieldId = 'search-everything';

/** Everything by one field: the arrow keys go through what is found, Enter opens it or the page of all results. */
export function SearchField() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [wanted] = useDebouncedValue(typed.trim(), pauseMs);
  const isAsked = isOpen && typed.trim().length >= fewestLetters && wanted.length >= fewestLetters;
  const { data } = useQuery({ ...searchFor(wanted, ofEachKind), enabled: isAsked, placeholderData: keepPreviousData });
  const options = data?.items ?? [];
  const leave = () => setOpen(false);
  const list = useChoosing({
    ...{ label: t('search.results'), options, isOpen: isAsked, leave },
    choose: (found) => {
      leave();
      return navigate({ to: placeOf(found.kind, found.id) });
    },
  });
  const all = async (event: FormEvent) => {
    event.preventDefault();
    leave();
    await navigate({ to: '/search', search: typed.trim() === '' ? {} : { q: typed.trim() } });
  };
  return (
    <search className={css.search} aria-label={t('search.everything')}>
      <form onSubmit={all} className={choosing.choosing}>
        <label htmlFor={searchFieldId}>{t('search.everything')}</label>
        <input
          {...list.field}
          id={searchFieldId}
          type="search"
          aria-keyshortcuts="/"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onBlur={leave}
        />
        {list.isShown && (
          <div {...list.list} className={`${choosing.list} ${css.found}`}>
            {options.map((found, n) => (
              <button key={`${found.kind} ${found.id}`} type="button" {...list.option(n)}>
                {found.title}
                <Of found={found} />
              </button>
            ))}
          </div>
        )}
        {isAsked && data !== undefined && options.length === 0 && (
          <p role="status" className={`soft ${choosing.list} ${css.found}`}>
            {t('search.none')}
          </p>
        )}
      </form>
    </search>
  );
}

/** What it is, and which. */
function Of({ found: { kind, id, about, who } }: { found: SearchResult }) {
  const { t } = useTranslation();
  const which = kind === 'people' ? '' : (about ?? id);
  return <small>{[t(`search.one.${kind}`), which, who ?? ''].filter((one) => one !== '').join(', ')}</small>;
}
