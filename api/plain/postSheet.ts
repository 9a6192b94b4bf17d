import type { Response } from 'express';
import type { By } from '../../domain/rules/taskShape.ts';
import { places } from '../../domain/words/places.ts';
import { schemaOf } from '../reading/asked.ts';
import { beforeOf } from '../reading/before.ts';
import { type Answered, answerAll, commentOn, type Posting } from './answering.ts';
import { mayGive } from './commandForms.ts';
import { chosenOf, giveAll, isCommand, pageKeyOf, typedIn as typedInForm } from './commands.ts';
import type { Returned } from './taskForms.ts';
import { type Again, formPage, openOf, receiptPage, type Sheet } from './taskPages.ts';
import { typedByName, wordsIn } from './typed.ts';
import { answerOf } from './views/answers.ts';
import type { CommandName, NotRecorded } from './views/types.ts';
import { say } from './words.ts';

export type Posted = {
  sheet: Sheet;
  by: By;
  body: Record<string, unknown>;
  csrfFits: boolean;
  assignments?: Map<string, number>;
  reload(): Promise<Sheet>;
};

/** What somebody sent from a page of tasks: answers, or a comment. Nothing that was typed is lost when something is refused. */
export async function postSheet(response: Response, posted: Posted): Promise<void> {
  const { csrfFits, body } = posted;
  if (!csrfFits) return sendForm(response, 403, posted, expired(posted));
  if (isCommand(body.action)) return command(response, posted, body.action);
  return body.action === 'comment' ? comment(response, posted) : complete(response, posted);
}

/** Something else than an answer: more time, another person. What was typed comes back with what is wrong. */
async function command(response: Response, posted: Posted, name: CommandName): Promise<void> {
  const { sheet, body, by } = posted;
  const offered = openOf(sheet.tasks).filter((task) => mayGive(task, by, name) !== 'no');
  const chosen = chosenOf(body, body.task === '*' ? offered : openOf(sheet.tasks), ({ id }) => sheet.names.get(id) ?? id);
  const asked = chosen.map((task) => ({ task, name: sheet.names.get(task.id) ?? task.id, assignment: posted.assignments?.get(task.id) }));
  const done = await giveAll(postingOf(posted), name, asked);
  const after = { ...posted, sheet: await posted.reload() };
  if (done.problem !== undefined)
    return sendForm(response, done.later ? 503 : 422, after, {
      command: { command: name, typed: typedInForm(body), problem: done.problem },
    });
  if (openOf(after.sheet.tasks).length === 0) return response.redirect(303, `${places.myTasks}?notice=${name}`);
  response.send(await formPage(after.sheet, { recorded: { answers: 0, comment: false, command: name } }));
}

function expired({ body, ...posted }: Posted): Again {
  const problem = say('expired', languageOf({ body, ...posted }));
  if (!isCommand(body.action)) return { problem, ...commentTyped(body) };
  return { problem, command: { command: body.action, typed: typedInForm(body), problem } };
}

const commentTyped = ({ comment: text }: Record<string, unknown>) =>
  typeof text === 'string' && text !== '' ? { comment: { recorded: false, text } } : {};

const languageOf = ({ sheet }: Posted) => sheet.reader.person.language;

/** Tasks that stood on the page, by their fields: those are shown again, whatever has become of the others. */
function posedIn({ sheet, body }: Posted) {
  const fields = Object.keys(body);
  return sheet.tasks
    .map((task) => ({ task, name: sheet.names.get(task.id) ?? task.id }))
    .filter(({ name }) => fields.some((field) => field.startsWith(`${name}.`)));
}

/** Everything as it was typed, for a page that comes back. */
function typedIn(posted: Posted): Map<string, Returned> {
  return new Map(
    posedIn(posted).map(({ task, name }) => [task.id, { typed: answerOf({ name, schema: schemaOf(task) }, posted.body).typed }]),
  );
}

