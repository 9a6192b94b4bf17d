import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemNow, toInstant, toMs } from '../../domain/clock.ts';
import type { DocumentVersion } from '../../domain/records/document.ts';
import type { Link } from '../../domain/records/letter.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';

let engine: Engine;
let found: Record<string, number>;

const ago = (minutes: number) => toInstant(toMs(systemNow()) - minutes * 60_000);
const hours = 60;

beforeAll(async () => {
  engine = await startEngine();
  await foundOrganization(engine.store);
  await engine.store.people.set(ids.marta, { status: 'left' });
});
afterAll(() => engine.stop());

let n = 0;
const upkeep = async () => {
  n += 1;
  found = await engine.client.workflow.execute('upkeep', { workflowId: `upkeep-${n}`, taskQueue: 'isms', args: [] });
  return found;
};

const link = (id: string, person: string, expiresAt: string): Link => ({
  ...{ id, kind: 'tasks', person, mail: `mail-${id}`, tasks: [], createdAt: ago(9999), expiresAt },
});
const idsOf = async (collection: 'links' | 'answered' | 'imports' | 'importPieces') =>
  (await engine.store[collection].find({})).map(({ id }) => id);

describe('upkeep', () => {
  it('When there is nothing to do, it finds nothing of anything', async () => {
    expect(await upkeep()).toEqual({
      runs: 0,
      tasks: 0,
      imports: 0,
      departures: 0,
      letters: 0,
      answers: 0,
      links: 0,
      sessions: 0,
      staged: 0,
      watches: 0,
      reviews: 0,
    });
  });

  it('When a pass is over, what it found is kept, with how far the clocks were apart', async () => {
    await upkeep();
    const [pass] = await engine.store.upkeepPasses.find({}, { sort: { at: -1 } });
    expect(Object.fromEntries(pass?.found.map(({ what, count }) => [what, count]) ?? [])).toEqual(found);
    expect(toMs(systemNow()) - toMs(pass?.at ?? '')).toBeLessThan(60_000);
    // Everything runs on this machine.
    expect([Math.abs(pass?.aheadOfDatabaseMs ?? 9999) < 1000, (pass?.temporalAheadMs ?? 9999) < 1000]).toEqual([true, true]);
  });

  it('When passes are older than a month, they are forgotten', async () => {
    const old = ago(31 * 24 * hours);
    await engine.store.upkeepPasses.insert({ id: old, at: old, tookMs: 1, found: [], aheadOfDatabaseMs: 0, temporalAheadMs: 0 });
    await upkeep();
    expect(await engine.store.upkeepPasses.get(old)).toBeUndefined();
  });

  it('When links have expired, or their person has left, they are removed and counted', async () => {
    await engine.store.links.insertMissing([
      link('old', ids.lukas, ago(1)),
      link('new', ids.lukas, ago(-1)),
      link('left', ids.marta, ago(-99)),
    ]);
    expect(await upkeep()).toMatchObject({ links: 2 });
    expect(await idsOf('links')).toEqual(['new']);
  });

  it('When answers are older than two days, they are removed; newer ones still answer a repeated request', async () => {
    const answered = { route: 'POST /x', bodyHash: 'x', state: 'answered', status: 200, body: '{}' } as const;
    await engine.store.answered.insertMissing([
      { id: 'old', ...answered, at: ago(49 * hours) },
      { id: 'new', ...answered, at: ago(47 * hours) },
    ]);
    expect(await upkeep()).toMatchObject({ answers: 1 });
    expect(await idsOf('answered')).toEqual(['new']);
  });

  it('When somebody who has left is still signed in, the session ends; others stay', async () => {
    const sessions = engine.store.connection.collection('sessions');
    await sessions.insertMany([{ session: { person: ids.marta } }, { session: { person: ids.marta } }, { session: { person: ids.lukas } }]);
    expect(await upkeep()).toMatchObject({ sessions: 2 });
    expect(await sessions.distinct('session.person')).toEqual([ids.lukas]);
  });

  it('When the storing of an import was cut off, it is discarded, so that registers can be changed again', async () => {
    const common = { register: 'risks', rows: 2, applied: 0, state: 'staging', by: { person: ids.hanna, via: 'token' } } as const;
    await engine.store.imports.insert({ id: 'import-cut-off', ...common, at: ago(11) });
    await engine.store.imports.insert({ id: 'import-at-work', ...common, at: ago(1) });
    await engine.store.importPieces.insert({
      id: 'import-cut-off/1',
      import: 'import-cut-off',
      n: 1,
      register: 'risks',
      upTo: 1,
      records: [],
    });
    expect(await upkeep()).toMatchObject({ staged: 1 });
    expect(await idsOf('imports')).toEqual(['import-at-work']);
    expect(await idsOf('importPieces')).toEqual([]);
    await engine.store.imports.remove({});
  });

  it('When an import has lost its workflow, it is started again and comes in whole', async () => {
    const id = 'import-lost';
    await engine.store.imports.insert({
      ...{ id, register: 'controls', rows: 2, applied: 1, state: 'applying', by: { person: ids.hanna, via: 'token' }, at: ago(5) },
    });
    const control = (reference: string) => ({
      ...{ id: reference, name: `Control ${reference}`, kind: 'technological', description: '', owner: ids.lukas },
      ...{ status: 'implemented', effectiveness: 'untested', annexA: [] },
    });
    for (const k of [1, 2])
      await engine.store.importPieces.insert({
        id: `${id}/${k}`,
        import: id,
        n: k,
        register: 'controls',
        upTo: k,
        records: [control(`CTL-${k}`)],
      });
    expect(await upkeep()).toMatchObject({ imports: 1 });
    const done = await eventually('the import', async () => {
      const now = await engine.store.imports.get(id);
      return now?.state === 'applied' ? now : undefined;
    });
    expect(done).toMatchObject({ applied: 2 });
    expect(await engine.store.controls.count({ id: { $in: ['CTL-1', 'CTL-2'] } })).toBe(2);
  });

  it('When a document in force came with an import and has no review, it gets one; one that was published, or whose review was cancelled, gets none', async () => {
    const at = ago(5);
    const inForce = async (document: string, version: Partial<DocumentVersion>) => {
      const current = `${document}-v1`;
      await engine.store.documentVersions.insert({
        ...{ id: current, version: 1, document, number: 1, because: 'New', authors: [], status: 'current', updatedAt: at },
        ...version,
      });
      await engine.store.documents.insert({
        ...{ id: document, version: 1, title: document, kind: 'plan', owner: ids.lukas, reviewers: [], language: 'en', updatedAt: at },
        ...{ classification: 'internal', references: [], reviewEvery: 12, nextReview: '2099-01-01', status: 'current', current },
      });
    };
    await inForce('DOC-1', { approvedBy: { person: ids.tove, via: 'import' } });
    await inForce('DOC-2', { approvedBy: { person: ids.tove, via: 'login' }, authors: [ids.lukas] });
    const by = { person: ids.hanna, via: 'token' } as const;
    await engine.store.imports.insert({ id: 'import-other', register: 'risks', rows: 1, applied: 0, state: 'applying', by, at });
    expect(await upkeep()).toMatchObject({ reviews: 0 });
    await engine.store.imports.remove({ id: 'import-other' });
    expect(await upkeep()).toMatchObject({ reviews: 1 });
    expect(await engine.store.runs.find({ process: 'documentReview' })).toMatchObject([
      { id: 'documentReview-DOC-1-v1', subject: { document: 'DOC-1', version: 'DOC-1-v1' }, status: 'open' },
    ]);
    expect(await upkeep()).toMatchObject({ reviews: 0 });
    await engine.store.runs.set('documentReview-DOC-1-v1', { status: 'cancelled' });
    expect(await upkeep()).toMatchObject({ reviews: 0 });
  });

  it('When a letter has lost its letterbox, it is sent; one that is fresh is left to its own', async () => {
    const letter = { person: ids.tove, kind: 'invitation', facts: {}, urgent: true, state: 'pending' } as const;
    await engine.store.letters.insert({ id: 'invitation/old', ...letter, at: ago(16) });
    expect(await upkeep()).toMatchObject({ letters: 1 });
    await eventually('it is sent', async () => (await engine.store.letters.get('invitation/old'))?.state === 'accepted');
    await engine.store.letters.insert({ id: 'invitation/new', ...letter, at: ago(1) });
    expect(await upkeep()).toMatchObject({ letters: 0 });
  });
});
