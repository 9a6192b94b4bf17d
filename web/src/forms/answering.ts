import type { TFunction } from 'i18next';
import type { Form } from '../../../domain/records/reading.ts';
import type { TaskDetail } from '../../../domain/records/taskDetail.ts';
import { Problem, send } from '../data/client.ts';
import { signInFor } from '../data/problem.ts';
import type { Sending } from '../data/sending.ts';
import type { Field } from './field.ts';
import { fieldsOf, type Speaking } from './fields.ts';
import { withIds } from './typedPeople.ts';
import { outcomeIn, type Values, valuesOf } from './values.ts';
import { type Problems, wrongIn } from './wrong.ts';

/** What of a form is needed to answer it. */
export type Asked = Pick<Form, 'task' | 'outcomeSchema' | 'needsWaiver' | 'reading'>;

export const waiverPlace = 'dutiesWaived';

/** What was refused: by place, and whether it takes a fresh sign-in or only another try. */
export type Refused = { problems: Problems; signInAgain?: true };
export type Answered = { recorded: TaskDetail } | Refused;

/** The fields of a form, and why one person decides where two should. */
export const fieldsIn = ({ outcomeSchema, needsWaiver }: Asked, speaking: Speaking): Field[] => [
  ...fieldsOf(outcomeSchema, speaking),
  ...(needsWaiver ? [waiverField(speaking.t)] : []),
];

const waiverField = (t: TFunction): Field => ({
  ...{ name: waiverPlace, as: 'text', required: true, shortest: 3, longest: 500 },
  ...{ title: t('tasks.commands.waiver'), short: t('tasks.commands.waiver'), help: t('tasks.commands.waiverHelp') },
});

/** What stands in a form when it is opened: the last judgement, or an answer that came back. */
export function initialOf({ reading: { last, before } }: Asked, fields: readonly Field[]): Values {
  if (before !== undefined) return valuesOf(fields, before.answer);
  return last === undefined ? {} : { likelihood: String(last.likelihood), consequence: String(last.consequence) };
}

/** Sends one answer. What is wrong is said at its place; what was typed stays where it is. */
export async function answer(asked: Asked, values: Values, { t, language, sending }: Speaking & { sending: Sending }): Promise<Answered> {
  const fields = fieldsIn(asked, { t, language });
  const wrong = wrongIn(fields, values, t);
  if (Object.keys(wrong).length > 0) return { problems: wrong };
  try {
    const named = await withIds(fields, values, t);
    if (Object.keys(named.problems).length > 0) return { problems: named.problems };
    return { recorded: await complete(asked, fields, named.values, sending) };
  } catch (failure) {
    return refusedBy(failure, (path) => (path === 'waiver' ? waiverPlace : outcomeIn(fields, values).placeOf(path)), t);
  }
}

function complete({ task }: Asked, fields: readonly Field[], values: Values, sending: Sending): Promise<TaskDetail> {
  const { [waiverPlace]: waiver, ...outcome } = outcomeIn(fields, values).outcome;
  const body = { outcome, version: task.version, ...(waiver !== undefined && { waiver }) };
  return sending(task.id, body, (key) => send('POST', `/tasks/${encodeURIComponent(task.id)}/completion`, body, key));
}

/** What the API said against something that was sent, by place; what is about no place is about the whole. */
export function refusedBy(failure: unknown, placeOf: (path: string) => string, t: TFunction): Refused {
  if (!(failure instanceof Problem)) return { problems: { '': t('tasks.wrong.away') } };
  const places = failure.errors.map(({ path, message }) => [placeOf(path.replace(/^outcome\./, '')), message] as const);
  if (places.length > 0) return { problems: Object.fromEntries(places.toReversed()) };
  const signIn = signInFor(failure);
  if (signIn !== undefined) return { problems: { '': t(`signIn.${signIn}`) }, signInAgain: true };
  return { problems: { '': failure.status < 500 && failure.message !== '' ? failure.message : t('tasks.wrong.unavailable') } };
}
