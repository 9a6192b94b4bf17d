import type { Browser } from 'playwright-core';
import { password } from '../../test/support/product.ts';
import { inAutumn, today } from './autumn.ts';
import { picture, signIn } from './picture.ts';
import { standingStill } from './standingStill.ts';

type Shot = { name: string; at: string; height: number; width?: number; dark?: true; who?: string };

const manager = 'isms.manager@example.org';
const owner = 'tiago.rocha@tessel.example';
const shots: readonly Shot[] = [
  { name: 'cockpit', at: '', height: 1540 },
  { name: 'cockpit-dark', at: '', height: 900, dark: true },
  { name: 'cockpit-phone', at: '', height: 844, width: 390 },
  { name: 'run', at: '/runs/riskReview-2027-Q4', height: 1200 },
  { name: 'calendar', at: '/calendar', height: 900 },
  { name: 'risks', at: '/risks', height: 1100 },
  { name: 'risk', at: '/risks/RSK-017', height: 1200 },
  { name: 'nonconformity', at: '/nonconformities/NC-001', height: 1300 },
  { name: 'processes', at: '/processes', height: 900 },
  { name: 'my-work', at: '/my-work', height: 900, who: owner },
  { name: 'my-work-phone', at: '/my-work', height: 844, width: 390, who: owner },
];

/** The pages of the cockpit in the autumn of a year that was lived through. */
export async function cockpit(browser: Browser, tell: (line: string) => void): Promise<void> {
  const soaked = await inAutumn(tell);
  const shown = await standingStill(soaked, today);
  try {
    await takeAll(browser, shown.url);
  } finally {
    await shown.close();
    await soaked.stop();
  }
}

/** All pictures of the cockpit, of whatever stands at this address. */
export async function takeAll(browser: Browser, url: string): Promise<void> {
  for (const shot of shots) await take(browser, url, shot);
}

async function take(browser: Browser, url: string, { name, at, height, width = 1440, dark, who = manager }: Shot): Promise<void> {
  const context = await browser.newContext({
    ...{ viewport: { width, height }, colorScheme: dark === true ? 'dark' : 'light' },
    ...{ reducedMotion: 'reduce', locale: 'en-GB' },
  });
  const page = await context.newPage();
  await signIn(page, url, who, password);
  await page.goto(`${url}/cockpit${at}`);
  await page.waitForSelector('main h1');
  await page.waitForLoadState('networkidle');
  await picture(page, name, height);
  await context.close();
}
