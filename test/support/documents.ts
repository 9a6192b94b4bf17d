import { systemNow } from '../../domain/clock.ts';
import { engine } from '../../domain/records/common.ts';
import type { Document } from '../../domain/records/document.ts';
import { changeRecord } from '../../models/registers.ts';
import type { Store } from '../../models/store.ts';

/** A document that is to be written. */
export async function addDocument(store: Store, id: string, more: Partial<Document> & { owner: string }): Promise<void> {
  const set: Partial<Document> = {
    ...{ title: 'Rules', kind: 'procedure', reviewers: [], language: 'en', classification: 'internal' },
    ...{ references: [], reviewEvery: 12, status: 'draft', ...more },
  };
  await changeRecord(store, { register: 'documents', id, set, at: systemNow(), actor: engine, event: 'created' });
}
