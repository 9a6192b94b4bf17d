import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeClock, systemNow, toInstant, toMs } from '../../domain/clock.ts';
import type { Health } from '../../domain/records/health.ts';
import type { UpkeepPass } from '../../domain/records/upkeepPass.ts';
import { scheduleUpkeep } from '../../worker/preparations.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { type Product, startProduct } from '../support/product.ts';
import { eventually } from '../support/time.ts';
import { addToken, startApi } from './http.ts';

let product: Product;
/** By this clock upkeep comes every few weeks: every hour it would come between two steps of a test that runs at the full hour. */
const seldom = makeClock({ speed: 0.001, origin: systemNow() });

beforeAll(async () => {
  product = await startProduct();
  await foundOrganization(product.store);
  await scheduleUpkeep(product.client, seldom);
}, 180_000);
afterAll(() => product.stop());

const ago = (minutes: number) => toInstant(toMs(systemNow()) - minutes * 60_000);
const health = async (): Promise<Health> => (await product.as(ids.hanna)('GET', '/health')).body;
const found = async (check: string) => (await health()).checks.filter((one) => one.check === check);
const pass = (changes: Partial<UpkeepPass>): UpkeepPass => {
  const at = changes.at ?? ago(10);
  return { id: at, at, tookMs: 10, found: [], aheadOfDatabaseMs: 0, temporalAheadMs: 0, ...changes };
};
const remember = async (changes: Partial<UpkeepPass>) => {
  await product.store.upkeepPasses.remove({});
  await product.store.upkeepPasses.insert(pass(changes));
};

describe('The health of a product that is well', () => {
  it('When the ISMS manager asks, everything was looked at, nothing is wrong, and looking left nothing behind', async () => {
    // A worker is heard of when it has asked for work once.
    await eventually('the worker is heard of', async () => (await found('worker')).every(({ state }) => state === 'ok'));
    const { healthy, checks } = await health();
    expect(checks.filter(({ state }) => state === 'wrong')).toEqual([]);
    expect(healthy).toBe(true);
    expect([...new Set(checks.map(({ check }) => check))]).toEqual([
      ...['database', 'indexes', 'trail', 'temporal', 'searchAttributes', 'worker', 'upkeep', 'lostWorkflows'],
      ...['mailServer', 'letters', 'unreachable', 'clocks', 'configuration'],
    ]);
    expect(await product.store.answered.find({ route: 'health' })).toEqual([]);
    expect(await product.mail.messages()).toEqual([]);
  });
});

