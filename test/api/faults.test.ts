import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256 } from '../../api/callers.ts';
import { systemNow } from '../../domain/clock.ts';
import { jsonSchemaOf } from '../../domain/jsonSchema.ts';
import { openStore } from '../../models/store.ts';
import { type MongoServer, startMongo } from '../../stack/mongo.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import { addRisks, foundOrganization } from '../support/organization.ts';
import { keptPort } from '../support/ports.ts';
import { eventually } from '../support/time.ts';
import { hidden, openBrowser } from './browser.ts';
import { addToken, ids, type Product, startApi } from './http.ts';

const token = 'k'.repeat(43);
let folder: string;
let port: number;
let mongo: MongoServer;
let product: Product;

const start = () => startMongo({ folder: join(folder, 'db'), log: join(folder, 'mongo.log'), port });

async function openTask(): Promise<void> {
  const { store } = product;
  const at = systemNow();
  await addRisks(store, ids.lukas, ['RSK-1']);
  const id = 'riskReview-2026-Q4/reassess/RSK-1/1';
  const outcome = definitionOf('riskReview')?.tasks.reassess?.outcome;
  if (outcome === undefined) throw new Error('the risk review asks nothing');
  await store.tasks.insert({
    ...{
      id,
      run: 'riskReview-2026-Q4',
      process: 'riskReview',
      task: 'reassess',
      about: 'RSK-1',
      attempt: 1,
      answer: 'link',
      state: 'open',
    },
    ...{ seq: 1, version: 1, assignee: ids.lukas, assignment: 1, accountable: ids.hanna, openedAt: at, baselineDue: at, due: at },
    ...{
      zone: 'Europe/Berlin',
      rungs: [],
      level: 0,
      undeliverable: false,
      definition: 'riskReview@1',
      outcomeSchema: JSON.stringify(jsonSchemaOf(outcome)),
    },
  });
  const expiresAt = '2999-01-01T00:00:00.000Z';
  await store.links.insert({
    id: sha256(token),
    kind: 'tasks',
    person: ids.lukas,
    mail: 'm',
    tasks: [{ task: id, assignment: 1 }],
    createdAt: at,
    expiresAt,
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fourstroke-api-'));
  port = await keptPort();
  mongo = await start();
  const store = await openStore(mongo.uri);
  await store.createIndexes();
  await foundOrganization(store);
  await addToken(store, ids.hanna);
  product = await startApi({ store });
  await openTask();
});
afterAll(async () => {
  await product.stop();
  await product.store.close();
  await mongo.stop('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

describe('When the database dies', () => {
  it('the API says 503 within ten seconds, pages give back what was typed, and all goes on when it is back', async () => {
    const browser = openBrowser(product);
    const page = await browser.get(`/a/${token}`);
    expect(page.status).toBe(200);
    await mongo.stop('SIGKILL');

    const begun = performance.now();
    const api = await product.as(ids.hanna)('GET', '/api/v1/tasks');
    expect(api).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(Number(api.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(performance.now() - begun).toBeLessThan(10_000);

    const fields = {
      csrf: hidden(page, 'csrf'),
      key: hidden(page, 'key'),
      action: 'complete',
      'RSK-1.verdict': 'change',
      'RSK-1.reason': 'Typed with care.',
    };
    const sent = await browser.post(`/a/${token}`, fields);
    expect(sent.status).toBe(503);
    expect(sent.text).toContain('value="Typed with care."');
    expect(sent.text).toContain(`action="/a/${token}"`);
    expect((await product.asNobody('GET', '/healthz')).status).toBe(200);
    expect(await product.asNobody('GET', '/readyz')).toMatchObject({ status: 503, body: { database: 'unreachable' } });
    const metrics = await product.asNobody('GET', '/metrics');
    expect([metrics.status, metrics.text]).toEqual([200, expect.stringContaining('fourstroke_database_up 0\n')]);
    expect(metrics.text).not.toContain('fourstroke_tasks_open{');

    mongo = await start();
    await eventually('the database is found again', async () => (await product.as(ids.hanna)('GET', '/api/v1/tasks')).status === 200);
    expect((await browser.get(`/a/${token}`)).status).toBe(200);
    const faults = product.lines.filter((line) => Number(line.level) >= 50);
    expect(faults).toEqual([]);
  });
});

describe('When the database hangs', () => {
  it('an answer that waits for it is given back with what was typed, and is recorded nowhere by half', async () => {
    const { pid } = mongo;
    // A driver that notices within seconds what it notices within forty otherwise.
    const store = await openStore(`${mongo.uri}${mongo.uri.includes('?') ? '&' : '?'}connectTimeoutMS=4000&heartbeatFrequencyMS=500`);
    const impatient = await startApi({ store });
    const browser = openBrowser(impatient);
    const page = await browser.get(`/a/${token}`);
    const fields = { csrf: hidden(page, 'csrf'), key: hidden(page, 'key'), action: 'complete', 'RSK-1.reason': 'Typed with care.' };
    process.kill(pid, 'SIGSTOP');
    const sent = await browser.post(`/a/${token}`, fields).finally(() => process.kill(pid, 'SIGCONT'));
    expect(sent.status).toBe(503);
    expect(sent.text).toContain('value="Typed with care."');
    expect(impatient.lines.filter((line) => Number(line.level) >= 50)).toEqual([]);
    await impatient.stop();
    await store.close();
  });
});
