import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import { openChromium } from '../support/chromium.ts';
import { builtCockpit } from '../support/cockpit.ts';
import { ids } from '../support/organization.ts';
import { type Product, password } from '../support/product.ts';
import { linkTo, productInReview } from '../support/reviewed.ts';
import { isSound } from '../support/sound.ts';
import { type Visit, visitingCockpit } from '../support/visiting.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  const cockpit = await builtCockpit();
  product = await productInReview({ cockpit });
  const { store, clock } = product;
  await linkTo(product, 'marta');
  const passwordHash = await hashPassword(password);
  for (const id of [ids.marta, ids.tove]) await store.credentials.insert({ id, passwordHash, changedAt: systemNow() });
  await store.people.set(ids.martin, { unreachable: { since: clock.now(), code: '550 5.1.1' } });
  browser = await openChromium();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const visiting = (email: string, at: string, look: (visit: Visit) => Promise<void>, refused: readonly number[] = []): Promise<void> =>
  visitingCockpit({ browser, product, at, refused }, email, look);
const hanna = 'hanna@tessel.example';
const settingsNow = () => product.store.settings.get('settings');

describe('settings in the cockpit', () => {
  it('When the ISMS manager changes the working day, what it affects is said before, and it is the next version', async () => {
    await visiting(
      hanna,
      '/settings',
      async ({ page }) => {
        expect(await page.textContent('h1')).toContain('Tessel Instruments works by version 1');
        await isSound(page);
        await page.getByRole('link', { name: 'Change: Working time' }).click();
        await page.getByLabel('Ends at').waitFor();
        expect(await page.textContent('main')).toContain('Dates that were promised stand.');
        await isSound(page);
        await page.getByLabel('Ends at').fill('07:00');
        await page.getByRole('button', { name: 'Record the change' }).click();
        await page.getByText('is not after the start').waitFor();
        await page.getByLabel('Ends at').fill('17:30');
        await page.getByRole('button', { name: 'Record the change' }).click();
        await page.waitForURL(/\/settings$/);
        await page.getByRole('heading', { level: 1, name: /version 2/ }).waitFor();
        expect((await settingsNow())?.workingDay).toEqual({ start: '08:00', end: '17:30' });
      },
      [422],
    );
  }, 240_000);

  it('When somebody else was quicker, that is said, the input stays, and sent again it is recorded beside theirs', async () => {
    await visiting(
      hanna,
      '/settings/organization',
      async ({ page }) => {
        await page.getByLabel('Name').fill('Tessel Measuring');
        const now = await settingsNow();
        if (now === undefined) throw new Error('settings');
        const { id: _id, updatedAt: _at, ...fields } = now;
        const theirs = { ...fields, workingWeek: [1, 2, 3, 4] };
        expect((await product.as(ids.hanna)('PUT', '/settings', theirs)).status).toBe(200);
        await page.getByRole('button', { name: 'Record the change' }).click();
        await page.getByText('Somebody has changed this meanwhile.').waitFor();
        expect(await page.getByLabel('Name').inputValue()).toBe('Tessel Measuring');
        await page.getByRole('button', { name: 'Record the change' }).click();
        await page.waitForURL(/\/settings$/);
        expect(await settingsNow()).toMatchObject({ organization: 'Tessel Measuring', workingWeek: [1, 2, 3, 4] });
      },
      [409],
    );
  }, 120_000);

  it('When a site, a day off, a rung and the hour of the mail are changed, each is recorded', async () => {
    await visiting(
      hanna,
      '/settings/sites',
      async ({ page }) => {
        await page.getByLabel('Country').fill('de');
        await page.getByRole('button', { name: 'Add a day off' }).click();
        await page.getByLabel('Day', { exact: true }).fill('2027-05-07');
        await page.getByLabel('What it is').fill('Bridge day');
        await page.getByRole('button', { name: 'Add a site' }).click();
        await page.getByLabel('Name').last().fill('Porto');
        await page.getByLabel('Time zone').last().fill('Europe/Nowhere');
        await isSound(page);
        await page.getByRole('button', { name: 'Record the change' }).click();
        await page.getByText('is not a time zone').waitFor();
        await page.getByLabel('Time zone').last().fill('Europe/Lisbon');
        await page.getByRole('button', { name: 'Record the change' }).click();
        await page.waitForURL(/\/settings$/);
        const sites = (await settingsNow())?.sites;
        expect(sites?.map(({ name, country }) => [name, country])).toEqual([
          ['Head office', 'DE'],
          ['Porto', undefined],
        ]);
        expect(sites?.[0]?.holidays).toEqual([{ day: '2027-05-07', name: 'Bridge day' }]);
      },
      [422],
    );
    await visiting(hanna, '/settings/ladders', async ({ page }) => {
      await isSound(page);
      await page.getByLabel('Ladder').selectOption('Approval');
      await page.waitForURL(/ladder=approval/);
      await page.getByLabel('Working days from the due date').first().fill('-3');
      await page.getByRole('button', { name: 'Remove rung 5' }).click();
      await page.getByRole('button', { name: 'Record the change' }).click();
      await page.waitForURL(/\/settings$/);
      const rungs = (await settingsNow())?.ladders.find(({ name }) => name === 'approval')?.rungs;
      expect(rungs?.map(({ workingDays }) => workingDays)).toEqual([-3, 0, 1, 3]);
    });
    await visiting(hanna, '/settings/mail', async ({ page }) => {
      await isSound(page);
      await page.getByLabel('One mail a working day').check();
      await page.getByLabel('Hour of the daily mail').fill('07:30');
      await page.getByRole('button', { name: 'Record the change' }).click();
      await page.waitForURL(/\/settings$/);
      expect((await settingsNow())?.mail).toMatchObject({ digest: 'daily', hour: '07:30', gatherSeconds: 1 });
    });
  }, 300_000);

  it('When the criteria are changed or a preset is taken, there are new ones, and earlier ones stay', async () => {
    await visiting(hanna, '/settings/criteria', async ({ page }) => {
      await isSound(page);
      await page.getByLabel('Acceptable up to').selectOption('Low');
      await page.getByRole('button', { name: 'Judge by these from now on' }).click();
      await page.waitForURL(/\/settings$/);
      await page.getByText('criteria-2, since').waitFor();
      await page.getByRole('link', { name: 'Change: Risk criteria' }).click();
      await page.getByLabel('Preset of 4 steps').check();
      await page.getByRole('button', { name: 'Judge by these from now on' }).click();
      await page.getByText('criteria-3, since').waitFor();
    });
    const all = await product.store.riskCriteria.find({});
    expect(all.map(({ id, acceptableUpTo, likelihood }) => [id, acceptableUpTo, likelihood.length])).toEqual([
      ['criteria-1', expect.any(String), 5],
      ['criteria-2', 'low', 5],
      ['criteria-3', expect.any(String), 4],
    ]);
  }, 240_000);

  it('When top management reads the settings, nothing that changes them is offered', async () => {
    await visiting('tove@tessel.example', '/settings', async ({ page }) => {
      expect(
        await page
          .locator('main')
          .getByRole('link', { name: /^Change/ })
          .count(),
      ).toBe(0);
      await page.goto(`${product.url}/cockpit/settings/organization`);
      await page.getByRole('heading', { level: 1, name: 'Settings are changed by the ISMS manager' }).waitFor();
      expect(await page.locator('main').getByRole('button').count()).toBe(0);
    });
  }, 60_000);

  it('When the health is looked at, each finding says how it is and what to do', async () => {
    await visiting(hanna, '/health', async ({ page }) => {
      expect(await page.textContent('main')).toContain('It writes and reads');
      await isSound(page);
      await page.getByRole('button', { name: 'Look again' }).click();
      await page.getByRole('button', { name: 'Look again' }).waitFor();
    });
  }, 240_000);
});

