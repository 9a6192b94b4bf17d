import { dayIn, icalendarOf } from '../../domain/icalendar.ts';
import type { Instant } from '../../domain/records/common.ts';
import { places } from '../../domain/words/places.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import type { CalendarFilePart, MailDeps } from '../deps.ts';
import type { MailData } from '../letters/types.ts';
import type { CalendarChange } from '../sections/calendar.ts';

type Reader = Pick<MailData, 'language' | 'zone'>;

/** The changes of a calendar as parts of a mail: dates in one, and one for each entry that is withdrawn (RFC 5546 3.2.5). */
export async function calendarParts(
  deps: MailDeps,
  changes: readonly CalendarChange[],
  reader: Reader,
  now: Instant,
): Promise<CalendarFilePart[]> {
  const items = await Promise.all(changes.map(async (change) => ({ ...change, item: await itemOf(deps, change, reader) })));
  const dates = items.filter(({ method }) => method === 'PUBLISH').map(({ item }) => item);
  const withdrawn = items.filter(({ method }) => method === 'CANCEL').map(({ item }) => item);
  return [
    ...(dates.length === 0 ? [] : [{ method: 'PUBLISH' as const, content: icalendarOf({ method: 'PUBLISH', now, items: dates }) }]),
    ...withdrawn.map((item) => ({ method: 'CANCEL' as const, content: icalendarOf({ method: 'CANCEL', now, items: [item] }) })),
  ];
}

async function itemOf({ store, publicUrl }: MailDeps, { uid, run, task, due, sequence }: CalendarChange, { language, zone }: Reader) {
  const process = definitionOf(run)?.key ?? (await store.runs.get(run))?.process ?? '';
  const title = definitionOf(process)?.tasks[task]?.title[language] ?? run;
  return { uid, sequence, first: dayIn(zone, due), summary: `ISMS: ${title}`, url: `${publicUrl}${places.myTasks}`, rings: true };
}
