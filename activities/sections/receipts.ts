import type { Task } from '../../domain/records/task.ts';
import { isClosed } from '../../domain/rules/task.ts';
import type { Outcome, Taken } from '../letters/types.ts';
import { askedIn, type Context } from './context.ts';
import type { Group } from './groups.ts';

/** A receipt of what the reader answered. */
export async function outcome({ store, reader }: Context, { run, tasks }: Group, first: Task): Promise<Outcome> {
  const asked = await store.tasks.find({ run: run.id, task: first.task, assignee: reader.id });
  const via = first.closedBy?.via;
  return {
    ...askedIn(run, first),
    ...{ kind: 'outcome', tasks: tasks.map(answeredLine), by: via === 'link' || via === 'token' ? via : 'login' },
    ...(via === 'link' && { address: reader.email }),
    ...{ open: asked.filter((task) => !isClosed(task.state)).length, due: first.due },
  };
}

const answeredLine = ({ id, about, closedAt, openedAt, outcome: answer, outcomeSchema }: Task): Outcome['tasks'][number] => ({
  ...{ task: id, reference: about, at: closedAt ?? openedAt, outcome: answer ?? {}, schema: JSON.parse(outcomeSchema) },
});

/** Nothing is asked of the reader any more: somebody else has it, or has decided. */
export async function taken({ names }: Context, { run, tasks, letters }: Group, first: Task): Promise<Taken> {
  const { to, by } = letters[0].facts as { to?: string; by?: string };
  return {
    ...askedIn(run, first),
    ...{ kind: 'taken', tasks: tasks.map(({ id, about }) => ({ task: id, reference: about })), due: first.due },
    ...{ to: to === undefined ? '' : await names(to), by: by === undefined ? undefined : await names(by) },
  };
}
