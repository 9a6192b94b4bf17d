import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { countedInTurn } from '../../api/dashboard/countedInTurn.ts';

describe('what is counted for many who look', () => {
  it('When several look at the same moment, it is counted once, and once for each language', async () => {
    let counted = 0;
    const count = countedInTurn(async (of: string) => {
      counted += 1;
      await sleep(20);
      return `${of} ${counted}`;
    });
    expect(await Promise.all([count('en'), count('en'), count('de')])).toEqual(['en 2', 'en 2', 'de 2']);
    expect(counted).toBe(2);
    expect(await count('en')).toBe('en 3');
  });

  it('When counting took long, what it gave is kept for a while', async () => {
    let counted = 0;
    const count = countedInTurn(async (_of: string) => {
      counted += 1;
      await sleep(1_050);
      return counted;
    });
    expect(await count('en')).toBe(1);
    expect(await count('en')).toBe(1);
  });

  it('When counting fails, whoever looks next counts anew', async () => {
    let counted = 0;
    const count = countedInTurn(async (_of: string) => {
      counted += 1;
      if (counted === 1) throw new Error('the database is away');
      return counted;
    });
    await expect(count('en')).rejects.toThrow('the database is away');
    expect(await count('en')).toBe(2);
  });
});
