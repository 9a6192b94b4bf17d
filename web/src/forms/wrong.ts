import type { TFunction } from 'i18next';
import type { Field } from './field.ts';
import { placesOf, type Values } from './values.ts';

/** What is wrong, by place; the empty place is the form as a whole. */
export type Problems = Readonly<Record<string, string>>;

/** What can be said before anything is sent: what is missing, and what is no number or too short. All else is judged by the API. */
export function wrongIn(fields: readonly Field[], values: Values, t: TFunction): Problems {
  const found = placesOf(fields, values).map(({ place, field }) => [place, wrongAt(field, (values[place] ?? '').trim(), t)] as const);
  return Object.fromEntries(found.flatMap(([place, sentence]) => (sentence === undefined ? [] : [[place, sentence]])));
}

function wrongAt(field: Field, text: string, t: TFunction): string | undefined {
  if (text === '') return missing(field, t);
  switch (field.as) {
    case 'number':
      return wrongNumber(field, text, t);
    case 'line':
    case 'text':
      return field.shortest !== undefined && text.length < field.shortest ? t('tasks.wrong.tooShort', { n: field.shortest }) : undefined;
    default:
      return undefined;
  }
}

function missing({ as, required }: Field, t: TFunction): string | undefined {
  if (!required || as === 'check' || as === 'rows' || as === 'lines' || as === 'checks') return undefined;
  return t(as === 'choice' || as === 'level' ? 'tasks.wrong.choice' : 'tasks.wrong.required');
}

function wrongNumber({ whole, least, most }: Field & { as: 'number' }, text: string, t: TFunction): string | undefined {
  if (!/^-?\d+(?:[.,]\d+)?$/.test(text)) return t(whole ? 'tasks.wrong.whole' : 'tasks.wrong.number');
  const value = Number(text.replace(',', '.'));
  if (whole && !Number.isInteger(value)) return t('tasks.wrong.whole');
  if (least !== undefined && value < least) return t('tasks.wrong.least', { n: least });
  return most !== undefined && value > most ? t('tasks.wrong.most', { n: most }) : undefined;
}
