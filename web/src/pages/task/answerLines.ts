import type { TFunction } from 'i18next';
import type { ScaleLabels } from '../../../../domain/records/reading.ts';
import type { Field } from '../../forms/field.ts';
import type { Days } from '../../words/useDays.ts';

type Speaking = { t: TFunction; days: Days; labels?: ScaleLabels | undefined; people: Readonly<Record<string, string>> };
type Outcome = Readonly<Record<string, unknown>>;

type Answered = { name: string; said: string };

/** What was answered, in words: each field with what stands in it. */
export const answerLines = (fields: readonly Field[], outcome: Outcome, speaking: Speaking): Answered[] =>
  fields.map((field) => ({ name: field.short, said: saidIn(field, outcome[field.name], speaking) })).filter(({ said }) => said !== '');

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function saidIn(field: Field, value: unknown, speaking: Speaking): string {
  const { t, days, people } = speaking;
  if (value === undefined || value === null) return '';
  switch (field.as) {
    case 'choice':
      return field.options.find((option) => option.value === value)?.said ?? String(value);
    case 'checks':
      return field.options.flatMap((option) => (list(value).includes(option.value) ? [option.said] : [])).join(', ');
    case 'check':
      return t(value === true ? 'tasks.answer.yes' : 'tasks.answer.no');
    case 'person':
      return people[String(value)] ?? String(value);
    case 'lines':
      return list(value).join(', ');
    case 'day':
      return days.day(String(value));
    case 'rows':
      return list(value)
        .map((row) => rowSaid(field.fields, row as Outcome, speaking))
        .join('; ');
    default:
      return inWordsOfScale(field.name, value, speaking);
  }
}

const rowSaid = (fields: readonly Field[], row: Outcome, speaking: Speaking): string =>
  answerLines(fields, row, speaking)
    .map(({ said }) => said)
    .join(', ');

function inWordsOfScale(name: string, value: unknown, { labels }: Speaking): string {
  const word = name === 'likelihood' || name === 'consequence' ? labels?.[name][Number(value) - 1] : undefined;
  return word === undefined ? String(value) : `${word} (${value})`;
}
