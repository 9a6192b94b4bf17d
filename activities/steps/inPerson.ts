import type { Instant } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { notFound } from '../../domain/refusal.ts';
import { apply, eventOf, refusal } from '../../domain/rules/task.ts';
import type { Command, TaskRefusal } from '../../domain/rules/taskShape.ts';
import { factsOf } from '../../domain/taskFacts.ts';
import type { Store } from '../../models/store.ts';
import { append, type NewEntry } from '../../models/trail.ts';
import type { Deps } from '../deps.ts';
import type { Post } from '../post.ts';
import { carryOut, catchUp, chainOfTask } from './carryOut.ts';
import { afterOf } from './changes.ts';
import { type CommandStep, happened } from './happened.ts';

type Carrying = Pick<Deps, 'store' | 'client' | 'clock'>;

/** What became of a command: the task as it is then, and why it was refused, if it was. */
export type Given = { task: Task; refused?: TaskRefusal };

/**
 * Gives a command to a task that has no workflow: the next place in its chain is the guard. Of two who race for it one is recorded, and the other is
 * judged anew by what the task is then. `at` is the organization's time.
 */
export async function giveInPerson(deps: Carrying, post: Post, id: string, command: Command, at: Instant): Promise<Given> {
  for (;;) {
    const task = await existing(deps.store, id);
    const facts = factsOf(task);
    const refused = refusal(facts, command);
    if (refused !== undefined) return { task, refused };
    const step: CommandStep = {
      ...{ task: id, seq: task.seq + 1, at, execution, facts: apply(facts, command) },
      ...{ event: eventOf(facts, command), command, from: task.assignee },
    };
    const { actor, data, texts } = await happened(deps.store, task, step, at);
    const entry = { actor, event: step.event, data: { ...data, ...afterOf(step.facts) }, ...(texts && { texts }) };
    if (await recordNext(deps, post, task, { ...entry, at })) return { task: await existing(deps.store, id) };
  }
}

/** Where the steps of a task are counted by its workflow, there is its execution; here nobody counts but the chain. */
const execution = 'inPerson';

/** False where another entry stands there already; then what follows from that one is carried out, in case its writer has died. */
async function recordNext(deps: Carrying, post: Post, task: Task, entry: Omit<NewEntry, 'chain' | 'seq'>): Promise<boolean> {
  const { entry: stored, written } = await append(deps.store, { ...entry, chain: chainOfTask(task.id), seq: task.seq + 1 });
  if (written) await carryOut(deps, post, task, stored);
  else await catchUp(deps, post, task);
  return written;
}

async function existing(store: Store, id: string): Promise<Task> {
  const task = await store.tasks.get(id);
  if (task === undefined) throw notFound();
  return task;
}
