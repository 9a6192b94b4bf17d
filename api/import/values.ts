import { DateTime } from 'luxon';
import type { z } from 'zod';
import { type Day, Prose, Reference, Sentence, Title } from '../../domain/records/common.ts';
import type { Cell } from './cell.ts';
import { parted, separators } from './escaping.ts';
import type { ProblemCode } from './report.ts';

/** Reports an empty cell, and why it must not be if that is not always so; one that was refused already is not reported twice. */
export function required<T>(cell: Cell, value: T | undefined, because?: string): T | undefined {
  if (!cell.filled)
    return cell.refuse('required', `${cell.column} must not be empty${because === undefined ? '' : `, because ${because}`}.`);
  return value;
}

/** One line of text; undefined when empty. */
export const titleOf = (cell: Cell): string | undefined => checked(cell, Title, cell.value);

/** One sentence; undefined when empty. */
export const sentenceOf = (cell: Cell): string | undefined => checked(cell, Sentence, cell.value);

/** Text of several lines; empty when there is none. */
export const proseOf = (cell: Cell): string => checked(cell, Prose, cell.value) ?? '';

export const referenceOf = (cell: Cell): string | undefined => checked(cell, Reference, cell.value, 'wrongReference');

/** Several values of a cell, separated by `|` or a line break, each one line of text; `\|` is a sign of the text. */
export function titlesOf(cell: Cell, most: number): string[] {
  const titles = [...new Set(partsOf(cell, separators.titles).flatMap((part) => checked(cell, Title, part) ?? []))];
  if (titles.length > most) cell.refuse('tooMany', `${cell.column} holds ${titles.length} values; at most ${most} are kept.`);
  return titles;
}

/** Several words of a list of ours: a comma or semicolon separates them too, and no value contains one. */
export const wordsOf = (cell: Cell): string[] => partsOf(cell, separators.words);

function partsOf(cell: Cell, between: (typeof separators)[keyof typeof separators]): string[] {
  const parts = parted(cell.value, between);
  const values = parts.filter((part) => !part.startsWith('='));
  if (values.length < parts.length) cell.refuse('formula', 'One of the values begins with a formula. Write the value itself, as text.');
  return values.map((value) => (/^'+=/.test(value) ? value.slice(1) : value));
}

function checked<T>(cell: Cell, schema: z.ZodType<T>, value: string, otherwise: ProblemCode = 'wrongValue'): T | undefined {
  if (value === '') return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  if (issue?.code === 'too_big')
    return cell.refuse(
      'tooLong',
      `${cell.column} has ${value.length} characters; at most ${mostOf(schema, value, issue.maximum)} are kept.`,
    );
  return cell.refuse(otherwise, `${cell.column}: ${issue?.message ?? 'not a value'}.`);
}

/** A schema that looks at text before and after cleaning it has two limits; the one that counts is the narrower. */
function mostOf(schema: z.ZodType, value: string, outer: number | bigint): number {
  const issue = schema.safeParse(value.slice(0, Number(outer))).error?.issues[0];
  return Number(issue?.code === 'too_big' ? issue.maximum : outer);
}

const shapes: readonly { shape: RegExp; format: string }[] = [
  { shape: /^\d{4}-\d{2}-\d{2}$/, format: 'yyyy-MM-dd' },
  { shape: /^\d{1,2}\.\d{1,2}\.\d{4}$/, format: 'd.M.yyyy' },
];

/** A day as 2026-07-31 or 31.07.2026; a time of day after it is left out. 07/31/2026 is none: nobody can tell day from month. */
export function dayIn(text: string): Day | undefined {
  const day = text.trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/, '');
  const format = shapes.find(({ shape }) => shape.test(day))?.format;
  const date = format === undefined ? undefined : DateTime.fromFormat(day, format, { zone: 'utc' });
  return date?.isValid && date.year >= 1900 ? date.toFormat('yyyy-MM-dd') : undefined;
}

export function dayOf(cell: Cell): Day | undefined {
  if (cell.value === '') return undefined;
  return dayIn(cell.value) ?? cell.refuse('wrongDate', `"${short(cell.value)}" is not a date. Write it as 2026-07-31 or 31.07.2026.`);
}

/** A day that has been. */
export function pastDayOf(cell: Cell, today: Day): Day | undefined {
  const day = dayOf(cell);
  return day !== undefined && day > today ? cell.refuse('wrongDate', `${day} is in the future.`) : day;
}

/** A whole number of three digits at most; what is none is refused, an empty cell too. */
export function wholeOf(cell: Cell, least: number, most: number, code: ProblemCode = 'wrongValue'): number | undefined {
  const number = /^\d{1,3}$/.test(cell.value) ? Number(cell.value) : -1;
  return number >= least && number <= most ? number : cell.refuse(code, `${cell.column} is a number from ${least} to ${most} here.`);
}

/** The fields that have a value, for records whose optional fields are absent rather than undefined. */
export const present = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };

/** The first of many, so that no reason grows with the file. */
export function few<T>(things: readonly T[], nameOf: (thing: T) => string): string {
  const named = things.slice(0, 5).map(nameOf).join(', ');
  return things.length <= 5 ? named : `${named} and ${things.length - 5} more`;
}

export const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
