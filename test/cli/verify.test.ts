import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ran, StandIn } from './standIn.ts';

let product: StandIn;
let env: Record<string, string>;

beforeEach(async () => {
  product = await new StandIn().listen();
  env = { FOURSTROKE_URL: product.url, FOURSTROKE_TOKEN: 'token' };
});
afterEach(() => product.close());

describe('fourstroke verify', () => {
  it('When every chain holds, its size is said and the exit code is 0', async () => {
    product.answer('GET /trail/verification', { body: { chains: 61, entries: 214, findings: [] } });
    const { code, out } = await ran(['verify'], env);
    expect([code, out]).toEqual([0, 'The trail holds: 214 entries in 61 chains.\n']);
  });

  it('When an entry was changed, chain and entry are named and the exit code is 1', async () => {
    const findings = [{ chain: 'task/riskReview-2026-Q4/reassess/RSK-017/1', seq: 3, problem: 'its content does not match its hash' }];
    product.answer('GET /trail/verification', { body: { chains: 61, entries: 214, findings } });
    const { code, out, err } = await ran(['verify'], env);
    expect(code).toBe(1);
    expect(out.split('\n')[2]).toBe('task/riskReview-2026-Q4/reassess/RSK-017/1  3      its content does not match its hash');
    expect(err).toContain('The trail does not hold: 1 finding in 214 entries in 61 chains.');
    const json = await ran(['verify', '--json'], env);
    expect([json.code, JSON.parse(json.out).findings]).toEqual([1, findings]);
  });
});
