import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exported } from '../../api/export/registers/index.ts';
import { problem, ran, StandIn } from './standIn.ts';

const csv = '\ufeffreference,name\r\nRSK-001,Lärm\r\n';
let folder: string;
let product: StandIn;
let env: Record<string, string>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fourstroke-export-'));
  product = await new StandIn().listen();
  product.answer('GET /registers/risks/export', { headers: { 'Content-Type': 'text/csv' }, text: csv });
  env = { FOURSTROKE_URL: product.url, FOURSTROKE_TOKEN: 'token' };
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await product.close();
});
const asked = () => product.seen.map(({ path, query }) => `${path}?${query}`);

describe('fourstroke export', () => {
  it('When no file is named, CSV goes to the standard output, byte by byte', async () => {
    const { code, out, err } = await ran(['export', 'risks'], env);
    expect([code, out, err, asked()]).toEqual([0, csv, '', ['/registers/risks/export?format=csv']]);
  });

  it('When a file is named, it is written, and its name says the format unless the command does', async () => {
    const file = join(folder, 'risks.XLSX');
    const { code, out } = await ran(['export', 'risks', '--output', file], env);
    expect([code, out, readFileSync(file, 'utf8')]).toEqual([0, `risks written to ${file}.\n`, csv]);
    await ran(['export', 'risks', '--output', file, '--format', 'csv'], env);
    await ran(['export', 'risks', '--output', join(folder, 'risks.txt')], env);
    expect(asked().map((one) => one.slice(-4))).toEqual(['xlsx', '=csv', '=csv']);
  });

  it('When a program asks, it reads one JSON text that says where the file is', async () => {
    const file = join(folder, 'risks.csv');
    const { out } = await ran(['export', 'risks', '--output', file, '--json'], env);
    expect(JSON.parse(out)).toEqual({ register: 'risks', format: 'csv', file });
    expect(await ran(['export', 'risks', '--json'], env)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--output') });
  });

  it('When a workbook would go to a terminal, nothing is asked', async () => {
    const { code, err } = await ran(['export', 'risks', '--format', 'xlsx'], env, 80);
    expect([code, err, product.seen]).toEqual([2, 'A workbook is nothing for a terminal. Say --output.\n', []]);
    expect((await ran(['export', 'risks', '--format', 'xlsx'], env)).code).toBe(0);
  });

  it('When the product refuses, its sentence is shown and no file is left behind', async () => {
    product.answer('GET /registers/risks/export', problem(403, 'forbidden', 'Your roles do not allow this.'));
    const { code, err } = await ran(['export', 'risks', '--output', join(folder, 'risks.csv')], env);
    expect([code, err, readdirSync(folder)]).toEqual([1, 'Your roles do not allow this.\n', []]);
  });

  it('When the connection breaks off, what was in the file stays', async () => {
    const file = join(folder, 'risks.csv');
    writeFileSync(file, 'of yesterday');
    product.answer('GET /registers/risks/export', { headers: { 'Content-Length': '1000' }, text: csv });
    const { code, err } = await ran(['export', 'risks', '--output', file], env);
    expect([code, err, readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual([
      3,
      expect.stringContaining('broke off before the file was complete'),
      'of yesterday',
      ['risks.csv'],
    ]);
  });

  it('When the file cannot be written, the command says so', async () => {
    const file = join(folder, 'nowhere', 'risks.csv');
    const { code, err } = await ran(['export', 'risks', '--output', file], env);
    expect([code, err, existsSync(file)]).toEqual([2, expect.stringContaining('cannot be written'), false]);
  });

  it('When the register is none that can be exported, the usage names those that can', async () => {
    const { code, err } = await ran(['export', 'riskz'], env);
    expect(code).toBe(2);
    for (const register of Object.keys(exported)) expect(err).toContain(register);
  });

  it('When the API has columns for a register, the command knows it', async () => {
    for (const register of Object.keys(exported)) {
      product.answer(`GET /registers/${register}/export`, { headers: { 'Content-Type': 'text/csv' }, text: csv });
      expect([register, (await ran(['export', register], env)).code]).toEqual([register, 0]);
    }
  });
});
