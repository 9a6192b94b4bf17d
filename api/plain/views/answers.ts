import type { Field, JsonSchema } from '../../../domain/words/fields.ts';
import { shapesOf } from '../../../domain/words/shapes.ts';

/** Beside the fields of the outcome: why duties are not separated. */
export const waiverField = 'dutiesWaived';

/** What one person put into one task's part of the form. */
export type PostedAnswer = {
  /** As typed, to be shown again if it is refused. */
  typed: Record<string, string>;
  /** False when the part was left as it was presented: that task stays open. */
  touched: boolean;
  /** Typed by the schema: numbers, booleans, text; empty fields are left out. To be checked by the schema before it is used. */
  outcome: Record<string, unknown>;
};

/**
 * Reads one task's answer from a posted form, whose fields are `${name}.${field}`. A task counts as touched when something stands in it that
 * was not preset: preset numbers alone are no answer.
 */
export function answerOf(
  task: {
    name: string;
    schema: JsonSchema;
    last?: Record<string, unknown> | undefined;
    /** The answer that came back, which is filled in. */
    before?: Record<string, unknown> | undefined;
  },
  body: Record<string, unknown>,
): PostedAnswer {
  const typed: Record<string, string> = {};
  const outcome: Record<string, unknown> = {};
  let touched = false;
  for (const field of shapesOf(task.schema)) {
    const read = field.as === 'rows' ? rowsIn(task.name, field, body) : oneIn(task.name, field, body);
    Object.assign(typed, read.typed);
    if (read.value !== undefined) outcome[field.name] = read.value;
    if (task.before === undefined ? isTouched(field, read, task.last) : read.text !== presetText(field, task.before[field.name]))
      touched = true;
  }
  const waiver = body[`${task.name}.${waiverField}`];
  if (typeof waiver === 'string' && waiver.trim() !== '') typed[waiverField] = waiver.trim();
  return { typed, touched, outcome };
}

/** `text` is what was typed in all of a field's places together. */
type Read = { typed: Record<string, string>; text: string; value: unknown };

/** Something stands in it that was not preset: preset numbers alone are no answer. */
const isTouched = (field: Field, { text }: Read, last: Record<string, unknown> | undefined): boolean =>
  text !== '' && text !== presetText(field, field.as === 'level' ? last?.[field.name] : undefined);

function oneIn(name: string, field: Field, body: Record<string, unknown>): Read {
  const raw = body[`${name}.${field.name}`];
  // Several boxes of one name come as a list.
  const sent = field.as === 'checks' && Array.isArray(raw) ? raw.filter((one) => typeof one === 'string').join('\n') : raw;
  const text = typeof sent === 'string' ? sent.replace(/\r\n?/g, '\n').trim() : '';
  return { typed: text === '' ? {} : { [field.name]: text }, text, value: typedValue(field, text) };
}

/** The place of one field of one row: `actions:2:owner`. */
export const placeInRow = (list: string, row: number, field: string): string => `${list}:${row}:${field}`;

/** The field, or the field of the row. */
export const placeAt = ([list = '', row, field]: readonly PropertyKey[]): string =>
  field === undefined ? String(list) : placeInRow(String(list), Number(row), String(field));

/** Rows in which nothing was typed are none. */
function rowsIn(name: string, { name: list, fields, most }: Field & { as: 'rows' }, body: Record<string, unknown>): Read {
  const typed: Record<string, string> = {};
  const rows: Record<string, unknown>[] = [];
  for (let row = 0; row < most; row += 1) {
    const read = fields.map((field) => ({ field, ...oneIn(name, { ...field, name: placeInRow(list, row, field.name) }, body) }));
    if (read.every(({ field, text }) => text === '' || field.as === 'check')) continue;
    // They move up to where the outcome has them: a problem of the second one is said at the second one.
    for (const { field, text } of read) if (text !== '') typed[placeInRow(list, rows.length, field.name)] = text;
    rows.push(Object.fromEntries(read.flatMap(({ field, value }) => (value === undefined ? [] : [[field.name, value]]))));
  }
  return { typed, text: rowsText(fields, rows), value: rows };
}

const rowsText = (fields: readonly Field[], rows: readonly Record<string, unknown>[]): string =>
  rows.length === 0 ? '' : JSON.stringify(rows.map((row) => fields.map(({ name }) => row[name] ?? null)));

/** How a value stands in its field. */
export function presetText(field: Field, value: unknown): string {
  if (field.as === 'check') return value === true ? 'yes' : '';
  if (field.as === 'rows') return rowsText(field.fields, (value ?? []) as Record<string, unknown>[]);
  if (Array.isArray(value)) return value.join('\n');
  return value === undefined || value === null ? '' : String(value);
}

/** A value of before in its place, or a list of rows each in its own. */
export function presetIn(field: Field, value: unknown): Record<string, string> {
  if (field.as !== 'rows') return { [field.name]: presetText(field, value) };
  const rows = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
  return Object.fromEntries(
    rows.flatMap((row, n) => field.fields.map((inner) => [placeInRow(field.name, n, inner.name), presetText(inner, row[inner.name])])),
  );
}

function typedValue({ as }: Field, text: string): unknown {
  if (as === 'check') return text !== '';
  if (as === 'lines' || as === 'checks') return linesOf(text);
  if (text === '') return undefined;
  if (as !== 'level' && as !== 'number') return text;
  // What is not a number stays text, so that the schema refuses it with its own sentence.
  return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text;
}

const linesOf = (text: string): string[] =>
  text
    .split(/[\n|]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
