import type { Task } from '../../domain/records/task.ts';
import type { Owner } from './organization.ts';
import type { Product } from './product.ts';
import { until } from './until.ts';

export const judgement = { likelihood: 1, consequence: 1, verdict: 'keep', reason: 'Nothing has changed since.' };
const confirmation = { consistent: true, newRisks: 0, note: 'Read side by side, and consistent.' };

/** Quarters far ahead, each for one review, which no schedule opens: `periodOf(0)` is 2040-Q1. */
export const periodOf = (n: number): string => `${2040 + Math.floor(n / 4)}-Q${(n % 4) + 1}`;

/** Opens a review of all active risks; returns its id. */
export async function openReview({ manager }: Product, period: string): Promise<string> {
  const { id } = await manager<{ id: string }>('POST', '/processes/riskReview/runs', { subject: { period, scope: 'all' } });
  return id;
}

export const allAreOpen = ({ store }: Product, run: string, count: number): Promise<void> =>
  until('all tasks are open', async () => (await store.tasks.count({ run })) >= count);

/** Nobody has mail that is not handed over yet. */
export const allIsMailed = ({ store }: Product): Promise<void> =>
  until('all mail is out', async () => {
    for (const state of ['pending', 'sending']) if ((await store.letters.first({ state })) !== undefined) return false;
    return true;
  });

export const tasksOf = ({ store }: Product, run: string): Promise<Task[]> => store.tasks.find({ run, task: 'reassess' });

/** Answers a task as its owner, by the API. */
export function answering(product: Product, owners: readonly Owner[]): (task: Pick<Task, 'id' | 'assignee'>) => Promise<unknown> {
  const asking = new Map(owners.map(({ id, token }) => [id, product.as(token)]));
  return async ({ id, assignee }) => complete(asking.get(assignee) ?? product.manager, id, judgement);
}

const complete = (ask: Product['manager'], task: string, outcome: object): Promise<unknown> =>
  ask('POST', `/tasks/${encodeURIComponent(task)}/completion`, { outcome });

/** Gives the last answer of a review, and waits until it is closed. */
export async function confirmAndClose(product: Product, run: string): Promise<void> {
  const { store, manager } = product;
  const confirm = `${run}/confirm/-/1`;
  await until('the confirmation is asked', async () => (await store.tasks.get(confirm)) !== undefined);
  await complete(manager, confirm, confirmation);
  await until('the run is closed', async () => (await store.runs.get(run))?.status === 'closed');
}
