import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrailEntry } from '../../../domain/records/trail.ts';
import { useNames } from '../data/names.ts';
import { session } from '../data/queries.ts';
import { record } from '../data/records.ts';
import { readsTrail } from '../data/rights.ts';
import { useDays } from '../words/useDays.ts';
import { Card } from './Card.tsx';
import { Table } from './table/Table.tsx';
import { Waiting } from './Waiting.tsx';

type Entry = TrailEntry & { texts: Record<string, string> };
type Props = { subject: string; version: number };

const atOnce = 20;

/** What happened to a record, the newest first, as the trail has it. */
export function History(props: Props) {
  const { t } = useTranslation();
  const { data: who } = useSuspenseQuery(session);
  return readsTrail(who) ? (
    <Card title={t('registers.history.title')}>
      <Suspense fallback={<Waiting lines={3} />}>
        <Entries {...props} />
      </Suspense>
    </Card>
  ) : null;
}

/** The chain of a record has one entry for each of its versions. */
function Entries({ subject, version }: Props) {
  const { t } = useTranslation();
  const { date } = useDays();
  const [shown, setShown] = useState(atOnce);
  const from = Math.max(1, version - shown + 1);
  const { data } = useSuspenseQuery(record<{ items: Entry[] }>('/trail', { subject, from, limit: 500 }));
  const nameOf = useNames(data.items.map(({ actor }) => actor.person));
  // Of whoever acts by a link, an address is known and no name.
  const saidOf = ({ person, via }: Entry['actor']): string => {
    const name = nameOf(person);
    return name === '' || name === person ? t(`registers.via.${via}`) : name;
  };
  return (
    <>
      <Table
        caption={t('registers.history.title')}
        columns={[
          { key: 'at', head: t('registers.day'), cell: ({ at }) => <span className="nowrap">{date(at)}</span> },
          { key: 'what', head: t('registers.history.what'), cell: (entry) => <What entry={entry} /> },
          { key: 'by', head: t('registers.by'), cell: ({ actor }) => saidOf(actor) },
        ]}
        rows={[...data.items].reverse()}
        keyOf={({ id }) => id}
      />
      {from > 1 && (
        <Button variant="default" size="xs" onClick={() => setShown(shown + atOnce)}>
          {t('registers.history.earlier')}
        </Button>
      )}
    </>
  );
}

const events = ['created', 'changed', 'assessed', 'imported', 'decided', 'published', 'checked'] as const;
type Event = (typeof events)[number];
const isKnown = (event: string): event is Event => (events as readonly string[]).includes(event);

/** Which fields were set, by their names; why, where it was said. */
function What({ entry: { event, data, texts } }: { entry: Entry }) {
  const { t, i18n } = useTranslation();
  // A field whose name has no word is said as it is in the API.
  const nameOfField = (field: string): string =>
    i18n.exists(`registers.field.${field}`) ? t(`registers.field.${field}` as 'registers.field.name') : field;
  const fields = [...Object.keys((data.set ?? {}) as object), ...Object.keys(texts).filter((name) => name !== 'why')];
  return (
    <>
      {isKnown(event) ? t(`registers.history.event.${event}`) : event}
      {fields.length > 0 && <span className="quiet">{`: ${fields.map(nameOfField).join(', ')}`}</span>}
      {texts.why !== undefined && <p>{texts.why}</p>}
    </>
  );
}
