import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createReadApart, type Question } from '../../../api/import/apart.ts';
import { systemNow } from '../../../domain/clock.ts';
import { fileReader } from '../../support/fileReader.ts';
import { bookOf, text } from './books.ts';
import { file, known } from './known.ts';

const asked = (bytes: Buffer, sheet?: string): Question => ({
  register: 'people',
  bytes,
  sheet,
  context: known,
  now: systemNow(),
  apply: true,
});
const people = (n: number) => file('name,email', ...Array.from({ length: n }, (_, i) => `Person ${i},p${i}@kontor.example`));
const readApart = createReadApart(fileReader);

describe('A file that is read apart', () => {
  it('When it is good, its records come back; of one that is only checked, or wrong, they do not', async () => {
    const question = asked(people(2));
    expect(await readApart(question)).toMatchObject({
      rows: 2,
      findings: 0,
      batches: [{ register: 'people', records: [{ name: 'Person 0' }, { name: 'Person 1' }] }],
    });
    expect(await readApart({ ...question, apply: false })).toMatchObject({ rows: 2, batches: [] });
    expect(await readApart(asked(file('name,email', 'Ida,nowhere')))).toMatchObject({ findings: 1, batches: [] });
  });

  it('When it is refused over there, it is refused here with the same words', async () => {
    const bytes = await bookOf(`<row r="1">${text('A1', 'colour')}</row><row r="2">${text('A2', 'red')}</row>`);
    await expect(readApart(asked(bytes))).rejects.toMatchObject({
      name: 'Refusal',
      status: 422,
      code: 'noHeader',
      message: expect.stringContaining('Row 1 must name the columns'),
    });
    await expect(readApart(asked(bytes, 'Elsewhere'))).rejects.toMatchObject({ code: 'unknownSheet' });
  });

  it('When it takes too much memory or too long, it is refused, and the next one is read', async () => {
    const words = (code: string) => ({ status: 413, code: 'tooLarge', message: expect.stringContaining(code) });
    const meagre = createReadApart(fileReader, { memoryMb: 48, patienceMs: 60_000 });
    await expect(meagre(asked(people(49_000)))).rejects.toMatchObject(words('too much memory'));
    const hasty = createReadApart(fileReader, { memoryMb: 1024, patienceMs: 1 });
    await expect(hasty(asked(people(1)))).rejects.toMatchObject(words('too long'));
    expect(await readApart(asked(people(1)))).toMatchObject({ rows: 1 });
  });
});

describe('While files are read apart', () => {
  let turns = 0;
  let counting: NodeJS.Timeout;
  beforeAll(() => {
    counting = setInterval(() => {
      turns += 1;
    }, 1);
  });
  afterAll(() => clearInterval(counting));

  it('When thousands of rows are read, this thread goes on with what else there is to do', async () => {
    const reading = readApart({ ...asked(people(5000)), apply: false });
    const before = turns;
    await reading;
    expect(turns - before).toBeGreaterThan(50);
  });
});
