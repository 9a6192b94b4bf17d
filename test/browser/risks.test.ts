import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { annexA } from '../../domain/annexA.ts';
import { openChromium } from '../support/chromium.ts';
import { builtCockpit } from '../support/cockpit.ts';
import { ids } from '../support/organization.ts';
import type { Product } from '../support/product.ts';
import { productWithRegisters } from '../support/registered.ts';
import { isSound } from '../support/sound.ts';
import { eventually } from '../support/time.ts';
import { type Visit, visitingCockpit } from '../support/visiting.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  product = await productWithRegisters({ cockpit: await builtCockpit() });
  browser = await openChromium();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

type Look = (page: Page) => Promise<void>;

const visiting = (name: string, at: string, look: Look, refused: readonly number[] = []): Promise<void> =>
  visitingCockpit({ browser, product, at, refused }, `${name}@tessel.example`, ({ page }: Visit) => look(page));

const titleOf = (page: Page): Promise<string | null> => page.textContent('main h1');

describe('risks in the cockpit', () => {
  it('When a count of the heat map in the cockpit is followed, the list has those risks', async () => {
    await visiting('hanna', '', async (page) => {
      await page.getByRole('link', { name: /^3 risks, Current level: almost certain, severe/ }).click();
      await page.waitForURL(/\/cockpit\/risks\?cell=current-5-5/);
      expect(await page.getByRole('status').textContent()).toBe('3 risks');
      expect(await page.getByRole('table', { name: 'Risks', exact: true }).getByRole('rowheader').count()).toBe(3);
    });
  }, 120_000);

  it('When the list is narrowed, the address says by what, and the maps count what is left', async () => {
    await visiting('hanna', '/risks', async (page) => {
      expect(await titleOf(page)).toBe('251 risks stand, three of them high or very high');
      await page.getByLabel('Owner').selectOption({ label: 'Lukas Wendt (1)' });
      await page.waitForURL(/owner=per-lukas00000/);
      await page.getByText('One risk', { exact: true }).waitFor();
      expect(await titleOf(page)).toBe('One risk stands, and it is not high');
      await page.getByRole('link', { name: 'RSK-017 Laptop with customer data' }).click();
      await page.waitForURL(/\/cockpit\/risks\/RSK-017/);
    });
  }, 120_000);

  it('When the list is longer than a page of the API, the next one comes as one reads on', async () => {
    await visiting('hanna', '/risks', async (page) => {
      await eventually('the last risk', async () => {
        await page.evaluate('window.scrollTo(0, document.body.scrollHeight)');
        return page.getByText('Risk number 249').isVisible();
      });
      expect(await page.getByRole('rowheader').count()).toBeLessThan(100);
    });
  }, 120_000);

  it('When a risk is opened, its levels, what its controls count, and what was judged and decided stand there', async () => {
    await visiting('hanna', '/risks/RSK-017', async (page) => {
      const levels = page.getByRole('img', {
        name: /Inherent: likely \(4\), major \(4\), Very high\. Current: unlikely \(2\), moderate \(3\), Medium/,
      });
      expect(await levels.count()).toBe(1);
      const controls = page.getByRole('region', { name: 'Five controls of four kinds' });
      expect(await controls.textContent()).toContain('1 − 0.80 × 0.90 × 1.00 = 0.28, so 4 becomes 3.');
      expect(await controls.textContent()).toContain('1 − 0.60 = 0.40, so 4 becomes 3.');
      expect(await controls.textContent()).toContain('Last check has expired');
      expect(await controls.textContent()).toContain('Proposed 3 and 3. The owner decided 2 and 3 on 6 Oct 2026.');
      expect(await page.getByRole('region', { name: 'Assessments over time' }).getByRole('rowheader').count()).toBe(7);
      expect(await page.getByRole('region', { name: 'Acceptance' }).textContent()).toContain(
        'Retained, decided by Lukas Wendt, until 6 Apr 2199',
      );
      expect(await page.getByRole('region', { name: 'Treatment' }).textContent()).toContain('Late since 30 Nov 2020');
      expect(await page.getByRole('region', { name: 'Proposals' }).textContent()).toContain('Targeted risk review, proposed to Hanna Vogt');
      expect(await page.getByRole('region', { name: 'History' }).textContent()).toContain('Created: name');
    });
  }, 120_000);

  it('When the ISMS manager starts a targeted review, the run is open, and its task stands on the page', async () => {
    await visiting('hanna', '/risks/RSK-017', async (page) => {
      await page.getByRole('button', { name: 'Start a targeted review' }).click();
      await page.getByLabel('Because of what').fill('INC-12');
      await page.getByRole('button', { name: 'Open the run' }).click();
      expect(await page.getByRole('link', { name: 'targetedRiskReview-RSK-017-INC-12' }).getAttribute('href')).toMatch(
        /^\/cockpit\/runs\//,
      );
    });
    await eventually('the owner is asked', async () => (await product.store.tasks.count({ about: 'RSK-017', state: 'open' })) === 1);
    await visiting('hanna', '/risks/RSK-017', async (page) => {
      expect(await page.getByRole('region', { name: 'Open tasks' }).textContent()).toContain('Reassess the risk now, Lukas Wendt');
      const ties = page.getByRole('region', { name: 'Tied to' });
      expect(await ties.textContent()).toContain('Targeted risk review RSK-017-INC-12, asked now');
      expect(await ties.getByRole('link', { name: /^A\.\d/ }).count()).toBe(1);
    });
  }, 180_000);

  it('When its owner takes a control off and changes another, the API has it, and the page says what it counts now', async () => {
    await visiting('lukas', '/risks', async (page) => {
      expect(await page.getByRole('table', { name: 'Risks', exact: true }).getByRole('rowheader').count()).toBe(1);
      expect(await page.getByRole('link', { name: 'Add a risk' }).count()).toBe(0);
      await page.getByRole('link', { name: 'RSK-017 Laptop with customer data' }).click();
      await page.getByRole('button', { name: 'Change the controls' }).click();
      await page.getByRole('button', { name: 'Take CTL-34 off' }).click();
      await page.getByRole('group', { name: 'CTL-30' }).getByLabel('How strongly').selectOption('veryStrong');
      await page.getByRole('button', { name: 'Record the controls' }).click();
      await page.getByRole('region', { name: 'Four controls of three kinds' }).waitFor();
      expect(await page.getByRole('button', { name: 'Start a targeted review' }).count()).toBe(0);
      // Where they stand in Annex A is for everybody; the statement itself is for whoever oversees the ISMS.
      const ties = page.getByRole('region', { name: 'Tied to' });
      expect(await ties.textContent()).toContain('A.7.9');
      expect(await ties.getByRole('link', { name: /^A\.\d/ }).count()).toBe(0);
    });
    const risk = await product.store.risks.get('RSK-017');
    expect(risk?.controls.map(({ control, strength }) => [control, strength])).toEqual([
      ['CTL-30', 'veryStrong'],
      ['CTL-31', 'strong'],
      ['CTL-32', 'moderate'],
      ['CTL-33', 'weak'],
    ]);
  }, 120_000);

  it('When a new risk has a reference that is taken, what was filled in stays and the page says so; with another one it is there', async () => {
    await visiting(
      'hanna',
      '/new-risk',
      async (page) => {
        await page.getByLabel('Reference').fill('RSK-017');
        await page.getByLabel('What may happen, in a few words').fill('Flood in the cellar');
        await page.getByLabel('Owner').fill('lukas');
        await page.getByRole('option', { name: 'Lukas Wendt' }).click();
        await page.getByRole('button', { name: 'Add the risk' }).click();
        await page.getByText('The reference or the address is taken already.').waitFor();
        expect(await page.getByLabel('What may happen, in a few words').inputValue()).toBe('Flood in the cellar');
        await page.getByLabel('Reference').fill('RSK-999');
        await page.getByRole('button', { name: 'Add the risk' }).click();
        await page.waitForURL(/\/cockpit\/risks\/RSK-999/);
      },
      [409],
    );
    expect(await product.store.risks.get('RSK-999')).toMatchObject({ name: 'Flood in the cellar', owner: ids.lukas });
  }, 120_000);

  it('When an auditor looks at risks, controls and context, everything is there and nothing can be changed', async () => {
    for (const at of ['/risks/RSK-017', '/controls/CTL-34', '/context', '/statement'])
      await visiting('ines', at, async (page) => {
        await page.waitForSelector('main h1');
        expect(await page.locator('main').getByRole('button').count()).toBe(0);
      });
  }, 180_000);

  for (const at of ['/risks', '/risks/RSK-017', '/new-risk'])
    it(`When ${at} is looked at in any width and colour, nothing is wider than the window, and axe finds nothing`, async () => {
      await visiting('hanna', at, isSound);
    }, 180_000);
});

