import { z } from 'zod';
import { Day, Instant, Reference, Sentence, Title } from './common.ts';

/** A control that reaches many: laptops, sites, people. Its items say how far it is. */
export const Rollout = z
  .strictObject({
    id: Reference,
    version: z.int().min(1),
    control: Reference,
    title: Title,
    /** Who rolls it out, where that is not the owner of the control; and by when. */
    responsible: z.string().optional(),
    due: Day.optional(),
    /** Where it stood when somebody last said so. */
    note: Sentence.optional(),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'Rollout' });
export type Rollout = z.infer<typeof Rollout>;

/** `removed`: it is no part of the rollout any more, such as a laptop that was sold. */
export const RolloutState = z.enum(['open', 'done', 'excepted', 'removed']).meta({ id: 'RolloutState' });
export type RolloutState = z.infer<typeof RolloutState>;

/** One of the many. An exception has a reason and an end (G14); after it, the item is open again. */
export const RolloutItem = z
  .strictObject({
    /** Rollout and item, such as `ROL-001.LAP-0042`. */
    id: z.string(),
    version: z.int().min(1),
    rollout: Reference,
    control: Reference,
    item: Reference,
    name: Title.optional(),
    state: RolloutState,
    doneOn: Day.optional(),
    reason: Sentence.optional(),
    until: Day.optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'RolloutItem' });
export type RolloutItem = z.infer<typeof RolloutItem>;
