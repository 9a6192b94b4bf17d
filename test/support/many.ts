import { ids } from './organization.ts';
import type { Product } from './product.ts';
import { run } from './reviewed.ts';

type Stored = Record<string, unknown> & { _id: string };
type Rung = Record<string, unknown>;

const dayMs = 86_400_000;
const inOneWrite = 1_000;

/** A run of which each of many people is asked something, and one of which much is asked of one person. */
export const manyRun = 'riskReview-many';
export const sheetRun = 'riskReview-sheet';

const riskOf = (n: number): string => `RSK-${10_000 + n}`;
const personOf = (n: number): string => `per-m${String(n).padStart(9, '0')}`;

type Wanted = { risks: number; people: number; onSheet: number };

/**
 * Risks, and tasks of two runs that no workflow goes through: in one each of many people is asked something, so that each is a row of its time line, half of
 * them answered, the others due from a month ago to a month ahead; in the other all is asked of Martin. Made like what the product in review has, mails
 * included, and written as they are stored, which the model would take minutes for.
 */
export async function addMany({ store, clock }: Product, { risks, people, onSheet }: Wanted): Promise<void> {
  const asked = { run, about: 'RSK-001' };
  const [risk, person, open, task] = await Promise.all([
    stored('risks', { _id: 'RSK-001' }),
    stored('people', { _id: ids.lukas }),
    stored('runs', { _id: run }),
    stored('tasks', asked),
  ]);
  const letter = await stored('letters', { task: task._id, kind: 'opened' });
  const now = Date.parse(clock.now());
  const on = (days: number) => new Date(now + days * dayMs);
  const levels = (n: number) => ({ likelihood: 1 + (n % 5), consequence: 1 + (Math.floor(n / 5) % 5) });
  const taskOf = (n: number) => `${manyRun}/reassess/${riskOf(n)}/1`;
  const isAnswered = (n: number) => n % 2 === 1;
  const by = (n: number) => ({ person: personOf(n), via: 'link' });
  const opened = { ...open, openedAt: on(-31), period: undefined };
  await written('runs', 2, (n) => ({ ...opened, _id: [manyRun, sheetRun][n], key: ['many', 'sheet'][n] }));
  await written('risks', risks, (n) => ({
    ...{ ...risk, _id: riskOf(n), name: `Risk number ${n}` },
    ...{ inherent: levels(n + 7), current: levels(n), residual: levels(0), band: 'medium' },
  }));
  await written('people', people, (n) => ({ ...person, _id: personOf(n), name: `Person ${n}`, email: `person${n}@tessel.example` }));
  await written('tasks', people, (n) => ({
    ...{ ...task, _id: taskOf(n), run: manyRun, about: riskOf(n), assignee: personOf(n), rungs: reached(task.rungs as Rung[], n) },
    ...{ openedAt: on(-31), baselineDue: on((n % 61) - (n % 7 === 0 ? 33 : 30)), due: on((n % 61) - 30) },
    ...(isAnswered(n) && { state: 'done', answeredAt: on(-1), answeredBy: by(n), closedAt: on(-1), closedBy: by(n) }),
  }));
  // So that some of any rows in sight have one.
  await written('letters', people / 5, (n) => ({
    ...letter,
    _id: `${letter._id}/${n}`,
    person: personOf(5 * n),
    run: manyRun,
    task: taskOf(5 * n),
  }));
  await written('tasks', onSheet, (n) => ({
    ...{ ...task, _id: `${sheetRun}/reassess/${riskOf(n)}/1`, run: sheetRun, about: riskOf(n), assignee: ids.martin },
  }));

  async function stored(collection: string, filter: object): Promise<Stored> {
    const found = await store.connection.collection(collection).findOne(filter);
    if (found === null) throw new Error(`there is nothing in ${collection} to copy`);
    return found as unknown as Stored;
  }
  async function written(collection: string, count: number, made: (n: number) => object): Promise<void> {
    const all = Array.from({ length: count }, (_, n) => made(n));
    for (let from = 0; from < count; from += inOneWrite)
      await store.connection
        .collection(collection)
        .insertMany(all.slice(from, from + inOneWrite), { ordered: false, ignoreUndefined: true });
  }
}

/** Some have come to the first rungs of their ladder, and some to none. */
const reached = (rungs: readonly Rung[], n: number): Rung[] =>
  rungs.map((rung, m) => (m < n % 4 ? { ...rung, state: 'sent', sentAt: rung.at } : rung));
