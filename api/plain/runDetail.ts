import type { Request, Response, Router } from 'express';
import type { Person } from '../../domain/records/person.ts';
import type { Run } from '../../domain/records/run.ts';
import type { Task } from '../../domain/records/task.ts';
import type { TaskLine } from '../../domain/records/taskLine.ts';
import { notFound, Refusal } from '../../domain/refusal.ts';
import { isClosed } from '../../domain/rules/task.ts';
import { places } from '../../domain/words/places.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import type { Api } from '../deps.ts';
import { gatesNow } from '../gatesNow.ts';
import { numbersOf } from '../numbers.ts';
import { byOf, type Caller, manages, seesAll } from '../policy.ts';
import { mayComplete } from '../reading/whoMayAnswer.ts';
import { peopleById, taskLines } from '../taskLines.ts';
import { notTakenOf } from './commandForms.ts';
import { isCommand } from './commands.ts';
import { decisionAbout } from './decisions.ts';
import { cancelForm, cancelRun, commandsIn, commandTasks, requestsIn, type Sent } from './runManaging.ts';
import { readerFrom, signedInFrame } from './signedIn.ts';
import { answeredAt } from './taskForms.ts';
import { runPage } from './views/runPage.tsx';
import type { RunHead, RunPage, RunTask } from './views/types.ts';

const tasksShown = 50;

export async function overseer(api: Api, request: Request): Promise<Caller> {
  const caller = await readerFrom(api, request);
  if (!seesAll(caller)) throw notFound();
  return caller;
}

const noticeOf = (given: unknown): RunPage['notice'] =>
  given === 'started' || given === 'cancelled' || isCommand(given) ? given : undefined;

/** One run with promised against actual; what the ISMS manager may do with it stands below. */
export function runDetail(router: Router, api: Api): void {
  const one = `${places.runs}/:id`;
  router.get(one, async (request, response) => {
    await show(api, request, response, await overseer(api, request), {}, noticeOf(request.query.notice));
  });
  for (const [path, act] of [
    [`${one}/tasks`, commandTasks],
    [`${one}/cancellation`, cancelRun],
  ] as const)
    router.post(path, async (request, response) => {
      const caller = await overseer(api, request);
      if (!manages(caller)) throw new Refusal(403, 'forbidden', 'Your roles do not allow this.');
      const run = await runOf(api, request);
      const acted = await act({ api, request, caller, run });
      if (typeof acted === 'string') return response.redirect(303, `${places.run(run.id)}?notice=${acted}`);
      await show(api, request, response, caller, acted);
    });
}

async function runOf({ store }: Api, request: Request): Promise<Run> {
  const run = await store.runs.get(String(request.params.id));
  if (run === undefined) throw notFound();
  return run;
}

async function show(api: Api, request: Request, response: Response, caller: Caller, sent: Sent, notice?: RunPage['notice']): Promise<void> {
  const run = await runOf(api, request);
  const tasks = await api.store.tasks.find({ run: run.id }, { sort: { due: 1, _id: 1 } });
  const last = Math.max(1, Math.ceil(tasks.length / tasksShown));
  const number = Math.min(last, Math.max(1, Math.floor(Number(request.query.page)) || 1));
  const at = (n: number) => (n < 1 || n > last ? undefined : `${places.run(run.id)}?page=${n}`);
  const shown = tasks.slice((number - 1) * tasksShown, number * tasksShown);
  const managing = run.status === 'open' && manages(caller);
  const commands = managing ? await commandsIn(api, caller, run, { all: tasks, shown, page: number }, sent) : undefined;
  response.status(sent.status ?? 200).send(
    runPage({
      ...(await signedInFrame(api, request, caller)),
      ...headOf(run, numbersOf(tasks, api.clock.now()), await peopleById(api, [run.openedBy.person])),
      ...{
        tasks: await rowsOf(api, caller, shown),
        gates: run.status === 'open' ? await gatesNow(api, run) : run.gates,
      },
      ...{ next: at(number + 1), previous: at(number - 1), notice },
      ...{ requests: await requestsIn(api, caller, tasks) },
      ...notTakenOf(commands?.forms ?? [], sent.command),
      ...(managing && { commands, cancel: cancelForm(run, sent) }),
    }),
  );
}

export function headOf(run: Run, numbers: RunHead['numbers'], people: Map<string, Person>): RunHead {
  const definition = definitionOf(run.process);
  if (definition === undefined) throw new Error(`there is no process ${run.process}`);
  const { id, period, status, outcome, openedAt, closedAt, supersededBy, reason } = run;
  return {
    ...{ id, period, status, outcome, openedAt, closedAt, supersededBy, reason, numbers },
    process: { title: definition.title, clauses: definition.clauses },
    openedBy: people.get(run.openedBy.person)?.name ?? '',
  };
}

async function rowsOf(api: Api, caller: Caller, tasks: readonly Task[]): Promise<RunTask[]> {
  const lines = new Map((await taskLines(api, caller.person.language, tasks)).map((line) => [line.id, line]));
  return tasks.flatMap((task) => {
    const line = lines.get(task.id);
    return line === undefined ? [] : [{ ...rowOf(line), answer: answerAt(task, caller) }];
  });
}

const rowOf = ({ id, about, assigneeName, onBehalfOfName, confirmerName, workingDaysLeft, closedBy, ...line }: TaskLine): RunTask => ({
  ...{ task: id, reference: about, title: line.title, who: assigneeName, promised: line.promised, due: line.due, closedAt: line.closedAt },
  ...{ onBehalfOf: onBehalfOfName, confirmer: confirmerName, extended: line.extended, asksUntil: line.asksUntil },
  ...{ asksHandOver: line.asksHandOver, state: line.state, left: workingDaysLeft, level: line.level, undeliverable: line.undeliverable },
  by: closedBy?.via === 'link' || closedBy?.via === 'login' || closedBy?.via === 'token' ? closedBy.via : undefined,
});

/** Where this reader may answer it: with all of theirs, or by itself when it is asked of somebody else. */
function answerAt(task: Task, caller: Caller): string | undefined {
  if (isClosed(task.state)) return undefined;
  if (decisionAbout(task, caller) === 'confirm') return places.task(task.id);
  if (!mayComplete(task, byOf(caller))) return undefined;
  return task.assignee === caller.id ? answeredAt(task) : places.task(task.id);
}
