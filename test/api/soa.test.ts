import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { annexA } from '../../domain/annexA.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import { verifyChain } from '../../models/chain.ts';
import { gatesOf } from '../../models/gates.ts';
import { sha256 } from '../../models/trail.ts';
import { addControl } from '../support/controls.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { type Asking, type Product, startProduct } from '../support/product.ts';

let product: Product;
let hanna: Asking;
beforeAll(async () => {
  product = await startProduct();
  await foundOrganization(product.store);
  await addControl(product.store, 'CTL-001', { owner: ids.lukas, status: 'implemented', annexA: ['8.13'] });
  await addRisks(product.store, ids.lukas, ['RSK-001'], { controls: [{ control: 'CTL-001', actsOn: 'both' }] });
  hanna = product.as(ids.hanna);
});
afterAll(() => product.stop());

const decide = (control: string, applicable: boolean, version = 0) =>
  hanna('PUT', `/soa/decisions/${control}`, { applicable, justification: 'We have neither.', version });
const publish = (headers = {}) => hanna('POST', '/soa/versions', { note: 'The first one.' }, headers);
const gate = async () => {
  n += 1;
  const run = await product.openRun({ process: 'riskReview', subject: { period: `${2040 + n}-Q1` }, actor: byEngine });
  return (await gatesOf(product.store, run, ['G6'], '2027-03-01'))[0];
};
let n = 0;

describe('The Statement of Applicability over HTTP', () => {
  it('When it is read, it has all of Annex A and says how many lines are open; an owner of risks does not read it', async () => {
    const { status, body } = await hanna('GET', '/soa');
    expect({ status, body }).toMatchObject({ status: 200, body: { open: 92 } });
    expect((body as { lines: unknown[] }).lines).toHaveLength(93);
    expect(body).not.toHaveProperty('published');
    expect((await product.as(ids.lukas)('GET', '/soa')).status).toBe(403);
  });

  it('G6: When lines are open, no version is published, each is named, and the gate is shut', async () => {
    const refused = await publish();
    expect(refused).toMatchObject({ status: 409, body: { code: 'openPoints' } });
    expect((refused.body as { errors: { path: string }[] }).errors).toHaveLength(92);
    expect(await gate()).toMatchObject({ gate: 'G6', passed: false });
    expect(await product.store.soaVersions.count({})).toBe(0);
  });

  it('When each is decided, the next version is published once, whatever is sent again, and later changes do not move it', async () => {
    for (const { id } of annexA) if (id !== '8.13') expect((await decide(id, id.startsWith('5.'))).status).toBe(200);
    expect(await gate()).toMatchObject({ passed: true });
    const [first, again] = [await publish({ 'Idempotency-Key': 'one' }), await publish({ 'Idempotency-Key': 'one' })];
    expect(first).toMatchObject({ status: 201, body: { id: 'SOA-1', publishedBy: { person: ids.hanna } } });
    expect(again.body).toEqual(first.body);
    await product.store.risks.set('RSK-001', { controls: [] });
    expect((await hanna('GET', '/soa')).body).toMatchObject({ open: 1, published: { id: 'SOA-1' } });
    const { body } = await hanna('GET', '/soa/versions/SOA-1');
    const lines = (body as { lines: { control: string; risks: string[] }[] }).lines;
    expect(lines.find(({ control }) => control === 'A.8.13')?.risks).toEqual(['RSK-001']);
    const kept = await product.store.soaVersions.get('SOA-1');
    expect(sha256(kept?.content ?? '')).toBe((first.body as { digest: string }).digest);
    expect(await verifyChain(product.store, 'soaVersions/SOA-1')).toEqual([]);
  });

  it('When a decision was made on an older version, it is refused as stale; what is no control of Annex A is not there', async () => {
    expect((await decide('5.1', false, 0)).status).toBe(409);
    expect(await decide('5.1', true, 1)).toMatchObject({ status: 200, body: { version: 2 } });
    for (const unknown of ['9.1', '8.99']) expect((await decide(unknown, true)).status).toBe(404);
  });

  it('When it is exported as a PDF, it comes as a file of that version; a version that is not there is none', async () => {
    const asked = (version: string) =>
      product
        .tokenFor(ids.hanna)
        .then((authorization) =>
          fetch(`${product.url}/api/v1/soa/export?format=pdf&language=de&version=${version}`, { headers: { authorization } }),
        );
    const answer = await asked('SOA-1');
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toContain('statement-of-applicability-SOA-1.pdf');
    expect((await answer.text()).startsWith('%PDF-1.7')).toBe(true);
    expect((await asked('SOA-9')).status).toBe(404);
  });

  it('When it is exported, each control is a row, and people are named by their address', async () => {
    const answer = await fetch(`${product.url}/api/v1/soa/export?version=SOA-1`, {
      headers: { authorization: await product.tokenFor(ids.hanna) },
    });
    expect(answer.headers.get('content-disposition')).toContain('statement-of-applicability-SOA-1.csv');
    const rows = (await answer.text()).trim().split('\r\n');
    expect(rows).toHaveLength(94);
    expect(rows[0]?.replace('\ufeff', '')).toMatch(/^control,title,theme,applicable,justification,risks/);
    expect(rows.find((row) => row.startsWith('A.8.13,'))).toContain('RSK-001');
    expect(rows.find((row) => row.startsWith('A.8.13,'))).toContain('lukas@tessel.example');
  });
});
