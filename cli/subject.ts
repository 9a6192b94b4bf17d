import { z } from 'zod';
import type { Field } from '../domain/words/fields.ts';
import { shapesOf } from '../domain/words/shapes.ts';
import type { Context } from './context.ts';
import { Refused, WrongUsage } from './failures.ts';

/** Fields of a subject as somebody has typed them. */
export type Said = Record<string, string>;

const Process = z.looseObject({ key: z.string(), subject: z.record(z.string(), z.unknown()) });
const Processes = z.looseObject({ items: z.array(z.looseObject({ key: z.string() })) });

/**
 * The subject of a run as the process wants it: numbers as numbers, people by their ids.
 * @throws Refused where there is no such process, WrongUsage with all of its fields where one is missing or is none of them
 */
export async function subjectOf({ client, people, output }: Context, process: string, said: Said): Promise<Record<string, unknown>> {
  const fields = await fieldsOf({ client }, process);
  const names = fields.map(({ name }) => name);
  const unknown = Object.keys(said).filter((name) => !names.includes(name));
  const missing = fields.filter(({ name, required }) => required && said[name] === undefined).map(({ name }) => name);
  const wrong = [
    ...(unknown.length > 0 ? [`${process} is not about ${unknown.join(', ')}.`] : []),
    ...(missing.length > 0 ? [`${process} needs ${missing.join(', ')}.`] : []),
  ];
  if (wrong.length > 0) throw new WrongUsage([...wrong, '', ...output.table(tableOf(fields)), '', how].join('\n'));
  const entries = Object.entries(said).map(async ([name, value]) => [name, await typed({ people }, fields[names.indexOf(name)], value)]);
  return Object.fromEntries(await Promise.all(entries));
}

const how = 'Say each as --subject <field>=<value>; --period and --scope may be said so as well.';

async function fieldsOf({ client }: Pick<Context, 'client'>, process: string): Promise<Field[]> {
  try {
    return shapesOf((await client.get(`/processes/${encodeURIComponent(process)}`, Process)).subject);
  } catch (fault) {
    if (!(fault instanceof Refused) || fault.code !== 'notFound') throw fault;
    const { items } = await client.get('/processes', Processes);
    throw new Refused('unknownProcess', `There is no process "${process}". There are ${items.map(({ key }) => key).join(', ')}.`);
  }
}

async function typed({ people }: Pick<Context, 'people'>, field: Field | undefined, value: string): Promise<unknown> {
  const as = field?.as;
  if (as === 'person') return (await people.find(value)).id;
  // What is no number is sent as it is: the product says what is wrong with it.
  if (as === 'number' || as === 'level') return Number.isFinite(Number(value)) ? Number(value) : value;
  return value;
}

const tableOf = (fields: readonly Field[]) => ({
  head: ['Field', 'Needed', 'What it is'],
  rows: fields.map((field) => [field.name, field.required ? 'yes' : 'no', whatIs(field)]),
});

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

function whatIs(field: Field): string {
  const choices = field.as === 'choice' ? `One of ${field.options.map(({ value }) => value).join(', ')}.` : '';
  const person = field.as === 'person' ? 'A mail address, name or id.' : '';
  const register = 'names' in field && field.names !== undefined ? `In the register ${field.names}.` : '';
  return [sentence(field.title), field.help === '' ? '' : sentence(field.help), choices, person, register]
    .filter((part) => part !== '')
    .join(' ');
}
