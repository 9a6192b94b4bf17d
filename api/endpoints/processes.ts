import { z } from 'zod';
import { jsonSchemaOf } from '../../domain/jsonSchema.ts';
import type { ProcessDefinition } from '../../domain/process.ts';
import { Role } from '../../domain/records/common.ts';
import { Cadence } from '../../domain/records/schedule.ts';
import { LadderName } from '../../domain/records/settings.ts';
import { notFound } from '../../domain/refusal.ts';
import { definitionOf, definitions } from '../../workflows/definitions.ts';
import { endpoint } from '../endpoint.ts';

const Words = z.strictObject({ en: z.string(), de: z.string() }).meta({ id: 'Words' });
export const JsonSchema = z.record(z.string(), z.unknown()).meta({ id: 'JsonSchema', description: 'A JSON Schema, draft 2020-12.' });

const Process = z
  .strictObject({
    key: z.string(),
    version: z.int(),
    title: Words,
    purpose: Words,
    clauses: z.array(z.string()),
    phase: z.enum(['plan', 'do', 'check', 'act']),
    accountable: Role,
    consulted: z.array(Role),
    informed: z.array(Role),
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
        due: z.strictObject({
          workingDays: z.int().optional(),
          hours: z.number().optional(),
          from: z.enum(['run', 'opening']),
        }),
        ladder: LadderName,
        outcome: JsonSchema,
      }),
    ),
  })
  .meta({ id: 'Process' });

function processOf(definition: ProcessDefinition): z.input<typeof Process> {
  const { key, version, title, purpose, phase, accountable, cadence, clauses, consulted, informed } = definition;
  return {
    ...{ key, version, title, purpose, phase, accountable, ...(cadence && { cadence }) },
    ...{ clauses: [...clauses], consulted: [...consulted], informed: [...informed] },
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
