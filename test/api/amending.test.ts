import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { type Product, password, startProduct } from '../support/product.ts';
import { eventually } from '../support/time.ts';
import { newVisitor, type Page } from '../support/visitor.ts';

const run = 'objectives-2031';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await foundOrganization(product.store);
  await product.store.credentials.insert({ id: ids.hanna, passwordHash: await hashPassword(password), changedAt: systemNow() });
  await product.as(ids.hanna)('POST', '/processes/objectives/runs', { subject: { period: '2031' } });
}, 300_000);
afterAll(() => product.stop());

const hanna = newVisitor();

async function asked(task: string, attempt: number): Promise<string> {
  const id = `${run}/${task}/-/${attempt}`;
  await eventually(`${id} is asked`, () => product.store.tasks.first({ id, state: 'open' }));
  return `/tasks/${encodeURIComponent(id)}/completion`;
}

const complete = async (person: string, task: string, attempt: number, outcome: object) => {
  const path = await asked(task, attempt);
  const signedIn = await product.signedIn(person);
  const answer = await signedIn('POST', path, { outcome }, { 'idempotency-key': `${task}-${attempt}` });
  expect(answer).toMatchObject({ status: 200 });
};

const measure = {
  ...{ name: 'Reported test mails', method: 'Reported of sent, by the mail gateway.', source: 'asked', unit: '%', every: 'quarter' },
  ...{ target: 60, direction: 'atLeast', measurer: ids.lukas, analyst: ids.marta },
};
const proposed = { results: [], objectives: [], measures: [measure], note: 'The policy and last year.' };

const form = async (): Promise<Page> => hanna.visit(`${product.url}/tasks/${run}/propose`);
const filledIn = (page: Page, field: string) =>
  new RegExp(`name="[^"]*\\.${field}"[^>]*value="([^"]*)"`).exec(page.html)?.[1] ??
  new RegExp(`name="[^"]*\\.${field}"[^>]*>([^<]*)<`).exec(page.html)?.[1];

/** The form as a browser sends it: all that stands in it. */
const typed = (changed: Record<string, string>) => {
  const shown = { ...measure, target: '60', measurer: 'Lukas Wendt', analyst: 'Marta Nogueira', ...changed };
  const fields = Object.entries(shown).map(([name, text]) => [`${run}/propose/-/2.measures:0:${name}`, text]);
  return Object.fromEntries([[`${run}/propose/-/2.note`, proposed.note], ...fields]) as Record<string, string>;
};

describe('What was returned by a decision is not typed again', () => {
  it('Asked for the first time, the form is empty', async () => {
    await asked('propose', 1);
    const signIn = await hanna.visit(`${product.url}/sign-in`);
    await hanna.send(signIn, { email: 'hanna@tessel.example', password });
    const page = await form();
    expect(page.status).toBe(200);
    expect(filledIn(page, 'measures:0:name')).toBe('');
    expect(page.text).not.toContain('gave your answer back');
  });

  it('Returned, it holds the answer of before with the names of people, and who gave it back and why', async () => {
    await complete(ids.hanna, 'propose', 1, proposed);
    await complete(ids.tove, 'approve', 1, { decision: 'return', reason: 'Sixty is not enough.' });
    await asked('propose', 2);
    const page = await form();
    expect(page.text).toContain('Tove Lind gave your answer back');
    expect(page.text).toContain('Sixty is not enough.');
    expect([filledIn(page, 'measures:0:name'), filledIn(page, 'measures:0:target')]).toEqual(['Reported test mails', '60']);
    expect(filledIn(page, 'measures:0:measurer')).toBe('Lukas Wendt');
  });

  it('Sent as it came back it stays open, and with one field changed it is another proposal', async () => {
    const page = await form();
    const same = await hanna.send(page, typed({}));
    expect([same.status, same.text.includes('This is the answer that came back.')]).toEqual([422, true]);
    expect((await hanna.send(page, typed({ target: '75' }))).status).toBe(200);
    expect(await product.store.tasks.get(`${run}/propose/-/2`)).toMatchObject({
      ...{ state: 'done', closedBy: { via: 'login' } },
      outcome: { ...proposed, measures: [{ ...measure, target: 75 }] },
    });
  });
});
