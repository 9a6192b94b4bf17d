import { z } from 'zod';
import { Actor, Day, Instant, Prose, Reference, Sentence, Title } from './common.ts';
import { Every } from './schedule.ts';

export const ControlKind = z.enum(['organizational', 'people', 'physical', 'technological', 'legal']).meta({ id: 'ControlKind' });
export type ControlKind = z.infer<typeof ControlKind>;

/** A control of the organization's own. It need not be a document: a practice or a technology is one too. */
export const Control = z
  .strictObject({
    id: Reference,
    version: z.int().min(1),
    name: Title,
    kind: ControlKind,
    description: Prose,
    owner: z.string().optional(),
    status: z.enum(['planned', 'implementing', 'implemented', 'retired']),
    effectiveness: z.enum(['untested', 'effective', 'partly', 'ineffective']),
    checkedOn: Day.optional(),
    /** How often somebody else looks whether it works; without it, it is looked at once a year after its first check. */
    checkEvery: Every.optional(),
    /** Until when the last check holds: the next one is due by then. */
    nextCheck: Day.optional(),
    /** Who checks it, where that is not the ISMS manager; never its owner. */
    tester: z.string().optional(),
    lastCheck: z.string().optional(),
    /** A practice or a technology need not be written down; then this says what shows that it is there. */
    documented: z.boolean().optional(),
    shownBy: Sentence.optional(),
    implementedOn: Day.optional(),
    implementedBy: z.string().optional(),
    verifiedBy: z.string().optional(),
    annexA: z.array(z.string().regex(/^[5-8]\.\d{1,2}$/)).max(20),
    /** The step of a run that made it, where a flow did. */
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'Control' });
export type Control = z.infer<typeof Control>;

const Judged = z.enum(['effective', 'partly', 'ineffective']);

/** An immutable snapshot: what somebody who does not own the control found when they looked at it (8.1, 9.1). */
export const ControlCheck = z
  .strictObject({
    id: z.string(),
    control: Reference,
    /** The version of the control that was looked at, its name and owner then. */
    controlVersion: z.int().min(1),
    name: Title,
    owner: z.string().optional(),
    at: Instant,
    by: Actor,
    /** Whether it can do what it is for, and whether it did. */
    design: Judged,
    operation: Judged,
    /** The worse of the two. */
    result: Judged,
    before: Control.shape.effectiveness,
    sample: Sentence,
    finding: Prose.optional(),
    /** Until when it holds. */
    validUntil: Day,
    /** Why the owner has checked it after all, where nobody else could. */
    dutiesWaived: z.string().optional(),
    run: z.string(),
    task: z.string(),
  })
  .meta({ id: 'ControlCheck' });
export type ControlCheck = z.infer<typeof ControlCheck>;
