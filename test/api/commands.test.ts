import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calendarOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import type { Asking as AskingOfTask } from '../../workflows/engine/powers.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { type Answer, type Asking, type Product, startProduct } from '../support/product.ts';
import { startTask } from '../support/tasks.ts';

let product: Product;
/** Days in Berlin: the due day of what is opened here, and working days behind it. */
let days: { due: string; later: string; muchLater: string };

beforeAll(async () => {
  product = await startProduct();
  await foundOrganization(product.store, { mail: { gatherSeconds: 3600 } });
  const calendar = calendarOf(await settingsNow(product.store), undefined);
  const today = calendar.dayOf(product.clock.now());
  const [due, later] = [calendar.addWorkingDays(today, 10), calendar.addWorkingDays(today, 15)];
  days = { due, later, muchLater: `${Number(today.slice(0, 4)) + 2}-01-04` };
}, 300_000);
afterAll(() => product.stop());

type Body = Record<string, unknown>;
type Problem = { code: string; detail: string; errors: { path: string; message: string }[] };
/** `present`: sent by somebody who has just signed in, not by a program. */
type Sent = { noun: string; by: string; body: () => Body; present?: true };
type Row = Sent & {
  asking?: AskingOfTask;
  /** What is sent before, so that the command may be given. */
  before?: Sent[];
  /** The task afterwards. */
  gives: Body;
  event: string;
  /** Who sees the task and may not do this, and why. */
  refused: [who: string, code: string];
  /** Bodies that cannot be, and the path that says so. */
  wrong?: [body: () => Body, path: string][];
  /** Said again by somebody else it would do the same again. */
  repeatable?: true;
};

const reason = 'The supplier answers next week.';
const outcome = { likelihood: 2, consequence: 2, verdict: 'change', reason: 'As discussed with the team.' };
const sent = (noun: string, by: string, body: () => Body): Sent => ({ noun, by, body });
const answered = sent('completion', ids.lukas, () => ({ outcome }));
const asked = sent('extension', ids.lukas, () => ({ until: days.later, reason }));
const wrongDays = (body: Body): [body: () => Body, path: string][] => [
  [() => ({ ...body, until: '2020-01-06' }), 'until'],
  [() => ({ ...body, until: days.muchLater }), 'until'],
  [() => ({ ...body, until: '6 January' }), 'until'],
];
const nobody = 'per-nobody0000';

