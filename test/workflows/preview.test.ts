import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { previewOf } from '../../api/preview.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import { remembering } from '../../models/remembering.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
  await foundOrganization(engine.store);
  await addRisks(engine.store, ids.lukas, ['RSK-001', 'RSK-002']);
  await addRisks(engine.store, ids.marta, ['RSK-003']);
  const today = engine.clock.now().slice(0, 10);
  await engine.store.people.set(ids.marta, { absences: [{ from: today, to: '2099-12-31' }], deputy: ids.martin });
});
afterAll(() => engine.stop());

describe('a preview', () => {
  it('When a run opens, it asks whom and when its preview said, down to each rung', async () => {
    const definition = definitionOf('riskReview');
    if (definition === undefined) throw new Error('there is no risk review');
    const subject = { period: '2026-Q4', scope: 'due' };
    const { clock } = engine;
    const store = remembering(engine.store, ['people', 'settings', 'risks']);
    const previewed = await previewOf({ store, clock, definition, subject, at: clock.now(), language: 'en' });
    expect(await engine.store.runs.count({})).toBe(0);
    await engine.openRun({ process: 'riskReview', subject, actor: byEngine });
    const opened = await eventually('three tasks are open', async () => {
      const found = await engine.store.tasks.find({ run: 'riskReview-2026-Q4' });
      return found.length === 3 ? found : undefined;
    });
    expect(previewed.map(({ task }) => task)).toEqual(['reassess', 'reassess', 'reassess', 'confirm']);
    for (const task of opened) {
      const said = previewed.find(({ about }) => about === task.about);
      expect(said).toMatchObject({ assignee: task.assignee, due: task.due });
      expect(said?.onBehalfOf).toBe(task.onBehalfOf);
      expect(said?.rungs.map(({ key, at, told }) => ({ key, at, told }))).toEqual(
        task.rungs.map(({ key, at, told }) => ({ key, at, told })),
      );
    }
    expect(opened.find(({ about }) => about === 'RSK-003')).toMatchObject({ assignee: ids.martin, onBehalfOf: ids.marta });
  });
});
