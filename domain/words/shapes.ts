import { type Field, fieldsOf, type JsonSchema } from './fields.ts';
import { speakerOf } from './speaker.ts';

type Outcome = Record<string, unknown>;

const speaker = speakerOf({ language: 'en', zone: 'utc', now: '2000-01-01T00:00:00.000Z' });

/** The fields of an outcome where their names and shapes matter, not their words. */
export const shapesOf = (schema: JsonSchema): Field[] => fieldsOf(schema, speaker);

/** A value of an outcome: its field, what holds it, and where: `['until']`, or in a row `['actions', 1, 'owner']`. */
export type Leaf = { field: Field; holder: Outcome; path: (string | number)[] };

/** All values of an outcome that are there, those of rows one by one. */
export const leavesOf = (fields: readonly Field[], outcome: Outcome, at: readonly (string | number)[] = []): Leaf[] =>
  fields.flatMap((field): Leaf[] => {
    const value = outcome[field.name];
    const path = [...at, field.name];
    if (value === undefined) return [];
    if (field.as !== 'rows' || !Array.isArray(value)) return [{ field, holder: outcome, path }];
    return (value as Outcome[]).flatMap((row, n) => leavesOf(field.fields, row, [...path, n]));
  });
