import { expect } from '@jest/globals';
import type { Browser, Page, Response } from 'playwright-core';
import { type Product, password } from './product.ts';
import { desktop } from './sound.ts';

export type Visit = { page: Page; answers: Response[] };

/** `refused`: statuses, and failures of the network by their name, that the visit is about; a browser complains of each. */
type Where = { browser: Browser; product: Product; at?: string; refused?: readonly (number | string)[] };

/** Somebody who has a password signs in and sees a page of the cockpit. The browser must have nothing to complain about, the policy of the page included, and asks nobody but us. */
export async function visitingCockpit(
  { browser, product, at = '', refused = [] }: Where,
  email: string,
  look: (visit: Visit) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: desktop, reducedMotion: 'reduce', locale: 'en-GB' });
  const page = await context.newPage();
  const [complaints, answers]: [string[], Response[]] = [[], []];
  const isMeant = (text: string) =>
    refused.some((what) => text.includes(typeof what === 'number' ? `responded with a status of ${what}` : what));
  page.on('console', (message) => message.type() === 'error' && !isMeant(message.text()) && complaints.push(message.text()));
  page.on('pageerror', (fault) => complaints.push(String(fault)));
  page.on('response', (answer) => answers.push(answer));
  try {
    await page.goto(`${product.url}/cockpit${at}`);
    await page.fill('#email', email);
    await page.fill('#password', password);
    await page.click('button[type=submit]');
    await page.waitForURL(/\/cockpit/);
    await page.waitForSelector('main h1');
    await look({ page, answers });
  } finally {
    await context.close();
  }
  expect(complaints).toEqual([]);
  expect(answers.map((answer) => new URL(answer.url()).origin).filter((origin) => origin !== product.url)).toEqual([]);
}
