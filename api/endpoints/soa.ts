import { z } from 'zod';
import { Language, Sentence } from '../../domain/records/common.ts';
import { SoaDecision, SoaLine, SoaVersion } from '../../domain/records/soa.ts';
import { notFound } from '../../domain/refusal.ts';
import { openPoints } from '../../domain/soa.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { newestStatement, statementNow } from '../../models/soa.ts';
import type { Store } from '../../models/store.ts';
import { Download } from '../download.ts';
import { endpoint } from '../endpoint.ts';
import { csvOf } from '../export/csv.ts';
import { pdfOf } from '../export/pdf.ts';
import { statementRows } from '../export/statement.ts';
import { statementPaper } from '../export/statementPdf.ts';
import { xlsxOf } from '../export/xlsx/book.ts';
import { mediaTypes } from '../mediaTypes.ts';
import { page, pageOf, pageQuery } from '../paging.ts';
import { seen } from '../policy.ts';
import { listing, reading } from '../register.ts';
import { decideOn, linesIn, publish } from '../soa.ts';

const Published = SoaVersion.omit({ content: true, version: true, updatedAt: true }).meta({
  id: 'PublishedStatement',
  description: 'A version of the Statement of Applicability; nothing changes it.',
});
const PublishedLines = Published.extend({ lines: z.array(SoaLine) }).meta({ id: 'PublishedLines' });
const Statement = z
  .strictObject({
    lines: z.array(SoaLine),
    open: z.int().meta({ description: 'How many lines cannot stand like this in a version (G6).' }),
    published: Published.optional().meta({ description: 'The last version, if there is one.' }),
  })
  .meta({ id: 'Statement', description: 'The Statement of Applicability as the registers stand now (6.1.3 d).' });

const without = ({ id, publishedAt, publishedBy, note, digest }: SoaVersion): z.input<typeof Published> => ({
  ...{ id, publishedAt, publishedBy, note, digest },
});

/** The Statement of Applicability, what is said of its lines, and its published versions. */
export const soa = [
  endpoint({
    method: 'get',
    path: '/api/v1/soa',
    tag: 'soa',
    summary: 'The Statement of Applicability as it stands now: all of Annex A, and your own controls beside it.',
    allow: 'oversee',
    output: Statement,
    handle: async ({ api: { store } }) => {
      const [lines, newest] = await Promise.all([statementNow(store), newestStatement(store)]);
      return { lines, open: openPoints(lines).length, ...(newest !== undefined && { published: without(newest) }) };
    },
  }),
  endpoint({
    method: 'put',
    path: '/api/v1/soa/decisions/{control}',
    tag: 'soa',
    summary: 'Say why a control of Annex A is excluded, or included although no risk and no requirement needs it.',
    allow: 'manage',
    params: z.strictObject({ control: SoaDecision.shape.id.meta({ description: 'Its number in Annex A, such as 8.13.' }) }),
    body: z.strictObject({
      applicable: z.boolean(),
      justification: Sentence,
      version: z.int().min(0).meta({ description: 'The version of the decision that you read, 0 when there was none.' }),
    }),
    output: SoaDecision,
    also: { 409: 'The version is not the current one.' },
    handle: ({ api, caller, params, body }) => decideOn(api, caller, params.control, body),
  }),
  endpoint({
    method: 'post',
    path: '/api/v1/soa/versions',
    tag: 'soa',
    summary: 'Publish the statement as it stands now as the next version, which nothing changes afterwards.',
    allow: 'manage',
    body: z.strictObject({ note: Sentence.meta({ description: 'What has changed since the last version.' }) }),
    output: Published,
    status: 201,
    also: { 409: 'Lines that cannot stand like this (`openPoints`), each at its place.' },
    handle: async ({ api, caller, body: { note }, key }) => without(await publish(api, caller, note, key)),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/soa/versions',
    tag: 'soa',
    summary: 'The published versions, the newest first.',
    allow: 'oversee',
    query: z.strictObject(pageQuery),
    output: pageOf(Published),
    handle: async ({ api: { store }, query }) => {
      const { items, next } = await page(store.soaVersions, {}, query, { field: 'publishedAt', direction: -1 });
      return { items: items.map(without), next };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/soa/versions/{id}',
    tag: 'soa',
    summary: 'One published version with all of its lines.',
    allow: 'signedIn',
    params: z.strictObject({ id: z.string().max(40) }),
    output: PublishedLines,
    handle: async ({ api: { store }, caller, params }) => {
      const found = await seen(caller, 'soaVersions', store, params.id);
      if (found === undefined) throw notFound();
      return { ...without(found), lines: linesIn(found) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/soa/export',
    tag: 'soa',
    summary: 'The statement as a file: as it stands now, or a version of it.',
    allow: 'oversee',
    query: z.strictObject({
      format: z.enum(['csv', 'xlsx', 'pdf']).optional().meta({ description: 'csv unless said.' }),
      language: Language.optional().meta({ description: 'Of the words in a PDF; English unless said.' }),
      version: SoaVersion.shape.id.optional().meta({ description: 'A published version; as it stands now unless said.' }),
    }),
    download: { description: 'The file, as an attachment.', types: [mediaTypes.csv, mediaTypes.xlsx, mediaTypes.pdf] },
    also: { 404: 'There is no such version.' },
    handle: async ({ api: { store, clock }, query: { format = 'csv', language = 'en', version: id } }) => {
      const version = await versionOf(store, id);
      const lines = version === undefined ? await statementNow(store) : linesIn(version);
      const name = `statement-of-applicability-${id ?? 'now'}.${format}`;
      if (format === 'pdf') {
        const { organization } = await settingsNow(store);
        const paper = statementPaper({ organization, language, at: clock.now(), lines, version });
        return new Download({ name, type: mediaTypes.pdf, content: pdfOf(paper) });
      }
      const { columns, pages } = await statementRows(store, lines);
      if (format === 'csv') return new Download({ name, type: `${mediaTypes.csv}; charset=utf-8`, content: csvOf(columns, pages) });
      return new Download({ name, type: mediaTypes.xlsx, content: xlsxOf('SoA', columns, pages) });
    },
  }),
  listing('soaDecisions'),
  reading('soaDecisions'),
];

async function versionOf(store: Store, id: string | undefined): Promise<SoaVersion | undefined> {
  const found = id === undefined ? undefined : await store.soaVersions.get(id);
  if (id !== undefined && found === undefined) throw notFound();
  return found;
}
