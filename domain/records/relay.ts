import { z } from 'zod';
import { Instant } from './common.ts';

/** What keeps all mail from going out: the relay is not there, or will not work with us as we are set up. No record while mail goes out. */
export const RelayTrouble = z
  .strictObject({
    id: z.literal('relay'),
    state: z.enum(['away', 'misconfigured']),
    since: Instant,
    /** What it said, or what the connection died of. */
    why: z.string().max(500),
    /** Until then nobody else tries: five hundred letterboxes must not knock at a closed door, nor lock a login out. */
    nextTry: Instant,
  })
  .meta({ id: 'RelayTrouble' });
export type RelayTrouble = z.infer<typeof RelayTrouble>;