const table: Record<string, Row> = {
  claim: { ...sent('claim', ids.lukas, () => ({})), gives: { state: 'inProgress' }, event: 'claimed', refused: [ids.hanna, 'notYours'] },
  completion: {
    ...answered,
    ...{ gives: { state: 'done', outcome, closedBy: { person: ids.lukas } }, event: 'completed', refused: [ids.hanna, 'notYours'] },
    wrong: [[() => ({ outcome: { ...outcome, likelihood: 9 } }), 'outcome.likelihood']],
  },
  'answer that waits': {
    ...{ ...answered, asking: { confirmedBy: 'ismsManager' }, event: 'submitted', refused: [ids.hanna, 'notYours'] },
    gives: { state: 'submitted', answeredBy: { person: ids.lukas }, confirmerName: 'Hanna Vogt' },
  },
  confirmation: {
    ...{ ...sent('confirmation', ids.hanna, () => ({})), asking: { confirmedBy: 'ismsManager' }, before: [answered], event: 'confirmed' },
    ...{ present: true, gives: { state: 'done', closedBy: { person: ids.hanna } }, refused: [ids.lukas, 'notYours'] },
  },
  return: {
    ...{ ...sent('return', ids.hanna, () => ({ reason })), asking: { confirmedBy: 'ismsManager' }, before: [answered], event: 'returned' },
    ...{ gives: { state: 'returned', returned: 1, reason, outcome }, refused: [ids.lukas, 'notYours'] },
    wrong: [[() => ({ reason: '' }), 'reason']],
  },
  delegation: {
    ...{ ...sent('delegation', ids.lukas, () => ({ to: ids.marta, reason, until: days.due })), event: 'delegated' },
    ...{ gives: { assignee: ids.marta, onBehalfOfName: 'Lukas Wendt', standIn: 'delegate' }, refused: [ids.hanna, 'notYours'] },
    wrong: [[() => ({ to: nobody, reason }), 'to'], ...wrongDays({ to: ids.marta, reason })],
  },
  'giving back': {
    ...{ ...sent('delegation', ids.marta, () => ({ to: ids.lukas, reason })), event: 'handedBack', refused: [ids.hanna, 'notYours'] },
    before: [sent('delegation', ids.lukas, () => ({ to: ids.marta, reason }))],
    gives: { assignee: ids.lukas },
  },
  handOverRequest: {
    ...{ ...sent('handOverRequest', ids.lukas, () => ({ to: ids.marta, reason })), event: 'handOverAsked', repeatable: true },
    ...{ gives: { assignee: ids.lukas, asksHandOver: true, handOver: { to: ids.marta, reason } }, refused: [ids.hanna, 'notYours'] },
    wrong: [[() => ({ to: nobody, reason }), 'to']],
  },
  extension: {
    ...{ ...asked, event: 'extensionAsked', refused: [ids.hanna, 'notYours'], gives: { extended: 0, extensions: [{ state: 'asked' }] } },
    wrong: [[() => ({ until: days.due, reason }), 'until'], ...wrongDays({ reason })],
  },
  extensionDecision: {
    ...{ ...sent('extensionDecision', ids.hanna, () => ({ granted: true, reason })), before: [asked], event: 'extensionGranted' },
    ...{ gives: { extended: 1, extensions: [{ state: 'granted', decidedBy: ids.hanna }] }, refused: [ids.lukas, 'notYours'] },
    wrong: [[() => ({ granted: true, until: days.due, reason }), 'until'], ...wrongDays({ granted: true, reason })],
  },
  reassignment: {
    ...{ ...sent('reassignment', ids.hanna, () => ({ to: ids.marta, reason })), event: 'reassigned', gives: { assignee: ids.marta } },
    ...{ refused: [ids.lukas, 'notYours'], wrong: [[() => ({ to: nobody, reason }), 'to']] },
  },
  waiver: {
    ...{ ...sent('waiver', ids.hanna, () => ({ reason, until: days.later })), event: 'waived', refused: [ids.lukas, 'notYours'] },
    ...{ gives: { state: 'waived', reason }, wrong: wrongDays({ reason }) },
  },
  cancellation: {
    ...{ ...sent('cancellation', ids.hanna, () => ({ reason })), event: 'cancelled', refused: [ids.lukas, 'notYours'] },
    gives: { state: 'cancelled', reason },
  },
  comment: {
    ...{ ...sent('comment', ids.lukas, () => ({ text: reason })), event: 'commented', refused: [ids.tove, 'notYours'], repeatable: true },
    ...{ gives: { version: 1 }, wrong: [[() => ({ text: '' }), 'text']] },
  },
};
const rows = Object.entries(table);
const versioned = rows.filter(([, { repeatable }]) => repeatable === undefined);

let n = 0;
async function opened({ asking = {}, before = [] }: Row): Promise<string> {
  n += 1;
  const id = await startTask(product, { risk: `RSK-${n}`, owner: ids.lukas, ...asking });
  for (const one of before) expect((await give(id, one)).status).toBe(200);
  return id;
}

const sessions = new Map<string, Promise<Asking>>();
function signedIn(person: string): Promise<Asking> {
  const session = sessions.get(person) ?? product.signedIn(person);
  sessions.set(person, session);
  return session;
}

let keys = 0;
async function give(id: string, { noun, by, body, present }: Sent, more: Body = {}, key?: string): Promise<Answer<Body & Problem>> {
  keys += 1;
  const own = key ?? `key-${keys}`;
  const path = `/tasks/${encodeURIComponent(id)}/${noun}`;
  const ask = present === true ? await signedIn(by) : product.as(by);
  return ask('POST', path, { ...body(), ...more }, { 'idempotency-key': own });
}
const entriesOf = (id: string, event: string) => product.store.trail.find({ chain: `task/${id}`, event });
const versionOf = async (id: string) => (await product.store.tasks.get(id))?.version;

