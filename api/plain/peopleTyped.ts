import type { Language } from '../../domain/records/common.ts';
import type { JsonSchema } from '../../domain/words/fields.ts';
import type { Store } from '../../models/store.ts';
import { peopleIn } from '../reading/peopleIn.ts';
import { personNamed } from '../reading/personNamed.ts';
import { placeAt } from './views/answers.ts';
import { say } from './words.ts';

type Outcome = Record<string, unknown>;

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