async function sendForm(response: Response, status: number, posted: Posted, again: Again): Promise<void> {
  const returned = new Map([...typedIn(posted), ...(again.returned ?? [])]);
  const only = openOf(posedIn(posted).map(({ task }) => task));
  if (status === 503) response.set('Retry-After', '5');
  response
    .status(status)
    .send(await formPage(posted.sheet, { ...again, returned, key: keyOf(posted) }, only.length > 0 ? only : undefined));
}

const keyOf = ({ body: { key } }: Posted): string | undefined =>
  typeof key === 'string' && /^[\w-]{1,100}$/.test(key) ? pageKeyOf(key) : undefined;

const postingOf = ({ sheet, by, body }: Posted): Posting => ({
  ...{ api: sheet.reader.api, by, body, isPresent: sheet.isPresent, language: sheet.reader.person.language },
  form: String(body.key ?? '').slice(0, 120),
});

async function comment(response: Response, posted: Posted): Promise<void> {
  const { sheet, body } = posted;
  const task = openOf(sheet.tasks).find(({ id }) => sheet.names.get(id) === body.task);
  const made = await commentOn(postingOf(posted), task);
  if (made.recorded) response.send(await formPage(sheet, { recorded: { answers: 0, comment: true } }));
  else await sendForm(response, made.later ? 503 : 422, posted, { comment: { ...made, text: String(body.comment ?? '') } });
}

async function hasBefore(posted: Posted): Promise<boolean> {
  const before = await Promise.all(posedIn(posted).map(({ task }) => beforeOf(posted.sheet.reader.api.store, task)));
  return before.some((one) => one !== undefined);
}

async function complete(response: Response, posted: Posted): Promise<void> {
  const { sheet } = posted;
  const asked = posedIn(posted).map((one) => ({ ...one, assignment: posted.assignments?.get(one.task.id) }));
  const results = await answerAll(postingOf(posted), asked);
  const notRecorded = [...ended(results), ...strayed(posted)];
  const answered = results.filter(({ state }) => state === 'recorded').length;
  const refused = results.filter((one): one is Extract<Answered, { state: 'refused' }> => one.state === 'refused');
  const after = { ...posted, sheet: await posted.reload() };
  if (notRecorded.length === 0 && results.every(({ state }) => state === 'untouched'))
    return sendForm(response, 422, after, {
      problem: say((await hasBefore(posted)) ? 'unchanged' : 'nothing', languageOf(posted)),
    });
  if (refused.length === 0) {
    response.status(answered === 0 ? 409 : 200).send(await receiptPage(after.sheet, results, notRecorded));
    return;
  }
  const returned = new Map(refused.map(({ task, typed, problems }) => [task.id, { typed, problems }]));
  const recorded = answered === 0 ? {} : { recorded: { answers: answered, comment: false } };
  const { isPresent, action } = sheet;
  const fresh = isPresent || !refused.some(({ task }) => task.approval) ? {} : { signInAgain: places.signInAgain(action) };
  return sendForm(response, refused.some(({ later }) => later) ? 503 : 422, after, { returned, notRecorded, ...recorded, ...fresh });
}

const ended = (results: readonly Answered[]): NotRecorded[] =>
  results.flatMap((one) =>
    one.state === 'ended'
      ? [{ about: one.task.about ?? one.task.id, sentence: one.sentence, typed: wordsIn(Object.values(one.typed)) }]
      : [],
  );

/** What was typed about tasks that are not on the sheet any more: they are with somebody else now, or never were here. */
function strayed(posted: Posted): NotRecorded[] {
  const here = new Set(posedIn(posted).map(({ name }) => name));
  return [...typedByName(posted.body)]
    .filter(([name]) => !here.has(name))
    .map(([name, values]) => ({ about: aboutOf(name), sentence: say('moved', languageOf(posted)), typed: wordsIn(values) }));
}

/** What a task is about, by its name in a form: the reference, or an id that has it in it. */
const aboutOf = (name: string): string => name.split('/')[2] ?? name;
