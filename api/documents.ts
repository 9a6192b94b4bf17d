import { annexA } from '../domain/annexA.ts';
import { engine } from '../domain/records/common.ts';
import type { Document } from '../domain/records/document.ts';
import type { Detail } from '../domain/refusal.ts';
import { withdrawVersions } from '../models/documents.ts';
import type { Store } from '../models/store.ts';
import { audienceProblems } from './campaigns.ts';
import type { Api } from './deps.ts';

type Draft = Omit<Document, 'version' | 'updatedAt'>;

/** What a document must agree with beyond its own shape: those that it names are here, and only its run puts a version in force. */
export async function documentProblems(store: Store, document: Draft): Promise<Detail[]> {
  const { owner, reviewers, references, audience } = document;
  const here = new Set((await store.people.find({ id: { $in: [owner, ...reviewers] }, status: 'active' })).map(({ id }) => id));
  const unknown = references.filter((one) => one.startsWith('A.') && !annexA.some(({ id }) => `A.${id}` === one));
  return [
    ...(here.has(owner) ? [] : [{ path: 'owner', message: 'nobody active has this id' }]),
    ...reviewers.flatMap((id, n) => reviewerProblem(id, n, document, here)),
    ...unknown.map((one) => ({ path: 'references', message: `Annex A has no control ${one}` })),
    ...(audience === undefined ? [] : await audienceProblems(store, audience)),
    ...(await statusProblems(store, document)),
  ];
}

function reviewerProblem(id: string, n: number, { owner, reviewers }: Draft, here: ReadonlySet<string>): Detail[] {
  const path = `reviewers.${n}`;
  if (!here.has(id)) return [{ path, message: 'nobody active has this id' }];
  if (id === owner) return [{ path, message: 'nobody reviews their own document' }];
  return reviewers.indexOf(id) < n ? [{ path, message: 'is named twice' }] : [];
}

/** By hand it is withdrawn, or taken up again as one that has no version in force. */
async function statusProblems(store: Store, { id, status }: Draft): Promise<Detail[]> {
  const before = (await store.documents.get(id))?.status ?? 'draft';
  const may = status === before || status === 'withdrawn' || (status === 'draft' && before === 'withdrawn');
  return may ? [] : [{ path: 'status', message: 'a version is put in force by its run, when somebody else has approved it' }];
}

/** What is withdrawn offers no version, and is not looked at again. */
export const versionsFollow = {
  follows: ({ status }: Record<string, unknown>) => (status === 'withdrawn' ? { current: undefined, nextReview: undefined } : {}),
  async changed({ store, clock }: Api, { id, status }: Document): Promise<void> {
    if (status === 'withdrawn') await withdrawVersions(store, id, { at: clock.now(), actor: engine });
  },
};
