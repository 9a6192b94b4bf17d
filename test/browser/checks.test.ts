import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { foundChecked } from '../support/checked.ts';
import { openChromium } from '../support/chromium.ts';
import { builtCockpit } from '../support/cockpit.ts';
import { ids } from '../support/organization.ts';
import { type Product, startProduct } from '../support/product.ts';
import { isSound } from '../support/sound.ts';
import { eventually } from '../support/time.ts';
import { type Visit, visitingCockpit } from '../support/visiting.ts';

const [hanna, tove, marta] = ['hanna@tessel.example', 'tove@tessel.example', 'marta@tessel.example'];

let product: Product;
let browser: Browser;
let nonconformity: string;

beforeAll(async () => {
  const cockpit = await builtCockpit();
  product = await startProduct({ cockpit });
  await foundChecked(product.store);
  const { body } = await product.as(ids.hanna)('POST', '/registers/nonconformities', {
    ...{ title: 'Restores are not tested', description: 'None since May.', kind: 'observation', owner: ids.lukas },
  });
  nonconformity = (body as { id: string }).id;
  const task = await eventually('somebody is asked whether it is one', () =>
    product.store.tasks.first({ about: nonconformity, task: 'triage' }),
  );
  const asManager = await product.signedIn(ids.hanna);
  await asManager('POST', `/tasks/${encodeURIComponent(task.id)}/completion`, {
    outcome: { decision: 'accept', grade: 'minor', reason: 'It is a rule of ours.' },
  });
  await eventually('its owner is asked to put it right', () => product.store.tasks.first({ about: nonconformity, task: 'correct' }));
  browser = await openChromium();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const visiting = (email: string, at: string, look: (visit: Visit) => Promise<void>): Promise<void> =>
  visitingCockpit({ browser, product, at }, email, look);

describe('what is checked, in a browser', () => {
  it('When a nonconformity is taken up, the loop says where it stands, and its page who did what, and what is asked now', async () => {
    await visiting(hanna, '/nonconformities', async ({ page }) => {
      expect(await page.textContent('h1')).toContain('One nonconformity is open');
      expect(await page.getByRole('img', { name: /1 taken up/ }).count()).toBe(1);
      await isSound(page);
      await page.getByRole('link', { name: 'Restores are not tested' }).click();
      await page.waitForSelector('h1:has-text("Restores are not tested")');
      expect(await page.getByRole('region', { name: 'What has happened' }).textContent()).toMatch(
        /Taken up.*Hanna Vogt.*It is a rule of ours\./,
      );
      expect(await page.getByRole('region', { name: 'What is asked now' }).textContent()).toContain('Lukas Wendt');
      expect(await page.getByRole('region', { name: 'What is documented' }).textContent()).toContain('Correction not yet');
      await isSound(page);
    });
  }, 180_000);

  it('When nothing of a kind is there, the list says so, and the address keeps what was chosen', async () => {
    await visiting(hanna, '/nonconformities', async ({ page }) => {
      await page.getByLabel('State').selectOption('closed');
      await page.waitForURL(/status=closed/);
      await page.getByText('No nonconformity of this kind.').waitFor();
      await page.reload();
      expect(await page.getByLabel('State').inputValue()).toBe('closed');
    });
  }, 120_000);

  it('When the auditor looks, the programme says what is held, the matrix what nobody has looked at, and nothing changes anything', async () => {
    await visiting(marta, '/audits', async ({ page }) => {
      expect(await page.textContent('h1')).toMatch(/^1 of 2 audits of \d{4} are held; one finding is open$/);
      const matrix = page.getByRole('table', { name: 'Clauses and controls against Years' });
      expect(await matrix.getByRole('row', { name: /8 Operation/ }).textContent()).toContain('held');
      expect(await page.getByText(/have not been looked at in the years shown: 4, 5, 6/).count()).toBe(1);
      await page.locator('label', { hasText: /^Audits$/ }).click();
      await page.waitForURL(/by=audits/);
      await isSound(page);
      await page.getByRole('link', { name: 'Backups and restores' }).first().click();
      await page.waitForSelector('h1:has-text("Backups and restores")');
      expect(await page.getByRole('region', { name: 'Findings' }).textContent()).toContain('Restores are tested each quarter');
      await isSound(page);
    });
  }, 180_000);

  it('When a board member reads the review, verdict and decisions come first, what is late says so, and the pack is as it was frozen', async () => {
    await visiting(tove, '/management-reviews', async ({ page }) => {
      expect(await page.textContent('h1')).toContain('1 von 2 Entscheidungen sind erledigt');
      await isSound(page);
      await page
        .locator('main')
        .getByRole('link', { name: /^\d{4}$/ })
        .click();
      await page.waitForSelector('h1:has-text("teilweise wirksam")');
      expect(await page.textContent('h1')).toContain('davon eine verspätet');
      const pack = page.getByRole('region', { name: 'Was der Bewertung vorlag' });
      expect(await pack.textContent()).toContain('All are done.');
      await page.getByText('Audits, eine Zeile').click();
      expect(await pack.textContent()).toContain('Konform bis auf die Feststellungen');
      await isSound(page);
    });
  }, 180_000);

  it('When documents are looked at, the checklist says what is missing, and of those who were asked only the missing are listed', async () => {
    await visiting(hanna, '/documents', async ({ page }) => {
      expect(await page.textContent('h1')).toMatch(/things that have to be documented are missing/);
      await isSound(page);
      await page.getByRole('link', { name: 'Register' }).click();
      const row = page.getByRole('row', { name: /Acceptable use/ });
      expect(await row.textContent()).toContain('1 of 3');
      await isSound(page);
      await row.getByRole('link', { name: 'Acceptable use' }).click();
      await page.waitForSelector('h1:has-text("Acceptable use")');
      const missing = page.getByRole('table', { name: /Who has not answered yet/ });
      await missing.waitFor();
      expect(await missing.textContent()).toMatch(/Martin Seidel/);
      expect(await missing.textContent()).not.toMatch(/Lukas Wendt/);
      await isSound(page);
      await page.goto(`${product.url}/cockpit/campaigns/CMP-001`);
      await page.waitForSelector('h1:has-text("2 of 3 are missing")');
      await isSound(page);
      for (const [view, text] of [
        ['acknowledgement', 'Acceptable use, version 1'],
        ['rollouts', 'Nothing is rolled out yet'],
      ]) {
        await page.goto(`${product.url}/cockpit/documents?view=${view}`);
        await page.getByText(text ?? '').waitFor();
        await isSound(page);
      }
    });
  }, 240_000);

  it('When a year is looked at, its plan stands against what happened, by phase and gate, with who approved it', async () => {
    await visiting(hanna, '/cycles', async ({ page }) => {
      await isSound(page);
      await page
        .locator('main')
        .getByRole('link', { name: /^\d{4}$/ })
        .click();
      await page.waitForSelector('h1:has-text("0 of 2 planned runs are closed; one did not open")');
      expect(await page.textContent('.head p')).toContain('by Tove Lind');
      await page.getByText('Plan: one planned run').click();
      expect(await page.getByRole('table', { name: 'Planned runs of Plan' }).textContent()).toContain('Nothing had changed.');
      await isSound(page);
    });
  }, 180_000);

  it('When the auditor verifies the trail, it says what was checked; when an entry was changed, which one', async () => {
    await visiting(marta, '/trail', async ({ page }) => {
      await page.getByRole('table', { name: 'Entries of the trail' }).waitFor();
      await page.getByLabel('One chain').fill(`nonconformities/${nonconformity}`);
      await page.getByRole('button', { name: 'Show', exact: true }).click();
      await page.waitForSelector('h1:has-text("from its first entry on")');
      await page
        .getByRole('row', { name: /Taken up|Accepted/ })
        .first()
        .waitFor();
      await page.getByRole('button', { name: 'Verify this chain' }).click();
      await page.waitForSelector(`h1:has-text("The chain of nonconformities/${nonconformity} holds")`);
      await isSound(page);
      const trail = product.store.connection.collection<{ _id: string }>('trail');
      const id = `nonconformities/${nonconformity}#1`;
      const before = await trail.findOne({ _id: id });
      await trail.updateOne({ _id: id }, { $set: { event: 'imported' } });
      await page.getByRole('button', { name: 'Verify this chain' }).click();
      await page.waitForSelector('h1:has-text("does not hold: one finding")');
      expect(await page.getByRole('table', { name: 'Findings of the verification' }).textContent()).toContain('does not match its hash');
      await isSound(page);
      await trail.replaceOne({ _id: id }, before as never);
    });
  }, 240_000);

  it('When nobody is called as somebody typed, the page says so beside the form and keeps what was typed', async () => {
    const visit = visiting(marta, '/trail', async ({ page }) => {
      await page.getByLabel('Who').fill('Nobody at all');
      await page.getByRole('button', { name: 'Show', exact: true }).click();
      await page.getByRole('alert').filter({ hasText: 'Nobody here has this name' }).waitFor();
      expect(await page.getByLabel('Who').inputValue()).toBe('Nobody at all');
    });
    // The refusal is all that the browser complains about.
    await expect(visit).rejects.toThrow(/status of 400/);
  }, 120_000);

  it('When somebody who oversees nothing looks, the menu has no audits and no trail, and an address that is not theirs says that nothing is there', async () => {
    await product.store.people.set(ids.tove, { roles: [{ role: 'riskOwner' }], language: 'en' });
    try {
      await visiting(tove, '/nonconformities', async ({ page }) => {
        expect(await page.textContent('h1')).toContain('No nonconformity is open');
        expect(await page.getByRole('navigation', { name: 'Main' }).getByRole('link').allTextContents()).not.toEqual(
          expect.arrayContaining(['Audits']),
        );
        await isSound(page);
      });
    } finally {
      await product.store.people.set(ids.tove, { roles: [{ role: 'topManagement' }], language: 'de' });
    }
  }, 120_000);
});
