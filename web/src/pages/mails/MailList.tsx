import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listOf } from '../../data/lists.ts';
import type { MailLine } from '../../data/mails.ts';
import { person as personQuery } from '../../data/people.ts';
import { Card } from '../../parts/Card.tsx';
import { Filter, Filters } from '../../parts/Filters.tsx';
import type { Column } from '../../parts/table/columns.ts';
import { LongTable } from '../../parts/table/LongTable.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { given } from '../../routes/given.ts';
import { type MailsSearch, mailStates } from '../../routes/setUp.ts';
import { useDays } from '../../words/useDays.ts';
import { MailStateOf } from './MailStateOf.tsx';

const route = getRouteApi('/mails');

/** The newest first, narrowed by what became of them and by whom they are to. */
export function MailList({ search }: { search: MailsSearch }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  return (
    <Card title={t(`mails.shown.${search.state ?? 'all'}`)}>
      <Filters label={t('registers.filter.label')}>
        <Filter
          label={t('mails.filter')}
          any={t('mails.filters.all')}
          value={search.state}
          options={mailStates.map((value) => ({ value, label: t(`mails.filters.${value}`) }))}
          onPick={(state) => navigate({ search: (now) => given({ ...now, state }), replace: true })}
        />
      </Filters>
      {search.person !== undefined && <ToWhom person={search.person} search={search} />}
      <List search={search} />
    </Card>
  );
}

function ToWhom({ person, search: { person: _person, ...rest } }: { person: string; search: MailsSearch }) {
  const { t } = useTranslation();
  const { data } = useQuery(personQuery(person));
  return (
    <p>
      {t('mails.to', { name: data?.name ?? person })}{' '}
      <Link to="/mails" search={rest}>
        {t('mails.toAll')}
      </Link>
    </p>
  );
}

function List({ search }: { search: MailsSearch }) {
  const { t } = useTranslation();
  const columns = useColumns();
  const list = useInfiniteQuery({ ...listOf<MailLine>('/mails', search), placeholderData: keepPreviousData, throwOnError: true });
  if (list.data === undefined) return <Waiting />;
  const rows = list.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <p className="soft">{t(Object.keys(search).length === 0 ? 'mails.none' : 'mails.noneSo')}</p>;
  return (
    <LongTable
      caption={t('mails.title')}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      hasMore={list.hasNextPage}
      onMore={() => list.fetchNextPage()}
    />
  );
}

function useColumns(): Column<MailLine>[] {
  const { t } = useTranslation();
  const days = useDays();
  return [
    { key: 'subject', head: t('mails.column.subject'), cell: ({ subject }) => (subject === '-' ? t('mails.unnamed') : subject) },
    {
      key: 'to',
      head: t('mails.column.to'),
      cell: ({ person, to }) => (
        <Link to="/people/$person" params={{ person }}>
          <Address of={to} />
        </Link>
      ),
    },
    { key: 'at', head: t('mails.column.at'), cell: ({ at }) => <span className="nowrap">{days.moment(at)}</span> },
    { key: 'state', head: t('mails.column.state'), cell: (mail) => <Became mail={mail} /> },
  ];
}

function Became({ mail }: { mail: MailLine }) {
  const { t } = useTranslation();
  const { state, attempts, maybeDuplicate, response } = mail;
  return (
    <>
      <MailStateOf mail={mail} />
      {attempts > 1 && <div className="small soft">{t('mails.attempts', { count: attempts })}</div>}
      {maybeDuplicate && <div className="small soft">{t('mails.maybeDuplicate')}</div>}
      {state !== 'accepted' && response !== undefined && (
        <div className="small quiet" lang="en">
          {response}
        </div>
      )}
    </>
  );
}

/** Where it is too long for its column, it breaks before the @. */
const Address = ({ of }: { of: string }) =>
  of.split(/(?=@)/).map((part) => (
    <span key={part}>
      <wbr />
      {part}
    </span>
  ));
