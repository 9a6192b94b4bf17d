import { z } from 'zod';
import { Actor, Day, Instant, Period, Prose, Reference, Sentence, Title } from './common.ts';

/** An information security objective with all that 6.2 asks to plan: the work, the resources, who, by when, and how the result is judged. */
export const Objective = z
  .strictObject({
    id: Reference,
    version: z.int().min(1),
    name: Title,
    work: Prose,
    resources: Prose,
    responsible: z.string(),
    due: Day,
    judgedBy: Prose,
    status: z.enum(['draft', 'active', 'achieved', 'notAchieved', 'withdrawn']),
    result: Sentence.optional(),
    approvedBy: Actor.optional(),
    run: z.string().optional(),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'Objective' });
export type Objective = z.infer<typeof Objective>;

/** Figures that follow from what the product has recorded itself; `asked` is a value that a person brings. */
export const MeasureSource = z
  .enum(['asked', 'onTime', 'extensions', 'escalations', 'openNonconformities', 'effectiveControls'])
  .meta({ id: 'MeasureSource' });
export type MeasureSource = z.infer<typeof MeasureSource>;

/** A measure with the six determinations of 9.1: what, how, when, who measures, when and who analyses. */
export const Measure = z
  .strictObject({
    id: Reference,
    version: z.int().min(1),
    name: Title,
    method: Prose,
    unit: z.string().max(20),
    source: MeasureSource,
    every: z.enum(['month', 'quarter', 'halfYear', 'year']),
    measurer: z.string(),
    analyst: z.string(),
    objective: Reference.optional(),
    /** The control of which it shows whether it works. */
    control: Reference.optional(),
    target: z.number(),
    direction: z.enum(['atLeast', 'atMost']),
    status: z.enum(['draft', 'active', 'retired']),
    run: z.string().optional(),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'Measure' });
export type Measure = z.infer<typeof Measure>;

/** One value of a measure for one period, or the reason why there is none; with what another person made of it. `id` is measure and period. */
export const Measurement = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1),
    measure: Reference,
    period: Period,
    value: z.number().optional(),
    gap: Sentence.optional(),
    evidence: Sentence.optional(),
    target: z.number(),
    onTarget: z.boolean().optional(),
    collectedBy: Actor,
    collectedAt: Instant,
    analysis: Sentence.optional(),
    response: z.enum(['none', 'watch', 'correct', 'replan']).optional(),
    analysedBy: Actor.optional(),
    analysedAt: Instant.optional(),
    run: z.string(),
    updatedAt: Instant,
  })
  .meta({ id: 'Measurement' });
export type Measurement = z.infer<typeof Measurement>;
