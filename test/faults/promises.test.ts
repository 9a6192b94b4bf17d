import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '../../api/endpoints/index.ts';
import type { Task } from '../../domain/records/task.ts';
import { openStore, type Store } from '../../models/store.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { type Product, startProduct } from '../support/product.ts';
import { linkTo } from '../support/reviewed.ts';
import { startTask } from '../support/tasks.ts';
import { eventually, pass } from '../support/time.ts';
import { newVisitor } from '../support/visitor.ts';

// One test for each promise of docs/promises.md; the describe of each is the sentence there, and the last test here holds both together.

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await foundOrganization(product.store);
  await product.store.runs.insert({
    ...{ id: 'riskReview-2026-Q4', process: 'riskReview', key: '2026-Q4', attempt: 1, subject: { period: '2026-Q4' }, period: '2026-Q4' },
    ...{ status: 'open', seq: 1, openedAt: product.clock.now(), openedBy: { person: ids.hanna, via: 'login' }, waitingFor: [] },
    ...{ settingsVersion: 1, definition: 'riskReview@1', gates: [] },
  });
});
afterAll(() => product.stop());

const outcome = { likelihood: 2, consequence: 2, verdict: 'change', reason: 'As discussed.' };
const day = 86_400_000;

let n = 0;
const openTask = (owner = ids.lukas): Promise<string> => {
  n += 1;
  return startTask(product, { risk: `PRO-${n}`, owner });
};
const pathOf = (task: string): string => `/tasks/${encodeURIComponent(task)}`;
const complete = (task: string, person = ids.lukas, key?: string) =>
  product.as(person)('POST', `${pathOf(task)}/completion`, { outcome }, key === undefined ? {} : { 'Idempotency-Key': key });
const taskNow = async (id: string): Promise<Task> => {
  const task = await product.store.tasks.get(id);
  if (task === undefined) throw new Error(`there is no task ${id}`);
  return task;
};
const eventsOf = async (store: Store, id: string) =>
  (await store.trail.find({ chain: `task/${id}` }, { sort: { seq: 1 } })).map(({ event }) => event);
const upkeep = () => product.client.workflow.execute('upkeep', { workflowId: `upkeep-${n}`, taskQueue: 'isms', args: [] });
const statusOf = async (id: string) => (await product.client.workflow.getHandle(id).describe()).status.name;
/** What is wrong with the chains of tasks; the organization itself was written without them. */
async function findings(): Promise<{ chain: string; seq: number }[]> {
  const { body } = await product.as(ids.hanna)('GET', '/trail/verification');
  return (body as { findings: { chain: string; seq: number }[] }).findings.filter(({ chain }) => chain.startsWith('task/'));
}

describe('P1: An action that was answered with success is not lost.', () => {
  it('When the answer is out, another connection to the database reads it, and nothing that dies in that moment takes it back', async () => {
    const id = await openTask();
    expect((await complete(id)).status).toBe(200);
    const other = await openStore(product.mongodbUri);
    expect(await eventsOf(other, id)).toEqual(['opened', 'completed']);
    await product.client.workflow
      .getHandle(id)
      .terminate('in the moment of the answer')
      .catch(() => undefined); // it may be over already
    await upkeep();
    expect(await other.tasks.get(id)).toMatchObject({ state: 'done', outcome, answeredBy: { person: ids.lukas } });
    expect(await eventsOf(other, id)).toEqual(['opened', 'completed']);
    await other.close();
  }, 180_000);
});

describe('P2: One decision per task.', () => {
  it('When forty answers come at once, one is taken, the others are shown it, and the winner’s key gets the first answer again', async () => {
    const id = await openTask();
    const told = await Promise.all(Array.from({ length: 40 }, (_, k) => complete(id, ids.lukas, `${id}-${k}`)));
    expect(told.filter(({ status }) => status === 409)).toHaveLength(39);
    const winner = told.findIndex(({ status }) => status === 200);
    expect(await complete(id, ids.lukas, `${id}-${winner}`)).toEqual(told[winner]);
    expect(await eventsOf(product.store, id)).toEqual(['opened', 'completed']);
  }, 180_000);
});

describe('P3: Every open task has a running workflow, or gets it back within an hour.', () => {
  it('When the workflow of a task is gone, the hourly upkeep gives it another one, with the same dates', async () => {
    const id = await openTask();
    const before = await taskNow(id);
    await product.client.workflow.getHandle(id).terminate('lost');
    expect(await statusOf(id)).toBe('TERMINATED');
    await upkeep();
    expect(await statusOf(id)).toBe('RUNNING');
    expect(await taskNow(id)).toMatchObject({ due: before.due, rungs: before.rungs });
    expect((await complete(id)).status).toBe(200);
  }, 180_000);
});