describe('a command over HTTP', () => {
  it.each(rows)('When %s is sent, it is done, recorded once, and answered alike when the same request comes again', async (_, row) => {
    const id = await opened(row);
    const first = await give(id, row, {}, `once-${id}`);
    expect(first).toMatchObject({ status: 200, body: row.gives });
    const again = await give(id, row, {}, `once-${id}`);
    expect(again).toEqual(first);
    const entries = await entriesOf(id, row.event);
    expect(entries).toHaveLength((row.before ?? []).filter(({ noun, by }) => noun === row.noun && by === row.by).length + 1);
    expect(entries.at(-1)?.actor).toEqual({ person: row.by, via: row.present === true ? 'login' : 'token' });
  });

  it.each(rows)('When %s is sent wrongly, each refusal says why and where, and nothing has changed', async (_, row) => {
    const id = await opened(row);
    const version = await versionOf(id);
    const [who, code] = row.refused;
    expect(await give(id, { ...row, by: who })).toMatchObject({ status: 403, body: { code } });
    expect((await give(id, { ...row, by: ids.martin })).status).toBe(404);
    for (const [body, path] of row.wrong ?? []) {
      const { status, body: problem } = await give(id, { ...row, body });
      expect({ status, paths: problem.errors.map((error) => error.path) }).toEqual({ status: 422, paths: [path] });
    }
    if (row.repeatable === undefined) expect(await give(id, row, { version: 99 })).toMatchObject({ status: 409, body: { code: 'stale' } });
    expect(await give(id, row, { surprise: true })).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(await versionOf(id)).toBe(version);
    const before = (row.before ?? []).filter(({ noun, by }) => noun === row.noun && by === row.by).length;
    expect(await entriesOf(id, row.event)).toHaveLength(before);
    expect(await give(id, row, row.repeatable === undefined ? { version } : {})).toMatchObject({ status: 200 });
  });

  it.each(versioned)('When %s is sent forty times at once, it is done once', async (_, row) => {
    const id = await opened(row);
    const answers = await Promise.all(Array.from({ length: 40 }, () => give(id, row)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    // Whoever has given it back does not see it any more.
    const afterwards = (await product.as(row.by)('GET', `/tasks/${encodeURIComponent(id)}`)).status;
    const late = afterwards === 404 ? [404] : [];
    expect(statuses.filter((status) => ![200, 403, 409, 422, ...late].includes(status))).toEqual([]);
    const before = (row.before ?? []).filter(({ noun, by }) => noun === row.noun && by === row.by).length;
    expect(await entriesOf(id, row.event)).toHaveLength(before + 1);
  });

  it('When the same comment is sent forty times at once with one key, it is recorded once', async () => {
    const row = table.comment as Row;
    const id = await opened(row);
    const answers = await Promise.all(Array.from({ length: 40 }, () => give(id, row, {}, `one-${id}`)));
    for (const { status, body } of answers) if (status !== 200) expect([status, body.code]).toEqual([409, 'inProgress']);
    expect(await entriesOf(id, 'commented')).toHaveLength(1);
  });
});

describe('a confirmation', () => {
  it('When a program sends it with a token of the confirmer, it is refused: somebody who has just signed in confirms', async () => {
    const { present: _, ...byProgram } = table.confirmation as Row;
    expect(await give(await opened(byProgram), byProgram)).toMatchObject({ status: 403, body: { code: 'needsLogin' } });
  });
});

describe('a request that only one of several may decide', () => {
  it('When more time was granted once, the next request is not the accountable person’s to grant, and the paths say which day is wrong', async () => {
    const id = await opened(table.extensionDecision as Row);
    const decision = table.extensionDecision as Row;
    expect(await give(id, { ...decision, body: () => ({ granted: true, until: days.later, reason }) })).toMatchObject({ status: 200 });
    const later = calendarOf(await settingsNow(product.store), undefined).addWorkingDays(days.later, 3);
    expect(await give(id, { ...asked, body: () => ({ until: days.later, reason }) })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'until', message: `is not after the due date, ${days.later}` }] },
    });
    expect(await give(id, { ...asked, body: () => ({ until: later, reason }) })).toMatchObject({ status: 200 });
    await product.store.tasks.set(id, { accountable: ids.martin });
    const asMartin = { ...decision, by: ids.martin };
    expect(await give(id, asMartin)).toMatchObject({ status: 403, body: { code: 'notYours' } });
    expect(await give(id, { ...decision, by: ids.tove, body: () => ({ granted: false, reason }) })).toMatchObject({
      ...{ status: 200, body: { extended: 1, extensions: [{ state: 'granted' }, { state: 'refused', answer: reason }] } },
    });
  });
});
