import { z } from 'zod';
import { Day, Role } from './common.ts';
import { Phase } from './cycle.ts';
import { Cadence } from './schedule.ts';
import { LadderName } from './settings.ts';

const Words = z.strictObject({ en: z.string(), de: z.string() }).meta({ id: 'Words' });

export const JsonSchema = z.record(z.string(), z.unknown()).meta({ id: 'JsonSchema', description: 'A JSON Schema, draft 2020-12.' });

const Due = z
  .strictObject({ from: z.enum(['run', 'opening']), workingDays: z.int().optional(), hours: z.number().optional(), day: Day.optional() })
  .meta({ id: 'DueRule' });
export type DueShown = z.infer<typeof Due>;

const Flows = {
  inputs: z.array(Words).meta({ description: 'What it goes by.' }),
  outputs: z.array(Words).meta({ description: 'What it brings about.' }),
};

/** How the processes act on one another (4.4). */
export const ProcessMapShown = z
  .strictObject({
    processes: z.array(z.strictObject({ key: z.string(), title: Words, phase: Phase, accountable: Role, ...Flows })),
    interactions: z.array(z.strictObject({ from: z.string(), to: z.string(), how: z.enum(['starts', 'proposes']), when: Words })),
    exchanges: z
      .array(z.strictObject({ from: z.string(), to: z.string(), what: Words }))
      .meta({ description: 'What one brings about and the other goes by; of itself, from one run to the next.' }),
  })
  .meta({ id: 'ProcessMap' });
export type ProcessMapShown = z.infer<typeof ProcessMapShown>;

/** A part that somebody has in a task, with those who hold the role now. */
const Part = z
  .strictObject({
    role: Role,
    people: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    more: z.int().optional().meta({ description: 'How many others hold it: of each part a hundred are named at most.' }),
  })
  .meta({ id: 'Part' });
export type PartShown = z.infer<typeof Part>;

/** One task of a process with everybody's part in it (5.3). */
export const Duty = z
  .strictObject({
    process: z.string(),
    processTitle: Words,
    phase: Phase,
    task: z.string(),
    title: Words,
    responsible: Part.extend({
      each: z.string().optional().meta({ description: 'The owner of each record of this register does it, not every holder of the role.' }),
    }),
    confirms: Part.optional(),
    accountable: Part,
    consulted: z.array(Role),
    informed: z.array(Role),
    due: Due,
    ladder: LadderName,
    cadence: Cadence.optional(),
    next: Day.optional().meta({ description: 'When the process opens next by itself.' }),
  })
  .meta({ id: 'Responsibility' });
export type Duty = z.infer<typeof Duty>;

/** A process as its definition says it. */
export const ProcessShown = z
  .strictObject({
    key: z.string(),
    version: z.int(),
    title: Words,
    purpose: Words,
    clauses: z.array(z.string()),
    phase: Phase,
    accountable: Role,
    consulted: z.array(Role),
    informed: z.array(Role),
    ...Flows,
    cadence: Cadence.optional(),
    gates: z.array(z.string()).meta({ description: 'Rules that a run is measured by when it closes: G1 to G15.' }),
    subject: JsonSchema,
    tasks: z.array(
      z.strictObject({
        key: z.string(),
        title: Words,
        purpose: Words,
        doneWhen: z.array(Words),
        by: Role,
        answer: z.enum(['link', 'login']),
        due: Due,
        ladder: LadderName,
        outcome: JsonSchema,
      }),
    ),
  })
  .meta({ id: 'Process' });
export type ProcessShown = z.infer<typeof ProcessShown>;
