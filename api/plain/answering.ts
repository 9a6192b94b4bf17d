import { canonicalize } from 'json-canonicalize';
import type { Language } from '../../domain/records/common.ts';
import { Sentence } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import type { Detail } from '../../domain/refusal.ts';
import type { Judgement } from '../../domain/rules/risk.ts';
import { isClosed } from '../../domain/rules/task.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { sha256 } from '../callers.ts';
import type { Api } from '../deps.ts';
import { contradicting, outcomeProblems, taskDefinitionOf } from '../outcomes.ts';
import { refusalOf } from '../problem.ts';
import { schemaOf } from '../reading/asked.ts';
import { acceptanceOf, sightOf } from '../reading/frozenFacts.ts';
import { keepableIn, riskOf } from '../reading/subject.ts';
import { peopleTyped } from './peopleTyped.ts';
import { sentenceOf } from './sentences.ts';
import { filledIn } from './taskForms.ts';
import { answerOf, placeAt, waiverField } from './views/answers.ts';
import { say, sentenceFor } from './words.ts';

/** Who posts a form, and which one: the same form posted twice is one answer. `isPresent`: they have signed in just now. */
export type Posting = { api: Api; by: By; isPresent: boolean; language: Language; form: string; body: Record<string, unknown> };
export type Asked = { task: Task; name: string; assignment?: number | undefined };

export type Answered =
  | { state: 'untouched'; task: Task }
  | { state: 'recorded'; task: Task }
  /** Shown again with what was typed. */
  | { state: 'refused'; task: Task; typed: Record<string, string>; problems: Record<string, string>; later?: true }
  /** Somebody else was first, or the task is no longer this person's: there is no form any more, but what was typed is given back. */
  | { state: 'ended'; task: Task; sentence: string; typed: Record<string, string> };

const atOnce = 5;

/** Completes every task of a posted form in which something was filled in, each by itself and each with its own result. */
export async function answerAll(posting: Posting, asked: readonly Asked[]): Promise<Answered[]> {
  const results: Answered[] = [];
  for (let n = 0; n < asked.length; n += atOnce)
    results.push(...(await Promise.all(asked.slice(n, n + atOnce).map((one) => answerOne(posting, one)))));
  return results;
}

async function answerOne(posting: Posting, { task, name, assignment }: Asked): Promise<Answered> {
  const { api, by, body } = posting;
  const last = await lastOf(api, task);
  const { typed, touched, outcome } = answerOf({ name, schema: schemaOf(task), last, before: await filledIn(api.store, task) }, body);
  if (!touched) return { state: 'untouched', task };
  if (isClosed(task.state)) return closedAnswer(posting, task, typed, outcome);
  if (task.approval === true && !posting.isPresent)
    return { state: 'refused', task, typed, problems: { '': say('signInAgain', posting.language) } };
  if (await hasMoved(posting, task, name))
    return refusedOrClosed(posting, task, typed, outcome, { '': say('changedSince', posting.language) });
  const problems = await problemsOf(posting, task, outcome, last !== undefined);
  if (Object.keys(problems).length > 0) return refusedOrClosed(posting, task, typed, outcome, problems);
  // With the answer in it: another answer in the same form is another request, not the first one again.
  const key = sha256(`form\n${posting.form}\n${by.person}\n${task.id}\n${canonicalize(outcome)}`);
  try {
    const done = await api.tasks.complete({
      task,
      by,
      key,
      repeated: true,
      outcome,
      ...(assignment !== undefined && { assignment }),
      ...waiverIn(body, name),
    });
    return { state: 'recorded', task: done };
  } catch (thrown) {
    return refusedAnswer(posting, thrown, task, typed, outcome);
  }
}

/** Whether what is decided on is not what stood on the page. */
async function hasMoved({ api: { store }, body }: Posting, task: Task, name: string): Promise<boolean> {
  const seen = body[`${name}.seen`];
  const acceptance = typeof seen === 'string' && seen !== '' ? await acceptanceOf(store, task) : undefined;
  return acceptance !== undefined && (await sightOf(store, acceptance)) !== seen;
}

/** The reason why duties are not separated, where the form asks for one. */
function waiverIn(body: Record<string, unknown>, name: string): { waiver?: string } {
  const parsed = Sentence.safeParse(body[`${name}.${waiverField}`]);
  return parsed.success ? { waiver: parsed.data } : {};
}

