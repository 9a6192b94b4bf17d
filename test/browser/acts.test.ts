import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import { openChromium } from '../support/chromium.ts';
import { builtCockpit } from '../support/cockpit.ts';
import { ids } from '../support/organization.ts';
import { type Product, password } from '../support/product.ts';
import { linkTo, productInReview, run } from '../support/reviewed.ts';
import { desktop, isSound } from '../support/sound.ts';
import { eventually } from '../support/time.ts';
import { type Visit, visitingCockpit } from '../support/visiting.ts';

const taskOf = (risk: string) => `${run}/reassess/${risk}/1`;
const dayMs = 86_400_000;

let product: Product;
let browser: Browser;

beforeAll(async () => {
  product = await productInReview({ cockpit: await builtCockpit() });
  const { store } = product;
  const at = product.clock.now();
  for (const id of [ids.lukas, ids.marta, ids.martin])
    await store.credentials.insert({ id, passwordHash: await hashPassword(password), changedAt: systemNow() });
  // A mail that is taken says that the address is right.
  await linkTo(product, 'marta');
  await store.people.set(ids.marta, { unreachable: { since: at, code: '550 5.1.1' } });
  await store.people.set(ids.lukas, { name: 'Lukas Wendt' });
  await store.schedules.insertMissing([
    {
      ...{ id: 'riskReview', version: 1, process: 'riskReview', cadence: { every: 'quarter', openOn: { workingDay: 1 } } },
      ...{ since: at.slice(0, 10), paused: false, waived: [], updatedAt: at },
    },
  ]);
  for (const risk of ['RSK-002', 'RSK-003', 'RSK-004']) await isLate(risk);
  browser = await openChromium();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const isLate = (risk: string) =>
  product.store.tasks.set(taskOf(risk), { due: new Date(Date.parse(product.clock.now()) - 4 * dayMs).toISOString(), level: 1 });

type Look = (visit: Visit) => Promise<void>;
const visiting = (name: string, at: string, look: Look): Promise<void> =>
  visitingCockpit({ browser, product, at, refused: [401, 409, 422] }, `${name}@tessel.example`, look);

const late = ({ page }: Visit) => page.getByRole('region', { name: 'Late, and why' });
const assigneeOf = async (risk: string) => (await product.store.tasks.get(taskOf(risk)))?.assignee;
const inDays = (days: number) => new Date(Date.parse(product.clock.now()) + days * dayMs).toISOString().slice(0, 10);

describe('Whoever manages, from the cockpit', () => {
  it('When somebody is not reached, what they are late with is given to another person, all that is ticked at once', async () => {
    await visiting('hanna', '', async (visit) => {
      const { page } = visit;
      await late(visit).getByRole('link', { name: 'Give to somebody else' }).click();
      await page.getByRole('heading', { level: 1, name: 'Three tasks in this run are asked of Marta Nogueira' }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/cockpit/runs/${run}/tasks`);
      await isSound(page);
      await page.setViewportSize(desktop);
      await page.getByRole('checkbox', { name: 'RSK-004, Marta Nogueira' }).uncheck();
      const form = page.getByRole('form', { name: 'Give it to somebody else' });
      await form.getByRole('button', { name: 'Give two tasks' }).click();
      await form.getByText('This needs an answer.').first().waitFor();
      await form.getByLabel(/To whom/).fill('Martin Seidel');
      await form.getByLabel('Reason, one sentence').fill('Marta is not reached by mail.');
      await form.getByRole('button', { name: 'Give two tasks' }).click();
      await page.getByRole('status').getByText('Two tasks have moved; both people are told.').waitFor();
      await page.getByRole('heading', { level: 1, name: 'One task in this run is asked of Marta Nogueira' }).waitFor();
    });
    expect(await Promise.all(['RSK-002', 'RSK-003', 'RSK-004'].map(assigneeOf))).toEqual([ids.martin, ids.martin, ids.marta]);
  }, 240_000);

  it('When some refuse, each says why, and they stay ticked with what was typed', async () => {
    await visiting('hanna', `/runs/${run}/tasks?act=reassign`, async ({ page }) => {
      const form = page.getByRole('form', { name: 'Give it to somebody else' });
      await form.getByRole('button', { name: 'Give the tasks' }).click();
      await form.getByText('Tick at least one task first.').waitFor();
      for (const box of ['RSK-003, Martin Seidel', 'RSK-004, Marta Nogueira']) await page.getByRole('checkbox', { name: box }).check();
      await form.getByLabel(/To whom/).fill('martin@tessel.example');
      await form.getByLabel('Reason, one sentence').fill('Knows the site better.');
      await form.getByRole('button', { name: 'Give two tasks' }).click();
      const said = page.getByRole('alert');
      await said.getByText('One task has moved; both people are told.').waitFor();
      await said.getByRole('link', { name: 'RSK-003' }).waitFor();
      expect(await form.getByLabel('Reason, one sentence').inputValue()).toBe('Knows the site better.');
      await isSound(page);
    });
    expect(await assigneeOf('RSK-004')).toBe(ids.martin);
  }, 240_000);

  it('When one task is open by a row of the run, it is waived on its page', async () => {
    await visiting('hanna', `/runs/${run}?of=${encodeURIComponent(taskOf('RSK-001'))}`, async ({ page }) => {
      await page.getByRole('link', { name: 'Decide about more time, give it to somebody else or waive it' }).click();
      await page.waitForURL(/\/cockpit\/task\/.*RSK-001/);
      await page.getByText('Waive the task').first().click();
      const form = page.locator('details[open] form');
      await form.getByLabel('Until which day the waiver holds').fill(inDays(30));
      await form.getByLabel('Reason, one sentence').fill('The machine is gone.');
      await form.getByRole('button', { name: 'Waive the task' }).click();
      await page.getByRole('status').getByText('The task is waived').waitFor();
      await page.getByRole('link', { name: run }).click();
      await page.waitForURL(new RegExp(`/cockpit/runs/${run}$`));
    });
    expect(await product.store.tasks.get(taskOf('RSK-001'))).toMatchObject({ state: 'waived' });
  }, 120_000);

  it('When more time is asked for, it is decided from the list of what is late', async () => {
    const martin = await product.signedIn(ids.martin);
    const asked = await martin('POST', `/tasks/${encodeURIComponent(taskOf('RSK-003'))}/extension`, {
      until: inDays(25),
      reason: 'The line stands still until then.',
    });
    expect(asked.status).toBe(200);
    await isLate('RSK-003');
    await visiting('hanna', '', async (visit) => {
      const { page } = visit;
      await late(visit).getByRole('link', { name: 'Decide' }).first().click();
      await page.waitForURL(/\/cockpit\/(task|runs)\//);
      const form = page.locator('form', { hasText: 'Grant it' }).first();
      await form.getByLabel('Grant it', { exact: true }).check();
      await form.getByLabel('Reason, one sentence').fill('It cannot be earlier.');
      await form.getByRole('button', { name: /^Decide/ }).click();
      await page
        .getByRole('status')
        .getByText(/It is decided/)
        .waitFor();
    });
    await eventually('more time is granted', async () =>
      (await product.store.tasks.get(taskOf('RSK-003')))?.extensions?.some(({ state }) => state === 'granted'),
    );
  }, 120_000);

  it('When the sign-in ends while a form is filled in, the form says how to go on, and all that was typed stays', async () => {
    await visiting('hanna', `/runs/${run}/tasks?act=waive`, async ({ page }) => {
      await page.getByRole('checkbox').first().check();
      const form = page.getByRole('form', { name: 'Waive the task' });
      await form.getByLabel('Until which day the waiver holds').fill(inDays(30));
      await form.getByLabel('Reason, one sentence').fill('Not needed.');
      await product.store.connection.collection('sessions').deleteMany({ 'session.person': ids.hanna });
      await form.getByRole('button', { name: /Waive/ }).click();
      const again = form.getByRole('link', { name: 'Sign in again in a new tab' });
      expect(await again.getAttribute('href')).toContain('/sign-in?again=yes&returnTo=%2Fcockpit%2Fruns%2F');
      expect(await form.getByLabel('Reason, one sentence').inputValue()).toBe('Not needed.');
      await page.getByText('The sign-in has ended: what stands here does not change any more.').waitFor();
      expect(new URL(page.url()).pathname).toBe(`/cockpit/runs/${run}/tasks`);
    });
  }, 120_000);
});

describe('My work', () => {
  it('When something was answered, it stands there with how it was in time and leads to the answer', async () => {
    const martin = await product.signedIn(ids.martin);
    const outcome = { likelihood: 2, consequence: 2, verdict: 'change', reason: 'It is locked now.' };
    const { status } = await martin('POST', `/tasks/${encodeURIComponent(taskOf('RSK-002'))}/completion`, { outcome });
    expect(status).toBe(200);
    await visiting('martin', '/my-work', async ({ page }) => {
      const done = page.getByRole('region', { name: 'Done lately' });
      expect(await done.textContent()).toMatch(/working days? late/);
      await isSound(page);
      await page.setViewportSize(desktop);
      await done.getByRole('link', { name: /RSK-002/ }).click();
      await page.getByRole('region', { name: 'The answer' }).getByText('It is locked now.').waitFor();
    });
  }, 240_000);

  it('When schedules are going to ask somebody, the year says when and what, month by month, of nobody but them', async () => {
    await visiting('lukas', '', async ({ page }) => {
      await page.waitForURL(/\/cockpit\/my-work/);
      const year = page.getByRole('region', { name: 'Your year' });
      await year.getByText(/Next on .*: Reassess risk RSK-001\./).waitFor();
      await year.getByText('Month by month').click();
      expect(await year.textContent()).toMatch(/asked .*, due /);
      expect(await year.textContent()).not.toContain('RSK-002');
      expect(await year.getByRole('link', { name: 'Add to my calendar' }).getAttribute('href')).toBe('/my-mail');
      await isSound(page);
    });
  }, 240_000);
});

describe('Signing in', () => {
  const signedIn = async (email: string, javaScriptEnabled: boolean): Promise<string> => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`${product.url}/sign-in`);
    await page.fill('#email', email);
    await page.fill('#password', password);
    await page.click('button[type=submit]');
    await page.getByText('Nogueira').first().waitFor();
    if (!javaScriptEnabled) await page.waitForURL(/\/tasks$/);
    const { pathname } = new URL(page.url());
    await context.close();
    return pathname;
  };

  it('When nothing in particular was asked for, it leads to the cockpit; without script, to the page that needs none', async () => {
    expect(await signedIn('marta@tessel.example', true)).toMatch(/^\/cockpit/);
    expect(await signedIn('marta@tessel.example', false)).toBe('/tasks');
  }, 120_000);
});
