import { z } from 'zod';

type Node = { [keyword: string]: unknown };

/** JSON Schema (draft 2020-12) of what a person fills in, self-contained: whoever keeps it needs no other document to read it. */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): Node {
  const {
    $schema: _dialect,
    $defs = {},
    ...node
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Node & { $defs?: Record<string, Node> };
  return inlined(node, $defs) as Node;
}

/** What stands beside a reference (title, description of the field) wins over what it refers to. */
function inlined(value: unknown, definitions: Record<string, Node>): unknown {
  if (Array.isArray(value)) return value.map((item) => inlined(item, definitions));
  if (value === null || typeof value !== 'object') return value;
  const { $ref, ...rest } = value as Node;
  const name = typeof $ref === 'string' ? $ref.replace('#/$defs/', '') : '';
  return Object.fromEntries(Object.entries({ ...definitions[name], ...rest }).map(([key, inner]) => [key, inlined(inner, definitions)]));
}
