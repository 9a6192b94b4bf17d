import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import { openChromium } from '../support/chromium.ts';
import { builtCockpit } from '../support/cockpit.ts';
import { ids } from '../support/organization.ts';
import { type Product, password } from '../support/product.ts';
import { linkTo, productInReview, run } from '../support/reviewed.ts';
import { isSound } from '../support/sound.ts';
import { type Visit, visitingCockpit } from '../support/visiting.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  const cockpit = await builtCockpit();
  product = await productInReview({ cockpit });
  const at = product.clock.now();
  // A mail that is taken says that the address is right.
  await linkTo(product, 'marta');
  // One has come to level 2, and one address is refused: states and reasons that a quiet review has not.
  await product.store.tasks.set(`${run}/reassess/RSK-004/1`, { level: 2, due: '2026-11-02T17:00:00.000Z' });
  await product.store.people.set(ids.marta, { unreachable: { since: at, code: '550 5.1.1' } });
  await product.store.credentials.insert({ id: ids.lukas, passwordHash: await hashPassword(password), changedAt: systemNow() });
  browser = await openChromium();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const visiting = (email: string, look: (visit: Visit) => Promise<void>): Promise<void> =>
  visitingCockpit({ browser, product }, email, look);

describe('the cockpit in a browser', () => {
  it('When the ISMS manager signs in, the wheel says what is late and why, and leads there', async () => {
    await visiting('hanna@tessel.example', async ({ page }) => {
      expect(await page.textContent('h1')).toContain('one task is late');
      const late = page.getByRole('region', { name: 'Late, and why' });
      expect(await late.textContent()).toContain('Escalated, level 2');
      expect(await page.getByRole('region', { name: 'Cannot be reached' }).textContent()).toContain(
        'The mail address has been refused since',
      );
      await page.getByText('Show every run as a table').click();
      expect(await page.getByRole('table', { name: /Every run of/ }).textContent()).toContain('open, late and escalated');
      await late.getByRole('link', { name: 'Give to somebody else' }).click();
      await page.waitForURL(/\/cockpit\/task\/riskReview-/);
    });
  }, 120_000);

  it('When it is looked at in any width and colour, nothing is wider than the window, and axe finds nothing', async () => {
    await visiting('hanna@tessel.example', ({ page }) => isSound(page));
  }, 180_000);

  it('When an owner signs in, there is no wheel, but what waits for an answer', async () => {
    await visiting('lukas@tessel.example', async ({ page }) => {
      await page.waitForURL(/\/cockpit\/my-work/);
      expect(await page.textContent('h1')).toMatch(/asked of you/);
      expect(await page.getByRole('link', { name: 'Cockpit' }).count()).toBe(0);
      await page.getByRole('link', { name: 'My work 1 waiting for you' }).waitFor();
      await isSound(page);
    });
  }, 180_000);

  it('When the first page is loaded, it takes at most 250 kB', async () => {
    await visiting('hanna@tessel.example', async ({ page, answers }) => {
      await page.waitForLoadState('networkidle');
      const files = answers.filter((answer) => /\/cockpit(\/|$)/.test(new URL(answer.url()).pathname) && answer.status() === 200);
      const sizes = await Promise.all(files.map(async (answer) => (await answer.request().sizes()).responseBodySize));
      expect(sizes.length).toBeGreaterThan(2);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
    });
  }, 120_000);

  it('When somebody who is not signed in asks for a page of it, they sign in first; for a file that is not there, there is none', async () => {
    const asked = await fetch(`${product.url}/cockpit/my-work`, { redirect: 'manual' });
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/sign-in?returnTo=%2Fcockpit%2Fmy-work']);
    expect((await fetch(`${product.url}/cockpit/assets/none.js`)).status).toBe(404);
    expect((await fetch(`${product.url}/cockpit/..%2f..%2fpackage.json`, { redirect: 'manual' })).status).not.toBe(200);
  });

  it('When somebody is not reached, where that is mended is one step away', async () => {
    await visiting('hanna@tessel.example', async ({ page }) => {
      await page.getByRole('link', { name: 'Check address of Marta Nogueira' }).click();
      await page.waitForURL(`${product.url}/cockpit/people/${ids.marta}/change`);
      expect(await page.getByLabel('Mail address').inputValue()).toBe('marta@tessel.example');
    });
  }, 60_000);

  it('When more is late than the wheel has flags for, it says how many more, and so does the list, which has them folded', async () => {
    const { store } = product;
    const late = await store.tasks.get(`${run}/reassess/RSK-004/1`);
    for (let n = 1; n < 9; n += 1)
      if (late !== undefined) await store.tasks.insert({ ...late, id: `other-${n}/reassess/RSK-004/1`, run: `other-${n}` });
    await visiting('hanna@tessel.example', async ({ page }) => {
      await page.getByText('nine tasks are late').waitFor();
      expect(await page.locator('.flag text').allTextContents()).toContain('+3');
      const list = page.getByRole('region', { name: 'Late, and why' });
      expect(await list.getByRole('listitem').count()).toBe(6);
      await list.getByText('Three more').press('Enter');
      expect(await list.getByRole('listitem').count()).toBe(9);
      await isSound(page);
    });
  }, 180_000);

  it('When its policy is read, no script and no style is allowed but our own and those with the nonce of this one page', async () => {
    await visiting('hanna@tessel.example', async ({ page }) => {
      const policies = await Promise.all(
        [1, 2].map(async () => (await page.request.get(`${product.url}/cockpit`)).headers()['content-security-policy'] ?? ''),
      );
      for (const policy of policies) expect(policy).toMatch(/script-src 'self';style-src 'self' 'nonce-[\w+/=]+';/);
      expect(policies[0]).not.toBe(policies[1]);
    });
  }, 60_000);
});