describe('The health of a product that is not', () => {
  it('When an index is gone, it is named', async () => {
    await product.store.connection.collection('tasks').dropIndex('undeliverable_1_state_1');
    expect(await found('indexes')).toMatchObject([
      { state: 'wrong', says: '1 is missing: tasks undeliverable_1_state_1.', todo: expect.stringContaining('Restart') },
    ]);
    await product.store.createIndexes();
    expect(await found('indexes')).toMatchObject([{ state: 'ok' }]);
  });

  it('When an entry of the trail was changed, its chain is named', async () => {
    const trail = product.store.connection.collection<{ _id: string }>('trail');
    const id = `people/${ids.lukas}#1`;
    await trail.updateOne({ _id: id }, { $set: { event: 'forged' } });
    expect(await found('trail')).toMatchObject([{ state: 'wrong', says: expect.stringContaining(`people/${ids.lukas}, entry 1`) }]);
    await trail.updateOne({ _id: id }, { $set: { event: 'created' } });
    expect(await found('trail')).toMatchObject([{ state: 'ok' }]);
  });

  it('When the last pass of upkeep had to start tasks again, that is a warning; when there was none for hours, it is wrong', async () => {
    await remember({
      found: [
        { what: 'tasks', count: 3 },
        { what: 'runs', count: 1 },
        { what: 'links', count: 9 },
      ],
    });
    expect(await found('lostWorkflows')).toMatchObject([
      { state: 'warning', says: 'The last pass found 1 run, 3 tasks without a workflow.' },
    ]);
    await remember({ at: ago(300) });
    expect((await found('upkeep')).at(-1)).toMatchObject({ state: 'wrong', says: 'The last pass was 5 hours ago.' });
    await remember({});
  });

  it('When the schedule of upkeep is paused or gone, that is wrong', async () => {
    const schedule = product.client.schedule.getHandle('upkeep');
    await schedule.pause('for a while');
    expect((await found('upkeep'))[0]).toMatchObject({ state: 'wrong', says: expect.stringContaining('paused') });
    await schedule.delete();
    expect((await found('upkeep'))[0]).toMatchObject({ state: 'wrong', says: expect.stringContaining('no schedule') });
    await scheduleUpkeep(product.client, seldom);
  });

  it('When letters wait for too long, they are counted, with the age of the oldest', async () => {
    const letter = { person: ids.lukas, kind: 'opened', facts: {}, urgent: false } as const;
    await product.store.letters.insert({ ...letter, id: 'stuck', at: ago(60), state: 'deferred' });
    await product.store.letters.insert({ ...letter, id: 'fresh', at: ago(1), state: 'pending' });
    expect(await found('letters')).toMatchObject([
      { state: 'wrong', says: '1 letter waits for more than a quarter of an hour, the oldest for 60 minutes.' },
    ]);
    await product.store.letters.remove({});
  });

  it('When clocks were apart, it is said which and by how much', async () => {
    await remember({ aheadOfDatabaseMs: -61_000, temporalAheadMs: 7_000 });
    expect((await found('clocks')).map(({ state, says }) => [state, says])).toEqual([
      ['warning', "The worker's machine is 61 s behind the database's."],
      ['warning', "Temporal's machine is 7 s ahead of the worker's."],
    ]);
    await remember({});
  });

  it('When the mail server does not answer, that is wrong, and nobody is named', async () => {
    expect(await found('mailServer')).toMatchObject([{ state: 'ok', says: expect.stringContaining('No mail was sent') }]);
    await product.mail.stop();
    expect(await found('mailServer')).toMatchObject([
      { state: 'wrong', says: expect.stringContaining('ECONNREFUSED'), todo: expect.stringContaining('SMTP_URL') },
    ]);
  });

  it('When the namespace is new and no worker has come yet, what is missing there is said', async () => {
    const namespace = `n-${randomUUID()}`;
    const day = { seconds: 86_400 as never };
    await product.connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: day });
    const bare = await startApi({ store: product.store, temporal: { address: product.address, namespace } });
    await addToken(product.store, ids.hanna);
    const { checks } = (await bare.as(ids.hanna)('GET', '/api/v1/health')).body as Health;
    const says = (check: string) => checks.filter((one) => one.check === check).map((one) => [one.state, one.says]);
    expect(says('worker')).toEqual([['wrong', 'Nobody asks for workflows and activities and mail.']]);
    expect(says('searchAttributes')).toEqual([['wrong', 'Process, Run, Period are missing.']]);
    expect(says('upkeep')[0]).toEqual(['wrong', expect.stringContaining('no schedule')]);
    expect(says('temporal')[1]).toEqual(['warning', expect.stringContaining('24 hours')]);
    await bare.stop();
  });

  it('When Temporal is away, each of its checks says so and the others go on', async () => {
    const alone = await startApi({ store: product.store });
    const { healthy, checks } = (await alone.as(ids.hanna)('GET', '/api/v1/health')).body as Health;
    expect(healthy).toBe(false);
    const wrong = checks.filter(({ state }) => state === 'wrong').map(({ check }) => check);
    expect(wrong).toEqual(['temporal', 'searchAttributes', 'worker', 'upkeep']);
    await alone.stop();
  });

  it('When somebody without the role asks, it is refused', async () => {
    expect((await product.as(ids.lukas)('GET', '/health')).status).toBe(403);
  });
});
