import { z } from 'zod';
import { jsonSchemaOf } from '../../domain/jsonSchema.ts';
import type { ProcessDefinition } from '../../domain/process.ts';
import { mapOf } from '../../domain/processMap.ts';
import { Role } from '../../domain/records/common.ts';
import { Duty, type PartShown, ProcessMapShown, ProcessShown } from '../../domain/records/processShown.ts';
import { notFound } from '../../domain/refusal.ts';
import { definitionOf, definitions } from '../../workflows/definitions.ts';
import { endpoint } from '../endpoint.ts';
import { type Responsibility, responsibilities } from '../responsibilities.ts';

function processOf(definition: ProcessDefinition): ProcessShown {
  const { key, version, title, purpose, phase, accountable, cadence, clauses, consulted, informed, inputs, outputs, gates } = definition;
  return {
    ...{ key, version, title, purpose, phase, accountable, ...(cadence && { cadence }) },
    ...{ clauses: [...clauses], consulted: [...consulted], informed: [...informed] },
    ...{ inputs: [...inputs], outputs: [...outputs], gates: [...gates] },
    subject: jsonSchemaOf(definition.subject, 'input'),
    tasks: Object.entries(definition.tasks).map(([task, { title, purpose, doneWhen, by, answer, due, ladder, outcome }]) => ({
      ...{ key: task, title, purpose, doneWhen: [...doneWhen], by, answer, due, ladder },
      outcome: jsonSchemaOf(outcome, 'input'),
    })),
  };
}

const mostNamed = 100;

/** With a hundred names a part at most: a task of everybody would name the whole organization. Whoever is asked for is among them. */
function dutyOf({ consulted, informed, responsible, confirms, accountable, ...line }: Responsibility, asked: string | undefined): Duty {
  const named = <P extends PartShown>(part: P): P => {
    const people = [...part.people.filter(({ id }) => id === asked), ...part.people.filter(({ id }) => id !== asked)];
    return { ...part, people: people.slice(0, mostNamed), ...(people.length > mostNamed && { more: people.length - mostNamed }) };
  };
  return {
    ...line,
    ...{ responsible: named(responsible), accountable: named(accountable), ...(confirms !== undefined && { confirms: named(confirms) }) },
    ...{ consulted: [...consulted], informed: [...informed] },
  };
}

export const processes = [
  endpoint({
    method: 'get',
    path: '/api/v1/processes',
    tag: 'processes',
    summary: 'The ISMS processes: who is asked what, by when.',
    allow: 'signedIn',
    output: z.strictObject({ items: z.array(ProcessShown) }),
    handle: async () => ({ items: definitions.map(processOf) }),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/processes/map',
    tag: 'processes',
    summary: 'How the processes act on one another: which one starts or proposes which and when, and what one hands to another (4.4).',
    allow: 'signedIn',
    output: ProcessMapShown,
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
    output: z.strictObject({ items: z.array(Duty) }),
    handle: async ({ api, query }) => ({ items: (await responsibilities(api, query)).map((line) => dutyOf(line, query.person)) }),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/processes/{key}',
    tag: 'processes',
    summary: 'One process.',
    allow: 'signedIn',
    params: z.strictObject({ key: z.string().max(100) }),
    output: ProcessShown,
    handle: async ({ params }) => {
      const definition = definitionOf(params.key);
      if (definition === undefined) throw notFound();
      return processOf(definition);
    },
  }),
];
