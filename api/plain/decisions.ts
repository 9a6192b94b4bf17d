import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Task } from '../../domain/records/task.ts';
import { places } from '../../domain/words/places.ts';
import { isPresent } from '../callers.ts';
import type { Api } from '../deps.ts';
import { byOf, type Caller } from '../policy.ts';
import { readerOf } from '../reading/reader.ts';
import { formsFor, type Making, mayGive, notTakenOf, type SentForm } from './commandForms.ts';
import { giveAll, isCommand, pageKeyOf, typedIn } from './commands.ts';
import { historyOf } from './history.ts';
import { formFits, signedInFrame } from './signedIn.ts';
import { groupOf } from './taskForms.ts';
import { receiptOf } from './taskPages.ts';
import { decisionPage } from './views/decisionPage.tsx';
import type { CommandName, DecisionPage } from './views/types.ts';
import { say } from './words.ts';

type What = DecisionPage['what'];

const decisions: Record<What, readonly CommandName[]> = {
  confirm: ['confirm', 'return'],
  extension: ['decideExtension'],
  handOver: ['reassign'],
  waits: [],
};

/** What this reader may decide about the task now; `waits` when it is theirs and waits for somebody else, undefined when neither. */
export function decisionAbout(task: Task, caller: Caller): What | undefined {
  const may = (command: CommandName) => mayGive(task, byOf(caller), command) !== 'no';
  if (task.state === 'submitted' && may('confirm')) return 'confirm';
  if (may('decideExtension')) return 'extension';
  if (task.handOver !== undefined && may('reassign')) return 'handOver';
  return task.state === 'submitted' ? 'waits' : undefined;
}

/** The page of one decision. */
export async function showDecision(
  api: Api,
  request: Request,
  response: Response,
  caller: Caller,
  task: Task,
  sent?: SentForm,
): Promise<void> {
  const what = decisionAbout(task, caller) ?? 'waits';
  const reader = await readerOf(api, caller.person);
  const by = byOf(caller);
  const nameOf = async (id: string | undefined) => (id === undefined ? '' : ((await api.store.people.get(id))?.name ?? id));
  const isAsked = task.assignee === caller.id || task.onBehalfOf === caller.id;
  const [group] = await groupOf(reader, [task], new Map(), new Map(), {
    as: by,
    askedOf: isAsked ? undefined : await nameOf(task.assignee),
  });
  if (group === undefined) throw new Error('a task makes a group');
  const asked = task.extensions?.find(({ state }) => state === 'asked');
  const who = { confirm: task.answeredBy?.person, extension: asked?.askedBy, handOver: task.handOver?.askedBy, waits: task.confirmer }[
    what
  ];
  const making = {
    by,
    calendar: reader.calendar,
    now: api.clock.now(),
    sent,
    nameOf: ({ id }: Task) => id,
    labelOf: ({ id }: Task) => id,
    nameOfPerson: nameOf,
  };
  const commands = await commandsFor(what, task, making);
  response.status(sent === undefined ? 200 : 422).send(
    decisionPage({
      ...(await signedInFrame(api, request, caller)),
      ...notTakenOf(commands, sent),
      ...{
        what,
        who: await nameOf(who),
        asked: await nameOf(task.assignee),
        action: places.task(task.id),
        key: keyOf(request) ?? randomUUID(),
      },
      ...{ group, cameBack: task.returned ?? 0, history: await historyOf(api, task), commands },
      ...(task.answeredAt !== undefined && { answer: await receiptOf(reader, task) }),
      ...(sent?.command === 'confirm' && !isPresent(caller) && { signInAgain: places.signInAgain(places.task(task.id)) }),
      ...(what === 'extension' && { until: asked?.until, reason: asked?.reason }),
      ...(what === 'handOver' && { reason: task.handOver?.reason, handOverTo: await nameOf(task.handOver?.to) }),
    }),
  );
}

/** The forms of this decision; who also asked for somebody else has named them, or left it open. */
async function commandsFor(what: What, task: Task, making: Making & { nameOfPerson(id: string | undefined): Promise<string> }) {
  const { handOver } = task;
  const both: CommandName[] = what === 'extension' && handOver !== undefined ? ['reassign'] : [];
  const to = await making.nameOfPerson(handOver?.to);
  return formsFor([...decisions[what], ...both], [task], making).map((form) => ({
    ...form,
    ...(form.command === 'reassign' && form.typed === undefined && { typed: { to } }),
  }));
}

const bodyOf = (request: Request) => (request.body ?? {}) as Record<string, unknown>;
const keyOf = (request: Request): string | undefined => {
  const { key } = bodyOf(request);
  return typeof key === 'string' && /^[\w-]{1,120}$/.test(key) ? pageKeyOf(key) : undefined;
};

/** What was decided on that page; what is refused comes back with what was typed. */
export async function decide(api: Api, request: Request, response: Response, caller: Caller, task: Task): Promise<void> {
  const body = bodyOf(request);
  const { language } = caller.person;
  if (!isCommand(body.action)) return showDecision(api, request, response, caller, task);
  const command = body.action;
  const refused = (problem: string) => showDecision(api, request, response, caller, task, { command, typed: typedIn(body), problem });
  if (!formFits(api, request)) return refused(say('expired', language));
  const posting = { api, by: byOf(caller), isPresent: isPresent(caller), body, language, form: String(body.key ?? '').slice(0, 120) };
  const done = await giveAll(posting, command, [{ task, name: task.id }]);
  if (done.problem !== undefined) return refused(done.problem);
  response.redirect(303, `${places.myTasks}?notice=${command}`);
}
