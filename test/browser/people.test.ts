import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import type { Person } from '../../domain/records/person.ts';
import { openChromium } from '../support/chromium.ts';
import { builtCockpit } from '../support/cockpit.ts';
import { ids } from '../support/organization.ts';
import { type Product, password } from '../support/product.ts';
import { productInReview } from '../support/reviewed.ts';
import { isSound } from '../support/sound.ts';
import { eventually } from '../support/time.ts';
import { type Visit, visitingCockpit } from '../support/visiting.ts';

const many = 1_500;

let product: Product;
let browser: Browser;

beforeAll(async () => {
  const cockpit = await builtCockpit();
  product = await productInReview({ cockpit });
  const { store, clock } = product;
  const passwordHash = await hashPassword(password);
  for (const id of [ids.marta, ids.tove, ids.lukas]) await store.credentials.insert({ id, passwordHash, changedAt: systemNow() });
  await store.people.set(ids.martin, { unreachable: { since: clock.now(), code: '550 5.1.1' } });
  await store.people.insertMissing(Array.from({ length: many }, (_, n) => member(n)));
  browser = await openChromium();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const member = (n: number): Person => ({
  ...{ id: `per-m${String(n).padStart(9, '0')}`, version: 1, name: `Member ${String(n).padStart(5, '0')}`, email: `m${n}@tessel.example` },
  ...{ roles: [{ role: 'everyone' }], site: 'head-office', language: 'en', absences: [], status: 'active', updatedAt: systemNow() },
});

const visiting = (email: string, at: string, look: (visit: Visit) => Promise<void>, refused: readonly number[] = []): Promise<void> =>
  visitingCockpit({ browser, product, at, refused }, email, look);
const hanna = 'hanna@tessel.example';

describe('people in the cockpit', () => {
  it('When the ISMS manager looks for somebody among many, the server narrows the list, and the address says how', async () => {
    await visiting(hanna, '/people', async ({ page }) => {
      expect(await page.textContent('h1')).toBe('One person cannot be reached by mail');
      await page.getByRole('row', { name: /Hanna Vogt/ }).waitFor();
      expect(await page.locator('tbody tr').count()).toBeLessThan(80);
      await page.getByLabel('Name or mail address').fill('member 014');
      await page.getByRole('link', { name: 'Member 01400' }).waitFor();
      await page.waitForURL(/q=member(\+|%20)014/);
      await page.getByLabel('Name or mail address').fill('');
      await page.getByLabel('State').selectOption('Mail is refused');
      await page.getByRole('link', { name: 'Martin Seidel' }).waitFor();
      await page.waitForURL(/state=unreachable/);
      await page.getByLabel('Role').selectOption('legal');
      await page.getByText('Nobody is called so, or has that role').waitFor();
      await page.getByRole('link', { name: 'Show everybody who is here' }).click();
      await page.getByRole('row', { name: /Hanna Vogt/ }).waitFor();
    });
  }, 120_000);

  it('When the list is scrolled to its end, every row has been read, and only those in sight are in the page', async () => {
    await visiting(hanna, '/people?q=member', async ({ page }) => {
      await page.getByRole('link', { name: 'Member 00000' }).waitFor();
      const last = page.getByRole('link', { name: `Member ${String(many - 1).padStart(5, '0')}` });
      for (let n = 0; n < 80 && (await last.count()) === 0; n += 1) {
        await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
        await page.waitForTimeout(150);
      }
      await last.waitFor();
      expect(await page.locator('tbody tr').count()).toBeLessThan(80);
    });
  }, 120_000);

  it('When somebody enters an absence with a deputy and ends it, both are recorded, and the page says so in their language', async () => {
    await visiting('marta@tessel.example', '/my-work', async ({ page }) => {
      await page.getByRole('link', { name: 'Marta Nogueira' }).click();
      await page.getByRole('heading', { name: 'Abwesenheiten' }).waitFor();
      const last = await page.getByLabel('Erster Tag').inputValue();
      await page.getByLabel('Letzter Tag').fill(last);
      await page.getByRole('combobox', { name: 'Vertretung' }).fill('tove');
      await page.getByRole('option', { name: 'Tove Lind' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Abwesenheit eintragen' }).click();
      await page.getByText('Die Abwesenheit ist eingetragen.').waitFor();
      expect(await page.textContent('h1')).toMatch(/^Marta Nogueira ist bis .* abwesend; Tove Lind vertritt$/);
      expect(await product.store.people.get(ids.marta)).toMatchObject({ absences: [{ from: last, to: last }], deputy: ids.tove });
      await isSound(page);
      await page.getByRole('button', { name: 'Beenden: ab heute zurück' }).click();
      await page.getByText('Die Abwesenheit ist beendet.').waitFor();
      expect((await product.store.people.get(ids.marta))?.absences).toEqual([]);
    });
  }, 180_000);

  it('When an absence ends before it begins, it is not recorded, the reason is said, and what was typed stays', async () => {
    await visiting(
      hanna,
      `/people/${ids.marta}`,
      async ({ page }) => {
        await page.getByLabel('First day').fill('2027-02-10');
        await page
          .getByLabel('Last day')
          .evaluate((field) => (field as unknown as { removeAttribute(name: string): void }).removeAttribute('min'));
        await page.getByLabel('Last day').fill('2027-02-01');
        await page.getByRole('button', { name: 'Record the absence' }).click();
        const alert = page.getByRole('alert');
        expect(await alert.textContent()).toContain('This is not recorded yet. What was typed is still here.');
        expect(await alert.textContent()).toContain('is before from');
        expect(await page.getByLabel('Last day').inputValue()).toBe('2027-02-01');
        expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('alert');
      },
      [422],
    );
  }, 120_000);

  it('When a person is added, changed and looked at by an auditor, only the ISMS manager is offered to change anything', async () => {
    await visiting(
      hanna,
      '/people/new',
      async ({ page }) => {
        await isSound(page);
        await page.getByLabel('Name', { exact: true }).fill('Ines Duarte');
        await page.getByLabel('Mail address').fill('tove@tessel.example');
        await page.getByLabel('control owner').check();
        await page.getByRole('button', { name: 'Add the person' }).click();
        await page.getByText('somebody else has this address').waitFor();
        await page.getByLabel('Mail address').fill('ines@tessel.example');
        await page.getByRole('button', { name: 'Add the person' }).click();
        await page.getByRole('heading', { level: 1, name: 'Ines Duarte' }).waitFor();
        await page.getByRole('link', { name: 'Change', exact: true }).click();
        await page.getByLabel('auditor', { exact: true }).check();
        await page.getByRole('button', { name: 'Record the change' }).click();
        await page
          .getByText('everyone, control owner, and auditor')
          .or(page.getByText('everyone, control owner and auditor'))
          .first()
          .waitFor();
        const [made] = await product.store.people.find({ email: 'ines@tessel.example' });
        expect(made?.roles).toEqual([{ role: 'everyone' }, { role: 'controlOwner' }, { role: 'auditor' }]);
      },
      [422],
    );
    await visiting('tove@tessel.example', `/people/${ids.lukas}`, async ({ page }) => {
      await page.getByRole('heading', { name: 'Absences' }).waitFor();
      expect(await page.locator('main').getByRole('button').count()).toBe(0);
      expect(await page.getByRole('link', { name: 'Leaves the organization' }).count()).toBe(0);
      await isSound(page);
    });
  }, 240_000);

  it('When somebody leaves, everything that moves is shown first and moves by one command', async () => {
    await visiting(hanna, `/people/${ids.lukas}`, async ({ page }) => {
      await page.getByRole('link', { name: 'Leaves the organization' }).click();
      await page.getByText('So it cannot be carried out').waitFor();
      expect(await page.getByRole('button', { name: 'Move all of this' }).count()).toBe(0);
      await page.getByRole('combobox', { name: 'Successor' }).fill('marta');
      await page.getByRole('option', { name: 'Marta Nogueira' }).click();
      await page.waitForURL(/to=per-marta00000/);
      await page.getByText('Risks (1): to Marta Nogueira').waitFor();
      expect(await page.getByRole('table', { name: 'Tasks that move' }).textContent()).toContain('Reassess the risk, RSK-001');
      await isSound(page);
      await page.getByLabel('Reason, one sentence').fill('A new job elsewhere.');
      await page.getByRole('button', { name: 'Move all of this' }).click();
      await page.getByText('Complete').waitFor();
      expect(await page.textContent('h1')).toMatch(/^The work of W+ has moved$/);
      await isSound(page);
    });
    expect((await product.store.risks.get('RSK-001'))?.owner).toBe(ids.marta);
    await eventually('the person has left', async () => (await product.store.people.get(ids.lukas))?.status === 'left');
  }, 240_000);

  it('When the list of people is looked at in any width and colour, it is sound', async () => {
    await visiting(hanna, '/people', async ({ page }) => {
      await page.getByRole('table').waitFor();
      await isSound(page);
    });
  }, 180_000);
});

describe('processes in the cockpit', () => {
  it('When somebody follows the map, it leads to each process, and every arrow stands in words as well', async () => {
    await visiting('marta@tessel.example', '/processes', async ({ page }) => {
      expect(await page.textContent('h1')).toMatch(/\d+ Prozesse/);
      await isSound(page);
      expect(await page.getByRole('table', { name: 'Jeden Pfeil in Worten zeigen' }).textContent()).toContain('beginnt');
      await page.locator('svg').getByRole('link', { name: 'Regelmäßige Risikoüberprüfung' }).click();
      await page.waitForURL(/\/cockpit\/processes\/riskReview$/);
      await page.getByRole('heading', { name: 'Woran ein Durchlauf gemessen wird' }).waitFor();
    });
  }, 180_000);

  it('When a process is opened, it says who is asked what by when, how it escalates, what it is measured by and which runs are open', async () => {
    await visiting(hanna, '/processes/riskReview', async ({ page }) => {
      const main = await page.textContent('main');
      for (const said of ['the owner of each (risk owner)', '10 working days after the process opened', 'Reminder', 'Escalation, level 3'])
        expect(main).toContain(said);
      for (const said of ['G14', 'is started when a risk is above the acceptance rule', '2026-Q4', 'the risk criteria'])
        expect(main).toContain(said);
      await isSound(page);
    });
  }, 180_000);

  it('When a person is asked for who is not there, the page says so and leads back', async () => {
    await visiting(
      hanna,
      '/people/per-nobody0000',
      async ({ page, answers }) => {
        expect(await page.textContent('h1')).toBe('There is nothing here');
        expect(answers.some((answer) => answer.status() === 404)).toBe(true);
      },
      [404],
    );
  }, 60_000);

  it('When responsibilities are shown by process, by role and for one person, each says who does what', async () => {
    await visiting(hanna, '/responsibilities', async ({ page }) => {
      expect(await page.textContent('h1')).toMatch(/roles? (is|are) held by nobody$/);
      await page.getByRole('table', { name: 'Periodic risk review' }).waitFor();
      await isSound(page);
      await page.getByLabel('Show by').selectOption('Role');
      await page.getByLabel('Role', { exact: true }).selectOption('top management');
      await page.waitForURL(/role=topManagement/);
      expect(await page.getByRole('table', { name: 'top management' }).textContent()).toContain('is informed');
      await isSound(page);
      await page.getByLabel('Show by').selectOption('Person');
      await page.getByRole('combobox', { name: 'Person' }).fill('tove');
      await page.getByRole('option', { name: 'Tove Lind' }).click();
      await page.waitForURL(/person=per-tove000000/);
      await page.getByRole('table', { name: /duties/ }).waitFor();
      await isSound(page);
    });
  }, 300_000);
});
