import type { JsonSchema } from '../../../domain/words/fields.ts';
import { fieldsOf } from '../../../domain/words/fields.ts';
import { speakerOf } from '../../../domain/words/speaker.ts';

/** What one person put into one task's part of the form. */
export type PostedAnswer = {
  /** As typed, to be shown again if it is refused. */
  typed: Record<string, string>;
  /** False when the part was left as it was presented: that task stays open. */
  touched: boolean;
  /** Typed by the schema: numbers, booleans, text; empty fields are left out. To be checked by the schema before it is used. */
  outcome: Record<string, unknown>;
};

// Only names and shapes of fields matter here, not their words.
const speaker = speakerOf({ language: 'en', zone: 'utc', now: '2000-01-01T00:00:00.000Z' });

/**
 * Reads one task's answer from a posted form, whose fields are `${name}.${field}`. A task counts as touched when something stands in it that
 * was not preset: preset numbers alone are no answer.
 */
export function answerOf(
  task: { name: string; schema: JsonSchema; last?: Record<string, unknown> | undefined },
  body: Record<string, unknown>,
): PostedAnswer {
  const typed: Record<string, string> = {};
  const outcome: Record<string, unknown> = {};
  let touched = false;
  for (const field of fieldsOf(task.schema, speaker)) {
    const raw = body[`${task.name}.${field.name}`];
    const text = typeof raw === 'string' ? raw.replace(/\r\n?/g, '\n').trim() : '';
    if (text !== '') typed[field.name] = text;
    const value = typedValue(field.as, text);
    if (value !== undefined) outcome[field.name] = value;
    if (text !== '' && !isPreset(field.as, task.last?.[field.name], text)) touched = true;
  }
  return { typed, touched, outcome };
}

const isPreset = (as: string, last: unknown, text: string): boolean => as === 'level' && last !== undefined && String(last) === text;

function typedValue(as: string, text: string): unknown {
  if (as === 'check') return text !== '';
  if (text === '') return undefined;
  if (as !== 'level' && as !== 'number') return text;
  // What is not a number stays text, so that the schema refuses it with its own sentence.
  return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text;
}
