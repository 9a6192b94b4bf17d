import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../data/client.ts';
import { useNames } from '../../data/names.ts';
import { session } from '../../data/queries.ts';
import { useRecording } from '../../data/recording.ts';
import { everyOf } from '../../data/records.ts';
import { manages } from '../../data/rights.ts';
import { Card } from '../../parts/Card.tsx';
import { TextField } from '../../parts/recording/fields.tsx';
import { Recorded } from '../../parts/recording/Recorded.tsx';
import { RecordForm } from '../../parts/recording/RecordForm.tsx';
import { useDraft } from '../../parts/recording/useDraft.ts';
import { Table } from '../../parts/table/Table.tsx';
import { useDays } from '../../words/useDays.ts';
import type { PublishedVersion } from './Statement.tsx';
import css from './statement.module.css';

/** The versions that were published, which nothing changes any more; and the way to publish the next. */
export function Versions({ open }: { open: number }) {
  const { t } = useTranslation();
  const { date } = useDays();
  const { data: who } = useSuspenseQuery(session);
  const { data } = useSuspenseQuery(everyOf<PublishedVersion>('/soa/versions'));
  const nameOf = useNames(data.map(({ publishedBy }) => publishedBy.person));
  return (
    <div className={css.versions}>
      <Card title={t('registers.versions.title')}>
        {manages(who) && <Publish open={open} />}
        {data.length === 0 ? (
          <p className="soft">{t('registers.versions.none')}</p>
        ) : (
          <Table
            caption={t('registers.versions.title')}
            columns={[
              {
                ...{ key: 'id', head: t('registers.versions.version') },
                cell: ({ id }) => (
                  <Link to="/statement/$version" params={{ version: id }}>
                    {id}
                  </Link>
                ),
              },
              { key: 'at', head: t('registers.day'), cell: ({ publishedAt }) => <span className="nowrap">{date(publishedAt)}</span> },
              { key: 'by', head: t('registers.by'), cell: ({ publishedBy }) => nameOf(publishedBy.person) },
              { key: 'note', head: t('registers.versions.note'), cell: ({ note }) => note },
            ]}
            rows={data}
            keyOf={({ id }) => id}
          />
        )}
      </Card>
    </div>
  );
}

function Publish({ open }: { open: number }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<PublishedVersion>();
  const recording = useRecording(
    (given: { note: string }, key) => send<PublishedVersion>('POST', '/soa/versions', given, key),
    (version) => {
      setMade(version);
      of('note').onChange('');
    },
  );
  const { draft, of } = useDraft({ note: '' }, recording.failure);
  if (open > 0)
    return (
      <p>
        {t('registers.versions.notYet', { count: open })}{' '}
        <Link to="/statement" search={{ show: 'open' }}>
          {t('registers.versions.showOpen')}
        </Link>
      </p>
    );
  return (
    <RecordForm recording={recording} act={t('registers.versions.publish')} onSubmit={() => recording.record(draft)} shown={['note']}>
      {made !== undefined && <Recorded>{t('registers.versions.done', { version: made.id })}</Recorded>}
      <TextField label={t('registers.versions.noteLabel')} help={t('registers.versions.noteHelp')} required {...of('note')} />
    </RecordForm>
  );
}
