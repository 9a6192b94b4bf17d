import { DateTime } from 'luxon';
import { toInstant } from '../../domain/clock.ts';
import type { Day, Language } from '../../domain/records/common.ts';
import type { Document, DocumentVersion } from '../../domain/records/document.ts';
import { digestOfVersion } from '../../models/documents.ts';
import type { Cell } from './cell.ts';
import type { ReadRow } from './columns.ts';
import type { ImportContext } from './context.ts';
import type { DocumentColumn } from './documents.ts';
import { pastDayOf, required, wholeOf } from './values.ts';
import type { FindPerson } from './who.ts';

/** Which version of a document is in force, and who approved it when. */
export type InForce = { number: number; approvedBy: string; approvedOn: Day };

type Against = { find: FindPerson; context: Pick<ImportContext, 'today'>; status: Document['status'] };

/** Of a document in force; somebody who has left may have approved it. */
export function inForceOf({ cell }: ReadRow<DocumentColumn>, { find, context, status }: Against): InForce | undefined {
  const [by, on, version] = [cell('approved_by'), cell('approved_on'), cell('version')];
  const [approvedBy, approvedOn] = [find(by, 'everybody'), pastDayOf(on, context.today)];
  const number = version.value === '' ? 1 : numberIn(version);
  if (status !== 'current') return undefined;
  for (const approval of [by, on]) required(approval, undefined, 'the document is in force');
  return approvedBy === undefined || approvedOn === undefined || number === undefined ? undefined : { number, approvedBy, approvedOn };
}

/** `3`, `v3` and `3.0` are the third; of `3.1` there is none here. */
function numberIn(cell: Cell): number | undefined {
  const whole = /^v?\s*(\d+)(?:\.0+)?$/i.exec(cell.value)?.[1];
  return wholeOf({ ...cell, value: whole ?? cell.value }, 1, 999);
}

const because: Record<Language, string> = {
  en: 'Taken over when the register was imported.',
  de: 'Übernommen, als das Register importiert wurde.',
};

/** It says where it stands and who approved it; who wrote it the file does not know. */
export function versionOf(
  { document, number, place, approvedBy, approvedOn }: InForce & { document: string; place?: string },
  { language, zone }: Pick<ImportContext, 'language' | 'zone'>,
): Omit<DocumentVersion, 'version' | 'updatedAt'> {
  const at = toInstant(DateTime.fromISO(approvedOn, { zone }).startOf('day').toMillis());
  const said = { document, number, authors: [], ...(place !== undefined && { place }) };
  return {
    ...{ id: `${document}-v${number}`, ...said, because: because[language], status: 'current' },
    ...{ approvedBy: { person: approvedBy, via: 'import' }, approvedAt: at, publishedAt: at },
    digest: digestOfVersion(said),
  };
}
