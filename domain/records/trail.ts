import { z } from 'zod';
import { Actor, Instant } from './common.ts';

/**
 * One entry of the trail. Chains are `run/…`, `task/…` and `{register}/…`; `seq` counts from 1 without gaps in its chain,
 * `previous` is the hash before it (64 zeros at the start), `hash` the SHA-256 of the entry without `hash` in canonical JSON (RFC 8785).
 * Free text that may hold personal data is stored beside its hash (`texts`), so that it can be erased without breaking the chain.
 */
export const TrailEntry = z
  .strictObject({
    id: z.string(),
    chain: z.string(),
    seq: z.int().min(1),
    at: Instant,
    actor: Actor,
    event: z.string(),
    data: z.record(z.string(), z.unknown()),
    /** Where the texts of this entry stand; each is erased or kept as a whole. */
    beside: z.string().optional(),
    previous: z.string().length(64),
    hash: z.string().length(64),
  })
  .meta({ id: 'TrailEntry' });
export type TrailEntry = z.infer<typeof TrailEntry>;

/** A trail entry with the texts that stand beside it, as far as they were not erased. */
export const SpokenEntry = TrailEntry.extend({ texts: z.record(z.string(), z.string()) }).meta({ id: 'SpokenEntry' });
export type SpokenEntry = z.infer<typeof SpokenEntry>;

/** The erasable texts of one entry, which names them by `beside` and holds `sha256(salt + text)` of each under its name. */
export const TrailText = z.strictObject({ id: z.string(), salt: z.string(), texts: z.record(z.string(), z.string()) });
export type TrailText = z.infer<typeof TrailText>;

/** What was checked, when by the organization's clock, and what is wrong where. */
export const Verification = z
  .strictObject({
    at: Instant,
    chains: z.int(),
    entries: z.int(),
    findings: z.array(z.strictObject({ chain: z.string(), seq: z.int(), problem: z.string() })),
    last: z.strictObject({ seq: z.int(), at: Instant, hash: z.string() }).optional().meta({
      description:
        'The last entry, where one chain was checked: who keeps its hash elsewhere can tell later whether it is still in the chain.',
    }),
  })
  .meta({ id: 'Verification' });
export type Verification = z.infer<typeof Verification>;
