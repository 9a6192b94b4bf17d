import { jsonSchemaOf } from '../domain/jsonSchema.ts';
import type { ProcessDefinition } from '../domain/process.ts';
import type { RecordName } from '../domain/records/index.ts';
import type { Task } from '../domain/records/task.ts';
import { type Detail, Refusal } from '../domain/refusal.ts';
import type { JsonSchema } from '../domain/words/fields.ts';
import { type Leaf, leavesOf, shapesOf } from '../domain/words/shapes.ts';
import type { Store } from '../models/store.ts';

type Named = { path: string; register: RecordName; id: string };

/** What an outcome names that is not there: people who are not here any more, records that no register has. */
export const namesNobody = (store: Store, task: Pick<Task, 'outcomeSchema'>, outcome: Record<string, unknown>): Promise<Detail[]> =>
  missingFrom(store, { schema: JSON.parse(task.outcomeSchema) as JsonSchema, values: outcome, at: 'outcome' });

/** A run about something that is not there could only fail. @throws Refusal 422 `invalid` with paths into the subject */
export async function refuseMissing(
  store: Store,
  { key, subject: schema }: Pick<ProcessDefinition, 'key' | 'subject'>,
  subject: Record<string, unknown>,
): Promise<void> {
  const details = await missingFrom(store, { schema: jsonSchemaOf(schema, 'input'), values: subject, at: 'subject' });
  if (details.length === 0) return;
  const said = details.map(({ path, message }) => `${path}: ${message}`).join(' ');
  throw new Refusal(422, 'invalid', `The subject of ${key} is not valid. ${said}`, details);
}

type Said = { schema: JsonSchema; values: Record<string, unknown>; at: string };

async function missingFrom(store: Store, { schema, values, at }: Said): Promise<Detail[]> {
  const named = leavesOf(shapesOf(schema), values, [at]).flatMap(namedBy);
  const found = await Promise.all(named.map(async (one) => ({ ...one, isThere: await isThere(store, one) })));
  return found
    .filter((one) => !one.isThere)
    .map(({ path, register, id }) => ({
      path,
      ...(register === 'people'
        ? { message: 'This names nobody who is here.', de: 'Das ist niemand, der hier ist.' }
        : { message: `${id} is not in the register ${register}.`, de: `${id} steht nicht im Register ${register}.` }),
    }));
}

function namedBy({ field, holder, path }: Leaf): Named[] {
  const value = holder[field.name];
  const at = path.join('.');
  if (field.as === 'person') return [{ path: at, register: 'people', id: String(value) }];
  if (!('names' in field) || field.names === undefined) return [];
  if ('unless' in field && value === field.unless) return [];
  return [value].flat().map((id) => ({ path: at, register: field.names as RecordName, id: String(id) }));
}

async function isThere(store: Store, { register, id }: Named): Promise<boolean> {
  if (register === 'people') return (await store.people.get(id))?.status === 'active';
  return (await store[register].get(id)) !== undefined;
}