/** A task that was open when the form was read and is closed now was answered meanwhile, perhaps by this very form sent twice. */
async function refusedOrClosed(
  posting: Posting,
  task: Task,
  typed: Record<string, string>,
  outcome: Record<string, unknown>,
  problems: Record<string, string>,
): Promise<Answered> {
  const now = (await posting.api.store.tasks.get(task.id)) ?? task;
  return isClosed(now.state) ? closedAnswer(posting, now, typed, outcome) : { state: 'refused', task: now, typed, problems };
}

/** The same answer sent again is the recorded one; any other one, from a second window say, was not recorded, and that is said. */
function closedAnswer({ by, language }: Posting, task: Task, typed: Record<string, string>, outcome: Record<string, unknown>): Answered {
  const own = task.state === 'done' && task.closedBy?.person === by.person;
  const parsed = taskDefinitionOf(task).outcome.safeParse(outcome);
  if (own && parsed.success && canonicalize(parsed.data) === canonicalize(task.outcome)) return { state: 'recorded', task };
  return { state: 'ended', task, typed, sentence: say(own ? 'answered' : 'closed', language) };
}

async function lastOf({ store }: Api, task: Task): Promise<Record<string, unknown> | undefined> {
  const risk = await riskOf(store, task);
  return risk && keepableIn(task, risk);
}

async function refusedAnswer(
  posting: Posting,
  thrown: unknown,
  task: Task,
  typed: Record<string, string>,
  outcome: Record<string, unknown>,
): Promise<Answered> {
  const { language } = posting;
  const refusal = refusalOf(thrown);
  if (refusal === undefined) throw thrown;
  if (refusal.code === 'closed') return closedAnswer(posting, (await posting.api.store.tasks.get(task.id)) ?? task, typed, outcome);
  if (refusal.code === 'formerAssignment' || refusal.code === 'notYours')
    return { state: 'ended', task, typed, sentence: say('moved', language) };
  if (refusal.status === 503 || refusal.code === 'notOpenYet')
    return { state: 'refused', task, typed, problems: { '': say('unavailable', language) }, later: true };
  return { state: 'refused', task, typed, problems: { '': sentenceOf(refusal, language) } };
}

/** What is wrong with an answer, by field, in the reader's language. */
async function problemsOf(
  { api, language }: Posting,
  task: Task,
  outcome: Record<string, unknown>,
  judged: boolean,
): Promise<Record<string, string>> {
  const unknown = await peopleTyped(api.store, schemaOf(task), outcome, language);
  const parsed = taskDefinitionOf(task).outcome.safeParse(outcome, { reportInput: true });
  if (!parsed.success || Object.keys(unknown).length > 0)
    return {
      ...Object.fromEntries((parsed.error?.issues ?? []).map((issue) => [placeAt(issue.path), sentenceFor(issue, language)]).reverse()),
      ...unknown,
    };
  const problems = await outcomeProblems(api.store, task, parsed.data, api.clock.now());
  return Object.fromEntries(
    problems.map((problem) => {
      const place = problem.path.replace(/^outcome\./, '').split('.');
      return [
        placeAt(place),
        place.at(-1) === 'verdict' ? say(contradicting(outcome as Judgement, judged), language) : spoken(problem, language),
      ];
    }),
  );
}

const spoken = ({ message, de = say('wrong', 'de') }: Detail, language: Language): string => (language === 'en' ? message : de);

export type Commented = { recorded: boolean; problem?: string; later?: true };

/** A comment about one task of a page. */
export async function commentOn({ api, by, language, form, body }: Posting, task: Task | undefined): Promise<Commented> {
  const parsed = Sentence.safeParse(body.comment, { reportInput: true });
  const [issue] = parsed.error?.issues ?? [];
  if (!parsed.success || task === undefined)
    return { recorded: false, problem: issue === undefined ? say('closed', language) : sentenceFor(issue, language) };
  try {
    const key = sha256(`comment\n${form}\n${by.person}\n${task.id}\n${parsed.data}`);
    await api.tasks.give({ task, by, key }, { do: 'comment', text: parsed.data });
    return { recorded: true };
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (refusal === undefined) throw thrown;
    if (refusal.status === 503) return { recorded: false, problem: say('unavailable', language), later: true };
    return { recorded: false, problem: say('closed', language) };
  }
}
