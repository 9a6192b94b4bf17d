import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkflowNotFoundError } from '@temporalio/common';
import { createCampaignWrites } from '../../activities/campaign/index.ts';
import { createBriefs } from '../../activities/registers/briefs.ts';
import { toInstant, toMs } from '../../domain/clock.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import { verifyChain } from '../../models/chain.ts';
import { changeRecord, insertRecords } from '../../models/registers.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { foundOrganization, ids } from '../support/organization.ts';

let engine: Engine;
let writes: ReturnType<typeof createCampaignWrites>;
let brief: string;
const run = 'campaign-CMP-001';
const campaign = 'CMP-001';
const many = 250;
const first = '2026-10-01T06:00:00.000Z';
const hoursOn = (instant: string, hours: number) => toInstant(toMs(instant) + hours * 3_600_000);

/** A call as the workflow makes it: a repeated try brings the same. */
const call = (at: string, n = 1) => ({
  run,
  process: 'campaign',
  subject: { campaign },
  runOpenedAt: first,
  at,
  key: `${run}/${n}`,
  campaign,
});

async function inPieces(piece: (after: string) => Promise<{ last: string | null }>): Promise<number> {
  let pieces = 0;
  for (let after: string | null = ''; after !== null; pieces += 1) after = (await piece(after)).last;
  return pieces;
}
const askAll = (at: string) => inPieces((after) => writes.askSome({ ...call(at), brief, after }));
const remindAll = (at: string) => inPieces((after) => writes.remindSome({ ...call(at), after }));
const count = (collection: 'tasks' | 'letters' | 'trail', filter: Record<string, unknown>) => engine.store[collection].count(filter);

beforeAll(async () => {
  engine = await startEngine();
  const { store } = engine;
  await foundOrganization(store);
  writes = createCampaignWrites(engine.deps, {
    put: async (letters) => store.letters.insertMissing(letters.map((one) => ({ ...one, state: 'pending' }))),
  });
  const change = { at: first, actor: byEngine, event: 'created', key: 'setup' };
  const people = Array.from({ length: many }, (_, n) => ({
    ...{
      id: `per-${String(n).padStart(10, '0')}`,
      version: 1,
      name: `Person ${n}`,
      email: `p${n}@tessel.example`,
      roles: [],
      site: 'head-office',
    },
    ...{ manager: ids.martin, language: 'en' as const, absences: [], status: 'active' as const, updatedAt: first },
  }));
  await insertRecords(store, { register: 'people', records: people, ...change });
  const audience = { roles: ['everyone' as const], sites: [], people: [] };
  const set = {
    title: 'Acceptable use',
    kind: 'statement',
    text: 'Lock your screen.',
    audience,
    workingDays: 10,
    status: 'draft',
  } as const;
  await changeRecord(store, { ...change, register: 'campaigns', id: campaign, set });
  await writes.beginCampaign(call(first));
  brief = await createBriefs(engine.deps).freezeBrief({ ...call(first, 2), of: 'campaigns', about: campaign });
});
afterAll(() => engine.stop());

