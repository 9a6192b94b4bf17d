import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import { engine } from '../../domain/records/common.ts';
import { changeRecord } from '../../models/registers.ts';
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
  product = await productInReview({ cockpit: await builtCockpit() });
  const { store, clock } = product;
  const at = clock.now();
  await linkTo(product, 'marta');
  // One has come to level 2, one address is refused: what a quiet review has not.
  const told = { at, sentAt: at, letter: 'escalation' as const, level: 2, to: [], told: [ids.hanna], state: 'sent' as const };
  const asked = await store.tasks.get(`${run}/reassess/RSK-004/1`);
  await store.tasks.set(`${run}/reassess/RSK-004/1`, {
    ...{ level: 2, due: '2026-11-02T17:00:00.000Z', rungs: [{ ...told, key: 'late2' }, ...(asked?.rungs ?? [])] },
  });
  await store.people.set(ids.marta, { unreachable: { since: at, code: '550 5.1.1' } });
  await store.credentials.insertMissing(
    await Promise.all(
      [ids.tove, ids.marta].map(async (id) => ({ id, passwordHash: await hashPassword(password), changedAt: systemNow() })),
    ),
  );
  // A schedule since spring, so that a period was missed whenever this runs.
  await changeRecord(store, {
    ...{ register: 'schedules', id: 'managementReview', at, actor: engine, event: 'created' },
    set: {
      process: 'managementReview',
      cadence: { every: 'quarter', openOn: { workingDay: 1 } },
      since: '2026-04-01',
      paused: false,
      waived: [],
    },
  });
  browser = await openChromium();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const visiting = (at: string, look: (visit: Visit) => Promise<void>, email = 'hanna@tessel.example'): Promise<void> =>
  visitingCockpit({ browser, product, at }, email, look);

describe('runs in a browser', () => {
  it('When the ISMS manager reads a run, each row has its promise, its state with a reason, and a timetable as text', async () => {
    await visiting(`/runs/${run}`, async ({ page }) => {
      expect(await page.textContent('h1')).toMatch(/Periodic risk review 2026-Q4: 0 of 4 answered, one late/);
      const line = page.getByRole('region', { name: 'Promised and actual' });
      expect(await line.textContent()).toContain('Escalated, level 2');
      expect(await line.textContent()).toContain('mail refused');
      await line.getByRole('link', { name: 'W'.repeat(200) }).click();
      expect(await page.getByRole('heading', { name: /^Timetable of W/ }).textContent()).toContain('W');
      expect(await page.getByRole('region', { name: 'Gates at closing' }).textContent()).toContain('G15');
      await isSound(page);
    });
  }, 240_000);

  it('When only what is escalated is asked for, the address says so and the others are gone', async () => {
    await visiting(`/runs/${run}`, async ({ page }) => {
      await page.getByRole('link', { name: /^Escalated/ }).click();
      await page.waitForURL(/standing=escalated/);
      const line = page.getByRole('region', { name: 'Promised and actual' });
      await line.getByRole('link', { name: 'W'.repeat(200) }).waitFor({ state: 'detached' });
      await line.getByText('Escalated, level 2').waitFor();
    });
  }, 120_000);

  it('When runs are narrowed, the address keeps it, and what is like nothing says how to see all', async () => {
    await visiting('/runs', async ({ page }) => {
      expect(await page.textContent('h1')).toBe('One run is open');
      await page.getByLabel('State').selectOption('closed');
      await page.waitForURL(/status=closed/);
      await page.getByText('No run is like this.').waitFor();
      await page.getByRole('link', { name: 'Show all runs' }).click();
      await page.getByRole('link', { name: 'Periodic risk review 2026-Q4' }).waitFor();
      expect(await page.getByRole('table', { name: /Runs/ }).textContent()).toContain('0 of 4');
      await isSound(page);
    });
  }, 180_000);

  it('When the ISMS manager starts a run, who would be asked what stands there first, and three clicks open it', async () => {
    await visiting('', async ({ page }) => {
      await page.getByRole('link', { name: 'Start a run' }).click();
      await page.waitForURL(/\/runs\/start/);
      await page.getByLabel('Process').selectOption({ label: 'Context and interested parties' });
      const preview = page.getByRole('region', { name: 'Who would be asked' });
      await preview.getByText(/answers? (is|are) asked of/).waitFor();
      expect(await preview.getByRole('table').textContent()).toContain('Hanna Vogt');
      expect(await product.store.runs.count({ process: 'contextReview' })).toBe(0);
      await isSound(page);
      await page.getByRole('button', { name: 'Start this run' }).click();
      await page.waitForURL(/\/runs\/contextReview-/);
      await page.getByRole('region', { name: 'Promised and actual' }).waitFor();
    });
    expect(await product.store.runs.count({ process: 'contextReview' })).toBe(1);
  }, 240_000);

  it('When the ISMS manager cancels a run with a reason, the page says that it is cancelled, and by whom', async () => {
    await visiting('/runs', async ({ page }) => {
      await page.getByRole('link', { name: /Context and interested parties/ }).click();
      await page.getByRole('button', { name: 'Cancel this run' }).click();
      await page.getByLabel('Why, one sentence').fill('It was opened too early.');
      await isSound(page);
      await page.getByRole('button', { name: 'Cancel the run' }).click();
      await page.getByRole('heading', { level: 1, name: /cancelled$/ }).waitFor();
      expect(await page.textContent('main')).toContain('Reason: It was opened too early.');
      expect(await page.getByRole('button', { name: 'Cancel this run' }).count()).toBe(0);
    });
  }, 240_000);

  it('When top management reads the same pages, nothing can be changed', async () => {
    await visiting(
      `/runs/${run}`,
      async ({ page }) => {
        expect(await page.getByRole('button', { name: /Cancel/ }).count()).toBe(0);
        await page.getByRole('link', { name: 'Schedules' }).click();
        await page.getByRole('region', { name: /^Management review/ }).waitFor();
        expect(await page.getByRole('button', { name: /Pause|Open|Change|Waive/ }).count()).toBe(0);
      },
      'tove@tessel.example',
    );
  }, 120_000);

  it('When an owner reads the run, there is what is asked of them, in their language', async () => {
    await visiting(
      `/runs/${run}`,
      async ({ page }) => {
        const line = page.getByRole('region', { name: 'Zugesagt und tatsächlich' });
        expect(await line.textContent()).not.toContain('WWW');
        expect(await page.getByRole('heading', { name: 'Was zuletzt geschah' }).count()).toBe(0);
        await isSound(page);
      },
      'marta@tessel.example',
    );
  }, 180_000);
});

