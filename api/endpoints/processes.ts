import { z } from 'zod';
import { jsonSchemaOf } from '../../domain/jsonSchema.ts';
import type { ProcessDefinition } from '../../domain/process.ts';
import { mapOf } from '../../domain/processMap.ts';
import { Day, Role } from '../../domain/records/common.ts';
import { Cadence } from '../../domain/records/schedule.ts';
import { LadderName } from '../../domain/records/settings.ts';
import { notFound } from '../../domain/refusal.ts';
import { definitionOf, definitions } from '../../workflows/definitions.ts';
import { endpoint } from '../endpoint.ts';
import { responsibilities } from '../responsibilities.ts';

const Words = z.strictObject({ en: z.string(), de: z.string() }).meta({ id: 'Words' });
export const JsonSchema = z.record(z.string(), z.unknown()).meta({ id: 'JsonSchema', description: 'A JSON Schema, draft 2020-12.' });

const Due = z
  .strictObject({ from: z.enum(['run', 'opening']), workingDays: z.int().optional(), hours: z.number().optional(), day: Day.optional() })
  .meta({ id: 'DueRule' });

const Phase = z.enum(['plan', 'do', 'check', 'act']).meta({ id: 'Phase' });

const Flows = {
  inputs: z.array(Words).meta({ description: 'What it goes by.' }),
  outputs: z.array(Words).meta({ description: 'What it brings about.' }),
};

const ProcessMap = z
  .strictObject({
    processes: z.array(z.strictObject({ key: z.string(), title: Words, phase: Phase, accountable: Role, ...Flows })),
    interactions: z.array(z.strictObject({ from: z.string(), to: z.string(), how: z.enum(['starts', 'proposes']), when: Words })),
    exchanges: z
      .array(z.strictObject({ from: z.string(), to: z.string(), what: Words }))
      .meta({ description: 'What one brings about and the other goes by; of itself, from one run to the next.' }),
  })
  .meta({ id: 'ProcessMap' });

const Part = z.strictObject({ role: Role, people: z.array(z.strictObject({ id: z.string(), name: z.string() })) }).meta({ id: 'Part' });

const Responsibility = z
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

const Process = z
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

function processOf(definition: ProcessDefinition): z.input<typeof Process> {
  const { key, version, title, purpose, phase, accountable, cadence, clauses, consulted, informed, inputs, outputs } = definition;
  return {
    ...{ key, version, title, purpose, phase, accountable, ...(cadence && { cadence }) },
    ...{ clauses: [...clauses], consulted: [...consulted], informed: [...informed] },
    ...{ inputs: [...inputs], outputs: [...outputs] },
    subject: jsonSchemaOf(definition.subject, 'input'),
    tasks: Object.entries(definition.tasks).map(([task, { title, purpose, doneWhen, by, answer, due, ladder, outcome }]) => ({
      ...{ key: task, title, purpose, doneWhen: [...doneWhen], by, answer, due, ladder },
      outcome: jsonSchemaOf(outcome, 'input'),
    })),
  };
}

export const processes = [
  endpoint({
    method: 'get',
    path: '/api/v1/processes',
    tag: 'processes',
    summary: 'The ISMS processes: who is asked what, by when.',
    allow: 'signedIn',
    output: z.strictObject({ items: z.array(Process) }),
    handle: async () => ({ items: definitions.map(processOf) }),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/processes/map',
    tag: 'processes',
    summary: 'How the processes act on one another: which one starts or proposes which and when, and what one hands to another (4.4).',
    allow: 'signedIn',
    output: ProcessMap,
    handle: async () => {
      const { processes, ...map } = mapOf(definitions);
      return {
        ...map,
        processes: processes.map(({ inputs, outputs, ...node }) => ({ ...node, inputs: [...inputs], outputs: [...outputs] })),
      };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/responsibilities',
    tag: 'processes',
    summary: 'Who has to do what, and when: every task with who does it, confirms it, answers for it, is consulted and informed.',
    allow: 'signedIn',
    query: z.strictObject({ process: z.string().max(100).optional(), role: Role.optional(), person: z.string().max(60).optional() }),
    output: z.strictObject({ items: z.array(Responsibility) }),
    handle: async ({ api, query }) => ({
      items: (await responsibilities(api, query)).map(({ consulted, informed, ...line }) => ({
        ...line,
        ...{ consulted: [...consulted], informed: [...informed] },
      })),
    }),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/processes/{key}',
    tag: 'processes',
    summary: 'One process.',
    allow: 'signedIn',
    params: z.strictObject({ key: z.string().max(100) }),
    output: Process,
    handle: async ({ params }) => {
      const definition = definitionOf(params.key);
      if (definition === undefined) throw notFound();
      return processOf(definition);
    },
  }),
];
