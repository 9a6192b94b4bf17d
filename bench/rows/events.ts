import { startTaskWorkflow } from '../../activities/taskWorkflow.ts';
import { systemNow, toInstant, toMs } from '../../domain/clock.ts';
import type { Task } from '../../domain/records/task.ts';
import { append } from '../../models/trail.ts';
import { type Bare, startBare } from '../bare/bare.ts';
import { addOwners, addRisks } from '../servers/organization.ts';
import type { Product } from '../servers/product.ts';
import { allAreOpen, answering, confirmAndClose, judgement, openReview, periodOf, tasksOf } from '../servers/review.ts';
import { until } from '../servers/until.ts';
import type { Figure } from '../statistics/figure.ts';
import type { Row } from './row.ts';

const risks = 4;
const rungs = [8 * 86_400_000];
const betweenRungsMs = 1_500;

type Answer = ReturnType<typeof answering>;
type History = string[];

/** What a task and a run leave in their histories; exact, whatever the machine does meanwhile. Says whether the bare ones still have the same shape. */
export const events: Row = {
  key: 'events',
  what: 'Events in the histories of a task and a run',
  async measure({ product: start }) {
    const product = await start();
    const owners = await addOwners(product.store, 2);
    await addRisks(product.store, owners, 1, risks);
    const bare = await startBare(product);
    try {
      const ours = await reviewed(product, answering(product, owners));
      const theirs = await bareReviewed(product, bare);
      return {
        figures: [
          eventsOf('Events of a task done at once', 16, ours.task, theirs.task),
          eventsOf('Events of a task whose whole ladder was climbed', 50, ours.ladder),
        ],
        notes: [...sameShape('task', ours.task, theirs.task), ...sameShape('run', ours.run, theirs.run)],
        raw: { ours, theirs },
      };
    } finally {
      await bare.stop();
    }
  },
};

const eventsOf = (what: string, atMost: number, history: History, bare?: History): Figure => ({
  ...{ what, target: { atMost }, unit: '', rounds: [history.length] },
  ...(bare !== undefined && { beside: `bare ${bare.length}` }),
});

/** Ratios compare like with like only as long as both do the same. How often a workflow was woken for it is a matter of timing. */
function sameShape(what: string, ours: History, theirs: History): string[] {
  const shape = (history: History) => history.filter((type) => !type.startsWith('workflowTask')).sort();
  const differ = [...new Set([...ours, ...theirs])].filter(
    (type) => shape(ours).filter((one) => one === type).length !== shape(theirs).filter((one) => one === type).length,
  );
  return differ.length === 0
    ? []
    : [`The bare ${what} has lost the product's shape (${differ.join(', ')}): bring bench/bare/workflows.ts up to it.`];
}

async function reviewed(product: Product, answer: Answer): Promise<Record<'task' | 'ladder' | 'run', History>> {
  const run = await openReview(product, periodOf(0));
  await allAreOpen(product, run, risks);
  const tasks = await tasksOf(product, run);
  const [first] = tasks;
  if (first === undefined) throw new Error('the review asks nobody');
  const ladder = await climbed(product, first, answer);
  for (const task of tasks) await answer(task);
  await confirmAndClose(product, run);
  return { task: await historyOf(product, first.id), ladder, run: await historyOf(product, run) };
}

async function bareReviewed(product: Product, bare: Bare): Promise<Record<'task' | 'run', History>> {
  const items = Array.from({ length: risks }, (_, n) => `task-${n}`);
  const areOpen = (count: number) => until('the bare tasks are open', async () => (await bare.count('taskOpened')) >= count);
  await bare.startRun({ id: 'bareReview', items, rungs });
  await areOpen(risks);
  for (const item of items) await bare.answer(`bareReview/${item}`, judgement);
  await areOpen(risks + 1);
  await bare.answer('bareReview/confirm', judgement);
  return { run: await historyOf(product, 'bareReview'), task: await historyOf(product, 'bareReview/task-0') };
}

/** The types of all events of a workflow, once it is closed. */
async function historyOf({ client }: Product, id: string): Promise<History> {
  const handle = client.workflow.getHandle(id);
  await handle.result();
  const { events: all } = await handle.fetchHistory();
  return (all ?? []).map(typeOf);
}

/** An event carries the attributes of its type under that type's name. */
const typeOf = (event: object): string =>
  Object.keys(event)
    .find((key) => key.endsWith(attributes))
    ?.slice(0, -attributes.length) ?? 'unknown';
const attributes = 'EventAttributes';

/** Another task like this one whose rungs are a moment apart, answered after the last of them. */
async function climbed(product: Product, like: Task, answer: Answer): Promise<History> {
  const { store } = product;
  const id = like.id.replace(/\d+$/, '2');
  const first = toMs(systemNow()) + betweenRungsMs;
  const soon = like.rungs.map((rung, n) => ({ ...rung, at: toInstant(first + n * betweenRungsMs) }));
  const task = { ...like, id, attempt: 2, rungs: soon };
  const entry = await store.trail.get(`task/${like.id}#1`);
  if (entry === undefined) throw new Error(`${like.id} has no trail`);
  await append(store, { ...entry, chain: `task/${id}`, data: { ...entry.data, rungs: soon.map(({ state: _state, ...rung }) => rung) } });
  await store.tasks.insert(task);
  await startTaskWorkflow(product, task);
  await until('the last rung', async () => (await store.tasks.get(id))?.rungs.every(({ state }) => state !== 'pending') ?? false);
  await answer(task);
  return historyOf(product, id);
}
