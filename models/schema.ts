import { Schema, type SchemaDefinition } from 'mongoose';
import type { z } from 'zod';

type Node = z.core.$ZodType & { _zod: { def: Record<string, unknown> & { type: string } } };

/** Optional, defaulted, piped and read-only types are stored as what they let out. */
const wrappers: Record<string, string> = {
  optional: 'innerType',
  nullable: 'innerType',
  default: 'innerType',
  readonly: 'innerType',
  pipe: 'out',
};

function unwrapped(node: Node): Node {
  const inner = wrappers[node._zod.def.type];
  return inner === undefined ? node : unwrapped(node._zod.def[inner] as Node);
}

const scalars: Record<string, unknown> = { number: Number, int: Number, boolean: Boolean, enum: String, literal: String };

/** The Mongoose type of a zod type. Instants become BSON dates; what has no fixed shape becomes Mixed. */
function typeOf(wrapped: Node): unknown {
  const node = unwrapped(wrapped);
  const { def } = node._zod;
  if (def.type === 'string') return def.format === 'datetime' ? Date : String;
  if (def.type === 'array') return [typeOf(def.element as Node)];
  if (def.type === 'object') return new Schema(fieldsOf(node as unknown as z.ZodObject), { _id: false, strict: 'throw' });
  if (def.type === 'union') return (def.options as Node[]).every((o) => typeOf(o) === String) ? String : Schema.Types.Mixed;
  return scalars[def.type] ?? Schema.Types.Mixed;
}

const fieldsOf = (record: z.ZodObject): SchemaDefinition =>
  Object.fromEntries(
    Object.entries(record.shape).map(([key, node]) => {
      const type = typeOf(node as Node);
      return [key, Array.isArray(type) ? { type, default: undefined } : { type }];
    }),
  ) as SchemaDefinition;

/** The Mongoose schema of a record: the same fields, `id` stored as `_id`, unknown fields refused. */
export function schemaOf(record: z.ZodObject): Schema {
  const { id: _id, ...fields } = fieldsOf(record);
  return new Schema(
    { _id: String, ...fields },
    { strict: 'throw', strictQuery: 'throw', versionKey: false, minimize: false, autoIndex: false, autoCreate: false },
  );
}
