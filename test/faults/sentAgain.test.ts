import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemNow, toInstant, toMs } from '../../domain/clock.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { type Product, startProduct } from '../support/product.ts';
import { startTask } from '../support/tasks.ts';
import { eventually } from '../support/time.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await foundOrganization(product.store, { mail: { gatherSeconds: 3600 } });
});
afterAll(() => product.stop());

/** The API died after the task had recorded the request and before it kept its answer; that was more than a minute ago. */
async function forgetAnswer(): Promise<void> {
  await product.store.answered.setMany({ state: 'answered' }, { state: 'pending', at: toInstant(toMs(systemNow()) - 120_000) });
}

const upkeep = (id: string) => product.client.workflow.execute('upkeep', { workflowId: id, taskQueue: 'isms', args: [] });

/** Its workflow is lost, and upkeep gives it another one, which has not heard of what the first one was asked. */
async function beginAnew(task: string): Promise<void> {
  await product.client.workflow.getHandle(task).terminate('by mistake');
  await upkeep(`upkeep/${task}`);
  await eventually('it takes commands', async () => (await product.client.workflow.getHandle(task).describe()).historyLength > 4);
}

const reason = 'The supplier answers next week.';
const requests: [noun: string, body: object][] = [
  ['comment', { text: 'I look at it this week.' }],
  ['handOverRequest', { reason }],
  ['reassignment', { to: ids.marta, reason }],
];

describe('a request whose answer was lost, and whose task has another workflow since', () => {
  it.each(requests)(
    'When a %s is sent again with its key, it is answered with what it did and not done twice',
    async (noun, body) => {
      const task = await startTask(product, { risk: `RSK-${noun}`, owner: ids.lukas });
      const person = noun === 'reassignment' ? ids.hanna : ids.lukas;
      const send = () =>
        product.as(person)('POST', `/tasks/${encodeURIComponent(task)}/${noun}`, body, { 'idempotency-key': `once-${noun}` });
      expect((await send()).status).toBe(200);
      await forgetAnswer();
      await beginAnew(task);
      expect((await send()).status).toBe(200);
      expect(await product.store.trail.count({ chain: `task/${task}` })).toBe(2);
    },
    240_000,
  );
});

describe('a request that could not be answered', () => {
  it('When upkeep comes before it is sent again, it is still known as one that was sent before', async () => {
    const task = await startTask(product, { risk: 'RSK-late', owner: ids.lukas });
    const send = () =>
      product.as(ids.lukas)('POST', `/tasks/${encodeURIComponent(task)}/comment`, { text: 'Later.' }, { 'idempotency-key': 'late' });
    await product.worker.stop();
    expect((await send()).status).toBe(503);
    await product.worker.start();
    await upkeep('upkeep/late');
    expect(await product.store.answered.count({ state: 'pending', route: { $regex: 'RSK-late' } })).toBe(1);
    expect((await send()).status).toBe(200);
    expect(await product.store.trail.count({ chain: `task/${task}`, event: 'commented' })).toBe(1);
  }, 240_000);

  it('When another request of the same person has answered the same, it is told so and not that it did it', async () => {
    const task = await startTask(product, { risk: 'RSK-twice', owner: ids.lukas });
    const outcome = { likelihood: 2, consequence: 2, verdict: 'change', reason: 'As discussed.' };
    const send = (key: string) =>
      product.as(ids.lukas)('POST', `/tasks/${encodeURIComponent(task)}/completion`, { outcome }, { 'idempotency-key': key });
    expect((await send('first')).status).toBe(200);
    const refused = { status: 409, body: { code: 'closed' } };
    expect(await send('second')).toMatchObject(refused);
    await forgetAnswer();
    expect(await send('second')).toMatchObject(refused);
    expect((await send('first')).status).toBe(200);
    expect(await product.store.trail.count({ chain: `task/${task}` })).toBe(2);
  }, 240_000);
});
