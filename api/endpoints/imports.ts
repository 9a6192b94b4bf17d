import { z } from 'zod';
import { importable } from '../../domain/importable.ts';
import { Import } from '../../domain/records/import.ts';
import { ImportReport, importFindings } from '../../domain/records/importReport.ts';
import { notFound, Refusal } from '../../domain/refusal.ts';
import { endpoint, Reply } from '../endpoint.ts';
import { limits } from '../import/limits.ts';
import { applyImport } from '../importing.ts';
import { mediaTypes } from '../mediaTypes.ts';
import { actorOf } from '../policy.ts';
import { problemOf } from '../problem.ts';
import { readImport } from '../readImport.ts';

const RefusedImport = z
  .strictObject({
    ...{ type: z.string(), title: z.string(), status: z.literal(422), code: z.literal('importRefused'), detail: z.string() },
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })),
    ...importFindings,
  })
  .meta({ id: 'RefusedImport' });

export const imports = [
  endpoint({
    method: 'post',
    path: '/api/v1/registers/{name}/import',
    tag: 'registers',
    summary: 'Import a workbook (XLSX) or a CSV file: a dry run with a report, or with `apply=true` all rows or none.',
    allow: 'manage',
    params: z.strictObject({ name: z.enum(importable) }),
    query: z.strictObject({
      apply: z.enum(['true', 'false']).optional(),
      sheet: z.string().min(1).max(100).optional().meta({ description: 'The sheet of a workbook; needed where it has several.' }),
    }),
    file: {
      description: `At most ${limits.megabytes} MB and ${limits.rows.toLocaleString('en')} rows. What it is is seen from its content, not from its type.`,
      megabytes: limits.megabytes,
      types: [mediaTypes.csv, mediaTypes.xlsx],
    },
    output: z.union([ImportReport, RefusedImport]),
    also: {
      202: 'The import is being applied.',
      409: 'Another import is being applied.',
      422: 'Something is wrong with the file; nothing was written.',
    },
    handle: async ({ api, params, query, body, caller, key }) => {
      const apply = query.apply === 'true';
      const file = { register: params.name, bytes: body as unknown as Buffer, sheet: query.sheet, apply };
      const { batches, ...found } = await readImport(api, file);
      if (!apply) return { ...found, applied: false };
      if (found.findings > 0) return new Reply(422, { ...refusedImport(found), ...found });
      const staged = { id: `import-${key.slice(0, 20)}`, register: params.name, rows: found.rows, batches, by: actorOf(caller) };
      const { id } = await applyImport(api, staged);
      return new Reply(202, { ...found, applied: true, import: id });
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/imports/{id}',
    tag: 'registers',
    summary: 'How far an import is.',
    allow: 'manage',
    params: z.strictObject({ id: z.string().max(100) }),
    output: Import,
    handle: async ({ api, params }) => {
      const found = await api.store.imports.get(params.id);
      if (found === undefined) throw notFound();
      return found;
    },
  }),
];

function refusedImport({ findings, report }: { findings: number; report: readonly { row: number; column: string; reason: string }[] }) {
  const details = report.slice(0, 100).map(({ row, column, reason }) => ({ path: `row ${row}, ${column}`, message: reason }));
  const finding = findings === 1 ? 'one finding' : `${findings} findings`;
  return problemOf(new Refusal(422, 'importRefused', `Nothing was imported: ${finding} in the file.`, details));
}
