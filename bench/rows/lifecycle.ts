import { type Bare, startBare } from '../bare/bare.ts';
import { costOf, metered, type Spent } from '../servers/meter.ts';
import { addOwners, addRisks, type Owner } from '../servers/organization.ts';
import { gatherMs, type Product } from '../servers/product.ts';
import { allAreOpen, allIsMailed, answering, confirmAndClose, judgement, openReview, periodOf, tasksOf } from '../servers/review.ts';
import { inFlight, until } from '../servers/until.ts';
import type { Cost } from '../statistics/cost.ts';
import type { Figure } from '../statistics/figure.ts';
import { median } from '../statistics/quantiles.ts';
import type { Row } from './row.ts';

const atOnce = 20;
/** One rung lies ahead of a task that is answered in time. */
const rungs = [8 * 86_400_000];

type BareSide = { opened: Spent; answered: Spent };
type ProductSide = BareSide & { mailed: Spent; receipts: Spent };
type Round = { bare: BareSide; product: ProductSide };
type Setting = { product: Product; bare: Bare; owners: readonly Owner[]; tasks: number; pids: Readonly<Record<string, number | null>> };

/** A review whose tasks are opened, mailed and answered, twenty at a time, beside a bare workflow that does the same without world. */
export const lifecycle: Row = {
  key: 'lifecycle',
  what: 'Throughput of the whole life of a task',
  async measure({ product: start, rounds: count, small, say }) {
    const product = await start();
    const [warmUp, tasks] = small ? [5, 30] : [60, 300];
    const owners = await addOwners(product.store, 10);
    const bare = await startBare(product);
    const setting = { product, bare, owners, tasks, pids: { ...product.stack.pids, bare: bare.pid } };
    const rounds: Round[] = [];
    try {
      await addRisks(product.store, owners, 1, warmUp);
      await roundOf({ ...setting, tasks: warmUp }, 0);
      await addRisks(product.store, owners, warmUp + 1, tasks);
      for (let n = 1; n <= count; n += 1) {
        rounds.push(await roundOf(setting, n));
        say(`round ${n} of ${count}: ${sides(rounds.slice(-1), tasks)}`);
      }
    } finally {
      await bare.stop();
    }
    return { figures: [share(rounds, tasks)], costs: costsOf(rounds, tasks), notes: [costNote(rounds)], raw: rounds };
  },
};

const share = (rounds: readonly Round[], tasks: number): Figure => ({
  what: 'Life of a task through HTTP, database and SMTP: throughput as a share of a bare workflow with the same commands',
  ...{ target: { atLeast: 0.6 }, unit: '', rounds: rounds.map((round) => msOf(round, 'bare') / msOf(round, 'product')) },
  beside: sides(rounds, tasks),
});

/** How long one side of a round took. Letterboxes gather for a second, twice: that is waiting, not work. */
function msOf({ bare, product }: Round, side: keyof Round): number {
  if (side === 'bare') return bare.opened.ms + bare.answered.ms;
  const { opened, mailed, answered, receipts } = product;
  return opened.ms + Math.max(0, mailed.ms - gatherMs) + answered.ms + Math.max(0, receipts.ms - gatherMs);
}

const perSecond = (rounds: readonly Round[], side: keyof Round, tasks: number): string =>
  ((tasks * 1000) / median(rounds.map((round) => msOf(round, side)))).toFixed(1);

const sides = (rounds: readonly Round[], tasks: number): string =>
  `${perSecond(rounds, 'product', tasks)} against ${perSecond(rounds, 'bare', tasks)} tasks/s`;

function costsOf(rounds: readonly Round[], tasks: number): Cost[] {
  const last = rounds.at(-1);
  if (last === undefined) return [];
  const { product, bare } = last;
  return [
    ...[costOf('task opened', tasks, product.opened), costOf('bare task opened', tasks, bare.opened)],
    ...[costOf('task answered', tasks, product.answered), costOf('bare task answered', tasks, bare.answered)],
    ...[costOf('task mailed', tasks, product.mailed), costOf('receipt mailed', tasks, product.receipts)],
  ];
}

/** Less rough than time where the machine is not quiet: nobody else's work is in it. */
function costNote(rounds: readonly Round[]): string {
  const cpu = (parts: readonly Spent[]) => parts.flatMap((part) => Object.values(part.cpuMs)).reduce((sum, ms) => sum + ms, 0);
  const ratios = rounds.map(({ bare, product }) => cpu(Object.values(bare)) / cpu(Object.values(product)));
  return `By processor time instead of throughput, the life of a bare task is ${median(ratios).toFixed(2)} of the product's.`;
}

const roundOf = async (setting: Setting, n: number): Promise<Round> => ({
  bare: await bareSide(setting, `bareReview-${n}`),
  product: await productSide(setting, periodOf(n)),
});

async function productSide({ product, owners, tasks, pids }: Setting, period: string): Promise<ProductSide> {
  const meter = { store: product.store, pids };
  let run = '';
  const opened = await metered(meter, async () => {
    run = await openReview(product, period);
    await allAreOpen(product, run, tasks);
  });
  const mailed = await metered(meter, () => allIsMailed(product));
  const open = await tasksOf(product, run);
  const answered = await metered(meter, async () => {
    await inFlight(open, atOnce, answering(product, owners));
    await confirmAndClose(product, run);
  });
  return { opened, mailed, answered, receipts: await metered(meter, () => allIsMailed(product)) };
}

async function bareSide({ product, bare, tasks, pids }: Setting, id: string): Promise<BareSide> {
  const meter = { store: product.store, pids };
  const items = Array.from({ length: tasks }, (_, n) => `task-${n}`);
  const before = await bare.count('taskOpened');
  const areOpen = (count: number) => until('the bare tasks are open', async () => (await bare.count('taskOpened')) - before >= count);
  const opened = await metered(meter, async () => {
    await bare.startRun({ id, items, rungs });
    await areOpen(tasks);
  });
  const answered = await metered(meter, async () => {
    await inFlight(items, atOnce, (item) => bare.answer(`${id}/${item}`, judgement));
    await areOpen(tasks + 1);
    await bare.answer(`${id}/confirm`, judgement);
    await product.client.workflow.getHandle(id).result();
  });
  return { opened, answered };
}
