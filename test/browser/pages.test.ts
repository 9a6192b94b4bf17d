import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { engine } from '../../domain/records/common.ts';
import { openChromium } from '../support/chromium.ts';
import { addRisks, ids } from '../support/organization.ts';
import { type Product, password } from '../support/product.ts';
import { linkTo, productInReview, run } from '../support/reviewed.ts';
import { desktop, isSound } from '../support/sound.ts';
import { eventually } from '../support/time.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  product = await productInReview();
  // A task that has come to level 2 shows all states that a run has.
  await product.store.tasks.set(`${run}/reassess/RSK-004/1`, { level: 2 });
  await decisionsFor(ids.hanna, ['RSK-020', 'RSK-021']);
  browser = await openChromium();
}, 300_000);

/** Risks above the rule, about which their owner is asked. */
async function decisionsFor(owner: string, risks: string[]): Promise<void> {
  const { store } = product;
  const current = { likelihood: 3, consequence: 3 };
  for (const id of risks) {
    const judged = { id: `${id}-a`, ...current, band: 'medium' as const };
    const assessed = { risk: id, kind: 'initial' as const, at: product.clock.now(), by: engine, criteria: 'criteria-1' };
    await store.assessments.insert({ ...judged, ...assessed, aboveAcceptance: true });
    await addRisks(store, owner, [id], { current, band: 'medium', lastAssessment: { ...judged, day: '2026-11-02', by: owner } });
    await product.openRun({ process: 'riskAcceptance', subject: { risk: id, asOf: 1 }, actor: engine });
    await eventually('the owner is asked', () => store.tasks.get(requestOf(id)));
  }
}
const requestOf = (risk: string) => `riskAcceptance-${risk}-v1/request/${risk}/1`;
afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** Lets `look` look at a page in a browser of its own; the browser must have had nothing to complain about. */
async function visiting(look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: desktop, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (fault) => complaints.push(String(fault)));
  try {
    await look(page);
  } finally {
    await context.close();
  }
  expect(complaints).toEqual([]);
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${product.url}/sign-in`);
  await page.fill('#email', 'hanna@tessel.example');
  await page.fill('#password', password);
  await page.click('button[type=submit]');
  expect(new URL(page.url()).pathname).toBe('/tasks');
}

const pages: Record<string, (page: Page) => Promise<unknown>> = {
  'the link about one risk': async (page) => page.goto(await linkTo(product, 'lukas')),
  'the link about several risks': async (page) => page.goto(await linkTo(product, 'marta')),
  'the sign-in': (page) => page.goto(`${product.url}/sign-in`),
  'the page of my tasks': signIn,
  'the page of runs': async (page) => {
    await signIn(page);
    await page.goto(`${product.url}/runs`);
  },
  'the page of my mail': async (page) => {
    await signIn(page);
    await page.goto(`${product.url}/my-mail`);
    await page.click('button[value=new]');
    expect(await page.inputValue('#address')).toContain('.ics');
  },
  'the page of all mails': async (page) => {
    await signIn(page);
    await page.goto(`${product.url}/mails`);
  },
  'the page of all mails, with everything that can be wrong': async (page) => {
    const at = product.clock.now();
    await product.store.people.set(ids.marta, { unreachable: { since: at, code: '550 5.1.1' } });
    await product.store.relay.insert({ id: 'relay', state: 'misconfigured', since: at, why: '535 5.7.8 No', nextTry: at });
    await signIn(page);
    expect(await page.textContent('main')).toContain('does not work with our settings');
    await page.goto(`${product.url}/mails`);
    await product.store.relay.remove({});
    await product.store.people.set(ids.marta, { unreachable: undefined });
    expect(await page.textContent('main')).toContain('One person cannot be reached');
  },
  'a run': async (page) => {
    await signIn(page);
    await page.goto(`${product.url}/runs/${run}`);
  },
  'the page of decisions': async (page) => {
    await signIn(page);
    await page.goto(`${product.url}/decisions/riskAcceptance/request`);
    expect(await page.locator('.decide').count()).toBe(2);
  },
  'the page of decisions, about a risk that has changed': async (page) => {
    await product.store.risks.set('RSK-021', { owner: ids.marta });
    await signIn(page);
    await page.goto(`${product.url}/decisions/riskAcceptance/request`);
    await product.store.risks.set('RSK-021', { owner: ids.hanna });
    expect(await page.textContent('.differs')).toContain('Owner now: Marta Nogueira');
  },
  'the page of acceptances': async (page) => {
    await signIn(page);
    await page.goto(`${product.url}/acceptances`);
  },
  'the page of an acceptance in force': async (page) => {
    await signIn(page);
    await page.goto(`${product.url}/decisions/riskAcceptance/request`);
    const name = requestOf('RSK-020');
    await page.check(`input[name="${name}.decision"][value=retain]`);
    await page.fill(`textarea[name="${name}.justification"]`, 'The machine is replaced in March.');
    await page.fill(`textarea[name="${name}.measures"]`, 'It is off at night.');
    await page.click('.send button');
    await eventually('it is accepted', async () => (await product.store.acceptances.get('RSK-020-v1'))?.state === 'accepted');
    await page.goto(`${product.url}/acceptances/RSK-020-v1`);
    expect(await page.textContent('main')).toContain('Revoke the acceptance');
  },
  'a task of somebody else': async (page) => {
    await signIn(page);
    await page.goto(`${product.url}/runs/${run}`);
    await page.click('a.answer');
    expect(await page.textContent('main')).toContain('Marta Nogueira is asked this.');
  },
};

describe('Each page', () => {
  it.each(Object.keys(pages))('When %s is opened, axe finds nothing, nothing is too wide, and the browser has no complaint', (name) =>
    visiting(async (page) => {
      await pages[name]?.(page);
      await isSound(page);
    }),
  );

  it('When an answer was sent, the page that says so is sound too', () =>
    visiting(async (page) => {
      await page.goto(await linkTo(product, 'marta'));
      await page.check('input[name="RSK-002.verdict"][value=change]');
      for (const level of ['likelihood', 'consequence']) await page.check(`input[name="RSK-002.${level}"][value="2"]`, { force: true });
      await page.fill('textarea[name="RSK-002.reason"]', 'Die Tür hat jetzt ein Schloss.');
      await page.click('.send button');
      expect(await page.textContent('h1')).toBe('Ihre Antwort ist festgehalten');
      await isSound(page);
      const answered = await product.store.tasks.get(`${run}/reassess/RSK-002/1`);
      expect(answered).toMatchObject({ state: 'done', closedBy: { person: ids.marta, via: 'link' } });
    }));
});

describe('The page of the API', () => {
  it('When it is opened, it shows the operations under its own policy, and the browser has no complaint', () =>
    visiting(async (page) => {
      await page.goto(`${product.url}/api/docs`);
      await page.locator('.opblock-summary-control').first().click();
      await page.waitForSelector('.opblock-body');
      // Of so many it draws those in view.
      await eventually('the last ones are drawn', async () => {
        await page.mouse.wheel(0, 2000);
        return (await page.locator('.opblock-tag').allTextContents()).includes('trail');
      });
    }));
});

describe('Over a connection that is not safe', () => {
  it('When somebody signs in and out, no form is taken for one of another site', async () => {
    const { port } = new URL(product.url);
    // Only localhost counts as safe without https; any other name shows what an intranet without it does.
    const intranet = await openChromium(`--host-resolver-rules=MAP isms.intranet 127.0.0.1`);
    const page = await intranet.newPage();
    await page.goto(`http://isms.intranet:${port}/sign-in`);
    await page.fill('#email', 'hanna@tessel.example');
    await page.fill('#password', password);
    await page.click('button[type=submit]');
    expect(await page.textContent('.me')).toContain('Hanna Vogt');
    await page.click('text=Sign out');
    expect(await page.textContent('main')).toContain('You are signed out.');
    await intranet.close();
  });
});