describe('mails in the cockpit', () => {
  it('When mail is paused with a reason and resumed, the page says so, and who cannot be reached stands there', async () => {
    await visiting(hanna, '/mails', async ({ page }) => {
      await page.getByRole('region', { name: 'One person cannot be reached' }).waitFor();
      await page.getByRole('table', { name: 'All mails' }).waitFor();
      await isSound(page);
      await page.getByRole('button', { name: 'Pause mail' }).click();
      expect(
        await page
          .getByLabel('Reason, one sentence')
          .evaluate((field) => (field as unknown as { validity: { valueMissing: boolean } }).validity.valueMissing),
      ).toBe(true);
      await page.getByLabel('Reason, one sentence').fill('A trial of the import.');
      await page.getByRole('button', { name: 'Pause mail' }).click();
      await page.getByRole('heading', { level: 1, name: /^Mail is paused/ }).waitFor();
      expect(await page.textContent('main')).toContain('A trial of the import.');
      await isSound(page);
      await page.getByRole('button', { name: 'Resume mail' }).click();
      await page.getByRole('heading', { level: 1, name: /^(No mail waits|.* to be sent)$/ }).waitFor();
      await page.getByLabel('Which mails').selectOption('Refused');
      await page.waitForURL(/state=rejected/);
      await page.getByText('None.').waitFor();
    });
  }, 240_000);
});

const csv = (...lines: string[]) => ({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) });
const choose = (page: Page, file: ReturnType<typeof csv>) => page.getByLabel('File', { exact: true }).setInputFiles(file);

