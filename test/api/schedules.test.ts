import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tellScheduler } from '../../activities/startOnce.ts';
import { usualSchedules } from '../../workflows/schedules.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { type Answer, type Product, startProduct } from '../support/product.ts';
import { eventually } from '../support/time.ts';

let product: Product;
/** What the organization's clock shows; the tests turn it. */
let now = Date.parse('2026-11-26T10:00:00.000Z');

const berlin = { id: 'head-office', name: 'Berlin', country: 'DE', region: 'BE', zone: 'Europe/Berlin', holidays: [] };

beforeAll(async () => {
  product = await startProduct({ realNow: () => now });
  await foundOrganization(product.store, { sites: [berlin], mail: { gatherSeconds: 3600 } });
  await addRisks(product.store, ids.lukas, ['RSK-001']);
  await tellScheduler(product.client);
  await eventually('the schedules are there', async () => (await product.store.schedules.count({})) === usualSchedules().length);
}, 300_000);
afterAll(() => product.stop());

type Planned = { period: string; day: string };
type Schedule = {
  version: number;
  next: Planned[];
  missed: Planned[];
  zone: string;
  paused: boolean;
  note?: string;
  waived: object[];
  cadence: object;
};
type Problem = { code: string; errors: { path: string }[] };

let keys = 0;
async function post<T>(noun: string, body: object, by = ids.hanna): Promise<Answer<T & Problem>> {
  keys += 1;
  return product.as(by)('POST', `/schedules/riskReview/${noun}`, body, { 'idempotency-key': `key-${keys}` });
}
async function schedule(id = 'riskReview'): Promise<Schedule> {
  const { status, body } = (await product.as(ids.lukas)('GET', `/schedules/${id}`)) as Answer<Schedule>;
  expect(status).toBe(200);
  return body;
}
const put = (body: object): Promise<Answer<Schedule & Problem>> => product.as(ids.hanna)('PUT', '/schedules/riskReview', body);
const daysOf = (planned: readonly Planned[]) => planned.map(({ day }) => day);
const runsOf = async (period: string) => (await product.store.runs.find({ process: 'riskReview', period })).map(({ id }) => id);
const paths = ({ body }: Answer<Problem>) => body.errors.map(({ path }) => path);

