import type { Language } from '../../domain/records/common.ts';
import type { JsonSchema } from '../../domain/words/fields.ts';
import { type Leaf, leavesOf, shapesOf } from '../../domain/words/shapes.ts';
import type { Store } from '../../models/store.ts';
import { personNamed } from './personNamed.ts';
import { placeAt } from './views/answers.ts';
import { say } from './words.ts';

type Outcome = Record<string, unknown>;

/** Where people stand in an outcome, its rows included. */
const peopleIn = (schema: JsonSchema, outcome: Outcome): Leaf[] =>
  leavesOf(shapesOf(schema), outcome).filter(({ field }) => field.as === 'person');

/** Puts ids where names or mail addresses were typed; says by field what names nobody. */
export async function peopleTyped(store: Store, schema: JsonSchema, outcome: Outcome, language: Language): Promise<Record<string, string>> {
  const problems: Record<string, string> = {};
  for (const { holder, field, path } of peopleIn(schema, outcome)) {
    const found = await personNamed(store, String(holder[field.name]));
    if ('person' in found) holder[field.name] = found.person.id;
    else problems[placeAt(path)] = say(found.why, language);
  }
  return problems;
}

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
