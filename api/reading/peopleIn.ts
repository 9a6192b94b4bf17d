import type { JsonSchema } from '../../domain/words/fields.ts';
import { type Leaf, leavesOf, shapesOf } from '../../domain/words/shapes.ts';
import type { Store } from '../../models/store.ts';

type Outcome = Record<string, unknown>;

/** Where people stand in an outcome, its rows included. */
export const peopleIn = (schema: JsonSchema, outcome: Outcome): Leaf[] =>
  leavesOf(shapesOf(schema), outcome).filter(({ field }) => field.as === 'person');

/** The same outcome with people by their names, as it stands in a form. */
export async function withNames(store: Store, schema: JsonSchema, outcome: Outcome): Promise<Outcome> {
  const copy = structuredClone(outcome);
  for (const { holder, field } of peopleIn(schema, copy))
    holder[field.name] = (await store.people.get(String(holder[field.name])))?.name ?? holder[field.name];
  return copy;
}

/** The names of the people in an outcome, by their ids. */
export async function namesIn(store: Store, schema: JsonSchema, outcome: Outcome): Promise<Record<string, string>> {
  const ids = peopleIn(schema, outcome).map(({ holder, field }) => String(holder[field.name]));
  const found = ids.length === 0 ? [] : await store.people.find({ id: { $in: [...new Set(ids)] } });
  return Object.fromEntries(found.map(({ id, name }) => [id, name]));
}
