import type { Day, Instant } from '../../../domain/records/common.ts';
import type { Document, DocumentVersion } from '../../../domain/records/document.ts';
import type { DocumentColumn } from '../../import/documents.ts';
import { day, rowByRow, titles, type Value, words } from '../values.ts';

const instant = (at: Instant | undefined): Value => (at === undefined ? undefined : { at });

/** A document with what its version in force says about itself. */
export type DocumentInForce = Document & { inForce?: Pick<DocumentVersion, 'number' | 'place' | 'approvedBy'> & { approvedOn?: Day } };

/** Documents as an import reads them; of their versions the number of the one in force and its approval. */
export const documents = rowByRow<DocumentInForce, DocumentColumn>({
  reference: ({ id }) => id,
  title: ({ title }) => title,
  kind: ({ kind }) => kind,
  owner: ({ owner }, naming) => naming(owner),
  reviewers: ({ reviewers }, naming) => titles(reviewers.map((one) => String(naming(one)))),
  roles: ({ audience }) => titles(audience?.roles ?? []),
  sites: ({ audience }) => titles(audience?.sites ?? []),
  people: ({ audience }, naming) => titles((audience?.people ?? []).map((one) => String(naming(one)))),
  language: ({ language }) => language,
  classification: ({ classification }) => classification,
  references: ({ references }) => words(references),
  kept_at: ({ keptAt, inForce }) => keptAt ?? inForce?.place,
  review_every_months: ({ reviewEvery }) => reviewEvery,
  next_review: ({ nextReview }) => day(nextReview),
  status: ({ status }) => status,
  version: ({ inForce }) => inForce?.number,
  approved_by: ({ inForce }, naming) => naming(inForce?.approvedBy?.person),
  approved_on: ({ inForce }) => day(inForce?.approvedOn),
});

/** Versions of documents, to read and to evaluate; nothing imports them. */
export const documentVersions = rowByRow({
  id: ({ id }: DocumentVersion) => id,
  document: ({ document }) => document,
  number: ({ number }) => number,
  status: ({ status }) => status,
  because: ({ because }) => because,
  summary: ({ summary }) => summary,
  text: ({ text }) => text,
  place: ({ place }) => place,
  files: ({ files = [] }) => titles(files.map(({ name, sha256 }) => `${name} ${sha256}`)),
  authors: ({ authors }, naming) => titles(authors.map((one) => String(naming(one)))),
  comments: ({ comments = [] }) => comments.length,
  approved_by: ({ approvedBy }, naming) => naming(approvedBy?.person),
  approved_at_utc: ({ approvedAt }) => instant(approvedAt),
  published_at_utc: ({ publishedAt }) => instant(publishedAt),
  acknowledged_in: ({ campaign }) => campaign,
  digest: ({ digest }) => digest,
  run: ({ run }) => run,
});
