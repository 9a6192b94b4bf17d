import { letterboxId } from '../../activities/post.ts';
import type { Task } from '../../domain/records/task.ts';
import { costOf, metered, type Spent } from '../servers/meter.ts';
import { addOwners, addRisks, type Owner } from '../servers/organization.ts';
import { gatherMs, type Product } from '../servers/product.ts';
import { allAreOpen, allIsMailed, answering, confirmAndClose, openReview, periodOf, tasksOf } from '../servers/review.ts';
import { timed } from '../servers/until.ts';
import type { Figure } from '../statistics/figure.ts';
import { median } from '../statistics/quantiles.ts';
import type { Row } from './row.ts';

type Review = { run: string; risks: number; opened: Spent; mailed: Spent; answered: Spent; answers: number[] };
type Setting = { product: Product; owners: readonly Owner[] };

const few = 10;

/** A review of ten risks, several times, and one of a thousand: what each risk costs must not grow with their number. */
export const review: Row = {
  key: 'review',
  what: 'A risk review of a thousand risks, answered one at a time',
  async measure({ product: start, rounds, small, say }) {
    const product = await start();
    const owners = await addOwners(product.store, 20);
    const setting = { product, owners };
    await addRisks(product.store, owners, 1, few);
    const little: Review[] = [];
    for (let n = 0; n <= rounds; n += 1) little.push(await reviewOf(setting, n, few));
    // Nothing was warm for the first.
    little.shift();
    const many = small ? 100 : 1_000;
    await addRisks(product.store, owners, few + 1, many);
    const large = await reviewOf(setting, rounds + 1, many);
    const histories = await longestHistories(setting, large);
    for (const { what, ms } of stepsOf(large)) say(`${what}: ${ms.toFixed(1)} ms`);
    return {
      figures: [
        longest(histories),
        ...stepsOf(large).map((step, n) =>
          growth(
            step,
            little.map((one) => stepsOf(one)[n]?.ms ?? 0),
          ),
        ),
      ],
      costs: (['opened', 'mailed', 'answered'] as const).map((step) => costOf(`risk ${step}, of ${many}`, many, large[step])),
      raw: { little, large, histories },
    };
  },
};

/** Opens a review, waits until all is mailed, answers one risk after the other, closes it. */
async function reviewOf({ product, owners }: Setting, n: number, risks: number): Promise<Review> {
  const meter = { store: product.store, pids: product.stack.pids };
  let run = '';
  const opened = await metered(meter, async () => {
    run = await openReview(product, periodOf(n));
    await allAreOpen(product, run, risks);
  });
  const mailed = await metered(meter, () => allIsMailed(product));
  const answers: number[] = [];
  const answer = answering(product, owners);
  const tasks = await tasksOf(product, run);
  const answered = await metered(meter, async () => {
    for (const task of tasks) answers.push(await timed(() => answer(task)));
  });
  await confirmAndClose(product, run);
  await allIsMailed(product);
  return { run, risks, opened, mailed, answered, answers };
}

type Step = { what: string; ms: number };

/** Milliseconds for each risk; the second in which letterboxes gather is waiting, not work. */
const stepsOf = ({ risks, opened, mailed, answers }: Review): Step[] => [
  { what: 'opening, for each risk', ms: opened.ms / risks },
  { what: 'mailing, for each risk', ms: Math.max(0, mailed.ms - gatherMs) / risks },
  { what: 'answering, p50', ms: median(answers) },
];

const growth = ({ what, ms }: Step, little: readonly number[]): Figure => ({
  what: `A thousand risks over ${few}: ${what}`,
  ...{ target: { atMost: 1.5 }, unit: '', rounds: little.map((one) => ms / one) },
  beside: `${ms.toFixed(1)} against ${median(little).toFixed(1)} ms`,
});

type History = { workflow: string; events: number };

const longest = (histories: readonly History[]): Figure => {
  const [first] = histories;
  return {
    what: 'Events of the longest history after a thousand risks were answered one at a time',
    ...{ target: { atMost: 4_000 }, unit: '', rounds: [first?.events ?? 0] },
    beside: first?.workflow ?? '',
  };
};

/** The histories of everything that took part, longest first; of the tasks, which are all alike, one for each owner. */
async function longestHistories({ product, owners }: Setting, { run, risks }: Review): Promise<History[]> {
  const batches = Array.from({ length: Math.ceil(risks / 100) }, (_, n) => `${run}/batch/${n + 1}`);
  const tasks = (await tasksOf(product, run)).slice(0, owners.length).map(({ id }: Task) => id);
  const histories: History[] = [];
  for (const workflow of [run, ...batches, ...tasks, ...owners.map(({ id }) => letterboxId(id))]) {
    const { historyLength } = await product.client.workflow.getHandle(workflow).describe();
    histories.push({ workflow, events: historyLength });
  }
  return histories.sort((a, b) => b.events - a.events);
}
