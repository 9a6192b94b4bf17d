import type { TFunction } from 'i18next';
import { upperFirst } from '../words/numbers.ts';
import type { Field, FieldBase, Option } from './field.ts';

/** JSON Schema as the API gives it, with the words of a field beside it: `title`, `description`, `options`, `chosen`, and `de` with the same in German. */
export type JsonSchema = { [keyword: string]: unknown };

type FieldWords = { title?: string; description?: string; options?: Record<string, string>; chosen?: Record<string, string> };

/** Whose words a field has. */
export type Speaking = { t: TFunction; language: string };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const numberOr = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const last = 1000;
const orderOf = (value: unknown): number => (isRecord(value) ? (numberOr(value.order) ?? last) : last);

/** The fields of an outcome in their order. A scale has at most ten steps; more is a number. */
export function fieldsOf(schema: JsonSchema, speaking: Speaking): Field[] {
  const properties = isRecord(schema.properties) ? Object.entries(schema.properties) : [];
  const required = Array.isArray(schema.required) ? schema.required.filter(isText) : [];
  return properties
    .sort(([, a], [, b]) => orderOf(a) - orderOf(b))
    .map(([name, raw]) => fieldOf(name, whole(isRecord(raw) ? raw : {}), required.includes(name), speaking));
}

/** What may be null is what it is otherwise. */
function whole(property: JsonSchema): JsonSchema {
  const other = Array.isArray(property.anyOf) ? property.anyOf.filter(isRecord).find(({ type }) => type !== 'null') : undefined;
  return other === undefined ? property : { ...other, ...property };
}

function fieldOf(name: string, property: JsonSchema, isRequired: boolean, speaking: Speaking): Field {
  const base = { name, required: isRequired && property.default === undefined, ...wordsOf(name, property, speaking) };
  if (Array.isArray(property.enum)) return { ...base, as: 'choice', options: optionsOf(property.enum.filter(isText), property, speaking) };
  if (property.names === 'people' && property.type === 'string') return { ...base, as: 'person' };
  switch (property.type) {
    case 'array':
      return listField(base, property, speaking);
    case 'boolean':
      return { ...base, as: 'check' };
    case 'integer':
    case 'number':
      return numberField(base, property);
    default:
      return property.format === 'date' ? { ...base, as: 'day' } : textField(base, property);
  }
}

const longestLine = 200;

function textField(base: FieldBase, property: JsonSchema): Field {
  const [shortest, longest] = [numberOr(property.minLength), numberOr(property.maxLength)];
  return { ...base, as: (longest ?? 0) > longestLine ? 'text' : 'line', shortest, longest };
}

const mostRows = 20;

function listField(base: FieldBase, property: JsonSchema, speaking: Speaking): Field {
  const items = isRecord(property.items) ? property.items : {};
  if (isRecord(items.properties))
    return { ...base, as: 'rows', fields: fieldsOf(items, speaking), most: Math.min(numberOr(property.maxItems) ?? mostRows, mostRows) };
  // Words of the choices stand with the list, not with its items.
  if (Array.isArray(items.enum)) return { ...base, as: 'checks', options: optionsOf(items.enum.filter(isText), property, speaking) };
  return { ...base, as: 'lines' };
}

const mostSteps = 10;

function numberField(base: FieldBase, property: JsonSchema): Field {
  const [least, most] = [numberOr(property.minimum), numberOr(property.maximum)];
  const isWhole = property.type === 'integer';
  if (!isWhole || least === undefined || most === undefined || most - least >= mostSteps)
    return { ...base, as: 'number', whole: isWhole, least, most };
  return { ...base, as: 'level', steps: Array.from({ length: most - least + 1 }, (_, i) => least + i) };
}

const known = ['likelihood', 'consequence', 'verdict', 'reason'] as const;
const knownOptions = ['keep', 'change', 'close'] as const;
const among = <T extends string>(all: readonly T[], one: string): T | undefined => all.find((other) => other === one);
const fieldWords = (value: unknown): FieldWords => (isRecord(value) ? value : {});

function wordsOf(name: string, property: JsonSchema, { t, language }: Speaking): Pick<FieldBase, 'title' | 'short' | 'help'> {
  const own = fieldWords(language === 'de' ? property.de : property);
  const other = fieldWords(property);
  const one = among(known, name);
  const spoken = one && {
    title: t(`tasks.fields.${one}.title`),
    short: t(`tasks.fields.${one}.short`),
    help: t(`tasks.fields.${one}.help`),
  };
  const title = own.title ?? spoken?.title ?? other.title ?? upperFirst(name.replace(/([A-Z])/g, ' $1').toLowerCase());
  return { title, short: spoken?.short ?? title, help: own.description ?? spoken?.help ?? other.description ?? '' };
}

function optionsOf(values: string[], property: JsonSchema, { t, language }: Speaking): Option[] {
  const { options: own, chosen } = fieldWords(language === 'de' ? property.de : property);
  const other = fieldWords(property).options;
  return values.map((value) => {
    const one = among(knownOptions, value);
    const label = own?.[value] ?? (one === undefined ? (other?.[value] ?? upperFirst(value)) : t(`tasks.options.${one}`));
    const said = chosen?.[value] ?? (own?.[value] === undefined && one !== undefined ? t(`tasks.chosen.${one}`) : label);
    return { value, label, said };
  });
}
