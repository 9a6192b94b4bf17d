import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOpenRun } from '../../activities/openRun.ts';
import { createCycleWrites } from '../../activities/registers/cycles.ts';
import { contextOf, referencesOf } from '../../activities/sections/context.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { changeRecord } from '../../models/registers.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { foundOrganization, ids } from '../support/organization.ts';

let engine: Engine;

/** Without a worker: the activities are called here, and workflows that are started do nothing. */
beforeAll(async () => {
  engine = await startEngine();
  await engine.worker.stop();
  await foundOrganization(engine.store);
});
afterAll(() => engine.stop());

const planned = async (id: string, period: string): Promise<void> => {
  const window = { opensOn: '2026-10-01', closesBy: '2026-10-22', ifNeeded: false, status: 'planned' } as const;
  await changeRecord(engine.store, {
    ...{ register: 'plannedRuns', id, at: engine.clock.now(), actor: byEngine, event: 'planned' },
    set: { cycle: 'CYC-001', process: 'riskReview', key: period, subject: { period }, ...window },
  });
};
const call = (id: string) => ({
  ...{ run: 'pdcaCycle-2026', process: 'pdcaCycle', subject: { period: '2026' }, runOpenedAt: engine.clock.now(), at: engine.clock.now() },
  ...{ planned: id, key: `pdcaCycle-2026/${id}`, by: { person: ids.hanna, roles: [], via: 'login' as const } },
});
const leave = (id: string) => createCycleWrites(engine.deps).waivePlannedRun({ ...call(id), reason: 'Nothing has changed.' });
const events = async (id: string) =>
  (await engine.store.trail.find({ chain: `plannedRuns/${id}` }, { sort: { seq: 1 } })).map(({ event }) => event);

describe('a planned run that somebody leaves out', () => {
  it('When it has not begun, the plan says why', async () => {
    await planned('PLN-001', '2026-Q3');
    await leave('PLN-001');
    await leave('PLN-001');
    expect(await engine.store.plannedRuns.get('PLN-001')).toMatchObject({ status: 'waived', waivedBecause: 'Nothing has changed.' });
    expect(await events('PLN-001')).toEqual(['planned', 'waived']);
  });

  it('When it has begun while they were asked about it, the plan says that it has, and the trail what was said', async () => {
    await planned('PLN-002', '2026-Q4');
    const run = await createOpenRun(engine.deps)({ process: 'riskReview', subject: { period: '2026-Q4' }, actor: byEngine });
    await leave('PLN-002');
    const now = await engine.store.plannedRuns.get('PLN-002');
    expect(now).toMatchObject({ status: 'opened', run: run.id });
    expect(now?.waivedBecause).toBeUndefined();
    expect(await events('PLN-002')).toEqual(['planned', 'opened']);
  });
});

describe('a letter about a planned run', () => {
  it('When it has not begun, it is called by its process and period, in the language of whoever is asked', async () => {
    await planned('PLN-003', '2027-Q1');
    const asked = { id: 'pdcaCycle-2026/account/PLN-003/1', process: 'pdcaCycle', task: 'account', about: 'PLN-003' } as Task;
    const linesFor = async (language: 'en' | 'de') => {
      const reader = await engine.store.people.get(ids.hanna);
      if (reader === undefined) throw new Error('nobody is asked');
      return referencesOf(await contextOf(engine.deps, { ...reader, language }, engine.clock.now()), [asked]);
    };
    expect(await linesFor('en')).toEqual([{ task: asked.id, reference: 'Periodic risk review 2027-Q1' }]);
    expect(await linesFor('de')).toEqual([{ task: asked.id, reference: 'Regelmäßige Risikoüberprüfung 2027-Q1' }]);
  });
});
