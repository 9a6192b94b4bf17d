import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import { askedIn } from '../support/asked.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { type Product, password, startProduct } from '../support/product.ts';
import { eventually } from '../support/time.ts';
import { addControl, addJudgedRisk, planNow, riskNow } from '../support/treating.ts';
import { newVisitor, type Page, type Visitor } from '../support/visitor.ts';

let product: Product;
let run: string;
const browsers = new Map<string, Visitor>();

beforeAll(async () => {
  product = await startProduct();
  const { store } = product;
  await foundOrganization(store);
  const passwordHash = await hashPassword(password);
  for (const name of ['hanna', 'lukas'] as const) await store.credentials.insert({ id: ids[name], passwordHash, changedAt: systemNow() });
  const levels = { likelihood: 4, consequence: 4 };
  await addJudgedRisk(product, ids.lukas, 'RSK-017', { name: 'Laptop left in a car', current: levels, inherent: levels, band: 'veryHigh' });
  await addControl(product, 'CTL-30', { name: 'Nothing stays in the car', kind: 'organizational', owner: ids.lukas });
  run = (await product.openRun({ process: 'riskTreatment', subject: { risk: 'RSK-017', because: 'Audit' }, actor: byEngine })).id;
}, 300_000);
afterAll(() => product.stop());

async function open(name: string, path: string): Promise<Page> {
  const known = browsers.get(name) ?? newVisitor();
  if (!browsers.has(name)) await known.send(await known.visit(`${product.url}/sign-in`), { email: `${name}@tessel.example`, password });
  browsers.set(name, known);
  return known.visit(`${product.url}${path}`);
}

/** Fills in the form of a task as somebody does who is signed in; a list of the same name stands in rows `0:…`. */
async function fill(name: string, task: string, typed: Record<string, string>): Promise<Page> {
  await askedIn(product, run, task);
  const page = await open(name, `/tasks/${run}/${task}`);
  const fields = Object.fromEntries(Object.entries(typed).map(([field, value]) => [`RSK-017.${field}`, value]));
  const visitor = browsers.get(name);
  if (visitor === undefined) throw new Error(`${name} is not signed in`);
  return visitor.send(page, fields);
}

const encryption = (row: number) => ({
  ...{ [`added:${row}:name`]: 'Disk encryption', [`added:${row}:kind`]: 'technological', [`added:${row}:owner`]: 'Martin Seidel' },
  ...{ [`added:${row}:actsOn`]: 'consequence', [`added:${row}:strength`]: 'veryStrong' },
});
const item = (control: string, due = '2199-03-01') => ({
  ...{ 'items:0:control': control, 'items:0:responsible': 'Martin Seidel', 'items:0:due': due, 'items:0:measuredBy': 'A sample of ten.' },
});
const levels = { likelihood: '3', consequence: '2' };

