import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openChromium } from '../support/chromium.ts';
import { builtCockpit } from '../support/cockpit.ts';
import { ids } from '../support/organization.ts';
import type { Product } from '../support/product.ts';
import { productInReview, run } from '../support/reviewed.ts';
import { visitingCockpit } from '../support/visiting.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  product = await productInReview({ cockpit: await builtCockpit() });
  browser = await openChromium();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** What somebody can act on with a pointer: of radio buttons that belong together the arrow keys reach the others. */
const stops = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter((one) =>
  !one.disabled && one.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && one.tabIndex >= 0)`;

const listen = `(() => {
  window.reached = new Set();
  window.unmarked = new Set();
  addEventListener('focusin', ({ target }) => {
    window.reached.add(target);
    const marks = [target, target.parentElement, target.labels?.[0]].filter(Boolean).map((one) => getComputedStyle(one));
    if (marks.every(({ outlineStyle, boxShadow }) => outlineStyle === 'none' && boxShadow === 'none')) window.unmarked.add(target);
  });
})()`;

const named = `((one) => one.tagName.toLowerCase() + ' ' + (one.getAttribute('aria-label') ?? (one.textContent.trim() || one.name || one.id)).slice(0, 60))`;

const missed = `(() => {
  const isReached = (one) => window.reached.has(one) ||
    (one.type === 'radio' && [...window.reached].some((other) => other.type === 'radio' && other.name === one.name));
  return {
    missed: ${stops}.filter((one) => !isReached(one)).map(${named}),
    unmarked: [...window.unmarked].map(${named}),
  };
})()`;

type Seen = { missed: string[]; unmarked: string[] };

/** Goes through the whole page by the key alone: each thing to act on has the focus once, and one sees where it is. */
async function goThrough(page: Page): Promise<Seen> {
  await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
  await page.evaluate(listen);
  const count = Number(await page.evaluate(`${stops}.length`));
  expect(count).toBeGreaterThan(10);
  const seen = async () => (await page.evaluate(missed)) as Seen;
  // A field for a day or a time has several stops of its own.
  for (let pressed = 0; pressed < 2 * count + 20 && (pressed < count || (await seen()).missed.length > 0); pressed += 1)
    await page.keyboard.press('Tab');
  return seen();
}

const menu = `[...document.querySelectorAll('#menu a[href^="/cockpit"]')].map((one) => one.getAttribute('href').slice('/cockpit'.length))`;
const further = [
  ...[
    '/runs/start',
    `/runs/${run}`,
    `/runs/${run}/tasks`,
    `/task/${run}/reassess/RSK-001/1`,
    '/risks/RSK-001',
    '/new-risk',
    '/new-control',
  ],
  ...[`/people/${ids.lukas}`, '/people/new', '/processes/riskReview', '/settings/workingTime', '/search?q=rsk'],
];

describe('By keyboard alone', () => {
  it('When somebody goes through the pages of the cockpit, everything that can be acted on is reached, and the focus is seen', async () => {
    const found: Record<string, unknown> = {};
    await visitingCockpit({ browser, product }, 'hanna@tessel.example', async ({ page }) => {
      const pages = (await page.evaluate(menu)) as string[];
      expect(pages.length).toBeGreaterThan(20);
      for (const at of new Set([...pages, ...further])) {
        await page.goto(`${product.url}/cockpit${at}`);
        await page.waitForSelector('main h1');
        await page.waitForLoadState('networkidle');
        const { missed: notReached, unmarked } = await goThrough(page);
        if (notReached.length > 0 || unmarked.length > 0) found[at] = { notReached, unmarked };
      }
    });
    expect(found).toEqual({});
  }, 600_000);
});
