import type { Field } from './field.ts';

/** What stands in the places of a form, as text: `reason`, and in rows `actions:2:owner`. */
export type Values = Readonly<Record<string, string>>;

type Outcome = Record<string, unknown>;

export const placeInRow = (list: string, row: number, field: string): string => `${list}:${row}:${field}`;

/** Which rows of a list have something in them. */
export function rowsIn(list: string, values: Values): number[] {
  const rows = Object.entries(values).flatMap(([place, text]) => {
    const [name, row] = place.split(':');
    return name === list && text.trim() !== '' ? [Number(row)] : [];
  });
  return [...new Set(rows)].sort((a, b) => a - b);
}

/** The outcome that stands in a form, and at which place each part of it stands: rows in which nothing was typed are none, so that later ones move up. */
export function outcomeIn(fields: readonly Field[], values: Values): { outcome: Outcome; placeOf(path: string): string } {
  const places = new Map<string, string>();
  const outcome: Outcome = {};
  for (const field of fields) {
    const value = field.as === 'rows' ? rowsOf(field, values, places) : valueIn(field, values[field.name]);
    if (value !== undefined) outcome[field.name] = value;
  }
  return { outcome, placeOf: (path) => places.get(path) ?? path.split('.')[0] ?? '' };
}

function rowsOf({ name, fields }: Field & { as: 'rows' }, values: Values, places: Map<string, string>): Outcome[] {
  return rowsIn(name, values).map((row, n) => {
    const made: Outcome = {};
    for (const field of fields) {
      const place = placeInRow(name, row, field.name);
      places.set(`${name}.${n}.${field.name}`, place);
      const value = valueIn(field, values[place]);
      if (value !== undefined) made[field.name] = value;
    }
    return made;
  });
}

function valueIn({ as }: Field, typed = ''): unknown {
  const text = typed.trim();
  if (as === 'check') return text !== '';
  if (as === 'lines' || as === 'checks') return linesOf(text);
  if (text === '') return undefined;
  return as === 'level' || as === 'number' ? numberIn(text) : text;
}

// What is not a number stays text, so that the API refuses it with its own sentence.
const numberIn = (text: string): unknown => (/^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text);

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** An answer of before as it stands in its places. */
export const valuesOf = (fields: readonly Field[], answer: Outcome): Values =>
  Object.fromEntries(
    fields.flatMap((field) =>
      field.as === 'rows' ? rowValues(field, answer[field.name]) : [[field.name, textOf(field, answer[field.name])] as const],
    ),
  );

const rowValues = ({ name, fields }: Field & { as: 'rows' }, rows: unknown) =>
  (Array.isArray(rows) ? (rows as Outcome[]) : []).flatMap((row, n) =>
    fields.map((field) => [placeInRow(name, n, field.name), textOf(field, row[field.name])] as const),
  );

function textOf({ as }: Field, value: unknown): string {
  if (as === 'check') return value === true ? 'yes' : '';
  if (Array.isArray(value)) return value.join('\n');
  return value === undefined || value === null ? '' : String(value);
}

/** Whether something else stands in the form than when it was opened: what was filled in before is no answer. */
export const isTouched = (initial: Values, values: Values): boolean =>
  Object.entries(values).some(([place, text]) => text.trim() !== (initial[place] ?? '').trim());

/** Each place that is filled in with its field. */
export const filledIn = (fields: readonly Field[], values: Values): { place: string; field: Field; text: string }[] =>
  placesOf(fields, values).flatMap(({ place, field }) => {
    const text = (values[place] ?? '').trim();
    return text === '' ? [] : [{ place, field, text }];
  });

/** Each place of the form with its field; of rows those in which something stands. */
export const placesOf = (fields: readonly Field[], values: Values): { place: string; field: Field }[] =>
  fields.flatMap((field) =>
    field.as === 'rows'
      ? rowsIn(field.name, values).flatMap((row) =>
          field.fields.map((inner) => ({ place: placeInRow(field.name, row, inner.name), field: inner })),
        )
      : [{ place: field.name, field }],
  );