describe('P4: A mail is handed to the mail server at least once.', () => {
  it('When the server keeps a mail and its answer is lost, a second copy follows with the same Message-ID, and that is said', async () => {
    product.mail.setRules([{ action: 'keepAndDrop', to: 'marta', times: 1 }]);
    const id = await openTask(ids.marta);
    const mail = await eventually(
      'the mail is accepted',
      async () =>
        (await product.store.mails.find({ person: ids.marta, state: 'accepted' })).find(({ letters }) =>
          letters.some((one) => one.startsWith(id)),
        ),
      150_000,
    );
    expect(mail).toMatchObject({ maybeDuplicate: true });
    const copies = (await product.mail.messages()).filter(({ MessageID }) => `<${MessageID}>` === mail.messageId);
    expect(copies).toHaveLength(2);
  }, 180_000);
});

describe('P5: Dates do not depend on mail.', () => {
  it('When no mail reaches somebody, the ladder runs to its end, and the ISMS manager sees who cannot be reached', async () => {
    product.mail.setRules([{ action: 'refuse', to: 'martin' }]);
    const id = await openTask(ids.martin);
    await eventually('the task says so', async () => (await taskNow(id)).undeliverable);
    const promised = (await taskNow(id)).rungs.map(({ key, at }) => [key, at]);
    await pass(product, id, 40 * day);
    const late = await taskNow(id);
    expect(late.level).toBe(3);
    expect(late.rungs.map(({ key, at }) => [key, at])).toEqual(promised);
    const { body } = await product.as(ids.hanna)('GET', pathOf(id));
    expect(body).toMatchObject({ undeliverable: true, level: 3 });
    product.mail.setRules([]);
  }, 300_000);
});

describe('P6: Opening a link changes nothing.', () => {
  it('When a scanner fetches it with GET and HEAD, nothing in the database is other than before; only the form behind it answers', async () => {
    await product.store.mails.remove({ person: ids.tove });
    const id = await openTask(ids.tove);
    // She was told of what is late above: the newest link is that of this task once it was mailed.
    await eventually('it is asked by mail', () => product.store.letters.first({ task: id, kind: 'opened', state: 'accepted' }));
    const link = await linkTo(product, 'tove');
    const onTheWay = { state: { $in: ['pending', 'sending'] } };
    const { letters, mails } = product.store;
    await eventually('no mail is on its way', async () => (await letters.count(onTheWay)) + (await mails.count(onTheWay)) === 0, 90_000);
    const before = await everything(product.store);
    for (let k = 0; k < 3; k += 1) {
      expect((await fetch(link)).status).toBe(200);
      expect((await fetch(link, { method: 'HEAD' })).status).toBe(200);
    }
    expect(await everything(product.store)).toEqual(before);
    expect(await taskNow(id)).toMatchObject({ state: 'open', version: 1 });

    const visitor = newVisitor();
    const name = id.split('/')[2] ?? '';
    const typed = Object.entries(outcome).map(([field, value]) => [`${name}.${field}`, String(value)]);
    await visitor.send(await visitor.visit(link), Object.fromEntries(typed));
    expect(await taskNow(id)).toMatchObject({ state: 'done', answeredBy: { via: 'link' } });
  }, 150_000);
});

/** Every record that is about work. */
async function everything({ tasks, runs, trail, letters, mails, links, risks }: Store): Promise<unknown[]> {
  return Promise.all([tasks, runs, trail, letters, mails, links, risks].map((collection) => collection.find({}, { sort: { _id: 1 } })));
}

describe('P7: Nobody sees or changes what their roles do not grant.', () => {
  it('When somebody without a role reads every route there is, nothing of what others are asked or own is in any answer', async () => {
    const id = await openTask();
    const stranger = 'per-stranger00';
    const lukas = await product.store.people.get(ids.lukas);
    if (lukas === undefined) throw new Error('Lukas is there');
    await product.store.people.insert({ ...lukas, id: stranger, name: 'Someone', email: 'someone@tessel.example', roles: [] });
    const named: Record<string, string> = { task: id, run: id.split('/')[0] ?? '', risk: id.split('/')[2] ?? '' };
    const asked = endpoints.filter(({ method, allow }) => method === 'get' && allow !== 'anyone');
    expect(asked.length).toBeGreaterThan(20);
    for (const { path } of asked) {
      const filled = path
        .replace('/api/v1', '')
        .replace(/\/tasks\/\{id\}/, pathOf(named.task ?? ''))
        .replace(/\/runs\/\{id\}/, `/runs/${named.run}`)
        .replace(/\{name\}/, 'risks')
        .replace(/\{\w+\}/g, named.risk ?? '');
      const answer = await fetch(`${product.url}/api/v1${filled}`, { headers: { authorization: await product.tokenFor(stranger) } });
      expect({ path, says: /PRO-\d|Secret of|lukas@/.exec(await answer.text())?.[0] }).toEqual({ path, says: undefined });
    }
    expect((await complete(id, stranger)).status).toBe(404);
    expect(await eventsOf(product.store, id)).toEqual(['opened']);
  }, 180_000);
});

