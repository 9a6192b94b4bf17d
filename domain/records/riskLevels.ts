import { z } from 'zod';
import { Band, Level, Levels } from './common.ts';
import { Control } from './control.ts';
import { RiskControl, Strength } from './risk.ts';
import { RiskCriteria } from './riskCriteria.ts';

/** A control of a risk as it stands today, and the share that it takes away by itself of what it acts on. */
export const CountedControl = RiskControl.extend({
  strength: Strength,
  ...Control.pick({
    name: true,
    kind: true,
    status: true,
    effectiveness: true,
    owner: true,
    checkedOn: true,
    nextCheck: true,
    annexA: true,
  }).shape,
  /** Its last check is too old to be relied on. */
  isExpired: z.boolean(),
  counts: z.number(),
  /** What it counts once it is there and works. */
  planned: z.number(),
  /** How far it has reached, where it is rolled out to many. */
  rollout: z.strictObject({ done: z.int(), of: z.int() }).optional(),
}).meta({ id: 'CountedControl' });
export type CountedControl = z.infer<typeof CountedControl>;

/** How the controls add up on one scale. */
export const ScaleSum = z
  .strictObject({
    /** Of those that fail together only the strongest. */
    shares: z.array(z.number()),
    effect: z.number(),
    /** No set of controls brings a risk to nil. */
    isCapped: z.boolean(),
    from: Level.optional(),
    to: Level.optional(),
    /** With what is planned, once it works. */
    planned: Level.optional(),
  })
  .meta({ id: 'ScaleSum' });
export type ScaleSum = z.infer<typeof ScaleSum>;

/** Where a risk stands by the criteria in force, and what its controls do to it. */
export const RiskLevels = z
  .strictObject({
    criteria: RiskCriteria,
    bands: z.strictObject({ inherent: Band.optional(), current: Band.optional(), target: Band.optional() }),
    controls: z.array(CountedControl),
    likelihood: ScaleSum,
    consequence: ScaleSum,
    /** What is computed from the level without controls; the owner decides. */
    proposed: Levels.optional(),
    kinds: z.int(),
    /** A risk this high hangs on one control or on one kind of control. */
    isThin: z.boolean(),
  })
  .meta({ id: 'RiskLevels' });
export type RiskLevels = z.infer<typeof RiskLevels>;
