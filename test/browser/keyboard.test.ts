import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openChromium } from '../support/chromium.ts';
import { ids } from '../support/organization.ts';
import type { Product } from '../support/product.ts';
import { linkTo, productInReview, run } from '../support/reviewed.ts';

let product: Product;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  product = await productInReview();
  browser = await openChromium();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, javaScriptEnabled: false });
}, 300_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const focused = async () => page.locator(':focus');
const nameOf = async (): Promise<string> => (await (await focused()).getAttribute('name', { timeout: 2_000 }).catch(() => null)) ?? '';

/** Presses Tab until the field has the focus; one that cannot be reached fails the test. */
async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await nameOf()) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} cannot be reached with the keyboard`);
}

describe('A mail that is answered with the keyboard alone, in a browser without script', () => {
  it('When the link is opened, the first stop leads to the first question', async () => {
    await page.goto(await linkTo(product, 'lukas'));
    await page.keyboard.press('Tab');
    expect(await (await focused()).textContent()).toBe('Skip to the first question');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#RSK-001');
  });

  it('When an answer contradicts itself, the focus goes to what is wrong, and nothing that was typed is lost', async () => {
    await tabTo('RSK-001.likelihood');
    await page.keyboard.press('Space');
    await tabTo('RSK-001.consequence');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await tabTo('RSK-001.verdict');
    await page.keyboard.press('Space');
    await tabTo('RSK-001.reason');
    await page.keyboard.type('The laptops are encrypted now.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#problems');
    expect(await (await focused()).getAttribute('id')).toBe('problems');
    expect(await page.textContent('#problems')).toContain('This risk was never judged, so there is nothing to keep');
    expect(await page.inputValue('textarea[name="RSK-001.reason"]')).toBe('The laptops are encrypted now.');
    expect((await product.store.tasks.get(`${run}/reassess/RSK-001/1`))?.state).toBe('open');
  });

  it('When it is put right, it is recorded by link, and the page shows it', async () => {
    await tabTo('RSK-001.verdict');
    await page.keyboard.press('ArrowDown');
    await tabTo('RSK-001.reason');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#h-recorded');
    expect(await page.textContent('h1')).toBe('Your answer is recorded');
    expect(await page.textContent('main')).toContain('The laptops are encrypted now.');
    expect(await product.store.tasks.get(`${run}/reassess/RSK-001/1`)).toMatchObject({
      state: 'done',
      outcome: { likelihood: 1, consequence: 2, verdict: 'change', reason: 'The laptops are encrypted now.' },
      closedBy: { person: ids.lukas, via: 'link' },
    });
  });
});