describe('files of registers in the cockpit', () => {
  it('When a file has something wrong, every place is named and nothing is offered; corrected, its rows come in', async () => {
    await visiting(hanna, '/imports?register=people', async ({ page }) => {
      await isSound(page);
      await choose(page, csv('name,email,roles', 'Rui Costa,rui@tessel.example,risk owner', 'Ana Lima,ana@tessel.example,king'));
      await page.getByRole('button', { name: 'Look at the file' }).click();
      await page.getByText('One finding; nothing has been written').waitFor();
      expect(await page.getByRole('table', { name: 'What is wrong, by row' }).textContent()).toContain('roles');
      expect(await page.getByRole('button', { name: /^Import/ }).count()).toBe(0);
      await isSound(page);
      await choose(page, csv('name,email,roles', 'Rui Costa,rui@tessel.example,risk owner', 'Ana Lima,ana@tessel.example,legal'));
      await page.getByRole('button', { name: 'Look at the file' }).click();
      await page.getByText('All 2 rows are good; nothing has been written yet').waitFor();
      expect(await product.store.people.count({ email: 'rui@tessel.example' })).toBe(0);
      await page.getByRole('button', { name: 'Import 2 rows' }).click();
      await page.getByText('All 2 rows are in the register').waitFor();
      await page.waitForURL(/import=import-/);
      expect(await product.store.people.count({ email: 'ana@tessel.example' })).toBe(1);
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'People as CSV' }).click()]);
      expect(download.suggestedFilename()).toMatch(/^people-.*\.csv$/);
    });
  }, 240_000);

  it('When top management opens the page, registers can be taken out, and none brought in', async () => {
    await visiting('tove@tessel.example', '/imports', async ({ page }) => {
      expect(await page.getByRole('link', { name: 'Risks as XLSX', exact: true }).count()).toBe(1);
      expect(await page.locator('input[type=file]').count()).toBe(0);
    });
  }, 60_000);
});

describe('searching and keys in the cockpit', () => {
  it('When somebody presses a slash and types, the arrow keys lead through what is found and Enter opens it', async () => {
    await visiting(hanna, '', async ({ page }) => {
      await page.keyboard.press('/');
      await page.keyboard.type('marta nog');
      await page
        .getByRole('listbox')
        .getByRole('option', { name: /Marta Nogueira/ })
        .waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await page.getByRole('listbox').getByRole('option', { selected: true }).textContent()).toContain('Marta Nogueira');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/people\/per-marta00000$/);
    });
  }, 60_000);

  it('When Enter is pressed without a choice, all that is called so stands on a page, kind by kind', async () => {
    await visiting(hanna, '', async ({ page }) => {
      const field = page.getByRole('combobox', { name: 'Search everything' });
      await field.fill('rsk-00');
      await page.getByRole('listbox').getByRole('option').first().waitFor();
      await page.keyboard.press('Escape');
      expect(await page.getByRole('listbox').count()).toBe(0);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\?q=rsk-00/);
      const risks = page.getByRole('region', { name: 'Risks', exact: true });
      await risks.waitFor();
      expect(await risks.textContent()).toContain('RSK-002');
      await isSound(page);
      await page.locator('main').getByRole('searchbox').fill('nothing like it');
      await page.getByRole('heading', { level: 1, name: 'Nothing is called nothing like it' }).waitFor();
    });
  }, 180_000);

  it('When the list of results is open, axe finds nothing', async () => {
    await visiting(hanna, '', async ({ page }) => {
      await page.getByRole('combobox', { name: 'Search everything' }).fill('rsk');
      await page.getByRole('listbox').getByRole('option').first().waitFor();
      await isSound(page);
    });
  }, 180_000);

  it('When g and a letter are pressed, it goes there; in a field they are letters, and turned off they do nothing', async () => {
    await visiting(hanna, '', async ({ page }) => {
      await page.keyboard.press('g');
      await page.keyboard.press('p');
      await page.waitForURL(/\/cockpit\/people$/);
      await page.getByLabel('Name or mail address').pressSequentially('g s');
      expect(new URL(page.url()).pathname).toBe('/cockpit/people');
      await page.locator('h1').click();
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
      await dialog.waitFor();
      expect(await dialog.textContent()).toContain('Settings');
      await isSound(page);
      await dialog.getByLabel('Use these keys').uncheck();
      await dialog.getByRole('button', { name: 'Close' }).click();
      await page.locator('h1').click();
      await page.keyboard.press('g');
      await page.keyboard.press('s');
      await page.keyboard.press('/');
      await page.waitForTimeout(300);
      expect(new URL(page.url()).pathname).toBe('/cockpit/people');
      expect(await page.evaluate('document.activeElement.id')).not.toBe('search-everything');
      await page.reload();
      await page.locator('h1').click();
      await page.keyboard.press('?');
      expect(await dialog.isVisible()).toBe(false);
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
      expect(await dialog.getByLabel('Use these keys').isChecked()).toBe(false);
    });
  }, 180_000);
});