describe('P8: A changed, deleted or reordered entry of the trail is found.', () => {
  it('When one is changed, deleted, or changes places with another, verification names the chain and the place', async () => {
    const tasks = [await openTask(), await openTask(), await openTask()] as const;
    for (const id of tasks) await complete(id);
    expect(await findings()).toEqual([]);
    const [changed, deleted, reordered] = tasks.map((id) => `task/${id}`) as [string, string, string];
    const { trail } = product.store;
    const entryOf = async (chain: string, seq: number) => {
      const entry = await trail.first({ chain, seq });
      if (entry === undefined) throw new Error(`${chain} has no entry ${seq}`);
      return entry;
    };
    const [one, gone, first, second] = [
      await entryOf(changed, 2),
      await entryOf(deleted, 1),
      await entryOf(reordered, 1),
      await entryOf(reordered, 2),
    ];
    await trail.set(one.id, { actor: { ...one.actor, person: ids.tove } });
    await trail.remove({ id: gone.id });
    await trail.set(first.id, { event: second.event, data: second.data });
    await trail.set(second.id, { event: first.event, data: first.data });
    expect(await findings()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ chain: changed, seq: 2 }),
        expect.objectContaining({ chain: deleted, seq: 1 }),
        expect.objectContaining({ chain: reordered, seq: 1 }),
      ]),
    );
    await trail.set(one.id, { actor: one.actor });
    await trail.insert(gone);
    await trail.set(first.id, { event: first.event, data: first.data });
    await trail.set(second.id, { event: second.event, data: second.data });
    expect(await findings()).toEqual([]);
  }, 180_000);
});

describe('P9: After a crash it goes on.', () => {
  it('When the worker is gone in the middle of a review, what people do waits or is said to wait, and all of it is done when it is back', async () => {
    await addRisks(product.store, ids.lukas, ['CRA-1', 'CRA-2']);
    const opened = await product.as(ids.hanna)('POST', '/processes/riskReview/runs', { subject: { period: '2031-Q2', scope: 'all' } });
    const run = (opened.body as { id: string }).id;
    const task = `${run}/reassess/CRA-1/1`;
    await eventually('it is asked', () => product.store.tasks.get(task));
    await product.worker.stop();
    const meanwhile = complete(task, ids.lukas, 'while-it-is-away');
    await product.worker.start();
    const first = await meanwhile;
    expect([200, 503]).toContain(first.status);
    const sentAgain = async () => {
      const told = await complete(task, ids.lukas, 'while-it-is-away');
      return told.status !== 503 && told;
    };
    const answer = first.status === 200 ? first : await eventually('it is back', sentAgain);
    expect(answer.status).toBe(200);
    await eventually('the judgement is written', async () => (await product.store.risks.get('CRA-1'))?.lastAssessment?.likelihood === 2);
    expect(await eventsOf(product.store, task)).toEqual(['opened', 'completed']);
    expect(await findings()).toEqual([]);
  }, 240_000);
});

describe('P10: What cannot be promised is said.', () => {
  const promises = readFileSync(new URL('../../docs/promises.md', import.meta.url), 'utf8');
  const source = readFileSync(new URL(import.meta.url), 'utf8');

  it('When somebody reads the promises, copies of mails, the end of a trail, its own operator and the bearer of a link are among what is not promised', () => {
    const said = promises.slice(promises.indexOf('## What is not promised'));
    for (const what of ['No mail twice', 'cutting off its end', 'its own operator cannot rewrite', 'Delivery', 'That it was the person'])
      expect(said).toContain(what);
  });

  it('When a promise is written down, a test has its name', () => {
    const sentences = [...promises.matchAll(/^\*\*(P\d: .*?)\*\*/gm)].map(([, sentence]) => sentence);
    expect(sentences).toHaveLength(9);
    for (const sentence of sentences) expect(source).toContain(`describe('${sentence}'`);
  });
});