describe('the schedule of the quarterly review over HTTP', () => {
  it('When it is read, it shows the next ten days on which a review opens, in the zone of the organization', async () => {
    const { next, zone, missed, paused } = await schedule();
    expect({ zone, missed, paused }).toEqual({ zone: 'Europe/Berlin', missed: [], paused: false });
    expect(daysOf(next)).toEqual([
      ...['2027-01-04', '2027-04-01', '2027-07-01', '2027-10-01', '2028-01-03'],
      ...['2028-04-03', '2028-07-03', '2028-10-02', '2029-01-02', '2029-04-03'], // after Easter Monday
    ]);
    expect(next[0]?.period).toBe('2027-Q1');
  });

  it('When all schedules are read, what cannot wait for the quarter has months between the quarters', async () => {
    const { body } = (await product.as(ids.lukas)('GET', '/schedules')) as Answer<{ items: (Schedule & { id: string })[] }>;
    expect(body.items.map(({ id }) => id).sort()).toEqual(
      usualSchedules()
        .map(({ id }) => id)
        .sort(),
    );
    expect(body.items.map(({ id }) => id)).toEqual(expect.arrayContaining(['riskReview', 'riskReview.monthly']));
    expect(daysOf((await schedule('riskReview.monthly')).next).slice(0, 4)).toEqual([
      '2026-12-01',
      '2027-02-01',
      '2027-03-01',
      '2027-05-03',
    ]);
  });

  it('When another cadence is set, the days follow; an older version is refused and changes nothing', async () => {
    const { version, cadence } = await schedule();
    const yearly = await put({ version, cadence: { every: 'year', openOn: { workingDay: 3 } } });
    expect(yearly).toMatchObject({ status: 200, body: { version: version + 1 } });
    expect(daysOf(yearly.body.next).slice(0, 2)).toEqual(['2027-01-06', '2028-01-05']);
    expect(await put({ version, cadence })).toMatchObject({ status: 409, body: { code: 'stale' } });
    expect(await put({ version: version + 1, cadence: { every: 'week', openOn: { workingDay: 1 } } })).toMatchObject({ status: 422 });
    expect(await put({ version: version + 1, cadence })).toMatchObject({ status: 200, body: { cadence } });
  });

  it('When it is triggered three times at once, one run opens, and all three are told which', async () => {
    const told = await Promise.all([1, 2, 3].map(() => post<{ run: string }>('trigger', {})));
    for (const one of told) expect(one).toMatchObject({ status: 200, body: { period: '2026-Q4', run: 'riskReview-2026-Q4' } });
    expect(await runsOf('2026-Q4')).toEqual(['riskReview-2026-Q4']);
    expect(await post('trigger', {}, ids.lukas)).toMatchObject({ status: 403 });
  });

  it('When periods of the past are filled in, each opens once, however often', async () => {
    const range = { from: '2026-01-01', to: '2026-07-31' };
    const opened = ['2026-Q1', '2026-Q2', '2026-Q3'].map((period) => ({ period, run: `riskReview-${period}` }));
    for (let k = 0; k < 2; k += 1) expect(await post('backfill', range)).toMatchObject({ status: 200, body: { items: opened } });
    for (const { period, run } of opened) expect(await runsOf(period)).toEqual([run]);
  });

  it('When a range cannot be filled in, the path says which end is wrong', async () => {
    expect(paths(await post('backfill', { from: '2026-07-31', to: '2026-01-01' }))).toEqual(['to']);
    expect(paths(await post('backfill', { from: '2026-07-31', to: '2026-11-27' }))).toEqual(['to']);
    expect(paths(await post('backfill', { from: '2010-01-01', to: '2026-11-26' }))).toEqual(['from']);
  });

  it('When it is paused, what would have opened is missed, until somebody opens it or says why not', async () => {
    const { version } = await schedule();
    expect(await post('pause', { note: 'We move the register.', version: version - 1 })).toMatchObject({
      status: 409,
      body: { code: 'stale' },
    });
    expect(await post('pause', { note: 'We move the register.', version })).toMatchObject({
      ...{ status: 200, body: { paused: true, note: 'We move the register.', missed: [] } },
    });
    now = Date.parse('2027-04-10T10:00:00.000Z');
    const missed = [
      { period: '2027-Q1', day: '2027-01-04' },
      { period: '2027-Q2', day: '2027-04-01' },
    ];
    expect((await schedule()).missed).toEqual(missed);

    const resumed = await post<Schedule>('resumption', { version: version + 1 });
    expect(resumed).toMatchObject({ status: 200, body: { paused: false, missed } });
    expect(resumed.body.note).toBeUndefined();
    expect(daysOf(resumed.body.next)[0]).toBe('2027-07-01');

    expect(await post('backfill', { from: '2027-04-01', to: '2027-04-10' })).toMatchObject({ body: { items: [{ period: '2027-Q2' }] } });
    expect((await schedule()).missed).toEqual(missed.slice(0, 1));
    const waiver = { period: '2027-Q1', reason: 'The second quarter covers it.', version: version + 2 };
    expect(paths(await post('waiver', { ...waiver, period: '2027-Q2' }))).toEqual(['period']);
    expect(await post('waiver', { ...waiver, version })).toMatchObject({ status: 409, body: { code: 'stale' } });
    expect(await post('waiver', waiver)).toMatchObject({
      ...{ status: 200, body: { missed: [], waived: [{ period: '2027-Q1', by: { person: ids.hanna } }] } },
    });
    expect(paths(await post('waiver', { ...waiver, version: version + 3 }))).toEqual(['period']);
  });

  it('When a change is sent again with its key, because its answer never came, it is the one that was made', async () => {
    const { version } = await schedule('objectives');
    const sentTwice = async (noun: string, body: object) => {
      const send = () =>
        product.as(ids.hanna)('POST', `/schedules/objectives/${noun}`, body, { 'idempotency-key': `twice-${noun}` }) as Promise<
          Answer<Schedule>
        >;
      const first = await send();
      await product.store.answered.remove({});
      const again = await send();
      expect([noun, first.status, again.status, again.body.version]).toEqual([noun, 200, 200, first.body.version]);
    };
    await sentTwice('pause', { note: 'The aims are being looked at.', version });
    await sentTwice('resumption', { version: version + 1 });
    await sentTwice('waiver', { period: '2027', reason: 'Those of before go on.', version: version + 2 });
    expect((await schedule('objectives')).version).toBe(version + 3);
  });

  it('When it was changed, each change is in its trail with who and why', async () => {
    const entries = await product.store.trail.find({ chain: 'schedules/riskReview' }, { sort: { seq: 1 } });
    expect(entries.map(({ event }) => event)).toEqual(['created', 'changed', 'changed', 'paused', 'resumed', 'waived']);
    expect(new Set(entries.slice(1).map(({ actor }) => actor.person))).toEqual(new Set([ids.hanna]));
  });
});
