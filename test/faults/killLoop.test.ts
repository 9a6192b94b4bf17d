import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chance } from '../support/chance.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { findingsAfter, killLoop } from '../support/killLoop.ts';
import { foundOrganization } from '../support/organization.ts';

// The short one; `npm run nightly` has it longer and larger.

let engine: Engine;
beforeAll(async () => {
  // A whole ladder in twenty seconds.
  engine = await startEngine({ speed: 120_000 });
  await foundOrganization(engine.store);
});
afterAll(() => engine.stop());

describe('a worker that is killed again and again (P1-P5, P9)', () => {
  it('When forty tasks are answered or run late meanwhile, all come to their end, each answer counts once, and no kill costs more than one copy of a mail', async () => {
    const after = await killLoop(engine, { chance: chance(1), tasks: 40, forMs: 20_000, kills: 3, livesMs: [1_000, 3_000] });
    expect(after.kills).toBeGreaterThan(2);
    expect(after.tasks).toHaveLength(40);
    expect(after.tasks.some(({ level }) => level === 3)).toBe(true);
    expect(findingsAfter(after)).toEqual([]);
  }, 600_000);
});
