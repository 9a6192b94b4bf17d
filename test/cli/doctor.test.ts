import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemNow, toInstant, toMs } from '../../domain/clock.ts';
import { problem, ran, StandIn } from './standIn.ts';

let product: StandIn;
let env: Record<string, string>;

const ready = { ready: true, database: 'ok', temporal: 'ok', worker: 'ok' };
const well = { check: 'database', title: 'Database', state: 'ok', says: 'It writes and reads, in 4 ms.' };
const look = {
  check: 'configuration',
  title: 'Configuration',
  state: 'warning',
  says: 'PUBLIC_URL is http.',
  todo: 'Put a proxy before it.',
};
const wrong = { check: 'worker', title: 'Workers', state: 'wrong', says: 'Nobody asks for mail.', todo: 'Start a worker.' };

beforeEach(async () => {
  product = await new StandIn().listen();
  env = { FOURSTROKE_URL: product.url, FOURSTROKE_TOKEN: 'token' };
  product.answer('GET /readyz', { body: ready });
});
afterEach(() => product.close());

const found = (...checks: object[]) => product.answer('GET /health', () => ({ body: { healthy: true, at: systemNow(), checks } }));

describe('fourstroke doctor', () => {
  it('When all is well, the exit code is 0, and a warning does not change that', async () => {
    found(well, look);
    const { code, out } = await ran(['doctor'], env);
    expect(code).toBe(0);
    expect(out).toMatch(/^ok +API +It answers, in \d+ ms\.$/m);
    expect(out).toMatch(/^look +Configuration +PUBLIC_URL is http\. +Put a proxy before it\.$/m);
    expect(out).toContain('0 things wrong, 1 thing to look at, 2 well.');
  });

  it('When something is wrong, it is said with what to do about it, and the exit code is 1', async () => {
    found(well, wrong);
    const { code, out, err } = await ran(['doctor'], env);
    expect(code).toBe(1);
    expect(out).toMatch(/^WRONG +Workers +Nobody asks for mail\. +Start a worker\.$/m);
    expect(err).toContain('1 thing is wrong.');
  });

  it('When a program asks, it reads one JSON text with the same', async () => {
    found(well, wrong);
    const { code, out } = await ran(['doctor', '--json'], env);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ healthy: false, checks: [{ check: 'api' }, well, wrong] });
  });

  it('When the database is away nobody can sign in, and what is left is said without asking for more', async () => {
    product.answer('GET /readyz', { status: 503, body: { ready: false, database: 'unreachable', temporal: 'ok', worker: 'silent' } });
    const { code, out, waits } = await ran(['doctor'], env);
    expect([code, waits]).toEqual([1, []]);
    expect(out).toMatch(/^WRONG +Database +It is unreachable\./m);
    expect(out).toMatch(/^ok +Temporal/m);
    expect(out).toMatch(/^WRONG +Workers +It is silent\./m);
    expect(product.seen.map(({ path }) => path)).toEqual(['/readyz']);
  });

  it('When nobody answers, the exit code is 3', async () => {
    const { url } = product;
    await product.close();
    const { code, err } = await ran(['doctor'], { ...env, FOURSTROKE_URL: url });
    expect([code, err]).toEqual([3, `${url} does not answer (ECONNREFUSED). Is the product running?\n`]);
    await product.listen();
  });

  it('When something else answers there, the exit code is 3', async () => {
    product.answer('GET /readyz', { text: '<html>Welcome to nginx</html>' });
    expect((await ran(['doctor'], env)).code).toBe(3);
  });

  it('When the token is not that of an ISMS manager, it is refused with the sentence of the product', async () => {
    product.answer('GET /health', problem(403, 'forbidden', 'Your roles do not allow this.'));
    const { code, err } = await ran(['doctor'], env);
    expect(code).toBe(1);
    expect(err).toContain('Your roles do not allow this.');
  });

  it.each([
    [60_000, 'This machine is 60 s behind'],
    [-60_000, 'This machine is 60 s ahead of'],
  ])('When the clock over there is %i ms apart from ours, that is a warning', async (ms, said) => {
    product.answer('GET /health', () => ({ body: { healthy: true, at: toInstant(toMs(systemNow()) + ms), checks: [well] } }));
    const { code, out } = await ran(['doctor'], env);
    expect(code).toBe(0);
    expect(out).toContain(`${said} the API's.`);
  });
});
