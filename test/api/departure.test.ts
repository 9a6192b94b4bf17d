import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemNow } from '../../domain/clock.ts';
import { engine } from '../../domain/records/common.ts';
import type { Departure } from '../../domain/records/departure.ts';
import type { DeparturePlan } from '../../domain/records/departurePlan.ts';
import type { Task } from '../../domain/records/task.ts';
import { changeRecord } from '../../models/registers.ts';
import { addRisks } from '../support/organization.ts';
import { addPerson, ids, type Product, startApi } from './http.ts';

const at = systemNow();
const nina = 'per-nina000000';
const reason = 'She moves to another company.';

let product: Product;
let n = 0;

/** Without Temporal: what is planned and what is refused needs only the database. */
beforeAll(async () => {
  product = await startApi();
  await addPerson(product.store, nina, 'riskOwner');
});
afterAll(() => product.stop());

/** An open task as its workflow would have projected it. */
async function addTask(more: Partial<Task>): Promise<string> {
  n += 1;
  const id = `riskReview-2026-Q3/${more.task ?? 'reassess'}/RSK-${n}/1`;
  const opened = {
    process: 'riskReview',
    run: 'riskReview-2026-Q3',
    openedAt: at,
    definition: 'riskReview@1',
    zone: 'Europe/Berlin',
    rungs: [],
  };
  const asked = { answer: 'link', state: 'open', seq: 1, version: 1, assignment: 1, level: 0, undeliverable: false, attempt: 1 } as const;
  const dates = { baselineDue: at, due: at, outcomeSchema: '{}' };
  await product.store.tasks.insert({
    ...opened,
    ...asked,
    ...dates,
    id,
    task: 'reassess',
    assignee: ids.marta,
    accountable: ids.hanna,
    ...more,
  });
  return id;
}

const ask = (person: string, body: object, headers = {}) =>
  product.as(ids.hanna)('POST', `/api/v1/people/${person}/departure`, body, headers);
async function preview(person: string, body: object = {}): Promise<DeparturePlan> {
  const { status, body: plan } = await ask(person, { preview: true, ...body });
  expect(status).toBe(200);
  return plan as DeparturePlan;
}
const taskIn = async (id: string, person: string, body: object = {}) => (await preview(person, body)).tasks.find((one) => one.id === id);
const paths = ({ body }: { body: never }) => (body as { errors: { path: string }[] }).errors.map(({ path }) => path);

describe('a departure without a successor', () => {
  it('When work is asked by role, whoever else holds the role gets it', async () => {
    const id = await addTask({ task: 'confirm', assignee: nina });
    expect(await taskIn(id, nina)).toMatchObject({ parts: ['assignee'], to: { assignee: ids.hanna }, barred: false, stays: [] });
  });

  it('When something belongs to the person, somebody has to be named, and the plan says what waits for that', async () => {
    const id = await addTask({ assignee: nina, about: 'RSK-OWN' });
    await addRisks(product.store, nina, ['RSK-OWN']);
    const plan = await preview(nina);
    expect(plan.records).toEqual([{ register: 'risks', id: 'RSK-OWN' }]);
    expect(plan.tasks.find((one) => one.id === id)).toMatchObject({ to: {}, stays: ['assignee'] });
    expect(plan.problems).toEqual([{ path: 'to', message: 'is needed: 1 record and 1 task need somebody named' }]);
    const refused = await ask(nina, { reason });
    expect([refused.status, ...paths(refused)]).toEqual([422, 'to']);
    expect((await preview(nina, { to: ids.marta })).problems).toEqual([]);
  });

  it('When the person carries out a change of the ISMS, it goes to whoever runs the ISMS, or to the successor; one that is over stays', async () => {
    const planned = { title: 'One form', reason: 'Four today.', source: { kind: 'person' }, requestedBy: ids.lukas } as const;
    for (const [id, status] of [['CHG-1', 'implementing'] as const, ['CHG-2', 'closed'] as const])
      await changeRecord(product.store, {
        ...{ register: 'changes', id, at, actor: engine, event: 'created', set: { ...planned, responsible: nina, status } },
      });
    const movesIn = async (body: object) => (await preview(nina, body)).records.filter(({ register }) => register === 'changes');
    expect(await movesIn({})).toEqual([{ register: 'changes', id: 'CHG-1', to: ids.hanna }]);
    expect(await movesIn({ to: ids.marta })).toEqual([{ register: 'changes', id: 'CHG-1', to: ids.marta }]);
  });
});

