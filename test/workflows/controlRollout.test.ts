import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outcomeProblems } from '../../api/outcomes.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { verifyChain } from '../../models/chain.ts';
import { changeItems, exceptionsOf, progressOf } from '../../models/rollouts.ts';
import { addToken, type Product, startApi } from '../api/http.ts';
import { closedRun } from '../support/answers.ts';
import { answerTask, askedIn, person } from '../support/asked.ts';
import { addControl } from '../support/controls.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { type SkippingEngine, startSkippingEngine } from '../support/timeSkipping.ts';

let engine: SkippingEngine;
let product: Product;
beforeAll(async () => {
  engine = await startSkippingEngine();
  await foundOrganization(engine.store);
  await addControl(engine.store, 'CTL-020', { name: 'Disk encryption', owner: ids.lukas });
  await addRisks(engine.store, ids.martin, ['RSK-020'], { controls: [{ control: 'CTL-020', actsOn: 'consequence' }] });
  for (const id of Object.values(ids)) await addToken(engine.store, id);
  product = await startApi({ store: engine.store, temporal: { address: engine.env.address, namespace: 'default' } });
  await exceptPrinters();
});
afterAll(async () => {
  await product.stop();
  await engine.stop();
});

const lukas = person(ids.lukas, 'controlOwner');
const hanna = person(ids.hanna, 'ismsManager');
const rollout = '/api/v1/registers/rollouts';
const laptop = (n: number) => `LAP-${String(n).padStart(4, '0')}`;
const laptops = Array.from({ length: 200 }, (_, n) => laptop(n + 1));
const dayIn = (days: number) => new Date(Date.parse(engine.now()) + days * 86_400_000).toISOString().slice(0, 10);
const daysOn = (days: number) => new Date(Date.parse(engine.now()) + days * 86_400_000).toISOString();

/** So many days after the tests began. */
const began = Date.now();
const dayIn0 = (days: number) => new Date(began + days * 86_400_000).toISOString().slice(0, 10);
const printer = (n: number) => `PRN-000${n}`;
const ends = { first: dayIn0(130), second: dayIn0(160), third: dayIn0(250) };
/** One printer is done, three are excepted until one day and a fourth until another; Marta rolls it out. */
async function exceptPrinters(): Promise<void> {
  await addControl(engine.store, 'CTL-021', { name: 'Printers hold prints back', owner: ids.lukas });
  const rolledOut = { id: 'ROL-002', control: 'CTL-021', title: 'All printers', responsible: ids.marta };
  await product.as(ids.hanna)('POST', rollout, rolledOut);
  const excepted = { state: 'excepted', reason: 'Its firmware cannot; it stands in the locked room.' };
  const items = [1, 2, 3, 4].map((n) => ({ ...excepted, item: printer(n), until: n === 4 ? ends.second : ends.first }));
  await product.as(ids.hanna)('POST', `${rollout}/ROL-002/progress`, { items: [...items, { item: printer(5), state: 'done' }] });
}

type Progress = {
  of: number;
  done: number;
  excepted: number;
  expired: number;
  open: number;
  exceptions: { item: string; until: string }[];
};
const said = (answer: { body: never }): Progress => answer.body;
const briefOf = async ({ brief }: Task): Promise<Record<string, unknown>> => {
  const found = await engine.store.briefs.get(brief?.id ?? '');
  return Object.fromEntries((found?.facts ?? []).map(({ label, said: values }) => [label.en, values[0]]));
};
const problemsOf = (task: Task, outcome: Record<string, unknown>) => outcomeProblems(engine.store, task, outcome, engine.clock.now());
const report = { done: [] as string[], exceptions: [] as object[], restIsDone: false, note: 'The supplier delivers next week.' };

