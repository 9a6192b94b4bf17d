import type { JsonSchema } from '../../../domain/words/fields.ts';
import { fieldsOf } from '../../../domain/words/fields.ts';
import { speakerOf } from '../../../domain/words/speaker.ts';

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

// Only names and shapes of fields matter here, not their words.
const speaker = speakerOf({ language: 'en', zone: 'utc', now: '2000-01-01T00:00:00.000Z' });

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
  for (const field of fieldsOf(task.schema, speaker)) {
    const raw = body[`${task.name}.${field.name}`];
    const text = typeof raw === 'string' ? raw.replace(/\r\n?/g, '\n').trim() : '';
    if (text !== '') typed[field.name] = text;
    const value = typedValue(field.as, text);
    if (value !== undefined) outcome[field.name] = value;
    const presetAs = task.before === undefined ? (field.as === 'level' ? task.last?.[field.name] : undefined) : task.before[field.name];
    if (text !== presetText(field.as, presetAs) && (text !== '' || task.before !== undefined)) touched = true;
  }
  const waiver = body[`${task.name}.${waiverField}`];
  if (typeof waiver === 'string' && waiver.trim() !== '') typed[waiverField] = waiver.trim();
  return { typed, touched, outcome };
}

/** How a value stands in its field. */
export function presetText(as: string, value: unknown): string {
  if (as === 'check') return value === true ? 'yes' : '';
  return value === undefined || value === null ? '' : String(value);
}

function typedValue(as: string, text: string): unknown {
  if (as === 'check') return text !== '';
  if (text === '') return undefined;
  if (as !== 'level' && as !== 'number') return text;
  // What is not a number stays text, so that the schema refuses it with its own sentence.
  return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text;
}
