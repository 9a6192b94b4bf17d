import { upperFirst } from './numbers.ts';
import type { Speaker } from './speaker.ts';

/** The part of JSON Schema that outcomes use, as zod writes it (`$ref` into `$defs`), with the words of the field beside it. */
export type JsonSchema = { [keyword: string]: unknown };

/**
 * What a field of an outcome, or of the subject of a process, may say about itself in `.meta({…})`: `title`, `description` (help), `order`, `options` (word of each choice), `chosen`
 * (the same once it is chosen), and `de` with the same in German; `names` says of which register the ids are that stand in it. Well-known fields (likelihood, consequence, verdict, reason) need none of it.
 */
type FieldWords = { title?: string; description?: string; options?: Record<string, string>; chosen?: Record<string, string> };

/** `label` is what one chooses, `said` the same once it is chosen. */
type Option = { value: string; label: string; said: string };
type Base = { name: string; title: string; short: string; help: string; required: boolean };
export type Field = Base &
  (
    | { as: 'choice'; options: Option[] }
    | { as: 'level'; steps: number[]; first: number; last: number }
    | { as: 'number'; whole: boolean; least?: number | undefined; most?: number | undefined }
    | { as: 'check' }
    | { as: 'day' }
    /** `names` says of which register the id is that stands in it; `unless` is what stands there where it names none. */
    | { as: 'line' | 'text'; longest?: number | undefined; names?: string | undefined; unless?: string | undefined }
    /** Somebody, by name or mail address where it is typed, by id where it is kept. */
    | { as: 'person' }
    /** Some of a few, one below the other. */
    | { as: 'checks'; options: Option[] }
    /** Several lines, each a value; `names` says of which register the ids are. */
    | { as: 'lines'; names?: string | undefined }
    /** Several of the same shape, each a row of fields. */
    | { as: 'rows'; fields: Field[]; most: number }
  );

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const numberOr = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** The fields of an outcome in their order, with words in the reader's language. A scale has at most ten steps; more is a number. */
export function fieldsOf(schema: JsonSchema, speaker: Speaker): Field[] {
  const properties = isRecord(schema.properties) ? Object.entries(schema.properties) : [];
  const required = Array.isArray(schema.required) ? schema.required.filter(isText) : [];
  const order = (value: unknown) => (isRecord(value) && typeof value.order === 'number' ? value.order : 1000);
  return properties
    .map(([name, raw]) => ({ name, raw, order: order(raw) }))
    .sort((a, b) => a.order - b.order)
    .map(({ name, raw }) => fieldOf(name, resolve(isRecord(raw) ? raw : {}, schema), required.includes(name), speaker));
}

/** A property with what its reference says; its own words win over those of the shared definition. */
function resolve(property: JsonSchema, schema: JsonSchema): JsonSchema {
  const name = isText(property.$ref) ? property.$ref.split('/').at(-1) : undefined;
  const shared = name !== undefined && isRecord(schema.$defs) ? schema.$defs[name] : undefined;
  const whole = isRecord(shared) ? { ...resolve(shared, schema), ...property } : property;
  const nullable = Array.isArray(whole.anyOf) ? whole.anyOf.filter(isRecord).find((option) => option.type !== 'null') : undefined;
  return nullable ? { ...resolve(nullable, schema), ...whole } : whole;
}

function fieldOf(name: string, property: JsonSchema, required: boolean, speaker: Speaker): Field {
  const base = { name, required: required && property.default === undefined, ...wordsOf(name, property, speaker) };
  if (Array.isArray(property.enum)) return { ...base, as: 'choice', options: optionsOf(property.enum.filter(isText), property, speaker) };
  if (property.names === 'people' && property.type === 'string') return { ...base, as: 'person' };
  switch (property.type) {
    case 'array':
      return listField(base, property, speaker);
    case 'boolean':
      return { ...base, as: 'check' };
    case 'integer':
    case 'number':
      return numberField(base, property);
    default:
      if (property.format === 'date') return { ...base, as: 'day' };
      return {
        ...{ ...base, as: (numberOr(property.maxLength) ?? 0) > 200 ? 'text' : 'line', longest: numberOr(property.maxLength) },
        ...(isText(property.names) && { names: property.names }),
        ...(isText(property.names) && isText(property.default) && { unless: property.default }),
      };
  }
}

const mostRows = 20;

function listField(base: Base, property: JsonSchema, speaker: Speaker): Field {
  const items = isRecord(property.items) ? property.items : {};
  if (isRecord(items.properties))
    return { ...base, as: 'rows', fields: fieldsOf(items, speaker), most: Math.min(numberOr(property.maxItems) ?? mostRows, mostRows) };
  // Words of the choices stand with the list, not with its items.
  if (Array.isArray(items.enum)) return { ...base, as: 'checks', options: optionsOf(items.enum.filter(isText), property, speaker) };
  return { ...base, as: 'lines', names: isText(property.names) ? property.names : undefined };
}

function numberField(base: Base, property: JsonSchema): Field {
  const least = numberOr(property.minimum);
  const most = numberOr(property.maximum);
  const whole = property.type === 'integer';
  if (!whole || least === undefined || most === undefined || most - least > 9) return { ...base, as: 'number', whole, least, most };
  return { ...base, as: 'level', steps: Array.from({ length: most - least + 1 }, (_, i) => least + i), first: least, last: most };
}

const fieldWords = (value: unknown): FieldWords => (isRecord(value) ? value : {});
const known = { likelihood: true, consequence: true, verdict: true, reason: true } as const;
const isKnown = (name: string): name is keyof typeof known => name in known;
const knownOptions = { keep: true, change: true, close: true } as const;
const isKnownOption = (value: string): value is keyof typeof knownOptions => value in knownOptions;

function wordsOf(name: string, property: JsonSchema, { t, language }: Speaker): Pick<Base, 'title' | 'short' | 'help'> {
  const own = fieldWords(language === 'de' ? property.de : property);
  const other = fieldWords(property);
  const spoken = isKnown(name)
    ? { title: t(`fields.${name}.title`), short: t(`fields.${name}.short`), help: t(`fields.${name}.help`) }
    : undefined;
  const title = own.title ?? spoken?.title ?? other.title ?? upperFirst(name.replace(/([A-Z])/g, ' $1').toLowerCase());
  return { title, short: spoken?.short ?? title, help: own.description ?? spoken?.help ?? other.description ?? '' };
}

function optionsOf(values: string[], property: JsonSchema, { t, language }: Speaker): Option[] {
  const { options: own, chosen } = fieldWords(language === 'de' ? property.de : property);
  const other = fieldWords(property).options;
  const label = (value: string) => own?.[value] ?? (isKnownOption(value) ? t(`options.${value}`) : (other?.[value] ?? upperFirst(value)));
  const said = (value: string) =>
    chosen?.[value] ?? (own?.[value] === undefined && isKnownOption(value) ? t(`chosen.${value}`) : label(value));
  return values.map((value) => ({ value, label: label(value), said: said(value) }));
}