describe('controls and the statement in the cockpit', () => {
  it('When controls are narrowed by their check, those are there whose check has expired', async () => {
    await visiting('hanna', '/controls', async (page) => {
      expect(await titleOf(page)).toContain('5 controls, 4 of them in place');
      expect(await titleOf(page)).toContain('one check has expired');
      await page.getByLabel('Check', { exact: true }).selectOption('expired');
      await page.waitForURL(/check=expired/);
      await eventually('one is left', async () => (await page.getByRole('rowheader').count()) === 1);
      await page.getByRole('link', { name: 'CTL-31 Disk encryption' }).click();
      await page.waitForURL(/\/cockpit\/controls\/CTL-31/);
      expect(await page.getByRole('region', { name: 'Rollout' }).textContent()).toContain('1 of 2');
      expect(await page.getByRole('region', { name: 'Needed by' }).textContent()).toContain('REQ-001 Laptops are encrypted');
    });
  }, 120_000);

  it('When somebody looked at a control, what they found stands on its page', async () => {
    await visiting('hanna', '/controls/CTL-33', async (page) => {
      const checks = page.getByRole('region', { name: 'Checks' });
      expect(await checks.textContent()).toContain('Partly effective');
      expect(await checks.textContent()).toContain('as made: Effective; in use: Partly effective');
      expect(await checks.textContent()).toContain('Three have not.');
    });
  }, 120_000);

  it('When a control is changed, the change is recorded and stands there; a planned one is put in place by a run', async () => {
    await visiting('hanna', '/controls/CTL-34', async (page) => {
      await page.getByRole('button', { name: 'Change', exact: true }).click();
      await page.getByRole('group', { name: 'Written down' }).getByLabel('No').check();
      await page.getByLabel('What shows that it is there').fill('The list of who was there.');
      await page.getByRole('button', { name: 'Record the changes' }).click();
      await page.locator('dd', { hasText: 'The list of who was there.' }).waitFor();
      await page.getByRole('button', { name: 'Put it in place' }).click();
      await page.getByRole('button', { name: 'Open the run' }).click();
      await page.getByRole('link', { name: 'controlImplementation-CTL-34--' }).waitFor();
    });
    expect(await product.store.controls.get('CTL-34')).toMatchObject({ documented: false, shownBy: 'The list of who was there.' });
  }, 120_000);

  it('When all open lines are picked and decided, the statement is published and its version can be read', async () => {
    await visiting('hanna', '/statement', async (page) => {
      expect(await page.getByRole('table', { name: 'Statement of Applicability' }).getByRole('rowheader').count()).toBeGreaterThanOrEqual(
        annexA.length,
      );
      await page.getByRole('button', { name: /^Pick the \d+ open lines$/ }).click();
      await page.getByLabel('No, it is excluded').check();
      await page.getByLabel('Why, one sentence').fill('There is nothing of this kind here.');
      await page.getByRole('button', { name: /^Record \d+ decisions$/ }).click();
      await page.getByText(/^\d+ decisions are recorded\.$/).waitFor({ timeout: 60_000 });
      expect(await titleOf(page)).toBe('Every line of the statement has its reason');
      await page.getByLabel('What has changed since the last version').fill('The first one.');
      await page.getByRole('button', { name: 'Publish the next version' }).click();
      await page.getByText('SOA-1 is published.').waitFor();
      await page.getByRole('link', { name: 'SOA-1' }).click();
      await page.waitForURL(/\/cockpit\/statement\/SOA-1/);
      await page.getByRole('heading', { level: 1, name: /^SOA-1, as published on/ }).waitFor();
      await isSound(page);
    });
  }, 240_000);

  it('When the statement is asked for as a file, each format comes from the API', async () => {
    await visiting('tove', '/statement', async (page) => {
      const addresses = await page
        .getByRole('link', { name: /^As (CSV|XLSX|PDF)$/ })
        .evaluateAll((links) => links.map((link) => String((link as unknown as { href: string }).href)));
      expect(addresses).toHaveLength(3);
      for (const address of addresses) expect((await page.request.get(address)).status()).toBe(200);
    });
  }, 120_000);

  it('When somebody who oversees nothing follows the address of the statement, they come to their work', async () => {
    await visiting('lukas', '/statement', async (page) => {
      await page.waitForURL(/\/cockpit\/my-work/);
    });
  }, 60_000);

  for (const at of ['/controls', '/controls/CTL-31', '/controls/CTL-33', '/new-control', '/statement'])
    it(`When ${at} is looked at in any width and colour, nothing is wider than the window, and axe finds nothing`, async () => {
      await visiting('hanna', at, isSound);
    }, 180_000);
});