describe('A treatment that is filled in on pages', () => {
  it('When no option is ticked, the form says so; two are kept as they were ticked', async () => {
    const none = await fill('lukas', 'chooseOptions', { reason: 'Customers expect it.' });
    expect(none.text).toContain('How is it treated?: It must be at least 1.');
    const page = await open('lukas', `/tasks/${run}/chooseOptions`);
    expect(page.text).toContain('Level now');
    const answered = await fill('lukas', 'chooseOptions', { options: 'modify\nshare', reason: 'Customers expect it.' });
    expect(answered.text).toContain('recorded');
    await eventually('they are kept', async () => (await planNow(product, 'TP-001')).options.length === 2);
  });

  it('When the controls do not fit the options or the risk, each is said at its place', async () => {
    const none = await fill('hanna', 'determineControls', { dropped: 'CTL-30', reason: 'Nothing else.' });
    expect(none.text).toContain('CTL-30 is no control of RSK-017');
    expect(none.text).toContain('need at least one control');
    const unshared = await fill('hanna', 'determineControls', { existing: 'CTL-30', ...encryption(0), reason: 'The disk.' });
    expect(unshared.text).toContain('takes a control of the kind legal');
    const unknown = await fill('hanna', 'determineControls', { existing: 'CTL-99', ...encryption(0), reason: 'The disk.' });
    expect(unknown.text).toContain('CTL-99 is not in the register controls.');
    await product.store.people.set(ids.hanna, { language: 'de' });
    const german = await fill('hanna', 'determineControls', { dropped: 'CTL-30', reason: 'Nichts weiter.' });
    await product.store.people.set(ids.hanna, { language: 'en' });
    expect(german.text).toContain('CTL-30 ist keine Maßnahme von RSK-017.');
    expect(german.text).not.toContain('Das passt hier nicht.');
    const insurance = { ...encryption(1), 'added:1:name': 'Insurance', 'added:1:kind': 'legal', 'added:1:strength': '' };
    await fill('hanna', 'determineControls', { existing: 'CTL-30', ...encryption(0), ...insurance, reason: 'Disk and insurance.' });
    await askedIn(product, run, 'compareAnnexA');
    expect((await riskNow(product, 'RSK-017')).controls).toEqual([
      { control: 'CTL-30', actsOn: 'both' },
      { control: 'CTL-031', actsOn: 'consequence', strength: 'veryStrong' },
      { control: 'CTL-032', actsOn: 'consequence' },
    ]);
  });

  it('When a number is none of Annex A, or a control none of the risk, it is said where it stands', async () => {
    const strange = {
      'served:0:control': 'CTL-031',
      'served:0:annexA': '8.24\n8.99',
      'served:1:control': 'CTL-77',
      'served:1:annexA': '5.1',
    };
    const refused = await fill('hanna', 'compareAnnexA', { ...strange, missing: 'none', reason: 'Gone through.' });
    expect(refused.text).toContain('Annex A has no control 8.99');
    expect(refused.text).toContain('CTL-77 is no control of RSK-017');
    const right = { 'served:0:control': 'CTL-031', 'served:0:annexA': 'A.8.24', missing: 'none', reason: 'Gone through.' };
    await fill('hanna', 'compareAnnexA', right);
    await askedIn(product, run, 'buildPlan');
    expect((await product.store.controls.get('CTL-031'))?.annexA).toEqual(['8.24']);
  });

  it('When the plan leaves a control out, names one twice or a day of the past, it is not taken', async () => {
    const page = await open('hanna', `/tasks/${run}/buildPlan`);
    expect(page.html).not.toMatch(/name="RSK-017\.likelihood"[^>]*checked/);
    const short = await fill('hanna', 'buildPlan', { ...item('CTL-031', '2020-01-01'), ...levels, reason: 'So it is.' });
    expect(short.text).toContain('Each control that is not there yet needs a row: CTL-032');
    expect(short.text).toContain('The day is in the past.');
    const second = {
      'items:1:control': 'CTL-031',
      'items:1:responsible': 'Lukas Wendt',
      'items:1:due': '2199-03-01',
      'items:1:measuredBy': 'The policy.',
    };
    const twice = await fill('hanna', 'buildPlan', { ...item('CTL-031'), ...second, ...levels, reason: 'So it is.' });
    expect(twice.text).toContain('CTL-031 is named twice');
    await fill('hanna', 'buildPlan', { ...item('CTL-031'), ...second, 'items:1:control': 'CTL-032', ...levels, reason: 'So it is.' });
    await askedIn(product, run, 'approvePlan');
    expect((await planNow(product, 'TP-001')).items.map(({ control, responsible }) => [control, responsible])).toEqual([
      ['CTL-031', ids.martin],
      ['CTL-032', ids.lukas],
    ]);
  });

  it('When the owner decides, the page shows what was frozen, and whoever has planned has no such page', async () => {
    const page = await open('lukas', '/decisions/riskTreatment/approvePlan');
    for (const said of [
      'Laptop left in a car',
      'Expected to be left',
      '3 controls of 3 kinds',
      'What is to be brought about',
      'A sample of ten.',
    ])
      expect(page.text).toContain(said);
    expect(new URL((await open('hanna', '/decisions/riskTreatment/approvePlan')).url).pathname).toBe('/tasks');
    const task = `${run}/approvePlan/RSK-017/1`;
    const visitor = browsers.get('lukas');
    const sent = await visitor?.send(page, { [`${task}.decision`]: 'return', [`${task}.reason`]: 'By the summer, please.' });
    expect(sent?.status).toBe(200);
    await eventually('it is planned again', () => product.store.tasks.first({ run, task: 'buildPlan', attempt: 2 }));
  });
});
