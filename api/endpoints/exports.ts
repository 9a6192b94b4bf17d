import { z } from 'zod';
import { makeCalendar } from '../../domain/calendar.ts';
import { exportable } from '../../domain/exportable.ts';
import { siteOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import type { Api } from '../deps.ts';
import { Download } from '../download.ts';
import { endpoint } from '../endpoint.ts';
import { csvOf } from '../export/csv.ts';
import { xlsxOf } from '../export/xlsx/book.ts';
import { exportRows } from '../exporting.ts';
import { mediaTypes } from '../mediaTypes.ts';

export const exports = [
  endpoint({
    method: 'get',
    path: '/api/v1/registers/{name}/export',
    tag: 'registers',
    summary: 'A register as a file: what you may see of it, in the columns that an import reads.',
    allow: 'signedIn',
    params: z.strictObject({ name: z.enum(exportable) }),
    query: z.strictObject({ format: z.enum(['csv', 'xlsx']).optional().meta({ description: 'csv unless said.' }) }),
    download: { description: 'The file, as an attachment.', types: [mediaTypes.csv, mediaTypes.xlsx] },
    handle: async ({ api, caller, params: { name }, query: { format = 'csv' } }) => {
      const file = `${name}-${await today(api)}.${format}`;
      const { columns, pages } = await exportRows({ api, caller, register: name });
      const content = format === 'csv' ? csvOf(columns, pages) : xlsxOf(name, columns, pages);
      const type = format === 'csv' ? `${mediaTypes.csv}; charset=utf-8` : mediaTypes.xlsx;
      return new Download({ name: file, type, content });
    },
  }),
];

async function today({ store, clock }: Api): Promise<string> {
  const settings = await settingsNow(store);
  return makeCalendar(siteOf(settings, undefined), settings).dayOf(clock.now());
}
