import { costOf, metered, type Spent } from '../servers/meter.ts';
import { addOwners, type Owner } from '../servers/organization.ts';
import { gatherMs, type Product } from '../servers/product.ts';
import { allAreOpen, allIsMailed } from '../servers/review.ts';
import { inFlight, timed, until } from '../servers/until.ts';
import type { Figure } from '../statistics/figure.ts';
import { median } from '../statistics/quantiles.ts';
import type { Row } from './row.ts';

type Measured = { people: number; opened: Spent; mailed: Spent; answered: Spent; answers: number[]; events: number };

const few = 50;
const atOnce = 20;

/** A statement of fifty people, and one of five thousand: what each of them costs must not grow with their number. */
export const campaign: Row = {
  key: 'campaign',
  what: 'A statement of five thousand people, opened, mailed, answered and closed',
  async measure({ product: start, small, say }) {
    const product = await start();
    const people = await addOwners(product.store, small ? 500 : 5_000);
    await campaignOf(product, 'CMP-000', people.slice(0, few)); // nothing was warm for the first
    const little = await campaignOf(product, 'CMP-001', people.slice(0, few));
    const large = await campaignOf(product, 'CMP-002', people);
    for (const { what, ms } of stepsOf(large)) say(`${what}: ${ms.toFixed(1)} ms`);
    return {
      figures: [
        ...stepsOf(large).map((step, n) => growth(large.people, step, stepsOf(little)[n]?.ms ?? 0)),
        {
          what: `Events of the one workflow of a campaign of ${large.people.toLocaleString('en')} people`,
          ...{ target: { atMost: 4_000 }, unit: '', rounds: [large.events], beside: `${little.events} of ${few}` },
        },
      ],
      costs: (['opened', 'mailed', 'answered'] as const).map((step) =>
        costOf(`person ${step}, of ${large.people}`, large.people, large[step]),
      ),
      raw: { little, large },
    };
  },
};

async function campaignOf(product: Product, id: string, people: readonly Owner[]): Promise<Measured> {
  const { store, stack, manager, as, client } = product;
  const meter = { store, pids: stack.pids };
  const audience = { people: people.length <= few ? people.map((one) => one.id) : [], roles: people.length <= few ? [] : ['riskOwner'] };
  await manager('POST', '/registers/campaigns', { id, title: 'Acceptable use', kind: 'statement', text: 'Lock your screen.', audience });
  const run = `campaign-${id}`;
  const opened = await metered(meter, async () => {
    await manager('POST', '/processes/campaign/runs', { subject: { campaign: id } });
    await allAreOpen(product, run, people.length);
  });
  const mailed = await metered(meter, () => allIsMailed(product));
  const answers: number[] = [];
  const answer = ({ token }: Owner) => as(token)('POST', `/campaigns/${id}/answers`, { outcome: { statement: 'accepted' } });
  const answered = await metered(meter, () =>
    inFlight(people, atOnce, async (one) => {
      answers.push(await timed(() => answer(one)));
    }),
  );
  await until('the campaign is closed', async () => (await store.runs.get(run))?.status === 'closed');
  const { historyLength: events } = await client.workflow.getHandle(run).describe();
  return { people: people.length, opened, mailed, answered, answers, events };
}

type Step = { what: string; ms: number };

/** Milliseconds for each person; the second in which letterboxes gather is waiting, not work. */
const stepsOf = ({ people, opened, mailed, answered, answers }: Measured): Step[] => [
  { what: 'opening, for each person', ms: opened.ms / people },
  { what: 'mailing, for each person', ms: Math.max(0, mailed.ms - gatherMs) / people },
  { what: `answering, ${atOnce} at a time, for each person`, ms: answered.ms / people },
  { what: `answering, ${atOnce} at a time, p50`, ms: median(answers) },
];

const growth = (people: number, { what, ms }: Step, little: number): Figure => ({
  what: `A campaign of ${people.toLocaleString('en')} people over ${few}: ${what}`,
  ...{ target: { atMost: 1.5 }, unit: '', rounds: [ms / little], beside: `${ms.toFixed(1)} against ${little.toFixed(1)} ms` },
});
