import { z } from 'zod';

/** How many findings and notes are told at most; an answer as long as the file would be too long to be kept for the same request sent again. */
export const mostLines = 1000;

const Place = { row: z.int(), column: z.string() };

/** What was found in a register file. */
export const importFindings = {
  rows: z.int().meta({ description: 'How many rows are good so far.' }),
  findings: z.int().meta({ description: 'How many cells or rows are wrong.' }),
  report: z
    .array(z.strictObject({ ...Place, code: z.string(), reason: z.string() }))
    .meta({ description: `By row, at most ${mostLines}.` }),
  noted: z.int().meta({ description: 'How many notes there are.' }),
  notes: z.array(z.strictObject({ ...Place, note: z.string() })).meta({ description: `By row, at most ${mostLines}.` }),
  ignored: z.array(z.string()).meta({ description: 'Columns that mean nothing to us.' }),
};

/** A register file as it was read, and whether it is on its way into the register. */
export const ImportReport = z
  .strictObject({ ...importFindings, applied: z.boolean(), import: z.string().optional().meta({ description: 'See GET /imports/{id}.' }) })
  .meta({ id: 'ImportReport' });
export type ImportReport = z.infer<typeof ImportReport>;
