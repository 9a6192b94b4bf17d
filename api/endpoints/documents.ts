import { z } from 'zod';
import { Checklist } from '../../domain/records/checklist.ts';
import { Document } from '../../domain/records/document.ts';
import { DocumentLine } from '../../domain/records/documentLine.ts';
import { allOf } from '../../models/filter.ts';
import { documentChecklist } from '../documentChecklist.ts';
import { documentLines } from '../documentLines.ts';
import { documentProblems, versionsFollow } from '../documents.ts';
import { endpoint } from '../endpoint.ts';
import { page, pageOf, pageQuery } from '../paging.ts';
import { scope } from '../policy.ts';
import { changing, creating, listing, reading } from '../register.ts';

const { id, title, kind, owner, reviewers, audience, language, classification, references, keptAt, reviewEvery } = Document.shape;

const NewDocument = z
  .strictObject({
    ...{ id, title, kind, language, keptAt },
    owner: owner.meta({ description: 'Who writes it and looks at it again in its time.' }),
    reviewers: reviewers.default([]).meta({ description: 'Who looks at a version before it is approved; not its owner.' }),
    audience: audience.meta({ description: 'For whom it is: they may read it, and may be asked to acknowledge it.' }),
    classification: classification.default('internal'),
    references: references.default([]).meta({ description: 'Clauses and controls that it answers, such as `5.2` and `A.5.10`.' }),
    reviewEvery: reviewEvery.default(12).meta({ description: 'In months.' }),
  })
  .meta({ id: 'NewDocument', description: 'It has no version yet: open a run of the process `documentControl` about it.' });

/** Written by the runs of the document. */
const fixed = ['current', 'origin'];

export const documents = [
  listing('documents', ['status', 'kind', 'owner']),
  reading('documents'),
  creating({
    register: 'documents',
    body: NewDocument,
    complete: async (document) => ({ ...document, status: 'draft' as const }),
    problems: documentProblems,
  }),
  changing({ register: 'documents', fixed, problems: documentProblems, ...versionsFollow }),
  listing('documentVersions', ['document', 'status']),
  reading('documentVersions'),
  endpoint({
    method: 'get',
    path: '/api/v1/documents',
    tag: 'registers',
    summary: 'Documents, each with the version in force, when it is looked at again, and how many have acknowledged it.',
    allow: 'signedIn',
    query: z.strictObject({
      status: Document.shape.status.optional(),
      kind: Document.shape.kind.optional(),
      owner: z.string().max(60).optional(),
      ...pageQuery,
    }),
    output: pageOf(DocumentLine),
    handle: async ({ api, caller, query: { cursor, limit, ...wanted } }) => {
      const filter = allOf(await scope(caller, 'documents', api.store), wanted);
      const { items, next } = await page(api.store.documents, filter, { cursor, limit });
      return { items: await documentLines(api, items), ...(next !== undefined && { next }) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/documents/checklist',
    tag: 'registers',
    summary: 'What the standard wants documented, and what stands for each of it here; what is missing or overdue.',
    allow: 'oversee',
    output: Checklist,
    handle: async ({ api }) => documentChecklist(api),
  }),
];
