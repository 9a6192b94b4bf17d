import { systemNow, toMs } from '../../domain/clock.ts';
import type { Owner } from './organization.ts';
import type { Product } from './product.ts';
import { inFlight } from './until.ts';

type Stored = Record<string, unknown> & { _id: never };

const dayMs = 86_400_000;
const inOneWrite = 500;

export type Many = { runs: number; tasksInRun: number };

export const runId = (run: number): string => `riskReview-many-${String(run).padStart(3, '0')}`;

/**
 * Runs of years and their tasks as documents without workflows, made from a real run and its task: the last tenth of the runs is open, and so is
 * half of each, due from a month ago to a month ahead; everything else is done. Written as they are stored, which the model would take minutes for.
 */
export async function addManyTasks({ store }: Product, like: string, owners: readonly Owner[], { runs, tasksInRun }: Many): Promise<void> {
  const [run, task] = await Promise.all([stored('runs', { _id: like }), stored('tasks', { run: like })]);
  const now = toMs(systemNow());
  const firstOpen = runs * 0.9;
  const at = (n: number) => new Date(now - (runs - n) * dayMs);
  const runOf = (n: number) => ({
    ...{ ...run, _id: runId(n), key: `many-${n}`, openedAt: at(n), subjects: tasksInRun },
    ...(n < firstOpen && { status: 'closed', outcome: 'complete', closedAt: at(n + 1) }),
  });
  const taskOf = (n: number, m: number) => ({
    ...{ ...task, _id: `${runId(n)}/reassess/RSK-${m}/1`, run: runId(n), about: `RSK-${m}`, openedAt: at(n) },
    ...{ assignee: owners[(n + m) % owners.length]?.id, due: new Date(now + ((m % 61) - 30) * dayMs) },
    ...((n < firstOpen || m % 2 === 0) && { state: 'done', closedAt: at(n + 1), closedBy: { person: owners[0]?.id, via: 'link' } }),
  });
  const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
  // It began a little before the first of them was due.
  await store.organization.set('organization', { createdAt: new Date(now - 30.5 * dayMs).toISOString() });
  await insert('runs', numbers(runs).map(runOf));
  const chunks = numbers(Math.ceil((runs * tasksInRun) / inOneWrite)).map((chunk) =>
    numbers(inOneWrite)
      .map((n) => chunk * inOneWrite + n)
      .filter((n) => n < runs * tasksInRun),
  );
  await inFlight(chunks, 2, (chunk) =>
    insert(
      'tasks',
      chunk.map((n) => taskOf(Math.floor(n / tasksInRun), n % tasksInRun)),
    ),
  );

  async function stored(collection: string, filter: object): Promise<Stored> {
    const found = await store.connection.collection(collection).findOne(filter);
    if (found === null) throw new Error(`there is nothing in ${collection} to copy`);
    return found as Stored;
  }
  async function insert(collection: string, documents: object[]): Promise<void> {
    await store.connection.collection(collection).insertMany(documents, { ordered: false });
  }
}
