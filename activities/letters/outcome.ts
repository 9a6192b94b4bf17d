import { fieldsOf, type JsonSchema } from '../../domain/words/fields.ts';
import { standardOf } from './asked.ts';
import type { Block, Part } from './blocks.ts';
import { listOf } from './list.ts';
import type { Reader } from './reader.ts';
import type { AnsweredLine, Outcome, TaskLine } from './types.ts';

/**
 * A receipt: what was recorded, when, and how it was proven. It says choices only; levels and reasons may tell a stranger what a risk is
 * about. Whoever did not answer learns here that somebody did.
 */
export function outcome(section: Outcome, reader: Reader): Part {
  const { t, manager, isManager } = reader;
  const count = section.tasks.length;
  return {
    rank: `~${section.due}`,
    subject: t('mail:subject.outcome', { what: answersOf(section, reader) }),
    title: t('mail:outcome.title', { count }),
    preview: provenBy(section, reader),
    blocks: [
      {
        is: 'paragraph',
        text: [provenBy(section, reader), ...waiting(section, reader), ...goesOn(section, reader), stillOpen(section, reader)].join(' '),
      },
      ...button(section, reader),
      ...rows(section, reader),
    ],
    small: [standardOf(section, reader)],
    closing: [isManager ? t('mail:outcome.restForManager') : t('mail:outcome.rest', { manager })],
    href: reader.link,
  };
}

/** "your answer on RSK-017", "3 answers". */
export function answersOf({ tasks }: { tasks: readonly TaskLine[] }, { t }: Reader): string {
  const reference = tasks[0]?.reference;
  if (reference === undefined && tasks.length === 1) return t('mail:outcome.whatAlone');
  return t('mail:outcome.what', { count: tasks.length, reference: reference ?? '' });
}

function provenBy({ by, address }: Outcome, { t, name }: Reader): string {
  if (by === 'link') return address === undefined ? t('mail:outcome.linkNoAddress', { name }) : t('mail:outcome.link', { name, address });
  return t(`mail:outcome.${by}`, { name });
}

const waiting = ({ waitsFor, tasks }: Outcome, { t }: Reader): string[] =>
  waitsFor === undefined ? [] : [t('mail:outcome.waits', { count: tasks.length, name: waitsFor })];

/** A decision that another one has to follow. */
const goesOn = ({ toApprove, tasks }: Outcome, { t }: Reader): string[] =>
  toApprove ? [t('mail:decision.goesOn', { count: tasks.length })] : [];

const stillOpen = ({ open, due }: Outcome, { t, dates }: Reader): string =>
  t('mail:outcome.open', { count: open, day: dates.longDay(due) });

const button = ({ open }: Outcome, { t, link }: Reader): Block[] =>
  link === undefined ? [] : [{ is: 'button', label: open > 0 ? t('mail:outcome.buttonOpen') : t('mail:outcome.button'), href: link }];

function rows(section: Outcome, reader: Reader): Block[] {
  const { t } = reader;
  const byTask = new Map(section.tasks.map((line) => [line.task, rowOf(line, reader)]));
  const right = ({ task }: TaskLine) => byTask.get(task) ?? '';
  const listed = listOf('plain', t('mail:outcome.list'), section.tasks, reader, right);
  const [only] = section.tasks;
  if (listed.length > 0 || only === undefined) return listed;
  return [{ is: 'prose', title: t('mail:outcome.list'), text: right(only) }];
}

function rowOf(line: AnsweredLine, reader: Reader): string {
  const at = reader.dates.weekdayTime(line.at);
  const answer = choicesOf(line.schema, line.outcome, reader);
  return answer === '' ? reader.t('mail:outcome.rowPlain', { at }) : reader.t('mail:outcome.row', { answer, at });
}

const choicesOf = (schema: JsonSchema, answer: Record<string, unknown>, reader: Reader): string =>
  fieldsOf(schema, reader)
    .flatMap((field) => (field.as === 'choice' ? field.options.filter(({ value }) => value === answer[field.name]) : []))
    .map(({ said }) => said)
    .join(', ');
