import { Document, type DocumentVersion } from '../../domain/records/document.ts';
import { monthsAfter } from '../../domain/reviewDates.ts';
import { audienceOf, reviewersOf } from './audience.ts';
import type { Cell } from './cell.ts';
import { choiceOf, choices } from './choices.ts';
import type { Columns, ReadRow } from './columns.ts';
import type { ImportContext } from './context.ts';
import { annexIds } from './controls.ts';
import { type InForce, inForceOf, versionOf } from './documentVersions.ts';
import { languages } from './people.ts';
import type { Table } from './readTable.ts';
import { makeTakeReference, type TakeReference } from './references.ts';
import type { ImportResult, Note } from './report.ts';
import { readRows } from './rows.ts';
import { dayOf, present, required, short, titleOf, wholeOf, wordsOf } from './values.ts';
import { type Among, type FindPerson, makeFindPerson } from './who.ts';

export type DocumentDraft = Omit<Document, 'version' | 'updatedAt'>;
/** A document and, if it is in force, the version that is. */
export type DocumentImport = { document: DocumentDraft; inForce?: Omit<DocumentVersion, 'version' | 'updatedAt'> };

export const documentColumns = {
  reference: { required: true, also: ['ref_id', 'id'] },
  title: { required: true, also: ['name', 'document'] },
  kind: { required: true, also: ['document_type', 'type', 'category'] },
  owner: { required: true, also: ['document_owner'] },
  reviewers: { also: ['reviewer'] },
  roles: { also: ['audience'] },
  sites: {},
  people: {},
  language: {},
  classification: { also: ['label', 'confidentiality'] },
  references: { also: ['clauses'] },
  kept_at: { also: ['location', 'link', 'url'] },
  review_every_months: { also: ['review_interval'] },
  next_review: { also: ['next_review_date', 'review_date'] },
  status: {},
  version: { also: ['version_number', 'revision'] },
  approved_by: { also: ['approver'] },
  approved_on: { also: ['approval_date', 'publish_date', 'published_on'] },
} as const satisfies Columns<string>;
export type DocumentColumn = keyof typeof documentColumns;

const kinds = choices(Document.shape.kind.options, {
  policy: ['information security policy'],
  topicPolicy: ['topic-specific policy', 'guideline', 'standard', 'rules'],
  procedure: ['process', 'instruction', 'work instruction'],
  plan: ['concept'],
  record: ['form', 'template'],
  external: ['external document', 'law'],
});
const statuses = choices(Document.shape.status.options, {
  draft: ['new', 'in progress', 'in review'],
  current: ['in force', 'active', 'published', 'approved', 'final'],
  withdrawn: ['retired', 'obsolete', 'archived', 'deprecated'],
});
const classifications = choices(Document.shape.classification.options, { internal: ['internal use'], secret: ['strictly confidential'] });

type Reading = {
  row: ReadRow<DocumentColumn>;
  find: { reference: TakeReference; person: FindPerson };
  context: ImportContext;
  notes: Note[];
};

/** Reads documents (7.5), each that is in force with its version and its approval, so that the next review asks in its time. */
export function readDocuments(table: Table, context: ImportContext): ImportResult<DocumentImport> {
  const find = { reference: makeTakeReference(context.existingIds), person: makeFindPerson(context.people) };
  return readRows<DocumentColumn, DocumentImport>(table, documentColumns, (row, notes) => documentOf({ row, find, context, notes }));
}

