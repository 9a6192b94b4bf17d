import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';

let engine: Engine;

const references = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${prefix}-${String(n + 1).padStart(4, '0')}`);

beforeAll(async () => {
  engine = await startEngine();
  await foundOrganization(engine.store);
  await addRisks(engine.store, ids.lukas, references('LUK', 500));
  await addRisks(engine.store, ids.marta, references('MAR', 750));
  await addRisks(engine.store, ids.martin, references('SEI', 750));
}, 300_000);
afterAll(() => engine.stop());

describe('a review over two thousand risks', () => {
  it('When it opens, every risk is asked about, in batches whose histories stay short', async () => {
    await engine.openRun({ process: 'riskReview', subject: { period: '2026-Q4' }, actor: byEngine });
    await eventually('2,000 open tasks', async () => (await engine.store.tasks.count({ run: 'riskReview-2026-Q4' })) === 2000, 1_800_000);
    const lengths = await Promise.all(
      ['riskReview-2026-Q4', 'riskReview-2026-Q4/batch/1', 'riskReview-2026-Q4/batch/20'].map(async (id) =>
        Number((await engine.client.workflow.getHandle(id).describe()).historyLength),
      ),
    );
    // Answering adds nine events a task: what is open now leaves room for that below 4,000.
    expect(Math.max(...lengths)).toBeLessThan(1_500);
  }, 1_860_000);

  it('When an owner has five hundred of them, they come in one mail that stays readable', async () => {
    const letters = { run: 'riskReview-2026-Q4', person: ids.lukas, state: 'accepted' };
    await eventually('all of his is sent', async () => (await engine.store.letters.count(letters)) === 500, 240_000);
    const toLukas = (await engine.mail.messages()).filter((m) => m.To[0]?.Address === 'lukas@tessel.example');
    expect(toLukas.map((m) => m.Subject)).toEqual([expect.stringContaining('Reassess 500 risks')]);
    expect(Buffer.byteLength(toLukas[0]?.HTML ?? '')).toBeLessThan(60_000);
    expect(toLukas[0]?.Text).toContain('and 488 others');
  }, 270_000);
});
