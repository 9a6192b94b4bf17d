import { z } from 'zod';
import { Instant } from './common.ts';

const Relay = z
  .strictObject({
    state: z.enum(['ok', 'away', 'misconfigured']),
    since: Instant.optional(),
    why: z.string().optional(),
    alarming: z.boolean().meta({ description: 'Somebody should look: it is set up wrongly, or has been away for an hour.' }),
  })
  .meta({ id: 'RelayState' });

/** Whether mail goes out, and what waits. */
export const MailState = z
  .strictObject({
    state: z.enum(['sending', 'paused']),
    since: Instant.optional(),
    by: z.string().optional(),
    reason: z.string().optional(),
    relay: Relay,
    waiting: z.int().meta({ description: 'Letters that are not sent yet.' }),
    unreachable: z.int().meta({ description: 'People whose address was refused for good.' }),
  })
  .meta({ id: 'MailState' });
export type MailState = z.infer<typeof MailState>;