describe('the pieces of a campaign', () => {
  it('When hundreds are asked, they are asked piece by piece, each once', async () => {
    expect(await askAll(first)).toBe(3);
    expect([await count('tasks', { run }), await count('letters', { run, kind: 'opened' })]).toEqual([many + 5, many + 5]);
  });

  it('When a piece is tried again, because its worker died after the first entries, nothing is asked twice and nothing is missing', async () => {
    const lost = `${run}/sign/per-0000000007/1`;
    await engine.store.tasks.remove({ id: lost });
    await engine.store.letters.remove({ task: `${run}/sign/per-0000000008/1` });
    await askAll(first);
    expect([await count('tasks', { run }), await count('letters', { run, kind: 'opened' })]).toEqual([many + 5, many + 5]);
    expect(await count('trail', { event: 'opened', chain: `task/${lost}` })).toBe(1);
    expect(await verifyChain(engine.store, `task/${lost}`)).toEqual([]);
  });

  it('When they are asked again the next day, nobody is', async () => {
    await askAll(hoursOn(first, 24));
    expect(await count('tasks', { run, openedAt: { $gt: first } })).toBe(0);
    expect(await count('letters', { run })).toBe(many + 5);
  });

  it('When upkeep looks for tasks that have lost their workflow, it finds none of these', async () => {
    const found = await engine.client.workflow.execute('upkeep', { workflowId: 'upkeep-now', taskQueue: 'isms', args: [] });
    expect(found).toMatchObject({ runs: 0, tasks: 0 });
    await expect(engine.client.workflow.getHandle(`${run}/sign/per-0000000007/1`).describe()).rejects.toThrow(WorkflowNotFoundError);
  });

  it('When no rung has come, nobody is reminded', async () => {
    await remindAll(hoursOn(first, 24));
    expect(await count('letters', { run, kind: 'reminder' })).toBe(0);
  });

  it('When a rung has come, each is reminded once, however often it is tried, and one who has left is asked no more', async () => {
    const left = await engine.store.people.get('per-0000000009');
    await changeRecord(engine.store, {
      ...{ register: 'people', id: left?.id ?? '', version: left?.version ?? 0, set: { status: 'left' } },
      ...{ at: first, actor: byEngine, event: 'imported' },
    });
    const [task] = await engine.store.tasks.find({ run }, { limit: 1 });
    const at = hoursOn(task?.rungs.find(({ key }) => key === 'before5')?.at ?? '', 1);
    await remindAll(at);
    await engine.store.letters.remove({ task: `${run}/sign/per-0000000010/1`, kind: 'reminder' });
    await remindAll(at);
    expect(await count('letters', { run, kind: 'reminder' })).toBe(many + 4);
    expect(await engine.store.tasks.get(`${run}/sign/per-0000000009/1`)).toMatchObject({
      state: 'cancelled',
      reason: 'The person has left.',
    });
    expect(await count('trail', { chain: `task/${run}/sign/per-0000000010/1` })).toBe(2);
  });

  it('When several rungs were missed while nobody worked, one letter tells the latest, and the manager has one list', async () => {
    const task = await engine.store.tasks.get(`${run}/sign/per-0000000010/1`);
    const at = hoursOn(task?.rungs.find(({ key }) => key === 'late2')?.at ?? '', 1);
    await remindAll(at);
    await writes.tellOfMissing({ ...call(at), since: at });
    const late = await engine.store.tasks.get(`${run}/sign/per-0000000010/1`);
    expect(late?.rungs.map(({ key, state }) => [key, state])).toEqual([
      ...[
        ['before5', 'sent'],
        ['before1', 'missed'],
        ['dueToday', 'missed'],
        ['duePassed', 'sent'],
        ['late1', 'missed'],
        ['late2', 'sent'],
        ['late3', 'pending'],
      ],
    ]);
    expect(await count('letters', { run, kind: 'escalation', person: 'per-0000000010' })).toBe(1);
    const lists = await engine.store.letters.find({ run, kind: 'missing' });
    expect(lists.map(({ person }) => person).sort()).toEqual([ids.hanna, ids.martin, ids.tove].sort());
  });

  it('When what is missing is counted twice, it is one nonconformity, and all that was missing is closed', async () => {
    const task = await engine.store.tasks.get(`${run}/sign/per-0000000010/1`);
    const at = hoursOn(task?.rungs.find(({ key }) => key === 'late3')?.at ?? '', 1);
    await remindAll(at);
    const counted = await writes.countMissing(call(at, 3));
    expect(counted.missing).toBe(many + 4);
    expect(await writes.countMissing(call(at, 3))).toEqual(counted);
    expect(await engine.store.nonconformities.count({ 'source.run': run })).toBe(1);
    await inPieces((after) => writes.endSome({ ...call(at), after }));
    expect(await count('tasks', { run, state: 'open' })).toBe(0);
  });
});
