import type { Language } from '../../domain/records/common.ts';
import { type Field, fieldsOf, type JsonSchema } from '../../domain/words/fields.ts';
import { speakerOf } from '../../domain/words/speaker.ts';
import type { Store } from '../../models/store.ts';
import { personNamed } from './personNamed.ts';
import { placeInRow } from './views/answers.ts';
import { say } from './words.ts';

type Outcome = Record<string, unknown>;
type Place = { holder: Outcome; name: string; place: string };

// Only names and shapes of fields matter here, not their words.
const speaker = speakerOf({ language: 'en', zone: 'utc', now: '2000-01-01T00:00:00.000Z' });

/** Where people stand in an outcome, its rows included. */
const placesIn = (fields: readonly Field[], outcome: Outcome): Place[] =>
  fields.flatMap((field): Place[] => {
    if (field.as === 'person') return outcome[field.name] === undefined ? [] : [{ holder: outcome, name: field.name, place: field.name }];
    if (field.as !== 'rows' || !Array.isArray(outcome[field.name])) return [];
    return (outcome[field.name] as Outcome[]).flatMap((row, n) =>
      placesIn(field.fields, row).map((one) => ({ ...one, place: placeInRow(field.name, n, one.name) })),
    );
  });

/** Puts ids where names or mail addresses were typed; says by field what names nobody. */
export async function peopleTyped(store: Store, schema: JsonSchema, outcome: Outcome, language: Language): Promise<Record<string, string>> {
  const problems: Record<string, string> = {};
  for (const { holder, name, place } of placesIn(fieldsOf(schema, speaker), outcome)) {
    const found = await personNamed(store, String(holder[name]));
    if ('person' in found) holder[name] = found.person.id;
    else problems[place] = say(found.why, language);
  }
  return problems;
}

/** The same outcome with people by their names, as it stands in a form. */
export async function withNames(store: Store, schema: JsonSchema, outcome: Outcome): Promise<Outcome> {
  const copy = structuredClone(outcome);
  for (const { holder, name } of placesIn(fieldsOf(schema, speaker), copy))
    holder[name] = (await store.people.get(String(holder[name])))?.name ?? holder[name];
  return copy;
}

/** The names of the people in an outcome, by their ids. */
export async function namesIn(store: Store, schema: JsonSchema, outcome: Outcome): Promise<Record<string, string>> {
  const ids = placesIn(fieldsOf(schema, speaker), outcome).map(({ holder, name }) => String(holder[name]));
  const found = ids.length === 0 ? [] : await store.people.find({ id: { $in: [...new Set(ids)] } });
  return Object.fromEntries(found.map(({ id, name }) => [id, name]));
}
