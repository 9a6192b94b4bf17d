import { z } from 'zod';
import type { Brief, Said } from '../../domain/records/brief.ts';
import { InputLine } from '../../domain/records/managementReview.ts';
import { reviewLines } from '../../domain/reviewLines.ts';
import type { Context } from '../context.ts';
import { firstOf } from '../pages.ts';
import type { Table } from '../table.ts';
import { minute } from '../words.ts';
import { newestOf } from './newest.ts';

const Review = z.looseObject({
  ...{ id: z.string(), period: z.string(), status: z.string(), day: z.string().optional(), heldOn: z.string().optional() },
  pack: z.string().optional(),
});
const Input = z.looseObject({ line: InputLine, owner: z.string(), says: z.string().optional(), text: z.string().optional() });
const Decision = z.looseObject({
  ...{ id: z.string(), text: z.string(), kind: z.string(), owner: z.string(), due: z.string(), status: z.string() },
  started: z.string().optional(),
});
const SaidAnswer = z.union([z.string(), z.looseObject({ en: z.string(), de: z.string() })]);
const Label = z.looseObject({ en: z.string(), de: z.string() });
const Pack = z.looseObject({
  frozenAt: z.string(),
  facts: z.array(z.looseObject({ label: Label, said: z.array(SaidAnswer), as: z.enum(['day', 'instant']).optional() })),
  tables: z.array(z.looseObject({ title: Label, columns: z.array(Label), rows: z.array(z.array(SaidAnswer)) })),
  digest: z.string(),
});
type Pack = z.output<typeof Pack>;

const everything = Number.POSITIVE_INFINITY;

/** A management review: what each of its ten lines says, what was decided and what became of it, and the pack as it was issued. */
export async function managementReviewReport({ client, people, output }: Context, which: string | undefined): Promise<void> {
  const review = await newestOf({ client }, { register: 'managementReviews', title: 'management review', record: Review }, which);
  const of = { review: review.id };
  const { items: inputs } = await firstOf(client, '/registers/reviewInputs', Input, of, everything);
  const { items: decisions } = await firstOf(client, '/registers/reviewDecisions', Decision, of, everything);
  const pack = review.pack === undefined ? undefined : await client.get(`/managementReviews/${encodeURIComponent(review.id)}/pack`, Pack);
  const value = { review, inputs, decisions, ...(pack !== undefined && { pack }) };
  if (output.json) return output.result(value, []);
  const name = await people.names([...inputs, ...decisions].map(({ owner }) => owner));
  output.result(value, [
    `${review.id}, ${review.period}: ${review.status}${dayOf(review)}`,
    '',
    ...(inputs.length === 0 ? ['Nobody has been asked for an input yet.'] : output.table(inputTable(inputs, name))),
    ...(decisions.length === 0 ? [] : ['', 'Decisions', ...output.table(decisionTable(decisions, name))]),
    ...(pack === undefined ? [] : packLines(pack, output)),
  ]);
}

function dayOf({ day, heldOn }: z.output<typeof Review>): string {
  if (heldOn !== undefined) return `, held on ${heldOn}`;
  return day === undefined ? '' : `, on ${day}`;
}

type Name = (id: string) => string;

const inputTable = (inputs: readonly z.output<typeof Input>[], name: Name): Table => ({
  head: ['Line', 'Whose', 'Says'],
  rows: [...inputs]
    .sort((a, b) => InputLine.options.indexOf(a.line) - InputLine.options.indexOf(b.line))
    .map((input) => [reviewLines[input.line].title.en, name(input.owner), wordsOf(input)]),
});

function wordsOf({ says, text = '' }: z.output<typeof Input>): string {
  if (says === undefined) return 'not delivered yet';
  return says === 'nothing' ? 'none, and no change' : text;
}

const decisionTable = (decisions: readonly z.output<typeof Decision>[], name: Name): Table => ({
  head: ['Decision', 'Kind', 'What', 'Owner', 'By', 'Stands', 'Started'],
  rows: decisions.map(({ id, kind, text, owner, due, status, started = '' }) => [id, kind, text, name(owner), due, status, started]),
});

const packLines = ({ frozenAt, facts, tables, digest }: Pack, output: Context['output']): string[] => [
  '',
  `The pack, as it was issued ${minute(frozenAt)} (SHA-256 ${digest})`,
  '',
  ...output.table({
    head: ['What', 'Says'],
    rows: facts.map((fact) => [fact.label.en, fact.said.map((one) => spoken(one, fact.as)).join('; ')]),
  }),
  ...tables.flatMap(({ title, columns, rows }) => [
    '',
    title.en,
    ...output.table({ head: columns.map(({ en }) => en), rows: rows.map((row) => row.map((one) => spoken(one))) }),
  ]),
];

function spoken(said: Said | z.output<typeof SaidAnswer>, as?: Brief['facts'][number]['as']): string {
  const text = typeof said === 'string' ? said : said.en;
  return as === 'instant' ? minute(text) : text;
}
