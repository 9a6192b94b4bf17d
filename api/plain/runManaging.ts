import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { Sentence } from '../../domain/records/common.ts';
import type { Run } from '../../domain/records/run.ts';
import type { Task } from '../../domain/records/task.ts';
import { isClosed } from '../../domain/rules/task.ts';
import { places } from '../../domain/words/places.ts';
import { speakerOf } from '../../domain/words/speaker.ts';
import { isPresent, sha256 } from '../callers.ts';
import type { Api } from '../deps.ts';
import { taskDefinitionOf } from '../outcomes.ts';
import { byOf, type Caller } from '../policy.ts';
import { refusalOf } from '../problem.ts';
import { readerOf } from '../reading/reader.ts';
import { endRunBy } from '../runCommands.ts';
import { peopleById } from '../taskLines.ts';
import { formsFor, mayGive, type SentForm } from './commandForms.ts';
import { chosenOf, giveAll, isCommand, pageKeyOf, typedIn } from './commands.ts';
import { sentenceOf } from './sentences.ts';
import { formFits } from './signedIn.ts';
import type { CancelForm, CommandName, RunPage, RunRequest } from './views/types.ts';
import { say, sentenceFor } from './words.ts';

type Managing = { api: Api; request: Request; caller: Caller; run: Run };

/** A form that was refused, with what was typed. */
export type Sent = { status?: number; key?: string; command?: SentForm; cancel?: { reason: string; problem: string } };

/** What the ISMS manager does with tasks of a run. */
const managing: readonly CommandName[] = ['decideExtension', 'reassign', 'waive'];

const fieldsIn = (request: Request) => (request.body ?? {}) as Record<string, unknown>;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const keyIn = (request: Request): string => textOf(fieldsIn(request).key).slice(0, 120);

const openIn = (tasks: readonly Task[]): Task[] => tasks.filter(({ state }) => !isClosed(state));

/** Gives a command to one of the run's tasks, or to all for which it may be given. The name of the command when it is done. */
export async function commandTasks({ api, request, caller, run }: Managing): Promise<Sent | CommandName> {
  const body = fieldsIn(request);
  const { language } = caller.person;
  if (!isCommand(body.action) || !managing.includes(body.action)) return { status: 422 };
  const command = body.action;
  const refused = (status: number, problem: string): Sent => ({
    ...{ status, key: pageKeyOf(keyIn(request)), command: { command, typed: typedIn(body), problem } },
  });
  if (!formFits(api, request)) return refused(403, say('expired', language));
  const open = openIn(await api.store.tasks.find({ run: run.id }));
  const offered = body.task === '*' ? open.filter((task) => mayGive(task, byOf(caller), command) !== 'no') : open;
  const asked = chosenOf(body, offered, ({ id }) => id).map((task) => ({ task, name: task.id }));
  const done = await giveAll({ api, by: byOf(caller), isPresent: isPresent(caller), body, language, form: keyIn(request) }, command, asked);
  return done.problem === undefined ? command : refused(done.later ? 503 : 422, done.problem);
}

/** Ends the run. */
export async function cancelRun({ api, request, caller, run }: Managing): Promise<Sent | 'cancelled'> {
  const { language } = caller.person;
  const reason = textOf(fieldsIn(request).reason);
  const refused = (status: number, problem: string): Sent => ({ status, key: keyIn(request), cancel: { reason, problem } });
  if (!formFits(api, request)) return refused(403, say('expired', language));
  const parsed = Sentence.safeParse(reason, { reportInput: true });
  const [issue] = parsed.error?.issues ?? [];
  if (!parsed.success) return refused(422, issue === undefined ? say('wrong', language) : sentenceFor(issue, language));
  try {
    if (run.status === 'open')
      await endRunBy(api, run, { by: caller, reason: parsed.data, key: sha256(`managing\n${keyIn(request)}\n${run.id}`) });
    return 'cancelled';
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (refusal === undefined) throw thrown;
    return refused(refusal.status, sentenceOf(refusal, language));
  }
}

type Shown = { all: readonly Task[]; shown: readonly Task[]; page: number };

/** The forms for the open tasks of the run, to choose from those on this page; undefined when none is open. */
export async function commandsIn(
  api: Api,
  caller: Caller,
  run: Run,
  { all, shown, page }: Shown,
  sent: Sent,
): Promise<RunPage['commands']> {
  const { language } = caller.person;
  const { calendar } = await readerOf(api, caller.person);
  const [asked, people] = await Promise.all([
    peopleById(
      api,
      shown.map(({ assignee }) => assignee),
    ),
    api.store.people.find({ status: 'active' }),
  ]);
  const { t } = speakerOf({ language, zone: calendar.zone, now: api.clock.now() });
  const whatOf = (task: Task) => [task.about, taskDefinitionOf(task).title[language]].filter((part) => part !== undefined).join(' ');
  const forms = formsFor(managing, openIn(all), {
    ...{ by: byOf(caller), calendar, now: api.clock.now(), sent: sent.command, nameOf: ({ id }) => id },
    isListed: (task) => shown.includes(task),
    labelOf: (task) => t('page:run.taskOf', { what: whatOf(task), who: asked.get(task.assignee)?.name ?? task.assignee }),
    people: people.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, language)),
  });
  return forms.length === 0 ? undefined : { action: `${places.run(run.id)}/tasks?page=${page}`, key: sent.key ?? randomUUID(), forms };
}

/** What people ask for in this run, and nobody has decided. */
export async function requestsIn(api: Api, { person: { language } }: Caller, tasks: readonly Task[]): Promise<RunRequest[]> {
  const asking = openIn(tasks).filter(({ deciders, handOver }) => deciders !== undefined || handOver !== undefined);
  const people = await peopleById(
    api,
    asking.flatMap(({ extensions = [], handOver }) => [
      ...extensions.map(({ askedBy }) => askedBy),
      handOver?.askedBy ?? '',
      handOver?.to ?? '',
    ]),
  );
  const nameOf = (id: string) => people.get(id)?.name ?? id;
  return asking.flatMap((task) => {
    const about = { task: task.id, reference: task.about, title: taskDefinitionOf(task).title[language], due: task.due };
    const time = task.extensions?.find(({ state }) => state === 'asked');
    const { handOver } = task;
    return [
      ...(time === undefined ? [] : [{ ...about, by: nameOf(time.askedBy), until: time.until, reason: time.reason }]),
      ...(handOver === undefined
        ? []
        : [{ ...about, by: nameOf(handOver.askedBy), to: handOver.to && nameOf(handOver.to), reason: handOver.reason }]),
    ];
  });
}

export const cancelForm = (run: Run, { key, cancel }: Sent): CancelForm => ({
  ...{ action: `${places.run(run.id)}/cancellation`, key: cancel === undefined ? randomUUID() : (key ?? randomUUID()) },
  ...(cancel !== undefined && { typed: cancel.reason, problem: cancel.problem }),
});
