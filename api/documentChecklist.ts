import { z } from 'zod';
import { Day, Instant } from '../domain/records/common.ts';
import { calendarOf } from '../domain/sites.ts';
import { checklistNow } from '../models/checklist.ts';
import { settingsNow } from '../models/knowledge.ts';
import type { Api } from './deps.ts';

const Standing = z.strictObject({
  register: z.string(),
  id: z.string().meta({ description: 'The record in force; of a register of records, the last one.' }),
  title: z.string().optional(),
  count: z.int().optional().meta({ description: 'How many records there are.' }),
  approvedOn: Day.optional(),
  nextReview: Day.optional(),
});

export const Checklist = z
  .strictObject({
    at: Instant,
    missing: z.int(),
    overdue: z.int(),
    lines: z.array(
      z.strictObject({
        clause: z.string(),
        kind: z.enum(['document', 'record']),
        title: z.strictObject({ en: z.string(), de: z.string() }),
        stands: z.array(Standing),
        missing: z.boolean(),
        overdue: z.boolean().meta({ description: 'A document that stands for it should have been looked at again.' }),
      }),
    ),
  })
  .meta({
    id: 'DocumentChecklist',
    description: 'What clauses and necessary controls of Annex A want documented, and what stands for it.',
  });

export async function documentChecklist({ store, clock }: Api): Promise<z.input<typeof Checklist>> {
  const calendar = calendarOf(await settingsNow(store), undefined);
  const at = clock.now();
  const lines = await checklistNow(store, calendar, calendar.dayOf(at));
  return { at, missing: lines.filter(({ missing }) => missing).length, overdue: lines.filter(({ overdue }) => overdue).length, lines };
}
