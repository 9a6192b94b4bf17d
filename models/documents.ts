import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';
import type { Document, DocumentVersion } from '../domain/records/document.ts';
import type { Run } from '../domain/records/run.ts';
import { isInAudience } from '../domain/rules/audience.ts';
import { isApprovedByAnother, isPublished, offersOne } from '../domain/rules/document.ts';
import type { Findings } from '../domain/rules/gates.ts';
import { type Change, changeRecord } from './registers.ts';
import type { Store } from './store.ts';

type Said = Pick<DocumentVersion, 'document' | 'number' | 'text' | 'place' | 'files' | 'summary' | 'authors'>;

/** SHA-256 (lower-case hex) of what a version says, as canonical JSON. */
export function digestOfVersion({ document, number, text, place, files, summary, authors }: Said): string {
  const said = Object.entries({ document, number, text, place, files, summary, authors }).filter(([, value]) => value !== undefined);
  return createHash('sha256')
    .update(canonicalize(Object.fromEntries(said)))
    .digest('hex');
}

/** G13: what is published was approved by somebody else than whoever wrote it and says what it said then; only one version is offered. */
export async function publishedRightly(store: Store, { subject }: Pick<Run, 'subject'>): Promise<Findings> {
  const { document } = subject;
  const documents = await store.documents.find(typeof document === 'string' ? { id: document } : {});
  const versions = await store.documentVersions.find({ document: { $in: documents.map(({ id }) => id) } });
  const published = versions.filter(isPublished);
  return {
    of: documents.length + published.length,
    broken: [
      ...documents.filter((one) => !offersOne(one, versionsOf(one, versions))).map(({ id }) => id),
      ...published.filter((one) => !isApprovedByAnother(one) || one.digest !== digestOfVersion(one)).map(({ id }) => id),
    ],
  };
}

const versionsOf = ({ id }: Document, versions: readonly DocumentVersion[]): DocumentVersion[] =>
  versions.filter(({ document }) => document === id);

type Reader = Parameters<typeof isInAudience>[1];

/** Documents that somebody works with: owns, reviews, or that are in force and for them. */
export async function documentsFor(store: Store, reader: Reader): Promise<{ own: Document[]; offered: Document[] }> {
  const all = await store.documents.find({});
  return {
    own: all.filter(({ owner, reviewers }) => owner === reader.id || reviewers.includes(reader.id)),
    offered: all.filter(({ status, audience }) => status === 'current' && audience !== undefined && isInAudience(audience, reader)),
  };
}

/** What was in force of a document that is withdrawn is offered no more. May happen again. */
export async function withdrawVersions(
  store: Store,
  document: string,
  by: Pick<Change<'documentVersions'>, 'at' | 'actor'>,
): Promise<void> {
  for (const { id, version } of await store.documentVersions.find({ document, status: 'current' }))
    await changeRecord(store, { ...by, register: 'documentVersions', id, version, set: { status: 'superseded' }, event: 'withdrawn' });
}
