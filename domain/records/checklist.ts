import { z } from 'zod';
import { Day, Instant } from './common.ts';

/** What stands for a line. */
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
export type Checklist = z.infer<typeof Checklist>;