describe('what waits for the person beside their own tasks', () => {
  it('When they confirm answers, decide about more time or deputize, the plan names it and whose it will be', async () => {
    const confirmation = await addTask({ state: 'submitted', confirmer: nina, answeredBy: { person: ids.marta, via: 'link' } });
    const asked = { askedAt: at, askedBy: ids.marta, until: '2099-01-02', reason: 'I wait for it.', state: 'asked' } as const;
    const extension = await addTask({ accountable: nina, extensions: [asked] });
    const approval = await addTask({ approval: true, deputy: nina });
    const to = { to: ids.lukas };
    expect(await taskIn(confirmation, nina, to)).toMatchObject({ parts: ['confirmer'], to: { confirmer: ids.lukas } });
    // Accountable is who holds the role, whoever takes over the rest.
    expect(await taskIn(extension, nina, to)).toMatchObject({ parts: ['accountable', 'extension'], to: { accountable: ids.hanna } });
    expect(await taskIn(approval, nina, to)).toMatchObject({ parts: ['deputy'], to: {}, stays: [] });
  });

  it('When the successor is barred from a decision, the plan says so, and it is left to the ISMS manager', async () => {
    const decision = await addTask({ assignee: nina, approval: true, barred: [ids.marta] });
    const confirmation = await addTask({ state: 'submitted', confirmer: nina, answeredBy: { person: ids.marta, via: 'link' } });
    expect(await taskIn(decision, nina, { to: ids.marta })).toMatchObject({ to: { assignee: ids.hanna }, barred: true });
    expect(await taskIn(confirmation, nina, { to: ids.marta })).toMatchObject({ to: { confirmer: ids.hanna }, barred: true });
    const nobody = await addTask({ assignee: nina, barred: [ids.marta, ids.hanna, ids.tove] });
    expect(await taskIn(nobody, nina, { to: ids.marta })).toMatchObject({ to: {}, barred: true, stays: ['assignee'] });
  });

  it('When they stand in for somebody, it goes back to its owner', async () => {
    const id = await addTask({ assignee: nina, onBehalfOf: ids.martin, standIn: 'deputy' });
    expect(await taskIn(id, nina, { to: ids.lukas })).toMatchObject({ to: { assignee: ids.martin }, barred: false });
  });
});

describe('what a departure refuses', () => {
  it('When the only ISMS manager leaves and nobody gets the role, it is refused', async () => {
    for (const body of [{}, { to: ids.lukas, roles: 'drop' }])
      expect((await preview(ids.hanna, body)).problems).toMatchObject([{ path: 'to' }]);
    expect((await preview(ids.hanna, { to: ids.lukas })).problems).toEqual([]);
    expect((await preview(ids.hanna, { to: ids.lukas })).given).toEqual([{ role: 'ismsManager' }]);
  });

  it.each([
    ['the person themselves', { to: nina, reason }, 'to'],
    ['somebody unknown', { to: 'per-unknown000', reason }, 'to'],
    ['a successor and no reason', { to: ids.lukas }, 'reason'],
    ['another field', { to: ids.lukas, reason, from: 'today' }, 'from'],
  ])('When the request names %s, it is 422 with the place', async (_what, body, path) => {
    const refused = await ask(nina, body);
    expect([refused.status, ...paths(refused)]).toEqual([422, path]);
    expect(await product.store.departures.count({})).toBe(0);
  });

  it('When the person is unknown, or nobody left, it is 404', async () => {
    expect((await ask('per-unknown000', { preview: true })).status).toBe(404);
    expect((await product.as(ids.hanna)('GET', `/api/v1/people/${nina}/departure`)).status).toBe(404);
  });

  it('When Temporal is away, it is 503, the departure is written down, and the same request goes on with it', async () => {
    const key = { 'Idempotency-Key': 'nina-leaves' };
    const away = await ask(nina, { to: ids.lukas, reason }, key);
    expect([away.status, away.headers.get('Retry-After')]).toEqual([503, '5']);
    expect((await ask(nina, { to: ids.lukas, reason }, key)).status).toBe(503);
    const written = (await product.store.departures.find({})) as Departure[];
    expect(written).toMatchObject([{ person: nina, to: ids.lukas, state: 'moving', by: { person: ids.hanna, via: 'token' } }]);
  });

  it.each([
    ['the same person', nina, ids.marta],
    ['her successor', ids.lukas, ids.marta],
    ['somebody whose work would go to her', ids.marta, nina],
  ])('While one is on its way, another of %s waits', async (_who, person, to) => {
    const refused = await ask(person, { to, reason });
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'departureRunning']);
    expect(await product.store.departures.count({})).toBe(1);
  });

  it('When a colleague who manages others leaves, they go to the successor, or up the line', async () => {
    const managed = (plan: DeparturePlan) => plan.people.filter(({ as }) => as === 'manager').map(({ id, to }) => [id, to]);
    expect(managed(await preview(ids.martin))).toEqual([
      [ids.lukas, ids.tove],
      [ids.marta, ids.tove],
    ]);
    expect(managed(await preview(ids.martin, { to: ids.marta }))).toEqual([
      [ids.marta, ids.tove],
      [ids.lukas, ids.marta],
    ]);
    await changeRecord(product.store, {
      at,
      actor: engine,
      event: 'changed',
      register: 'people',
      id: ids.marta,
      version: 1,
      set: { manager: ids.lukas },
    });
    expect(managed(await preview(ids.martin, { to: ids.marta }))).toEqual([
      [ids.marta, ids.tove],
      [ids.lukas, ids.marta],
    ]);
  });
});