describe('a control for 200 laptops', () => {
  let run: string;
  let implementation: string;

  it('When a list of 200 laptops comes in, they are counted, and the owner is asked how far it is', async () => {
    implementation = (
      await engine.openRun({ process: 'controlImplementation', subject: { control: 'CTL-020', plan: 'PLN-9' }, actor: byEngine })
    ).id;
    const made = await product.as(ids.hanna)('POST', rollout, { id: 'ROL-001', control: 'CTL-020', title: 'Encryption of all laptops' });
    expect(made.status).toBe(201);
    const csv = ['item;name', ...laptops.map((id) => `${id};Laptop ${id}`)].join('\n');
    const counted = await product.as(ids.lukas)('POST', `${rollout}/ROL-001/items`, Buffer.from(csv), { 'Content-Type': 'text/csv' });
    expect([counted.status, said(counted)]).toEqual([200, expect.objectContaining({ of: 200, done: 0, open: 200, exceptions: [] })]);
    const started = await eventually('somebody is asked', () => engine.store.runs.first({ process: 'controlRollout' }));
    run = started.id;
    const asked = await askedIn(engine, run, 'report');
    expect(asked).toMatchObject({ assignee: ids.lukas, about: 'CTL-020' });
    expect(await briefOf(asked)).toMatchObject({ 'Rolled out': { en: '0 of 200 done', de: '0 von 200 erledigt' }, Open: '200' });
  });

  it('When the same list is sent again, nothing is different', async () => {
    const csv = ['item;name', ...laptops.map((id) => `${id};Laptop ${id}`)].join('\n');
    await product.as(ids.lukas)('POST', `${rollout}/ROL-001/items`, Buffer.from(csv), { 'Content-Type': 'text/csv' });
    expect(await engine.store.trail.count({ chain: `rolloutItems/ROL-001.${laptop(7)}` })).toBe(1);
    expect(await engine.store.runs.count({ process: 'controlRollout' })).toBe(1);
  });

  it('When the owner says that the control is in place before it has reached all, that is refused', async () => {
    const implement = await askedIn(engine, implementation, 'implement');
    const early = await product.as(ids.lukas)('POST', `/api/v1/tasks/${encodeURIComponent(implement.id)}/completion`, {
      outcome: { result: 'All are encrypted.', documented: false, shownBy: 'The console.' },
    });
    expect(early).toMatchObject({ status: 422, body: { errors: [{ path: 'outcome.result' }] } });
    expect(early.text).toContain('200 of 200');
  });

  it('When one of the rows is wrong, none is taken: an exception has a reason and an end within a year (G14)', async () => {
    const rows = [
      ['LAP-0001', 'done', dayIn(-1), '', ''],
      ['LAP-0002', 'excepted', '', 'It drives the mill.', ''],
      ['LAP-0003', 'excepted', '', '', dayIn(30)],
      ['LAP-0004', 'excepted', '', 'It drives the mill.', dayIn(400)],
      ['LAP-0005', 'excepted', '', 'It drives the mill.', dayIn(-1)],
      ['LAP-0001', 'done', '', '', ''],
      ['LAP-0006', 'done', dayIn(5), '', ''],
      ['LAP-0007', 'lost', '', '', ''],
    ];
    const csvOf = (some: string[][]) => Buffer.from(['item,state,done_on,reason,until', ...some.map((row) => row.join(','))].join('\n'));
    const send = (some: string[][]) =>
      product.as(ids.lukas)('POST', `${rollout}/ROL-001/items`, csvOf(some), { 'Content-Type': 'text/csv' });
    const unknown = await send(rows);
    expect(unknown).toMatchObject({ status: 422, body: { code: 'itemsRefused', errors: [{ path: 'row 9, state' }] } });
    const wrong = await send(rows.slice(0, -1));
    expect((wrong.body as { errors: { path: string }[] }).errors.map(({ path }) => path)).toEqual([
      ...['row 3, until', 'row 4, reason', 'row 5, until', 'row 6, until', 'row 7, item', 'row 8, doneOn'],
    ]);
    expect(await progressOf(engine.store, { rollout: 'ROL-001' }, dayIn(0))).toMatchObject({ done: 0, excepted: 0 });
  });

  it('When others report it, they are refused; the auditor sees it and writes nothing', async () => {
    const items = [{ item: laptop(1), state: 'done' }];
    const byMarta = await product.as(ids.marta)('POST', `${rollout}/ROL-001/progress`, { items });
    expect(byMarta.status).toBe(404);
    const byTove = await product.as(ids.tove)('POST', `${rollout}/ROL-001/progress`, { items });
    expect(byTove.status).toBe(403);
    expect((await product.as(ids.tove)('GET', `${rollout}/ROL-001/progress`)).status).toBe(200);
  });

  it('When a program reports 120 of them, the counts move, and each laptop keeps who said so and when', async () => {
    const items = laptops.slice(0, 120).map((item) => ({ item, state: 'done' }));
    const counted = await product.as(ids.hanna)('POST', `${rollout}/ROL-001/progress`, { items });
    expect(said(counted)).toMatchObject({ of: 200, done: 120, open: 80 });
    const [created, done] = await engine.store.trail.find({ chain: `rolloutItems/ROL-001.${laptop(1)}` }, { sort: { seq: 1 } });
    expect([created?.event, created?.actor.person, done?.event, done?.actor.person]).toEqual(['created', ids.lukas, 'done', ids.hanna]);
    expect(await verifyChain(engine.store, `rolloutItems/ROL-001.${laptop(1)}`)).toEqual([]);
  });

  it('When the owner reports by the form, 20 more are done, and it is asked again with what is left', async () => {
    const asked = await askedIn(engine, run, 'report');
    const done = laptops.slice(120, 140);
    const wrong = {
      ...report,
      done: [...done, 'LAP-9999', done[0]],
      exceptions: [{ item: laptop(150), reason: 'Broken.', until: dayIn(-3) }],
    };
    expect((await problemsOf(asked, wrong)).map(({ path }) => path)).toEqual([
      ...['outcome.done', 'outcome.done', 'outcome.exceptions.0.until'],
    ]);
    expect(await problemsOf(asked, { ...report, done })).toEqual([]);
    await answerTask(engine, asked, lukas, { ...report, done });
    const next = await askedIn(engine, run, 'report', 2);
    expect(await briefOf(next)).toMatchObject({ 'Rolled out': { en: '140 of 200 done' }, 'Where it stood': report.note });
  });

  it('When three cannot be, they are excepted until a day, the rest is done, and the rollout is over', async () => {
    const asked = await askedIn(engine, run, 'report', 2);
    const exceptions = [198, 199, 200].map((n, i) => ({
      ...{ item: laptop(n), reason: 'It drives a machine without network; it is locked away.', until: dayIn(90 + 30 * i) },
    }));
    expect(await problemsOf(asked, { ...report, exceptions, restIsDone: true })).toEqual([]);
    await answerTask(engine, asked, lukas, { ...report, exceptions, restIsDone: true, note: 'All but three.' });
    expect(await closedRun(engine, run)).toMatchObject({ outcome: 'complete', gates: [{ gate: 'G14', passed: true }, { passed: true }] });
    const counted = await product.as(ids.hanna)('GET', `${rollout}/ROL-001/progress`);
    expect(said(counted)).toMatchObject({ of: 200, done: 197, excepted: 3, expired: 0, open: 0 });
    expect(said(counted).exceptions.map(({ item }) => item)).toEqual([laptop(198), laptop(199), laptop(200)]);
  });

  it('When the control is verified, whoever does it sees n of m and each exception, and its check is due when the first of them ends', async () => {
    const implement = await askedIn(engine, implementation, 'implement');
    const outcome = { result: 'All but three are encrypted.', documented: false, shownBy: 'The console.', checkEvery: 'year' };
    expect(await problemsOf(implement, outcome)).toEqual([]);
    await answerTask(engine, implement, lukas, outcome);
    const verify = await askedIn(engine, implementation, 'verify');
    expect(await briefOf(verify)).toMatchObject({ 'Rolled out': { en: '197 of 200 done' }, Exceptions: '3', Open: '0' });
    const brief = await engine.store.briefs.get(verify.brief?.id ?? '');
    const table = brief?.tables.find(({ title }) => title.en === 'Exceptions');
    expect(table?.rows.map(([which, , , until]) => [which, until])).toEqual([
      [laptop(198), dayIn(90)],
      [laptop(199), dayIn(120)],
      [laptop(200), dayIn(150)],
    ]);
    await answerTask(engine, verify, hanna, { decision: 'verify', reason: 'The console shows 197.' });
    const control = await eventually('it is in place', () => engine.store.controls.first({ id: 'CTL-020', status: 'implemented' }));
    expect(control.nextCheck).toBe(dayIn(90));
  });

  it('When an exception has ended, that laptop counts as open again', async () => {
    const [first] = await exceptionsOf(engine.store, { rollout: 'ROL-001' });
    const until = first?.until ?? '';
    const dayAfter = new Date(Date.parse(until) + 86_400_000).toISOString().slice(0, 10);
    expect(await progressOf(engine.store, { control: 'CTL-020' }, until)).toMatchObject({ excepted: 3, expired: 0, open: 0 });
    expect(await progressOf(engine.store, { control: 'CTL-020' }, dayAfter)).toMatchObject({ excepted: 2, expired: 1, open: 1 });
  });

  it('When an exception without an end stands in the register all the same, the gate finds it', async () => {
    await engine.store.rolloutItems.set(`ROL-001.${laptop(198)}`, { until: undefined });
    await engine.sleepUntil(daysOn(100));
    const first = await askedIn(engine, implementation, 'checkFirst');
    await answerTask(engine, first, hanna, { design: 'effective', operation: 'effective', sample: 'Twenty of 197.' });
    const closed = await closedRun(engine, implementation);
    const gate = closed.gates.find((one) => one.gate === 'G14');
    expect(gate).toMatchObject({ passed: false });
    expect(gate?.detail).toContain('LAP-0198');
  });
});