describe('the context in the cockpit', () => {
  it('When a requirement has neither control nor reason, it is refused at its place; with a reason it is recorded', async () => {
    await visiting(
      'hanna',
      '/context',
      async (page) => {
        expect(await titleOf(page)).toBe('One interested party, two requirements; one of them is not taken up');
        expect(await page.textContent('main')).toContain('Climate change is a relevant issue. Floods reach the cellar.');
        await page.getByRole('button', { name: 'Add a requirement of Customers' }).click();
        expect(await page.getByLabel('Reference').inputValue()).toBe('REQ-003');
        await page.getByLabel('Requirement', { exact: true }).fill('Tell within a day');
        await page.getByRole('group', { name: 'Is it addressed through the ISMS?' }).getByLabel('No').check();
        await page.getByRole('button', { name: 'Record the requirement' }).click();
        await page.getByText('is needed where it is not taken up').first().waitFor();
        await page.getByLabel('Reason').fill('The contract says a week.');
        await page.getByRole('button', { name: 'Record the requirement' }).click();
        await page.getByRole('rowheader', { name: 'REQ-003 Tell within a day' }).waitFor();
      },
      [422],
    );
    expect(await product.store.requirements.get('REQ-003')).toMatchObject({ addressed: false, reason: 'The contract says a week.' });
  }, 120_000);

  it('When a party and an issue are changed, both are as they were filled in', async () => {
    await visiting('hanna', '/context', async (page) => {
      await page.getByRole('button', { name: 'Change PTY-001' }).click();
      await page.getByLabel('What they expect').fill('Their data stay with us.');
      await page.getByRole('button', { name: 'Record the party' }).click();
      await page.getByText('Customer: Their data stay with us.').waitFor();
      await page.getByRole('button', { name: 'Change ISS-001' }).click();
      await page.getByRole('group', { name: 'Status' }).getByLabel('Ended').check();
      await page.getByRole('button', { name: 'Record the issue' }).click();
      await page.getByText('One has ended').waitFor();
      await isSound(page);
    });
    expect(await product.store.issues.get('ISS-001')).toMatchObject({ status: 'ended', version: 2 });
  }, 180_000);
});

