import { z } from 'zod';
import { ClockTime } from './common.ts';

/** From one time of day to another, over midnight when it ends before it begins; both the same is no time at all. */
const QuietHours = z.strictObject({ from: ClockTime, to: ClockTime }).meta({ id: 'QuietHours' });

/** When mail reaches somebody, on the clock and the working days of their site. Urgent letters and approvals wait for no digest. */
export const MailPreference = z
  .strictObject({
    digest: z
      .enum(['atOnce', 'daily'])
      .optional()
      .meta({ description: 'atOnce: when there is something; daily: one mail a working day, at the hour.' }),
    hour: ClockTime.optional().meta({ description: 'Of the daily mail; the beginning of the working day unless said.' }),
    quiet: QuietHours.optional().meta({ description: 'When nothing is sent but what is urgent.' }),
  })
  .meta({ id: 'MailPreference' });
export type MailPreference = z.infer<typeof MailPreference>;
