import type { Browser } from 'playwright-core';
import { groupedBy } from '../../domain/groupedBy.ts';
import type { Store } from '../../models/store.ts';
import { password } from '../../test/support/product.ts';
import { inAutumn, today } from './autumn.ts';
import { picture, signIn } from './picture.ts';
import { standingStill } from './standingStill.ts';

type Shot = { name: string; at: string; height: number; width?: number; dark?: true; by?: 'owner' };

const manager = 'isms.manager@example.org';
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
  { name: 'my-work', at: '/my-work', height: 900, by: 'owner' },
  { name: 'my-work-phone', at: '/my-work', height: 844, width: 390, by: 'owner' },
];

/** The pages of the cockpit in the autumn of a year that was lived through. */
export async function cockpit(browser: Browser, tell: (line: string) => void): Promise<void> {
  const soaked = await inAutumn(tell);
  const shown = await standingStill(soaked, today);
  try {
    await takeAll(browser, shown.url, await busiest(soaked.store));
  } finally {
    await shown.close();
    await soaked.stop();
  }
}

/** Of whom most is asked now, of those who read English, the ISMS manager left out: which owner that is differs from one year to the next. */
async function busiest(store: Store): Promise<string> {
  const open = await store.tasks.find({ state: { $in: ['open', 'inProgress', 'returned'] } });
  const asked = [...groupedBy(open, ({ assignee }) => assignee)].sort(([, some], [, others]) => others.length - some.length);
  const people = await Promise.all(asked.map(([person]) => store.people.get(person)));
  const owner = people.find((person) => person !== undefined && person.email !== manager && person.language === 'en');
  if (owner === undefined) throw new Error('nothing is asked of any owner who reads English');
  return owner.email;
}

/** All pictures of the cockpit, of whatever stands at this address, as the ISMS manager sees it and as this owner does. */
export async function takeAll(browser: Browser, url: string, owner: string): Promise<void> {
  for (const shot of shots) await take(browser, url, shot, shot.by === 'owner' ? owner : manager);
}

async function take(browser: Browser, url: string, { name, at, height, width = 1440, dark }: Shot, who: string): Promise<void> {
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
