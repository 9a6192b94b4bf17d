import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { type Language, Sentence } from '../../domain/records/common.ts';
import type { Run } from '../../domain/records/run.ts';
import type { Task } from '../../domain/records/task.ts';
import { Refusal } from '../../domain/refusal.ts';
import { isClosed } from '../../domain/rules/task.ts';
import { places } from '../../domain/words/places.ts';
import { sha256 } from '../callers.ts';
import type { Api } from '../deps.ts';
import { taskDefinitionOf } from '../outcomes.ts';
import { byOf, type Caller } from '../policy.ts';
import { refusalOf } from '../problem.ts';
import { endRunBy } from '../runCommands.ts';
import { peopleById } from '../taskLines.ts';
import { formFits } from './signedIn.ts';
import type { CancelForm, ReassignForm } from './views/types.ts';
import { say, sentenceFor } from './words.ts';

type Managing = { api: Api; request: Request; caller: Caller; run: Run };

/** A form that was refused, with what was typed. */
export type Sent = {
  status?: number;
  problem?: string;
  key?: string;
  reassign?: { task: string; to: string; reason: string };
  cancel?: string;
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const fieldsIn = (request: Request) => (request.body ?? {}) as Record<string, unknown>;

/** Gives one open task of the run to somebody else. Undefined when it is done. */
export async function reassignTask({ api, request, caller, run }: Managing): Promise<Sent | undefined> {
  const body = fieldsIn(request);
  const typed = { task: textOf(body.task), to: textOf(body.to), reason: textOf(body.reason) };
  const { language } = caller.person;
  return refusedOrDone(api, request, language, { reassign: typed }, async (key) => {
    const task = await api.store.tasks.first({ _id: typed.task, run: run.id });
    if (task === undefined || typed.to === '') throw new Refusal(422, 'choice', say('choice', language));
    const reason = sentenceIn(typed.reason, language);
    if (task.assignee === typed.to) return;
    const sent = { task, by: byOf(caller), key: sha256(`${key}\n${task.id}\n${typed.to}\n${reason}`) };
    await api.tasks.give(sent, { do: 'reassign', to: typed.to, reason });
  });
}

/** Ends the run. Undefined when it is done. */
export async function cancelRun({ api, request, caller, run }: Managing): Promise<Sent | undefined> {
  const { language } = caller.person;
  const typed = textOf(fieldsIn(request).reason);
  return refusedOrDone(api, request, language, { cancel: typed }, async (key) => {
    const reason = sentenceIn(typed, language);
    if (run.status === 'open') await endRunBy(api, run, { by: caller, reason, key: sha256(`${key}\n${run.id}`) });
  });
}

async function refusedOrDone(
  api: Api,
  request: Request,
  language: Language,
  typed: Sent,
  work: (key: string) => Promise<void>,
): Promise<Sent | undefined> {
  const key = textOf(fieldsIn(request).key).slice(0, 100);
  if (!formFits(api, request)) return { ...typed, status: 403, problem: say('expired', language) };
  try {
    await work(`managing\n${key}`);
    return undefined;
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (refusal === undefined) throw thrown;
    return { ...typed, key, status: refusal.status, problem: sentenceOf(refusal, language) };
  }
}

function sentenceOf({ code, status, message }: Refusal, language: Language): string {
  if (status === 503) return say('unavailable', language);
  if (code === 'closed') return say('closed', language);
  const isOurs = code === 'choice' || code === 'sentence';
  return isOurs || language === 'en' ? message : say('wrong', language);
}

function sentenceIn(text: string, language: Language): string {
  const parsed = Sentence.safeParse(text, { reportInput: true });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal(422, 'sentence', issue === undefined ? say('wrong', language) : sentenceFor(issue, language));
}

/** The form that gives a task to somebody else; undefined when no task is open. */
export async function reassignForm(
  api: Api,
  { person: { language } }: Caller,
  run: Run,
  tasks: readonly Task[],
  sent: Sent,
): Promise<ReassignForm | undefined> {
  const open = tasks.filter(({ state }) => !isClosed(state));
  if (open.length === 0) return undefined;
  const assignees = open.map(({ assignee }) => assignee);
  const [asked, people] = await Promise.all([peopleById(api, assignees), api.store.people.find({ status: 'active' })]);
  return {
    ...{ action: `${places.run(run.id)}/reassignment`, key: sent.key ?? randomUUID() },
    tasks: open.map((task) => ({
      ...{ task: task.id, reference: task.about, title: taskDefinitionOf(task).title[language] },
      who: asked.get(task.assignee)?.name ?? task.assignee,
    })),
    people: people.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, language)),
    ...(sent.reassign && { typed: sent.reassign, problem: sent.problem }),
  };
}

export const cancelForm = (run: Run, sent: Sent): CancelForm => ({
  ...{ action: `${places.run(run.id)}/cancellation`, key: sent.key ?? randomUUID() },
  ...(sent.cancel !== undefined && { typed: sent.cancel, problem: sent.problem }),
});
