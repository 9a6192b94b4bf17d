import { z } from 'zod';
import { Day, Instant, Prose, Reference, Title } from './common.ts';

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
    annexA: z.array(z.string().regex(/^[5-8]\.\d{1,2}$/)).max(20),
    /** The step of a run that made it, where a flow did. */
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'Control' });
export type Control = z.infer<typeof Control>;
