import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import { engine } from '../../domain/records/common.ts';
import type { Person } from '../../domain/records/person.ts';
import { openChromium } from '../support/chromium.ts';
import { builtCockpit } from '../support/cockpit.ts';
import { addRisks, ids } from '../support/organization.ts';
import { type Product, password } from '../support/product.ts';
import { productInReview, run } from '../support/reviewed.ts';
import { desktop, isSound } from '../support/sound.ts';
import { eventually } from '../support/time.ts';
import { type Visit, visitingCockpit } from '../support/visiting.ts';

const taskOf = (risk: string) => `${run}/reassess/${risk}/1`;
const approvalOf = (risk: string) => `riskAcceptance-${risk}-v1/approve/${risk}/1`;
const decided = ['RSK-011', 'RSK-012', 'RSK-013', 'RSK-014', 'RSK-015'];
const phone = { width: 390, height: 844 };

let product: Product;
let browser: Browser;

beforeAll(async () => {
  product = await productInReview({ cockpit: await builtCockpit() });
  const { store } = product;
  const changedAt = systemNow();
  const vera = {
    ...(await store.people.get(ids.martin)),
    id: 'per-vera000000',
    name: 'Vera Klein',
    email: 'vera@tessel.example',
  } as Person;
  await store.people.insert(vera);
  for (const id of [ids.lukas, ids.marta, ids.tove, ids.martin, vera.id])
    await store.credentials.insert({ id, passwordHash: await hashPassword(password), changedAt });
  for (const [n, risk] of decided.entries()) await askToRetain(risk, n === 4 ? 'veryHigh' : 'high');
  browser = await openChromium();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** A risk above the rule whose owner asks to retain it, so that top management is to approve that. */
async function askToRetain(id: string, band: 'high' | 'veryHigh'): Promise<void> {
  const { store } = product;
  const current = band === 'high' ? { likelihood: 4, consequence: 3 } : { likelihood: 5, consequence: 5 };
  const judged = { id: `${id}-a`, ...current, band };
  const assessed = { risk: id, kind: 'initial' as const, at: product.clock.now(), by: engine, criteria: 'criteria-1' };
  await store.assessments.insert({ ...judged, ...assessed, aboveAcceptance: true });
  const lastAssessment = { ...judged, day: '2026-11-01', by: ids.martin };
  await addRisks(store, ids.martin, [id], { current, band, acceptance: 'required', lastAssessment });
  await product.openRun({ process: 'riskAcceptance', subject: { risk: id, asOf: 1 }, actor: engine });
  const request = `riskAcceptance-${id}-v1/request/${id}/1`;
  await eventually(`${id} is asked about`, () => store.tasks.get(request));
  const outcome = { decision: 'retain', justification: `The machine of ${id} is replaced in March.`, measures: 'It is off the network.' };
  const owner = await product.signedIn(ids.martin);
  const { status } = await owner('POST', `/tasks/${encodeURIComponent(request)}/completion`, { outcome });
  expect(status).toBe(200);
  await eventually(`${id} is to be approved`, () => store.tasks.get(approvalOf(id)));
}

type Look = (visit: Visit) => Promise<void>;
const visiting = (name: string, at: string, look: Look): Promise<void> =>
  visitingCockpit({ browser, product, at, refused: [403, 404, 409, 422, 'net::ERR_FAILED'] }, `${name}@tessel.example`, look);

const stateOf = async (risk: string) => (await product.store.tasks.get(taskOf(risk)))?.state;
/** By the key: forms out of sight are laid out as they come into it, and one that moves would escape a pointer that waits for nothing. */
async function choose(page: Page, within: string, name: string): Promise<void> {
  const field = page.locator(within).getByLabel(name, { exact: true });
  await field.focus();
  await page.keyboard.press('Space');
  await eventually(`${name} is chosen`, () => field.isChecked());
}

describe('The page of one task', () => {
  it('When an owner opens it, the question, the date, the facts and who is told are there, in any width and colour', async () => {
    await visiting('lukas', '/my-work', async ({ page }) => {
      await page.getByRole('link', { name: /^Answer: / }).click();
      await page.waitForURL(/\/cockpit\/task\/riskReview-/);
      await page.getByRole('button', { name: 'Send my answer' }).waitFor();
      for (const said of ['It takes about a minute', 'Why you', 'What counts as done', 'Not judged before', 'Who is told, and when'])
        expect(await page.textContent('main')).toContain(said);
      await isSound(page);
    });
  }, 240_000);

  it('When something is missing or refused, it is said at its place, and what was typed is still there', async () => {
    await visiting('lukas', `/task/${taskOf('RSK-001')}`, async ({ page }) => {
      const send = page.getByRole('button', { name: 'Send my answer' });
      await send.click();
      expect(await page.getByRole('alert').textContent()).toContain('Nothing was filled in yet.');
      await choose(page, 'main form', 'Keep as it was');
      await send.click();
      const summary = page.getByRole('alert');
      await summary.getByText('Likelihood: Choose one.').waitFor();
      expect(await summary.textContent()).toContain('Reason: This needs an answer.');
      await choose(page, 'fieldset:has-text("How likely")', '2 unlikely');
      await choose(page, 'fieldset:has-text("How bad")', '3 moderate');
      await page.getByLabel('Reason, one sentence').first().fill('Nothing stays in the car.');
      await send.click();
      // There is nothing to keep: only the API knows that.
      await page
        .getByRole('alert')
        .getByText(/^Verdict: /)
        .waitFor();
      expect(await page.getByLabel('Reason, one sentence').first().inputValue()).toBe('Nothing stays in the car.');
      expect(await stateOf('RSK-001')).toBe('open');
    });
  }, 120_000);

  it('When nobody answers, it is said what is safe, and the same answer sent again is the same request', async () => {
    await visiting('lukas', `/task/${taskOf('RSK-001')}`, async ({ page }) => {
      const keys: (string | undefined)[] = [];
      await page.route('**/completion', (route) => {
        keys.push(route.request().headers()['idempotency-key']);
        return keys.length === 1 ? route.abort() : route.continue();
      });
      await choose(page, 'fieldset:has-text("How likely")', '2 unlikely');
      await choose(page, 'fieldset:has-text("How bad")', '3 moderate');
      await choose(page, 'main form', 'Change to the levels above');
      await page.getByLabel('Reason, one sentence').first().fill('Nothing stays in the car.');
      await page.getByRole('button', { name: 'Send my answer' }).click();
      await page
        .getByRole('alert')
        .getByText(/Nobody answers/)
        .waitFor();
      await page.getByRole('button', { name: 'Send my answer' }).click();
      await page.getByRole('status').getByText('Your answer is recorded').waitFor();
      expect(keys[1]).toBe(keys[0]);
      expect(await page.getByRole('region', { name: 'The answer' }).textContent()).toContain('Nothing stays in the car.');
      expect(await stateOf('RSK-001')).toBe('done');
      await isSound(page);
    });
  }, 240_000);

  it('When more time is asked for, whoever is accountable finds it in their work and decides it', async () => {
    const { due = '' } = (await product.store.tasks.get(taskOf('RSK-002'))) ?? {};
    const until = new Date(Date.parse(due) + 7 * 86_400_000).toISOString().slice(0, 10);
    await visiting('marta', `/task/${taskOf('RSK-002')}`, async ({ page }) => {
      await page.getByText('Um mehr Zeit bitten').first().click();
      const form = page.locator('details[open] form');
      await form.getByLabel('Bis zu welchem Tag').fill(until);
      await form.getByLabel('Begründung, ein Satz').fill('Die neue Leitung kommt erst dann.');
      await form.getByRole('button').click();
      await page
        .getByRole('status')
        .getByText(/Ihre Bitte um mehr Zeit ist festgehalten/)
        .waitFor();
    });
    await visiting('hanna', '/my-work', async ({ page }) => {
      await page
        .getByRole('region', { name: 'To decide' })
        .getByRole('link', { name: /^Look at it: / })
        .click();
      await page.getByRole('heading', { level: 1, name: /asks for time until/ }).waitFor();
      expect(await page.textContent('main')).toContain('Die neue Leitung kommt erst dann.');
      await isSound(page);
      await page.setViewportSize(desktop);
      await page.getByLabel('Grant it', { exact: true }).check();
      await page.getByRole('region', { name: 'Decide about more time' }).getByLabel('Reason, one sentence').fill('The line is late.');
      await page.getByRole('button', { name: 'Decide', exact: true }).click();
      await page.getByRole('status').getByText('It is decided').waitFor();
      expect(await page.textContent('main')).toContain('First promised for');
    });
    await eventually('the date has moved', async () => ((await product.store.tasks.get(taskOf('RSK-002')))?.due ?? '') > due);
  }, 240_000);

  it('When the ISMS manager reads it, they comment, add a file, and give it to somebody who is named as in the register', async () => {
    await visiting('hanna', `/task/${taskOf('RSK-003')}`, async ({ page }) => {
      expect(await page.getByRole('button', { name: 'Send my answer' }).count()).toBe(0);
      await page.getByText('Add files').first().click();
      await page.setInputFiles('input[type=file]', {
        name: 'restore.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('It was restored.\n'),
      });
      await page.getByRole('button', { name: 'Add the files' }).click();
      await page.getByRole('status').getByText('One file is added.').waitFor();
      expect(await page.getByRole('link', { name: 'restore.txt' }).getAttribute('href')).toContain('/evidence/');
      await page.getByText('Give it to somebody else', { exact: true }).click();
      const form = page.locator('details[open] form').filter({ hasText: 'To whom' });
      await form.getByLabel(/To whom/).fill('Nobody at all');
      await form.getByLabel('Reason, one sentence').fill('Knows the site better.');
      await form.getByRole('button', { name: 'Give the task' }).click();
      await form.getByText(/Nobody here has this name/).waitFor();
      await form.getByLabel(/To whom/).fill('martin seidel');
      await form.getByRole('button', { name: 'Give the task' }).click();
      await page.getByRole('status').getByText('The task has moved').waitFor();
      await page.getByRole('region', { name: 'What happened so far' }).getByText('Hanna Vogt gave it to Martin Seidel').waitFor();
      await isSound(page);
    });
    expect(await product.store.tasks.get(taskOf('RSK-003'))).toMatchObject({ assignee: ids.martin });
  }, 240_000);

  it('When it is not theirs, there is nothing', async () => {
    await visiting('lukas', `/task/${taskOf('RSK-002')}`, async ({ page }) => {
      expect(await page.textContent('h1')).toBe('There is nothing here');
    });
  }, 60_000);
});

describe('The page of several like tasks', () => {
  it('When several are filled in, each is recorded or refused by itself, and what was refused is still there', async () => {
    await visiting('marta', `/tasks/${run}/reassess`, async ({ page }) => {
      await page.getByRole('button', { name: 'Meine Antworten senden' }).waitFor();
      await isSound(page);
      await page.setViewportSize(desktop);
      for (const [risk, verdict] of [
        ['RSK-002', 'Ändert sich auf die Stufen oben'],
        ['RSK-004', 'Bleibt, wie es war'],
      ] as const) {
        const form = `section:has(.id:text-is("${risk}"))`;
        await choose(page, `${form} fieldset:has-text("Wie wahrscheinlich")`, '2 unlikely');
        await choose(page, `${form} fieldset:has-text("Wie schlimm")`, '3 moderate');
        await choose(page, form, verdict);
        await page.locator(form).getByLabel('Begründung, ein Satz').fill(`Zu ${risk} ist alles gesagt.`);
      }
      expect(await page.textContent('main form')).toContain('2 von 2 ausgefüllt.');
      await page.getByRole('button', { name: 'Meine Antworten senden' }).click();
      const said = page.getByRole('alert');
      await said.getByText(/Eine Antwort ist festgehalten/).waitFor();
      expect(await said.textContent()).toContain('RSK-004: ');
      expect(await page.locator('section:has(.id:text-is("RSK-004")) textarea').inputValue()).toBe('Zu RSK-004 ist alles gesagt.');
      expect(await page.locator('section:has(.id:text-is("RSK-002"))').textContent()).toContain('festgehalten');
      await isSound(page);
    });
    expect([await stateOf('RSK-002'), await stateOf('RSK-004')]).toEqual(['done', 'open']);
  }, 240_000);

  it('When all of it is answered or with others, the page says so', async () => {
    await visiting('lukas', `/tasks/${run}/reassess`, async ({ page }) => {
      expect(await page.textContent('h1')).toBe('There is nothing left to answer here');
      await isSound(page);
    });
  }, 180_000);
});

describe('The page of acceptances', () => {
  const bar = (page: Page) => page.locator('form p[aria-live]');
  const card = (risk: string) => `section:has(.id:text-is("${risk}"))`;
  const decide = async (page: Page, risk: string, decision: string) => {
    await choose(page, card(risk), decision);
    await page.locator(card(risk)).getByLabel('Reason, one sentence').fill(`Until March, ${risk}.`);
  };

  it('When top management opens it, five decisions stand on one page, the highest first, and nothing is preset', async () => {
    await visiting('tove', '/acceptances', async ({ page }) => {
      expect(await page.textContent('h1')).toBe('May these five risks be retained?');
      expect(await page.locator('form section').count()).toBe(5);
      expect(await page.locator('form section').first().textContent()).toContain('RSK-015');
      expect(await page.locator('main form input:checked').count()).toBe(0);
      expect(await bar(page).textContent()).toContain('5 undecided.');
      for (const said of ['The machine of RSK-011 is replaced in March.', 'top management, by the criteria', 'if decided today'])
        expect(await page.textContent('main form')).toContain(said);
      await isSound(page);
    });
  }, 240_000);

  it('When the sign-in is too old, nothing is recorded, and the way to a fresh one stands beside what was typed', async () => {
    await visiting('tove', '/acceptances', async ({ page }) => {
      await decide(page, 'RSK-011', 'Approve');
      await timePassesForSessionsOf(ids.tove);
      await page.getByRole('button', { name: 'Record my decision' }).click();
      const link = page.getByRole('alert').getByRole('link', { name: 'Sign in again in a new tab' });
      expect(await link.getAttribute('href')).toContain('/sign-in?again=yes&returnTo=%2Fcockpit%2Facceptances');
      expect(await page.locator(card('RSK-011')).getByLabel('Reason, one sentence').inputValue()).toBe('Until March, RSK-011.');
    });
    expect(await product.store.tasks.get(approvalOf('RSK-011'))).toMatchObject({ state: 'open' });
  }, 120_000);

  it('When four are approved and one is refused, each is recorded, and those in force are listed with their end', async () => {
    await visiting('tove', '/acceptances', async ({ page }) => {
      for (const risk of decided) await decide(page, risk, risk === 'RSK-013' ? 'Refuse' : 'Approve');
      expect(await bar(page).textContent()).toContain('4 approved, 1 refused.');
      await page.getByRole('button', { name: 'Record five decisions' }).click();
      await page.getByRole('status').getByText('Five answers are recorded.').waitFor();
      expect(await page.textContent('h1')).toBe('All that waited for you is decided');
    });
    for (const risk of decided.filter((one) => one !== 'RSK-013'))
      await eventually(`${risk} is accepted`, async () => (await product.store.acceptances.get(`${risk}-v1`))?.state === 'accepted');
  }, 180_000);

  it('When one is revoked with a reason, it is in force no longer, and stands among the revoked', async () => {
    await visiting('tove', '/acceptances', async ({ page }) => {
      expect(await page.textContent('h1')).toBe('Four risks are accepted for a time');
      await page.getByRole('button', { name: 'Revoke the acceptance of RSK-012' }).click();
      await isSound(page);
      await page.setViewportSize(desktop);
      await page.getByLabel('Reason, one sentence').fill('It is not so any more.');
      await page.getByRole('button', { name: 'Revoke it' }).click();
      await page.getByRole('status').getByText('The acceptance of RSK-012 is revoked.').waitFor();
      await page.getByRole('link', { name: 'Revoked' }).click();
      await page
        .getByRole('table', { name: 'Acceptances that were revoked' })
        .getByRole('link', { name: /RSK-012/ })
        .waitFor();
    });
    expect(await product.store.acceptances.get('RSK-012-v1')).toMatchObject({ state: 'revoked' });
  }, 240_000);

  it('When one in force is opened, it says what was decided on and until when, and is revoked there', async () => {
    await visiting('tove', '/acceptances', async ({ page }) => {
      await page.getByRole('link', { name: /RSK-014/ }).click();
      await page.getByRole('heading', { level: 1, name: /^RSK-014 may be retained until / }).waitFor();
      for (const said of ['Decided by Tove Lind', 'The machine of RSK-014 is replaced in March.', 'what changes later does not move it'])
        expect(await page.textContent('main')).toContain(said);
      await isSound(page);
      await page.setViewportSize(desktop);
      await page.getByRole('button', { name: 'Revoke the acceptance of RSK-014' }).click();
      await page.getByLabel('Reason, one sentence').fill('The machine has failed.');
      await page.getByRole('button', { name: 'Revoke it' }).click();
      await page.getByRole('heading', { level: 1, name: 'The acceptance of RSK-014 is revoked' }).waitFor();
      expect(await page.textContent('main')).toContain('Revoked by Tove Lind');
    });
  }, 240_000);

  it('When there is none, it says what will stand there', async () => {
    await visiting('vera', '/acceptances', async ({ page }) => {
      expect(await page.textContent('h1')).toBe('No risk is accepted at the moment');
      expect(await page.textContent('main')).toContain('with the day on which it ends');
      await isSound(page);
    });
  }, 180_000);
});

describe('On a phone', () => {
  it('When an owner looks at their work, their places are at the bottom; whoever oversees has the menu', async () => {
    await visiting('marta', '/my-work', async ({ page }) => {
      await page.setViewportSize(phone);
      const tabs = page.getByRole('navigation', { name: 'Ihres' });
      expect(await tabs.getByRole('link', { name: 'Mail und Kalender' }).getAttribute('href')).toBe('/my-mail');
      expect(await tabs.getByRole('link', { name: 'Meine Aufgaben' }).getAttribute('aria-current')).toBe('page');
      await isSound(page);
    });
    await visiting('hanna', '/my-work', async ({ page }) => {
      await page.setViewportSize(phone);
      expect(await page.getByRole('navigation', { name: 'Yours' }).count()).toBe(0);
      await isSound(page);
    });
  }, 240_000);
});

async function timePassesForSessionsOf(person: string): Promise<void> {
  const before = new Date(Date.now() - 16 * 60_000).toISOString();
  await product.store.connection
    .collection('sessions')
    .updateMany({ 'session.person': person }, { $set: { 'session.signedInAt': before } });
}
