import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

export const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
/** What 1280 pixels are at 400 %. */
const zoomed = { width: 320, height: 640 };

const widest = `[...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
  .slice(-3).map((one) => one.tagName + '.' + one.className + ' ' + one.textContent.slice(0, 40)).join(', ')`;

/** In each width and colour, with everything unfolded: nothing is wider than the window, and axe finds nothing. */
export async function isSound(page: Page): Promise<void> {
  await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
  const found: string[] = [];
  for (const viewport of [desktop, phone, zoomed]) {
    await page.setViewportSize(viewport);
    const tooWide = Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
    if (tooWide > 0) found.push(`${tooWide} too wide for ${viewport.width}: ${await page.evaluate(widest)}`);
    if (viewport === zoomed) continue;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, nodes } of violations)
        found.push(`${viewport.width} ${colorScheme} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    }
  }
  expect(found).toEqual([]);
}
