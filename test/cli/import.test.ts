import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Import } from '../../domain/records/import.ts';
import { problem, ran, StandIn } from './standIn.ts';

let folder: string;
let file: string;
let product: StandIn;
let env: Record<string, string>;

const csv = '\ufeffreference;name;owner\r\nRSK-001;"Laptop ""left""";Lukas\r\n';
const clean = { rows: 200, findings: 0, report: [], noted: 0, notes: [], ignored: [] };
const finding = { row: 117, column: 'owner', code: 'unknownPerson', reason: 'nobody is called "Lucas"' };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fourstroke-import-'));
  file = join(folder, 'risks.csv');
  writeFileSync(file, csv);
  product = await new StandIn().listen();
  env = { FOURSTROKE_URL: product.url, FOURSTROKE_TOKEN: 'token' };
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await product.close();
});

describe('fourstroke import', () => {
  it('When a file is only checked, its bytes are sent as they are and nothing is applied', async () => {
    product.answer('POST /registers/risks/import', { body: { ...clean, applied: false } });
    const { code, out } = await ran(['import', 'risks', file], env);
    expect([code, out]).toEqual([0, 'Nothing is wrong with 200 rows. Import with --apply.\n']);
    expect([product.seen[0]?.body, product.seen[0]?.query.has('apply')]).toEqual([csv, false]);
  });

  it('When a workbook has several sheets, the one that is named is asked for', async () => {
    product.answer('POST /registers/risks/import', { body: { ...clean, applied: false } });
    const { code } = await ran(['import', 'risks', file, '--sheet', 'Risiken & mehr'], env);
    expect([code, product.seen[0]?.query.get('sheet')]).toEqual([0, 'Risiken & mehr']);
  });

  it('When a file is applied, the command waits until the product says that it is complete', async () => {
    const steps: Partial<Import>[] = [
      { state: 'staging', applied: 0 },
      { state: 'applying', applied: 100 },
      { state: 'applied', applied: 200 },
    ];
    product.answer('POST /registers/risks/import', { status: 202, body: { ...clean, applied: true, import: 'import-1' } });
    product.answer('GET /imports/import-1', () => ({ body: { id: 'import-1', rows: 200, ...steps.shift() } }));
    const { code, out, err } = await ran(['import', 'risks', file, '--apply'], env);
    expect([code, out, product.seen[0]?.query.get('apply')]).toEqual([0, '200 rows imported.\n', 'true']);
    expect(err.split('\n').slice(1, -1)).toEqual(['Importing, 0 of 200 rows', 'Importing, 100 of 200 rows', 'Importing, 200 of 200 rows']);
  });

  it('When one row is wrong, row, column, code and reason are shown and the exit code is 1', async () => {
    product.answer('POST /registers/risks/import', {
      body: { ...clean, findings: 1, report: [finding], ignored: ['colour'], applied: false },
    });
    const { code, out, err } = await ran(['import', 'risks', file], env);
    expect(code).toBe(1);
    expect(out).toContain('117  owner   unknownPerson  nobody is called "Lucas"');
    expect(out).toContain('Ignored columns: colour');
    expect(err).toContain('Nothing was imported: 1 finding in');
  });

  it('When the product refuses to apply a file, its report is shown as when it was only checked', async () => {
    const { body } = problem(422, 'importRefused', 'Nothing was imported: one finding in the file.');
    product.answer('POST /registers/risks/import', {
      status: 422,
      body: { ...(body as object), ...clean, findings: 1, report: [finding] },
    });
    const { code, out } = await ran(['import', 'risks', file, '--apply'], env);
    expect(code).toBe(1);
    expect(out).toContain('117  owner   unknownPerson');
    const json = await ran(['import', 'risks', file, '--apply', '--json'], env);
    expect([json.code, JSON.parse(json.out).report]).toEqual([1, [finding]]);
  });

  it('When there is more wrong than is told, the command says how much', async () => {
    product.answer('POST /registers/risks/import', { body: { ...clean, findings: 1200, report: [finding], applied: false } });
    const { code, out, err } = await ran(['import', 'risks', file], env);
    expect([code, out.includes('And 1199 further findings.')]).toEqual([1, true]);
    expect(err).toContain('Nothing was imported: 1200 findings in');
  });

  it('When the register is none that can be imported, the usage names those that can, and nothing is sent', async () => {
    const { code, err } = await ran(['import', 'riskz', file], env);
    expect([code, product.seen.length]).toEqual([2, 0]);
    expect(err).toContain('people, risks, controls, riskCriteria');
  });

  it('When notes say what else will happen, they are shown', async () => {
    const notes = [{ row: 2, column: 'controls', note: 'creates CTL-46 "Key cabinet"' }];
    product.answer('POST /registers/risks/import', { body: { ...clean, noted: 1, notes, applied: false } });
    const { code, out } = await ran(['import', 'risks', file], env);
    expect([code, out.includes('creates CTL-46 "Key cabinet"')]).toEqual([0, true]);
  });

  it('When a file is no table at all, the sentence of the product is shown', async () => {
    product.answer(
      'POST /registers/risks/import',
      problem(422, 'binaryFile', 'This is not a CSV file but a workbook. Save it as CSV UTF-8.'),
    );
    const { code, err } = await ran(['import', 'risks', file], env);
    expect(code).toBe(1);
    expect(err).toMatch(/This is not a CSV file but a workbook\. Save it as CSV UTF-8\.\n$/);
  });

  it('When the file does not exist, nothing is sent and the exit code is 2', async () => {
    const { code, err } = await ran(['import', 'risks', join(folder, 'missing.csv')], env);
    expect([code, product.seen]).toEqual([2, []]);
    expect(err).toContain('missing.csv cannot be read');
  });

  it('When an import is complete, a program reads one JSON text', async () => {
    product.answer('POST /registers/risks/import', { status: 202, body: { ...clean, applied: true, import: 'import-1' } });
    product.answer('GET /imports/import-1', { body: { id: 'import-1', rows: 200, applied: 200, state: 'applied' } });
    const { out } = await ran(['import', 'risks', file, '--apply', '--json'], env);
    expect(JSON.parse(out)).toEqual({ ...clean, applied: true, import: 'import-1' });
  });
});
