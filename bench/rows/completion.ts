import type { Task } from '../../domain/records/task.ts';
import { type Bare, startBare } from '../bare/bare.ts';
import { costOf, metered, type Spent } from '../servers/meter.ts';
import { openMore } from '../servers/openTasks.ts';
import { addOwners, addRisks } from '../servers/organization.ts';
import type { Product } from '../servers/product.ts';
import { allAreOpen, allIsMailed, answering, judgement, openReview, periodOf, tasksOf } from '../servers/review.ts';
import { inFlight, timed, until } from '../servers/until.ts';
import type { Figure } from '../statistics/figure.ts';
import { median } from '../statistics/quantiles.ts';
import type { Row } from './row.ts';

const samples = 40;
const startsAtOnce = 40;
const rungs = [8 * 86_400_000];

type Answered = { product: number[]; bare: number[] };
type Level = { open: number; rounds: Answered[] };

/** What is open on both sides, and how many there were in all. */
type Open = { product: Task[]; bare: string[]; ever: number };

/** How long somebody who answers waits, beside a bare update, while more and more tasks are open; the two take turns. */
export const completion: Row = {
  key: 'completion',
  what: 'Latency of completing a task',
  async measure({ product: start, rounds, small, say }) {
    const product = await start();
    const owners = await addOwners(product.store, 10);
    const like = await firstTasks(product, await addRisks(product.store, owners, 1, 20));
    const bare = await startBare(product);
    const meter = { store: product.store, pids: { ...product.stack.pids, bare: bare.pid } };
    const open: Open = { product: [], bare: [], ever: like.length };
    const levels: Level[] = [];
    const spent: Spent[] = [];
    try {
      for (const count of small ? [50, 200] : [100, 1_000, 10_000]) {
        const level: Level = { open: count, rounds: [] };
        for (let n = 0; n < rounds; n += 1) {
          await openUpTo(count, open, product, bare, like);
          await allIsMailed(product);
          const work = async () =>
            void level.rounds.push(await inTurns(open, answering(product, owners), (id) => bare.answer(id, judgement)));
          spent.push(await metered(meter, work));
        }
        levels.push(level);
        say(`${count} open: product ${p50(level, 'product')} ms, bare ${p50(level, 'bare')} ms`);
      }
    } finally {
      await bare.stop();
    }
    const costs = spent.slice(-1).map((last) => costOf('one answer and one bare update', samples, last));
    return { figures: [...levels.map(overBare), flat(levels)], costs, raw: levels };
  },
};

const of = (level: Level, side: keyof Answered): number[] => level.rounds.map((round) => median(round[side]));
const p50 = (level: Level, side: keyof Answered): string => median(of(level, side)).toFixed(1);

const overBare = (level: Level): Figure => ({
  what: `Completing a task by HTTP over a bare \`executeUpdate\`, p50, ${level.open.toLocaleString('en')} tasks open`,
  ...{ target: { atMost: 2 }, unit: '', rounds: level.rounds.map(({ product, bare }) => median(product) / median(bare)) },
  beside: `${p50(level, 'product')} against ${p50(level, 'bare')} ms`,
});

/** Flat, that is: a quarter more at most, which is what two measurements of the same may differ by. */
function flat(levels: readonly Level[]): Figure {
  const [first, last] = [levels[0], levels.at(-1)] as [Level, Level];
  const growth = (side: keyof Answered) => of(last, side).map((ms, n) => ms / (of(first, side)[n] ?? ms));
  return {
    what: `Completing a task with ${last.open.toLocaleString('en')} open over ${first.open.toLocaleString('en')} open, p50`,
    ...{ target: { atMost: 1.25 }, unit: '', rounds: growth('product') },
    beside: `bare ${median(growth('bare')).toFixed(2)}`,
  };
}

/** The tasks of a small review, for others to be like. */
async function firstTasks(product: Product, count: number): Promise<Task[]> {
  const run = await openReview(product, periodOf(0));
  await allAreOpen(product, run, count);
  return tasksOf(product, run);
}

async function openUpTo(count: number, open: Open, product: Product, bare: Bare, like: readonly Task[]): Promise<void> {
  const ever = open.ever + count - open.product.length;
  open.product.push(...(await openMore(product, like, open.ever, ever)));
  const ids = Array.from({ length: ever - open.ever }, (_, n) => `bareTask-${open.ever + n}`);
  const before = await bare.count('taskOpened');
  await inFlight(ids, startsAtOnce, (id) => bare.startTask(id, { rungs }));
  await until('the bare tasks are open', async () => (await bare.count('taskOpened')) - before >= ids.length);
  open.bare.push(...ids);
  open.ever = ever;
}

/** Answers tasks from all over what is open, old and new, one of the product's and a bare one in turn. */
async function inTurns(
  open: Open,
  answer: (task: Task) => Promise<unknown>,
  answerBare: (id: string) => Promise<unknown>,
): Promise<Answered> {
  const step = Math.floor(open.product.length / samples);
  const times: Answered = { product: [], bare: [] };
  for (let n = samples - 1; n >= 0; n -= 1) {
    for (const task of open.product.splice(n * step, 1)) times.product.push(await timed(() => answer(task)));
    for (const id of open.bare.splice(n * step, 1)) times.bare.push(await timed(() => answerBare(id)));
  }
  return times;
}