function documentOf(reading: Reading): DocumentImport | undefined {
  const { row, find, context, notes } = reading;
  const id = find.reference(row.cell('reference'));
  const title = required(row.cell('title'), titleOf(row.cell('title')));
  const kind = required(row.cell('kind'), choiceOf(row.cell('kind'), kinds, 'unknownKind'));
  const status = choiceOf(row.cell('status'), statuses, 'unknownStatus') ?? usualStatus(row);
  const among: Among = status === 'withdrawn' ? 'everybody' : 'active';
  const owner = required(row.cell('owner'), find.person(row.cell('owner'), among));
  const asked = { find: find.person, among, owner, context };
  const people = { reviewers: reviewersOf(row, asked), ...audienceOf(row, asked) };
  const described = describedOf(reading);
  const inForce = inForceOf(row, { find: find.person, context, status });
  const nextReview = nextReviewOf(row, { status, inForce, reviewEvery: described.reviewEvery });
  if (id === undefined || title === undefined || kind === undefined || owner === undefined) return undefined;
  const document = { id, title, kind, owner, status, ...people, ...described, ...present({ nextReview }) };
  if (inForce === undefined) return { document };
  const version = versionOf({ document: id, ...present({ place: described.keptAt }), ...inForce }, context);
  notes.push(...worthKnowing(row, { owner, keptAt: described.keptAt, approvedBy: inForce.approvedBy }));
  return { document: { ...document, current: version.id }, inForce: version };
}

/** Whatever was approved is in force. */
const usualStatus = ({ cell }: ReadRow<DocumentColumn>): Document['status'] =>
  cell('approved_by').filled || cell('approved_on').filled ? 'current' : 'draft';

function describedOf({ row: { cell }, context }: Reading) {
  const [months, language] = [cell('review_every_months'), cell('language')];
  return {
    language: choiceOf(language, languages, 'unknownLanguage') ?? context.language,
    classification: choiceOf(cell('classification'), classifications, 'wrongValue') ?? ('internal' as const),
    references: referencesOf(cell('references')),
    reviewEvery: (months.value === '' ? undefined : wholeOf(months, 1, 60)) ?? 12,
    ...present({ keptAt: titleOf(cell('kept_at')) }),
  };
}

const mostReferences = 50;

/** Clauses written `5.2`, controls of Annex A written `A.5.10`. */
function referencesOf(cell: Cell): string[] {
  const all = [...new Set(wordsOf(cell).map((word) => word.replace(/^A[\s.]*(?=\d)/i, 'A.')))];
  const wrong = all.find((one) => !isAnswered(one));
  if (wrong !== undefined) cell.refuse('wrongValue', `"${short(wrong)}" is no clause and no control. Write 5.2 or A.5.10.`);
  if (all.length > mostReferences)
    cell.refuse('tooMany', `${cell.column} holds ${all.length} references; at most ${mostReferences} are kept.`);
  return all;
}

const isAnswered = (one: string): boolean =>
  Document.shape.references.element.safeParse(one).success && (!one.startsWith('A.') || annexIds.has(one.slice('A.'.length)));

type Due = Pick<Document, 'status' | 'reviewEvery'> & { inForce: InForce | undefined };

/** Unless said, as many months after the approval as the document wants; what is withdrawn is not looked at again. */
function nextReviewOf({ cell }: ReadRow<DocumentColumn>, { status, inForce, reviewEvery }: Due): string | undefined {
  const review = cell('next_review');
  const day = dayOf(review);
  if (status === 'withdrawn') return undefined;
  if (inForce === undefined) return day;
  const { approvedOn } = inForce;
  if (day !== undefined && day < approvedOn)
    return review.refuse('wrongDate', `The next review, ${day}, is before the approval, ${approvedOn}.`);
  return day ?? monthsAfter(approvedOn, reviewEvery);
}

function worthKnowing(
  { row, cell }: ReadRow<DocumentColumn>,
  of: { owner: string; keptAt?: string | undefined; approvedBy: string },
): Note[] {
  const note = (column: DocumentColumn, sentence: string): Note => ({ row, column: cell(column).column, note: sentence });
  return [
    ...(of.keptAt === undefined ? [note('kept_at', 'It is in force, and nothing says where it stands.')] : []),
    ...(of.approvedBy === of.owner
      ? [note('approved_by', 'Its owner has approved it. The next version needs somebody else who does.')]
      : []),
  ];
}
