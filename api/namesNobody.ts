import type { RecordName } from '../domain/records/index.ts';
import type { Task } from '../domain/records/task.ts';
import type { Detail } from '../domain/refusal.ts';
import { type Field, fieldsOf, type JsonSchema } from '../domain/words/fields.ts';
import { speakerOf } from '../domain/words/speaker.ts';
import type { Store } from '../models/store.ts';

type Outcome = Record<string, unknown>;
type Named = { path: string; register: RecordName; id: string };

// Only names and shapes of fields matter here, not their words.
const speaker = speakerOf({ language: 'en', zone: 'utc', now: '2000-01-01T00:00:00.000Z' });

/** What an outcome names that is not there: people who are not here any more, records that no register has. */
export async function namesNobody(store: Store, task: Pick<Task, 'outcomeSchema'>, outcome: Outcome): Promise<Detail[]> {
  const named = namedIn(fieldsOf(JSON.parse(task.outcomeSchema) as JsonSchema, speaker), outcome, 'outcome');
  const found = await Promise.all(named.map(async (one) => ({ ...one, isThere: await isThere(store, one) })));
  return found
    .filter((one) => !one.isThere)
    .map(({ path, register, id }) => ({
      path,
      message: register === 'people' ? 'names nobody who is here' : `names ${id}, which is not in the register ${register}`,
    }));
}

const namedIn = (fields: readonly Field[], outcome: Outcome, at: string): Named[] =>
  fields.flatMap((field): Named[] => {
    const value = outcome[field.name];
    const path = `${at}.${field.name}`;
    if (value === undefined) return [];
    if (field.as === 'person') return [{ path, register: 'people', id: String(value) }];
    if (field.as === 'lines' && field.names !== undefined)
      return (value as string[]).map((id) => ({ path, register: field.names as RecordName, id }));
    if (field.as !== 'rows') return [];
    return (value as Outcome[]).flatMap((row, n) => namedIn(field.fields, row, `${path}.${n}`));
  });

async function isThere(store: Store, { register, id }: Named): Promise<boolean> {
  if (register === 'people') return (await store.people.get(id))?.status === 'active';
  return (await store[register].get(id)) !== undefined;
}
