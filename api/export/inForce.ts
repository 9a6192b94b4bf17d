import type { Document } from '../../domain/records/document.ts';
import { calendarOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import type { Store } from '../../models/store.ts';
import type { DocumentInForce } from './registers/documents.ts';

/** Documents with their versions in force. Whoever sees a document sees that version. */
export async function withVersions(store: Store, documents: readonly Document[]): Promise<DocumentInForce[]> {
  const { dayOf } = calendarOf(await settingsNow(store), undefined);
  const versions = await store.documentVersions.find({ id: { $in: documents.flatMap(({ current }) => current ?? []) } });
  const byId = new Map(versions.map((version) => [version.id, version]));
  return documents.map((document) => {
    const version = byId.get(document.current ?? '');
    if (version === undefined) return document;
    const { approvedAt } = version;
    return { ...document, inForce: { ...version, ...(approvedAt !== undefined && { approvedOn: dayOf(approvedAt) }) } };
  });
}
