import { describe, expect, it } from '@jest/globals';
import { impersonal, scrubbed } from '../../domain/impersonal.ts';

const addresses = 'lukas.wendt@tessel.example';

describe('A sentence for the log', () => {
  it.each([
    [`550 5.1.1 <${addresses}>: user unknown`, '550 5.1.1 <[address]>: user unknown'],
    ['E11000 duplicate key error: dup key: { email: "lukas@tessel.example" }', 'E11000 duplicate key error: dup key: { email: "[…]" }'],
    ['Cast to date failed for value "Hanna Vogt" (type string)', 'Cast to date failed for value "[…]" (type string)'],
    ["Cannot read properties of undefined (reading 'length')", "Cannot read properties of undefined (reading 'length')"],
    ["no such user 'Hanna Vogt'", "no such user '[…]'"],
    [
      'connect mongodb://isms:hunter2@db.internal:27017/fourstroke failed',
      'connect mongodb://[credentials]@db.internal:27017/fourstroke failed',
    ],
    [`GET /a/${'k'.repeat(43)} failed`, 'GET /a/[token] failed'],
    ['there is no task riskReview-2026-Q4/reassess/RSK-017/1', 'there is no task riskReview-2026-Q4/reassess/RSK-017/1'],
  ])('When it is "%s", it becomes "%s"', (said, kept) => {
    expect(scrubbed(said)).toBe(kept);
  });
});

describe('Something thrown, for the log', () => {
  it('When a library has put records on it, they are left behind; kind, code and place stay', () => {
    const failure = Object.assign(new TypeError('It broke at "Hanna Vogt"'), {
      code: 11000,
      keyValue: { email: addresses },
      body: 'typed text',
    });
    const kept = impersonal(failure);
    expect(kept).toMatchObject({
      kind: 'TypeError',
      code: 11000,
      says: 'It broke at "[…]"',
      at: expect.arrayContaining([expect.stringMatching(/^at /)]),
    });
    expect(JSON.stringify(kept)).not.toMatch(/lukas|Hanna|typed/);
  });

  it('When a mail server answered, its numbers stay and its words go', () => {
    const failure = Object.assign(new Error('Message failed: 550 5.1.1 Lukas Wendt does not work here'), {
      code: 'EENVELOPE',
      responseCode: 550,
    });
    expect(impersonal(failure)).toMatchObject({ code: 'EENVELOPE', says: 'the mail server answered 550 5.1.1' });
  });

  it('When it was caused by another, that one is told in the same way, and a circle ends', () => {
    const inner = new Error(`${addresses} is taken`);
    const outer = new Error('outer', { cause: inner });
    Object.assign(inner, { cause: outer });
    expect(impersonal(outer)).toMatchObject({ cause: { says: '[address] is taken' } });
    expect(JSON.stringify(impersonal(outer)).length).toBeLessThan(20_000);
  });

  it('When something else than an error is thrown, it is told as what it is', () => {
    expect(impersonal('lukas@tessel.example')).toEqual({ kind: 'string', says: '[address]' });
    expect(impersonal(undefined)).toEqual({ kind: 'undefined', says: 'undefined' });
  });
});
