import { systemNow } from '../../domain/clock.ts';
import { addManyTasks, runId } from '../servers/manyTasks.ts';
import { addOwners, addRisks, type Owner } from '../servers/organization.ts';
import { type Product, password } from '../servers/product.ts';
import { allAreOpen, openReview, periodOf } from '../servers/review.ts';
import { timed } from '../servers/until.ts';
import { spoken } from '../statistics/figure.ts';
import { quantile } from '../statistics/quantiles.ts';
import type { Row } from './row.ts';

const samples = 40;
/** Where one list takes this long, its round has seen enough. */
const longestMs = 4_000;

type List = { name: string; ask(): Promise<unknown> };
type Times = { name: string; rounds: number[][] };

/** Every list and page that a hundred thousand tasks could make slow. */
export const lists: Row = {
  key: 'lists',
  what: 'Lists and pages at a hundred thousand tasks',
  async measure({ product: start, rounds, small, say }) {
    const product = await start();
    const owners = await addOwners(product.store, 200);
    const many = { runs: small ? 10 : 100, tasksInRun: 1_000 };
    await addManyTasks(product, await firstReview(product, owners), owners, many);
    const count = (many.runs * many.tasksInRun).toLocaleString('en');
    say(`${count} tasks are there`);
    const all = [...apiLists(product, owners, many.runs - 1), ...(await pages(product, many.runs - 1))];
    // Warm, and the first page of what has a second one.
    for (const { ask } of all) await ask();
    const times: Times[] = all.map(({ name }) => ({ name, rounds: [] }));
    for (let n = 0; n < rounds; n += 1) {
      for (const [list, { ask }] of all.entries()) times[list]?.rounds.push(await roundOf(ask));
      say(`round ${n + 1} of ${rounds}`);
    }
    const slowest = Array.from({ length: rounds }, (_, n) => Math.max(...times.map((list) => quantile(list.rounds[n] ?? [], 0.99))));
    const details = detailsOf(times);
    const what = `The slowest of ${all.length} lists and pages at ${count} tasks, p99`;
    const beside = details[0]?.[0] ?? '';
    return {
      figures: [{ what, target: { atMost: 100 }, unit: ' ms', rounds: slowest, beside }],
      details: [['list or page', 'p50', 'p99'], ...details],
      raw: times,
    };
  },
};

/** The slowest first. */
const detailsOf = (times: readonly Times[]): string[][] =>
  times
    .map(({ name, rounds }) => ({ name, p50: quantile(rounds.flat(), 0.5), p99: quantile(rounds.flat(), 0.99) }))
    .sort((a, b) => b.p99 - a.p99)
    .map(({ name, p50, p99 }) => [name, `${spoken(p50)} ms`, `${spoken(p99)} ms`]);

async function roundOf(ask: List['ask']): Promise<number[]> {
  const round: number[] = [];
  for (let spent = 0; round.length < samples && spent < longestMs; ) {
    const ms = await timed(ask);
    spent += ms;
    round.push(ms);
  }
  return round;
}

async function firstReview(product: Product, owners: readonly Owner[]): Promise<string> {
  await addRisks(product.store, owners, 1, 1);
  const run = await openReview(product, periodOf(0));
  await allAreOpen(product, run, 1);
  return run;
}

function apiLists({ manager, as }: Product, owners: readonly Owner[], newest: number): List[] {
  const somebody = owners[7] as Owner;
  const byManager = [
    ...['', 'status=open', 'overdue=true', 'status=done', 'process=riskReview&status=open'].map((query) => `/tasks?${query}`),
    ...[`dueBefore=${systemNow()}`, `run=${runId(0)}`, `assignee=${somebody.id}&status=open`].map((query) => `/tasks?${query}`),
    ...['/runs', '/runs?status=open', `/runs/${runId(newest)}`, '/tasks/numbers', '/dashboard'],
  ];
  const byOwner = ['/tasks?assignee=me&status=open', '/tasks?status=open', '/runs', '/closedTasks', '/yearAhead'];
  return [
    ...byManager.map((path) => ({ name: `\`GET ${named(path)}\` by the ISMS manager`, ask: () => manager('GET', path) })),
    { name: '`GET /tasks?status=open` by the ISMS manager, second page', ask: secondPage(manager, '/tasks?status=open') },
    ...byOwner.map((path) => ({ name: `\`GET ${path}\` by an owner`, ask: () => as(somebody.token)<unknown>('GET', path) })),
  ];
}

/** Without what differs from one measurement to the next. */
const named = (path: string): string => path.replace(/(dueBefore|assignee)=[^&]+/, '$1=…').replace(/\?$/, '');

function secondPage(ask: Product['manager'], path: string): List['ask'] {
  let next: string | undefined;
  return async () => {
    next ??= (await ask<{ next: string }>('GET', path)).next;
    return ask('GET', `${path}&cursor=${next}`);
  };
}

async function pages({ stack }: Product, newest: number): Promise<List[]> {
  const signedIn = await fetch(`${stack.api}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: stack.web },
    body: JSON.stringify({ email: 'isms.manager@example.org', password }),
  });
  const cookie = signedIn.headers.getSetCookie().map((one) => one.split(';')[0]);
  return ['/tasks', '/runs', `/runs/${runId(newest)}`].map((path) => ({
    name: `Page \`${path}\` of the ISMS manager`,
    async ask() {
      const page = await fetch(`${stack.api}${path}`, { headers: { cookie: cookie.join('; ') }, redirect: 'error' });
      await page.text();
      if (!page.ok) throw new Error(`${path} was answered ${page.status}`);
    },
  }));
}
