import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SpokenEntry } from '../../../../domain/records/trail.ts';
import { nameOf } from '../../data/names.ts';
import type { Column } from '../../parts/table/columns.ts';
import { useDays } from '../../words/useDays.ts';
import { Details } from './Details.tsx';
import { knownEvents } from './events.ts';
import { eventOf } from './said.ts';
import css from './trail.module.css';

/** Who, what and when of an entry, where it stands, and on demand all that it holds. */
export function useColumns(): Column<SpokenEntry>[] {
  const { t } = useTranslation();
  const days = useDays();
  const head = (key: 'when' | 'who' | 'what' | 'subject') => ({ key, head: t(`checks.trail.list.column.${key}`) });
  return [
    { ...head('when'), cell: ({ at }) => <time dateTime={at}>{days.exactly(at)}</time> },
    { ...head('who'), cell: ({ actor }) => <Who actor={actor} /> },
    { ...head('what'), cell: (entry) => <What entry={entry} /> },
    { ...head('subject'), cell: ({ chain, seq }) => <Where chain={chain} seq={seq} /> },
  ];
}

const engine = 'engine';

function Who({ actor: { person, via } }: Pick<SpokenEntry, 'actor'>) {
  const { t } = useTranslation();
  if (person === engine) return <span className="soft">{t('checks.trail.list.engine')}</span>;
  return (
    <>
      <Person id={person} />
      <div className="quiet">{t(`checks.trail.via.${via}`)}</div>
    </>
  );
}

function Person({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data: name = '…' } = useQuery(nameOf(id));
  return (
    <Link to="/trail" search={{ by: id }} title={t('checks.trail.list.by', { name })}>
      {name}
    </Link>
  );
}

function What({ entry }: { entry: SpokenEntry }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="strong">{eventOf(t, knownEvents, entry.event)}</span>
      <Details entry={entry} />
    </>
  );
}

const Where = ({ chain, seq }: Pick<SpokenEntry, 'chain' | 'seq'>) => (
  <>
    <Link to="/trail" search={{ subject: chain }} className={css.chain}>
      {chain}
    </Link>{' '}
    <span className="quiet">{seq}</span>
  </>
);
