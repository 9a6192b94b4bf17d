import { startTaskWorkflow } from '../../activities/taskWorkflow.ts';
import type { Task } from '../../domain/records/task.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import { appendFirst } from '../../models/trail.ts';
import type { Product } from './product.ts';
import { inFlight, until } from './until.ts';

const startsAtOnce = 40;

/** A task like the one given, as another attempt of the same question. */
const another = (task: Task, attempt: number): Task => ({ ...task, attempt, id: task.id.replace(/\d+$/, String(attempt)) });

/**
 * Opens more tasks like the given ones, `from` to `to` in all, without a run around them: first the documents, then the workflows, which go on
 * from them as after a restart; last their trails, so that nothing is told to anybody again.
 */
export async function openMore(product: Product, like: readonly Task[], from: number, to: number): Promise<Task[]> {
  const { store } = product;
  const tasks = Array.from({ length: to - from }, (_, n) => another(like[n % like.length] as Task, from + n + 1));
  const firsts = new Map(
    (await store.trail.find({ id: { $in: like.map(({ id }) => `task/${id}#1`) } })).map((entry) => [entry.chain, entry]),
  );
  await inChunks(tasks, (chunk) => store.tasks.insertMissing(chunk));
  await inFlight(tasks, startsAtOnce, (task) => startTaskWorkflow(product, task));
  await inFlight(tasks.slice(-startsAtOnce * 2), startsAtOnce, (task) => isOpen(product, task));
  await inChunks(tasks, (chunk) =>
    appendFirst(
      store,
      chunk.map((task, n) => firstOf(task, firsts.get(`task/${like[n % like.length]?.id}`))),
    ),
  );
  return tasks;
}

function firstOf(task: Task, entry: TrailEntry | undefined) {
  if (entry === undefined) throw new Error(`there is no trail to copy for ${task.id}`);
  const { at, actor, event, data } = entry;
  return { chain: `task/${task.id}`, at, actor, event, data };
}

/** Seven events: it has started, has read its document and waits for its first rung. */
const isOpen = ({ client }: Product, { id }: Task): Promise<void> =>
  until(`${id} is open`, async () => (await client.workflow.getHandle(id).describe()).historyLength >= 6);

async function inChunks<T>(all: readonly T[], work: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let n = 0; n < all.length; n += 500) await work(all.slice(n, n + 500));
}
