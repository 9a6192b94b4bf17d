import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createDeparture } from '../../activities/departure/index.ts';
import { createPost } from '../../activities/post.ts';
import { systemNow } from '../../domain/clock.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Departure } from '../../domain/records/departure.ts';
import { verifyChain } from '../../models/chain.ts';
import { changeRecord } from '../../models/registers.ts';
import type { Store } from '../../models/store.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { whereverItFails } from '../support/faultyStore.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';

let engine: Engine;
let n = 0;

/** Without a worker: the pieces are called here, each failing at each of its writes in turn. */
beforeAll(async () => {
  engine = await startEngine();
  await engine.worker.stop();
  await foundOrganization(engine.store);
});
afterAll(() => engine.stop());

const at = systemNow();
const change = { at, actor: byEngine, event: 'created' } as const;

/** Somebody new who owns a risk and a control, decides a proposal, manages and deputizes for Marta; and who takes over. */
async function somebody(): Promise<Departure> {
  n += 1;
  const [person, to] = [`per-leaver${String(n).padStart(4, '0')}`, `per-heir${String(n).padStart(6, '0')}`];
  const common = { site: 'head-office', language: 'en', absences: [], status: 'active' } as const;
  for (const [id, role] of [
    [person, 'controlOwner'],
    [to, 'riskOwner'],
  ] as const)
    await changeRecord(engine.store, {
      ...change,
      register: 'people',
      id,
      set: { ...common, absences: [], name: id, email: `${id}@tessel.example`, roles: [{ role }] },
    });
  await addRisks(engine.store, person, [`RSK-${n}`]);
  const control = { name: 'Backups', kind: 'technological', description: '', status: 'planned', effectiveness: 'untested' } as const;
  await changeRecord(engine.store, { ...change, register: 'controls', id: `CTL-${n}`, set: { ...control, annexA: [], owner: person } });
  const proposal = { process: 'riskAcceptance', about: `RSK-${n}`, run: 'r', reason: 'High.', proposedAt: at, status: 'open' } as const;
  await changeRecord(engine.store, { ...change, register: 'proposals', id: `proposal-${n}`, set: { to: person, ...proposal } });
  const { version } = (await engine.store.people.get(ids.marta)) ?? {};
  await changeRecord(engine.store, {
    ...change,
    register: 'people',
    id: ids.marta,
    ...(version && { version }),
    set: { manager: person, deputy: person },
  });
  await engine.store.tokens.insert({ id: `token-${n}`, person, name: 'test', createdAt: at });
  const departure: Departure = {
    id: `departure-${n}`,
    person,
    to,
    roles: 'move',
    reason: 'Gone for good.',
    by: { person: ids.hanna, via: 'login' },
    at,
    state: 'moving',
  };
  await engine.store.departures.insert(departure);
  return departure;
}

const pieces = (store: Store) => createDeparture({ ...engine.deps, store }, createPost({ ...engine.deps, store }));

async function allOf(store: Store, { id }: Departure): Promise<void> {
  const piece = { departure: id, at };
  const { endAccess, handOverRecords, handOverPeople, tellSuccessor, handOverTasks, closeDeparture } = pieces(store);
  await new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') }).run(async () => {
    const { registers } = await endAccess(piece);
    for (const register of registers) await handOverRecords({ ...piece, register });
    await handOverPeople(piece);
    await tellSuccessor(piece);
    await handOverTasks(piece);
    await closeDeparture(piece);
  });
}

/** Everything is where it belongs, was changed once, and says why. */
async function isMoved({ id, person, to = '' }: Departure, where: string): Promise<void> {
  const { store } = engine;
  const number = id.replace('departure-', '');
  expect({ where, ...(await store.departures.get(id)) }).toMatchObject({
    where,
    state: 'moved',
    left: [],
    given: [{ role: 'controlOwner' }],
  });
  expect(await store.people.get(person)).toMatchObject({ status: 'left', roles: [], version: 2 });
  expect(await store.people.get(to)).toMatchObject({ roles: [{ role: 'riskOwner' }, { role: 'controlOwner' }], version: 2 });
  expect(await store.people.get(ids.marta)).toMatchObject({ manager: to, deputy: to });
  expect(await store.risks.get(`RSK-${number}`)).toMatchObject({ owner: to, version: 2 });
  expect(await store.controls.get(`CTL-${number}`)).toMatchObject({ owner: to, version: 2 });
  expect(await store.proposals.get(`proposal-${number}`)).toMatchObject({ to, version: 2 });
  expect(await store.tokens.count({ person })).toBe(0);
  for (const chain of [`people/${person}`, `people/${to}`, `risks/RSK-${number}`, `controls/CTL-${number}`])
    expect([where, chain, await verifyChain(store, chain, 2), await store.trail.count({ chain })]).toEqual([where, chain, [], 2]);
  expect(await store.trail.count({ chain: `proposals/proposal-${number}` })).toBe(2);
  expect(await store.trail.count({ chain: `departures/${id}` })).toBe(1);
  const letters = await store.letters.find({ person: to });
  expect(letters).toMatchObject([
    { kind: 'succession', facts: { references: [`RSK-${number}`, `CTL-${number}`], roles: ['controlOwner'] } },
  ]);
}

describe('the pieces of a departure', () => {
  it('When the database fails at any write, before or after it, the next try comes to the same end and nothing is done twice', async () => {
    const rounds = await whereverItFails(engine.store, { fresh: somebody, act: allOf, check: isMoved });
    expect(rounds).toBeGreaterThan(40);
  }, 900_000);
});
