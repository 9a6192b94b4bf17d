import type { Instant } from '../../../domain/records/common.ts';
import type { Document, DocumentVersion } from '../../../domain/records/document.ts';
import { day, rowByRow, titles, type Value, words } from '../values.ts';

const instant = (at: Instant | undefined): Value => (at === undefined ? undefined : { at });

/** Documents and their versions, to read and to evaluate; nothing imports them. */
export const documents = rowByRow({
  id: ({ id }: Document) => id,
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
  kept_at: ({ keptAt }) => keptAt,
  review_every_months: ({ reviewEvery }) => reviewEvery,
  next_review: ({ nextReview }) => day(nextReview),
  status: ({ status }) => status,
  current: ({ current }) => current,
});

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
