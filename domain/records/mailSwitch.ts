import { z } from 'zod';
import { Instant, Sentence } from './common.ts';

/** Whether mail goes out at all. No record until somebody pauses it for the first time. */
export const MailSwitch = z
  .strictObject({
    id: z.literal('mail'),
    version: z.int().min(1),
    state: z.enum(['sending', 'paused']),
    since: Instant,
    by: z.string(),
    reason: Sentence.optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'MailSwitch' });
export type MailSwitch = z.infer<typeof MailSwitch>;