describe('the year in a browser', () => {
  it('When the calendar is read, every run stands in it, and what is due is counted by process or by person', async () => {
    await visiting('/calendar', async ({ page }) => {
      expect(await page.textContent('h1')).toMatch(/^20\d\d: .*due$/);
      await page.getByRole('table', { name: /Tasks due in each month/ }).waitFor();
      await page.getByRole('link', { name: 'Person', exact: true }).click();
      await page.waitForURL(/by=person/);
      await page.getByRole('rowheader', { name: 'Marta Nogueira' }).waitFor();
      await isSound(page);
      await page.getByRole('link', { name: 'Periodic risk review 2026-Q4' }).click();
      await page.waitForURL(/\/runs\/riskReview-2026-Q4/);
    });
  }, 240_000);

  it('When a year is simulated, it says who is asked how much and above which limit, and opens nothing', async () => {
    const before = await product.store.runs.count({});
    await visiting('/simulation', async ({ page }) => {
      await page.getByLabel(/Open tasks of one person/).fill('1');
      await page.getByRole('button', { name: 'Simulate it' }).click();
      await page.waitForURL(/limit=1/);
      await page.getByRole('heading', { name: 'Who is asked how much' }).waitFor();
      await isSound(page);
    });
    expect(await product.store.runs.count({})).toBe(before);
  }, 240_000);

  it('When a schedule is paused, resumed and a missed period waived, each is shown once it is recorded', async () => {
    await visiting('/schedules', async ({ page }) => {
      const review = page.getByRole('region', { name: /^Management review/ });
      await review.getByText('Did not open').waitFor();
      await review
        .getByRole('button', { name: /^Open 20.* now$/ })
        .last()
        .click();
      await review.getByText('The run of that period is open:').waitFor();
      const missed = await review.getByRole('button', { name: /^Waive/ }).count();
      await review
        .getByLabel(/Or why it is not going to open/)
        .first()
        .fill('Nobody was here yet.');
      await review
        .getByRole('button', { name: /^Waive/ })
        .first()
        .click();
      await review.getByText('It is recorded why').waitFor();
      expect(await review.getByRole('button', { name: /^Waive/ }).count()).toBe(missed - 1);
      expect(await review.textContent()).toContain('Nobody was here yet.');
      await review.getByText('Pause it').first().click();
      await review.getByLabel('Why, one sentence').fill('We move to another site.');
      await review.getByRole('button', { name: 'Pause it' }).click();
      await review.getByText('Paused: We move to another site.').waitFor();
      await review.getByText('Resume it').first().click();
      await review.getByRole('button', { name: 'Resume it' }).click();
      await review.getByText('It opens by itself again.').waitFor();
      await isSound(page);
    });
  }, 240_000);
});
