import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chance, seedOfTheDay } from '../support/chance.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { findingsAfter, killLoop } from '../support/killLoop.ts';
import { foundOrganization } from '../support/organization.ts';

let engine: Engine;
beforeAll(async () => {
  // A whole ladder in two minutes.
  engine = await startEngine({ speed: 20_000 });
  await foundOrganization(engine.store);
});
afterAll(() => engine.stop());

describe('a worker that is killed every two to ten seconds for two and a half minutes (P1-P5, P9)', () => {
  it('When 200 tasks are answered or run late meanwhile, all come to their end, each answer counts once, and no kill costs more than one copy of a mail', async () => {
    const draw = chance(seedOfTheDay('kill loop'));
    const after = await killLoop(engine, { chance: draw, tasks: 200, forMs: 150_000, kills: 11, livesMs: [2_000, 10_000] });
    const { sunk, mails } = after.history;
    process.stderr.write(`${after.kills} kills, ${mails.length} mails, ${sunk.length - mails.length} copies\n`);
    expect(after.kills).toBeGreaterThan(10);
    expect(after.tasks).toHaveLength(200);
    expect(after.tasks.filter(({ level }) => level === 3).length).toBeGreaterThan(10);
    expect(findingsAfter(after)).toEqual([]);
  }, 600_000);
});