describe('exceptions that end', () => {
  const run = (until: string) => `exceptionReview-ROL-002-${until}`;
  const afterwards = (day: string) => new Date(Date.parse(`${day}T12:00:00.000Z`) + 5 * 86_400_000).toISOString();
  const byMarta = person(ids.marta);
  const states = async () =>
    Object.fromEntries((await engine.store.rolloutItems.find({ rollout: 'ROL-002' })).map(({ item, state }) => [item, state]));
  const settled = (more: object = {}) => ({ done: [], extended: [], removed: [], rest: 'done', note: 'Two are replaced.', ...more });

  it('When something is excepted, one run waits for each day on which exceptions end, and nobody is asked before', async () => {
    const runs = await engine.store.runs.find({ process: 'exceptionReview', 'subject.rollout': 'ROL-002' });
    expect(runs.map(({ id }) => id).sort()).toEqual([run(ends.first), run(ends.second)].sort());
    expect(await engine.store.runs.count({ process: 'controlRollout', 'subject.rollout': 'ROL-002' })).toBe(0);
    expect(await engine.store.tasks.count({ about: 'CTL-021' })).toBe(0);
  });

  it('When a day is over, whoever rolls it out is asked once about all that ended with it, which count as open', async () => {
    await engine.sleepUntil(afterwards(ends.first));
    const settle = await askedIn(engine, run(ends.first), 'settle');
    expect(settle).toMatchObject({ assignee: ids.marta, about: 'CTL-021', answer: 'link' });
    expect(await engine.store.tasks.count({ about: 'CTL-021' })).toBe(1);
    expect(await briefOf(settle)).toMatchObject({ Exceptions: '1', 'Exceptions that have ended': '3', Open: '3' });
    const brief = await engine.store.briefs.get(settle.brief?.id ?? '');
    expect(brief?.tables[0]?.title.en).toBe('Ended now');
    expect(brief?.tables[0]?.rows.map(([which]) => which)).toEqual([printer(1), printer(2), printer(3)]);
    const exception = { item: printer(1), reason: 'It is replaced in summer.', until: ends.third };
    const wrong = settled({
      done: [printer(4), printer(2)],
      extended: [{ ...exception, until: ends.first }],
      removed: [{ ...exception, item: printer(2) }],
    });
    expect((await problemsOf(settle, wrong)).map(({ path }) => path)).toEqual([
      ...['outcome.done', 'outcome.removed.0.item', 'outcome.extended.0.until'],
    ]);
  });

  it('When one is excepted for longer, one removed and one left open, that is so, and the rollout goes on with what is open', async () => {
    const settle = await askedIn(engine, run(ends.first), 'settle');
    const outcome = settled({
      extended: [{ item: printer(1), reason: 'It is replaced in summer.', until: ends.third }],
      removed: [{ item: printer(2), reason: 'It was sold.' }],
      rest: 'open',
    });
    expect(await problemsOf(settle, outcome)).toEqual([]);
    await answerTask(engine, settle, byMarta, outcome);
    const closed = await closedRun(engine, run(ends.first));
    expect(closed).toMatchObject({ outcome: 'complete', gates: [{ gate: 'G14', passed: true }, { passed: true }] });
    expect(await states()).toMatchObject({ [printer(1)]: 'excepted', [printer(2)]: 'removed', [printer(3)]: 'open' });
    expect(await engine.store.rolloutItems.get(`ROL-002.${printer(2)}`)).toMatchObject({ reason: 'It was sold.' });
    const [waits, goesOn = ''] = closed.started ?? [];
    expect(waits).toBe(run(ends.third));
    const again = await askedIn(engine, goesOn, 'report');
    expect(again).toMatchObject({ assignee: ids.marta, process: 'controlRollout' });
    expect(await briefOf(again)).toMatchObject({ 'Rolled out': { en: '1 of 4 done' }, Exceptions: '2', Open: '1' });
    await answerTask(engine, again, byMarta, { ...report, done: [printer(3)] });
    await closedRun(engine, goesOn);
    expect(await verifyChain(engine.store, `rolloutItems/ROL-002.${printer(1)}`)).toEqual([]);
  });

  it('When all that ended is done, nothing else follows', async () => {
    await engine.sleepUntil(afterwards(ends.second));
    await answerTask(engine, await askedIn(engine, run(ends.second), 'settle'), byMarta, settled());
    expect((await closedRun(engine, run(ends.second))).started ?? []).toEqual([]);
    expect(await progressOf(engine.store, { rollout: 'ROL-002' }, ends.second)).toMatchObject({ of: 4, done: 3, excepted: 1, open: 0 });
  });

  it('When an exception was extended before it ended, nobody is asked on the day on which it would have', async () => {
    const changes = [{ item: printer(1), state: 'excepted' as const, reason: 'Delivered late.', until: dayIn(200) }];
    const written = { rollout: 'ROL-002', control: 'CTL-021', changes, at: engine.clock.now(), actor: byEngine, key: 'extended' };
    await changeItems(engine.store, written);
    await engine.sleepUntil(afterwards(ends.third));
    await closedRun(engine, run(ends.third));
    expect(await engine.store.tasks.count({ run: run(ends.third) })).toBe(0);
  });
});
