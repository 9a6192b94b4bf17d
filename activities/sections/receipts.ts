import type { Task } from '../../domain/records/task.ts';
import { unansweredStates } from '../../domain/rules/task.ts';
import type { Outcome, Taken } from '../letters/types.ts';
import { askedIn, type Context, dueDatesOf, referenceOf, referencesOf } from './context.ts';
import { goesOn } from './decisions.ts';
import type { Group } from './groups.ts';

/** A receipt of what the reader answered. */
export async function outcome(context: Context, { run, tasks }: Group, first: Task): Promise<Outcome> {
  const { store, reader, names } = context;
  const alike = first.approval === true ? { process: run.process } : { run: run.id };
  const asked = await store.tasks.pick({ assignee: reader.id, state: { $in: [...unansweredStates] }, task: first.task, ...alike }, ['due']);
  const via = (first.answeredBy ?? first.closedBy)?.via;
  return {
    ...askedIn(run, tasks),
    ...{
      kind: 'outcome',
      tasks: await Promise.all(tasks.map((task) => answeredLine(context, task))),
      by: via === 'link' || via === 'token' ? via : 'login',
    },
    ...(via === 'link' && { address: reader.email }),
    ...(first.state === 'submitted' && first.confirmer !== undefined && { waitsFor: await names(first.confirmer) }),
    ...((await goesOn(store, tasks)) && { toApprove: true }),
    ...{ open: asked.length, due: dueDatesOf(asked).first ?? first.due },
  };
}

async function answeredLine(context: Context, task: Task): Promise<Outcome['tasks'][number]> {
  const { id, answeredAt, closedAt, openedAt, outcome: answer = {}, outcomeSchema } = task;
  const reference = await referenceOf(context, task);
  return { task: id, reference, at: answeredAt ?? closedAt ?? openedAt, outcome: answer, schema: JSON.parse(outcomeSchema) };
}

/** Nothing is asked of the reader any more: somebody else has it, or has decided. */
export async function taken(context: Context, { run, tasks, letters }: Group, first: Task): Promise<Taken> {
  const { names } = context;
  const { to, by, how, confirming } = letters[0].facts as { to?: string; by?: string; how?: Taken['how']; confirming?: boolean };
  return {
    ...askedIn(run, tasks),
    ...{ kind: 'taken', tasks: await referencesOf(context, tasks), due: first.due, how },
    ...{ to: to === undefined ? undefined : await names(to), by: by === undefined ? undefined : await names(by) },
    ...(confirming === true && { confirming: { by: await names(first.answeredBy?.person ?? first.assignee) } }),
  };
}
