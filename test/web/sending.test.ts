import { describe, expect, it } from '@jest/globals';
import { Problem, signInFor } from '../../web/src/data/problem.ts';
import { createSending } from '../../web/src/data/sending.ts';

/** The keys with which things were sent, each failing as it is told. */
async function keysOf(sent: readonly { body: unknown; failure?: unknown }[]): Promise<string[]> {
  const sending = createSending();
  const keys: string[] = [];
  for (const { body, failure } of sent)
    await sending('a task', body, async (key) => {
      keys.push(key);
      if (failure !== undefined) throw failure;
    }).catch((thrown) => expect(thrown).toBe(failure));
  return keys;
}

describe('The key of what is sent', () => {
  it.each([
    ['nobody answered', new TypeError('Failed to fetch')],
    ['the database was away', new Problem(503, { code: 'unavailable' })],
    ['the first one is being answered', new Problem(409, { code: 'inProgress' })],
  ])('When %s, the same thing sent again is the same request', async (_why, failure) => {
    const [first, second] = await keysOf([{ body: { a: 1 }, failure }, { body: { a: 1 } }]);
    expect(second).toBe(first);
  });

  it.each([
    ['it was recorded', undefined],
    ['it was refused', new Problem(422, { code: 'invalid' })],
    ['the sign-in was too old', new Problem(403, { code: 'signInAgain' })],
  ])('When %s, the same thing sent again is another request', async (_why, failure) => {
    const [first, second] = await keysOf([{ body: { a: 1 }, failure }, { body: { a: 1 } }]);
    expect(second).not.toBe(first);
  });

  it('When nothing is in it, it is sent with a key as well', async () => {
    const failure = new TypeError('Failed to fetch');
    const [first, second] = await keysOf([{ body: undefined, failure }, { body: undefined }]);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toBe(first);
  });

  it('When something else is sent, it is another request', async () => {
    const failure = new TypeError('Failed to fetch');
    const keys = await keysOf([{ body: { a: 1 }, failure }, { body: { a: 2 }, failure }, { body: { a: 2 } }]);
    expect(new Set(keys).size).toBe(2);
    expect(keys[2]).toBe(keys[1]);
  });
});

describe('What can be sent after signing in', () => {
  it.each([
    ['the sign-in has ended', new Problem(401, { code: 'unauthenticated' }), 'over'],
    ['the sign-in is too old for a decision', new Problem(403, { code: 'signInAgain' }), 'tooOld'],
    ['it is for somebody else', new Problem(403, { code: 'notYours' }), undefined],
    ['nobody answers', new TypeError('Failed to fetch'), undefined],
  ])('When %s, that is told from other refusals', (_why, failure, said) => {
    expect(signInFor(failure)).toBe(said);
  });
});