describe('objectives and measures in the cockpit', () => {
  it('When an objective is opened, its measure is drawn with the same figures as text, and leads to its values', async () => {
    await visiting('hanna', '/objectives', async (page) => {
      expect(await titleOf(page)).toBe('One objective is pursued');
      await page.getByRole('link', { name: 'OBJ-001 Answers in time' }).click();
      const chart = page.getByRole('img', {
        name: /2026-Q1: 82 %, at least 90 %, not met; 2026-Q2: no value; 2026-Q3: 93 %, at least 90 %, met\./,
      });
      await chart.waitFor();
      await page.getByRole('link', { name: 'MSR-001 Tasks done by the first date' }).click();
      await page.waitForURL(/\/cockpit\/measures\/MSR-001/);
      const values = page.getByRole('table', { name: 'The same figures, and what they mean' });
      expect(await values.textContent()).toContain('Nobody had counted.');
      expect(await values.textContent()).toContain('The reminders work.');
    });
  }, 120_000);

  for (const at of ['/objectives', '/objectives/OBJ-001', '/measures/MSR-001'])
    it(`When ${at} is looked at in any width and colour, nothing is wider than the window, and axe finds nothing`, async () => {
      await visiting('hanna', at, isSound);
    }, 180_000);
});

describe('the registers in German', () => {
  it('When the reader has chosen German, every page speaks it, in any width', async () => {
    await product.store.people.set(ids.tove, { language: 'de' });
    for (const [at, title] of [
      ['/risks', /Risiken bestehen/],
      ['/risks/RSK-017', /Laptop/],
      ['/controls', /Maßnahmen/],
      ['/statement', /Erklärung/],
      ['/context', /interessierte Partei/],
      ['/objectives', /Ein Ziel wird verfolgt/],
      ['/measures/MSR-001', /Tasks done/],
    ] as const)
      await visiting('tove', at, async (page) => {
        expect(await titleOf(page)).toMatch(title);
        expect(await page.textContent('main')).not.toMatch(/registers\.|undefined|NaN/);
        await isSound(page);
      });
  }, 600_000);
});

describe('registers of an organization that has nothing yet', () => {
  it('When there is nothing, each page says what will stand there and what leads to it', async () => {
    const { store } = product;
    for (const register of [
      'risks',
      'controls',
      'objectives',
      'measures',
      'interestedParties',
      'requirements',
      'issues',
      'scopes',
    ] as const)
      await store[register].remove({});
    for (const [at, title] of [
      ['/risks', 'No risk is written down yet'],
      ['/controls', 'No control is written down yet'],
      ['/objectives', 'No objective is set yet'],
      ['/context', 'Who has an interest in information security is not written down yet'],
    ] as const)
      await visiting('hanna', at, async (page) => {
        expect(await titleOf(page)).toBe(title);
        await isSound(page);
      });
    await visiting(
      'hanna',
      '/risks/RSK-404',
      async (page) => {
        expect(await titleOf(page)).toBe('There is nothing here');
      },
      [404],
    );
  }, 300_000);
});
