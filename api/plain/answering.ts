import type { Language } from '../../domain/records/common.ts';
import { Sentence } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { type By, isClosed } from '../../domain/rules/task.ts';
import { sha256 } from '../callers.ts';
import type { Api } from '../deps.ts';
import { outcomeProblems, taskDefinitionOf } from '../outcomes.ts';
import { refusalOf } from '../problem.ts';
import { schemaOf } from './taskForms.ts';
import { answerOf } from './views/answers.ts';
import { type Said, say, sentenceFor } from './words.ts';

/** Who posts a form, and which one: the same form posted twice is one answer. */
export type Posting = { api: Api; by: By; language: Language; form: string; body: Record<string, unknown> };
export type Asked = { task: Task; name: string; assignment?: number | undefined };

export type Answered =
  | { state: 'untouched'; task: Task }
  | { state: 'recorded'; task: Task }
  /** Shown again with what was typed. */
  | { state: 'refused'; task: Task; typed: Record<string, string>; problems: Record<string, string>; later?: true }
  /** Somebody else was first, or the task is no longer this person's: there is no form any more. */
  | { state: 'ended'; task: Task; sentence: string };

const atOnce = 5;

/** Completes every task of a posted form in which something was filled in, each by itself and each with its own result. */
export async function answerAll(posting: Posting, asked: readonly Asked[]): Promise<Answered[]> {
  const results: Answered[] = [];
  for (let n = 0; n < asked.length; n += atOnce)
    results.push(...(await Promise.all(asked.slice(n, n + atOnce).map((one) => answerOne(posting, one)))));
  return results;
}

async function answerOne(posting: Posting, { task, name, assignment }: Asked): Promise<Answered> {
  const { api, by, body, language } = posting;
  const last = await lastOf(api, task);
  const { typed, touched, outcome } = answerOf({ name, schema: schemaOf(task), last }, body);
  if (!touched) return { state: 'untouched', task };
  if (isClosed(task.state)) return closedAnswer(posting, task);
  const problems = await problemsOf(posting, task, outcome, last !== undefined);
  if (Object.keys(problems).length > 0) return refusedOrClosed(posting, task, typed, problems);
  const key = sha256(`form\n${posting.form}\n${by.person}\n${task.id}`);
  try {
    const done = await api.tasks.complete({
      task,
      by,
      key,
      repeated: true,
      outcome,
      ...(assignment !== undefined && { assignment }),
    });
    return { state: 'recorded', task: done };
  } catch (thrown) {
    return refusedAnswer(thrown, task, typed, language);
  }
}

/** A task that was open when the form was read and is closed now was answered meanwhile, perhaps by this very form sent twice. */
async function refusedOrClosed(
  posting: Posting,
  task: Task,
  typed: Record<string, string>,
  problems: Record<string, string>,
): Promise<Answered> {
  const now = (await posting.api.store.tasks.get(task.id)) ?? task;
  return isClosed(now.state) ? closedAnswer(posting, now) : { state: 'refused', task: now, typed, problems };
}

const closedAnswer = ({ by, language }: Posting, task: Task): Answered =>
  task.state === 'done' && task.closedBy?.person === by.person
    ? { state: 'recorded', task }
    : { state: 'ended', task, sentence: say('closed', language) };

async function lastOf({ store }: Api, { about }: Task): Promise<Record<string, unknown> | undefined> {
  return about === undefined ? undefined : (await store.risks.get(about))?.lastAssessment;
}

function refusedAnswer(thrown: unknown, task: Task, typed: Record<string, string>, language: Language): Answered {
  const refusal = refusalOf(thrown);
  if (refusal === undefined) throw thrown;
  const ended: Record<string, Said> = { closed: 'closed', formerAssignment: 'moved', notYours: 'moved' };
  const said = ended[refusal.code];
  if (said !== undefined) return { state: 'ended', task, sentence: say(said, language) };
  if (refusal.status === 503 || refusal.code === 'notOpenYet')
    return { state: 'refused', task, typed, problems: { '': say('unavailable', language) }, later: true };
  return { state: 'refused', task, typed, problems: { '': refusal.message } };
}

/** What is wrong with an answer, by field, in the reader's language. */
async function problemsOf(
  { api, language }: Posting,
  task: Task,
  outcome: Record<string, unknown>,
  judged: boolean,
): Promise<Record<string, string>> {
  const parsed = taskDefinitionOf(task).outcome.safeParse(outcome, { reportInput: true });
  if (!parsed.success)
    return Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0] ?? ''), sentenceFor(issue, language)]).reverse());
  const problems = await outcomeProblems(api.store, task, parsed.data);
  return Object.fromEntries(
    problems.map(({ path, message }) => {
      const field = path.replace(/^outcome\./, '');
      return [field, spoken(field, message, outcome, judged, language)];
    }),
  );
}

function spoken(field: string, message: string, outcome: Record<string, unknown>, judged: boolean, language: Language): string {
  if (field !== 'verdict') return language === 'en' ? message : say('wrong', language);
  if (outcome.verdict === 'change') return say('changeSame', language);
  return say(judged ? 'keepOther' : 'keepNone', language);
}

export type Commented = { recorded: boolean; problem?: string; later?: true };

/** A comment about one task of a page. */
export async function commentOn({ api, by, language, form, body }: Posting, task: Task | undefined): Promise<Commented> {
  const parsed = Sentence.safeParse(body.comment, { reportInput: true });
  const [issue] = parsed.error?.issues ?? [];
  if (!parsed.success || task === undefined)
    return { recorded: false, problem: issue === undefined ? say('closed', language) : sentenceFor(issue, language) };
  try {
    await api.tasks.comment({ task, by, key: sha256(`comment\n${form}\n${by.person}\n${task.id}`), text: parsed.data });
    return { recorded: true };
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (refusal === undefined) throw thrown;
    if (refusal.status === 503) return { recorded: false, problem: say('unavailable', language), later: true };
    return { recorded: false, problem: say('closed', language) };
  }
}
