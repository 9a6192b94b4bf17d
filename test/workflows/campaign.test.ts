import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkflowNotFoundError } from '@temporalio/common';
import { hashPassword } from '../../api/passwords.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Letter } from '../../domain/records/letter.ts';
import type { Rung, Task } from '../../domain/records/task.ts';
import { verifyChain } from '../../models/chain.ts';
import { changeRecord } from '../../models/registers.ts';
import { newVisitor } from '../../stack/demo/visitor.ts';
import { addToken, type Product, password, startApi } from '../api/http.ts';
import { cancelRun, closedRun } from '../support/answers.ts';
import { answerTask, askedIn, person } from '../support/asked.ts';
import { addControl } from '../support/controls.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { type SkippingEngine, startSkippingEngine } from '../support/timeSkipping.ts';

let engine: SkippingEngine;
let product: Product;
const paul = 'per-paul000000';
const nina = 'per-nina000000';

beforeAll(async () => {
  engine = await startSkippingEngine();
  await foundOrganization(engine.store);
  await joins(paul, 'Paul Adler');
  for (const id of Object.values(ids)) await addToken(engine.store, id);
  const temporal = { address: engine.env.address, namespace: 'default' };
  product = await startApi({ store: engine.store, temporal, clock: engine.clock });
});
afterAll(async () => {
  await product.stop();
  await engine.stop();
});

/** Somebody of Martin's. */
async function joins(id: string, name: string): Promise<void> {
  const email = `${id}@tessel.example`;
  const set = { name, email, roles: [], manager: ids.martin, site: 'head-office', language: 'en', absences: [], status: 'active' } as const;
  await changeRecord(engine.store, {
    ...{ register: 'people', id, at: engine.clock.now(), actor: byEngine, event: 'created' },
    set: { ...set, roles: [], absences: [] },
  });
  await addToken(engine.store, id);
}

const api = (id: string) => product.as(id);
const create = (campaign: Record<string, unknown>) =>
  api(ids.hanna)('POST', '/api/v1/registers/campaigns', { kind: 'statement', text: 'Lock your screen. Report what is odd.', ...campaign });
const open = async (campaign: string): Promise<string> => {
  const opened = await api(ids.hanna)('POST', '/api/v1/processes/campaign/runs', { subject: { campaign } });
  expect(opened.status).toBe(201);
  return `campaign-${campaign}`;
};
const accept = (id: string, campaign: string, outcome: object = { statement: 'accepted' }) =>
  api(id)('POST', `/api/v1/campaigns/${campaign}/answers`, { outcome });
const progress = async (campaign: string, id: string = ids.hanna): Promise<Record<string, unknown>> =>
  (await api(id)('GET', `/api/v1/campaigns/${campaign}`)).body;

const question = async (run: string, id: string, task = 'sign'): Promise<Task> =>
  eventually(`${id} is asked in ${run}`, () => engine.store.tasks.get(`${run}/${task}/${id}/1`));
const allAsked = (run: string, count: number) =>
  eventually(`${count} are asked`, async () => (await engine.store.tasks.count({ run })) === count);
const letters = (run: string, filter: object): Promise<Letter[]> => engine.store.letters.find({ run, ...filter });
const namesOf = (some: readonly { person: string }[]): string[] => some.map((one) => one.person).sort();
const sorted = (...some: string[]): string[] => [...some].sort();

const rungOf = ({ rungs }: Task, key: string): Rung => {
  const found = rungs.find((rung) => rung.key === key);
  if (found === undefined) throw new Error(`there is no rung ${key}`);
  return found;
};
const hourAfter = (instant: string) => new Date(Date.parse(instant) + 3_600_000).toISOString();
const daysOn = (days: number) => new Date(Date.parse(engine.now()) + days * 86_400_000).toISOString();
/** Until the rung has come, and all who are missing have reached it. */
async function reach(run: string, missing: string, key: string): Promise<void> {
  await engine.sleepUntil(hourAfter(rungOf(await question(run, missing), key).at));
  await eventually(`${key} is reached`, async () => rungOf(await question(run, missing), key).state !== 'pending');
}

const mailTo = (address: string, about: RegExp): Promise<string> =>
  eventually(`${address} has a mail about ${about}`, async () =>
    (await engine.mail.messages())
      .filter(({ To, Text }) => To[0]?.Address === address && about.test(Text))
      .map(({ Text }) => Text)
      .at(-1),
  );
const listIn = /CMP-002: (one|\d+) answers? (is|are) missing/i;

describe('a training of two', () => {
  const run = 'campaign-CMP-001';

  it('When a campaign asks nobody, or somebody who is not there, or is for a control that there is not, it is refused', async () => {
    const wrong = { id: 'CMP-009', title: 'Wrong', audience: { people: ['per-nobody0000'], sites: ['mars'] }, control: 'CTL-404' };
    const refused = await create(wrong);
    expect(refused.status).toBe(422);
    expect((refused.body as { errors: { path: string }[] }).errors.map(({ path }) => path)).toEqual([
      ...['audience.sites.0', 'audience.people.0', 'control'],
    ]);
    expect((await create({ ...wrong, audience: {}, control: undefined })).status).toBe(422);
  });

  it('When it opens, each is asked once, in one mail, without a workflow of their own', async () => {
    const made = await create({
      ...{ id: 'CMP-001', title: 'How to tell a false mail', kind: 'training', workingDays: 10 },
      ...{ audience: { people: [ids.lukas, ids.marta] }, text: 'Half an hour in the learning portal.' },
    });
    expect(made).toMatchObject({ status: 201, body: { status: 'draft' } });
    await open('CMP-001');
    await allAsked(run, 2);
    expect(await progress('CMP-001')).toMatchObject({ asked: 2, answered: 0, missing: 2, status: 'running', run });
    const asked = await question(run, ids.lukas, 'learn');
    expect(asked).toMatchObject({ about: 'CMP-001', assignee: ids.lukas, state: 'open', inPerson: true });
    await expect(engine.client.workflow.getHandle(asked.id).describe()).rejects.toThrow(WorkflowNotFoundError);
    expect(await mailTo('lukas@tessel.example', /CMP-001/)).toContain('/a/');
    expect(namesOf(await letters(run, { kind: 'opened' }))).toEqual(sorted(ids.lukas, ids.marta));
  });

  it('When it has begun, nobody changes what is asked', async () => {
    const { body } = await api(ids.hanna)('GET', '/api/v1/registers/campaigns/CMP-001');
    const changed = await api(ids.hanna)('PATCH', '/api/v1/registers/campaigns/CMP-001', {
      version: (body as { version: number }).version,
      text: 'Something else.',
    });
    expect(changed.status).toBe(422);
  });

  it('When Lukas opens what he was mailed, he reads what is asked, and his word is recorded with how he gave it', async () => {
    const link = /http:\/\/isms\.test(\/a\/[\w-]{43})/.exec(await mailTo('lukas@tessel.example', /CMP-001/))?.[1] ?? '';
    const browser = newVisitor();
    const page = await browser.visit(`${product.url}${link}`);
    expect(page.text).toContain('Half an hour in the learning portal.');
    expect(page.html).not.toContain('<script');
    expect((await question(run, ids.lukas, 'learn')).state).toBe('open');
    const sent = await browser.send(page, { 'CMP-001.training': 'completed' });
    expect(sent.status).toBe(200);
    const done = await question(run, ids.lukas, 'learn');
    expect(done).toMatchObject({ state: 'done', outcome: { training: 'completed' }, answeredBy: { person: ids.lukas, via: 'link' } });
    expect(await verifyChain(engine.store, `task/${done.id}`)).toEqual([]);
  });

  it('When he says it again, by whatever way, he is answered with what he said first', async () => {
    const again = await accept(ids.lukas, 'CMP-001', { training: 'completed' });
    expect(again).toMatchObject({ status: 200, body: { state: 'done', answeredBy: { via: 'link' } } });
    const asTask = await api(ids.lukas)('POST', `/api/v1/tasks/${encodeURIComponent(`${run}/learn/${ids.lukas}/1`)}/completion`, {
      outcome: { training: 'completed' },
    });
    expect(asTask.status).toBe(409);
    expect(await engine.store.trail.count({ chain: `task/${run}/learn/${ids.lukas}/1` })).toBe(2);
  });

  it('When somebody answers who is not asked, or says something else, that is refused', async () => {
    expect((await accept(ids.tove, 'CMP-001', { training: 'completed' })).status).toBe(404);
    expect((await accept(ids.lukas, 'CMP-404', { training: 'completed' })).status).toBe(404);
    expect((await accept(ids.marta, 'CMP-001', { training: 'skipped' })).status).toBe(422);
  });

  it('When Marta looks at what waits for her, it stands among her tasks, with its date', async () => {
    const { body } = await api(ids.marta)('GET', '/api/v1/tasks?assignee=me&status=open');
    const [line] = (body as { items: { about: string; title: string; due: string }[] }).items;
    expect(line).toMatchObject({ about: 'CMP-001', title: 'Complete the training', due: (await question(run, ids.marta, 'learn')).due });
    expect(await progress('CMP-001', ids.marta)).toMatchObject({ answered: 1, missing: 1, mine: { state: 'open' } });
  });

  it('When all have answered, twenty times at once, it counts once, and the campaign ends before any reminder', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, () => accept(ids.marta, 'CMP-001', { training: 'completed' })));
    expect(new Set(many.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await engine.store.trail.count({ chain: `task/${run}/learn/${ids.marta}/1` })).toBe(2);
    const closed = await closedRun(engine, run);
    expect(closed).toMatchObject({ outcome: 'complete', gates: [{ passed: true }, { passed: true }] });
    expect(closed.started).toBeUndefined();
    expect(await progress('CMP-001')).toMatchObject({ asked: 2, answered: 2, missing: 0, status: 'closed' });
    expect(await letters(run, { kind: 'reminder' })).toEqual([]);
  });
});

describe('a statement of everybody', () => {
  const run = 'campaign-CMP-002';

  it('When it opens for everyone, all six are asked', async () => {
    await create({ id: 'CMP-002', title: 'Acceptable use', audience: { roles: ['everyone'] }, workingDays: 10 });
    await open('CMP-002');
    await allAsked(run, 6);
  });

  it('When it would be passed on, put off, or answered for another, that is refused', async () => {
    const at = (id: string) => `/api/v1/tasks/${encodeURIComponent(`${run}/sign/${id}/1`)}`;
    const passed = await api(ids.lukas)('POST', `${at(ids.lukas)}/delegation`, { to: ids.marta, reason: 'She has time.' });
    const moved = await api(ids.lukas)('POST', `${at(ids.lukas)}/extension`, { until: '2099-01-04', reason: 'Later.' });
    const signed = await api(ids.hanna)('POST', `${at(ids.lukas)}/completion`, { outcome: { statement: 'accepted' } });
    expect([passed.status, moved.status, signed.status]).toEqual([403, 403, 403]);
  });

  it('When Marta opens my tasks, it stands there and leads to where she answers it', async () => {
    await engine.store.credentials.insert({ id: ids.marta, passwordHash: await hashPassword(password), changedAt: engine.now() });
    const browser = newVisitor();
    const signIn = await browser.visit(`${product.url}/sign-in`);
    await browser.send(signIn, { email: 'marta@tessel.example', password });
    const mine = await browser.visit(`${product.url}/tasks`);
    expect(mine.text).toContain('CMP-002');
    expect(mine.html).toContain(`href="/tasks/${run}/sign"`);
    const page = await browser.visit(`${product.url}/tasks/${run}/sign`);
    expect(page.text).toContain('Lock your screen. Report what is odd.');
    expect(page.text).not.toContain('Ask for more time');
  });

  it('When Marta has answered and the first rung comes, those who are missing are reminded, and she is not', async () => {
    expect((await accept(ids.marta, 'CMP-002')).status).toBe(200);
    await reach(run, ids.lukas, 'before5');
    const reminded = await eventually('all are reminded', async () => {
      const found = await letters(run, { kind: 'reminder' });
      return found.length >= 5 && found;
    });
    expect(namesOf(reminded)).toEqual(sorted(ids.hanna, ids.lukas, ids.martin, ids.tove, paul));
  });

  it('When Hanna excepts Tove until a day, Tove is not missing any more; without an end she could not', async () => {
    const path = `/api/v1/tasks/${encodeURIComponent(`${run}/sign/${ids.tove}/1`)}/waiver`;
    const excepted = await api(ids.hanna)('POST', path, { reason: 'On parental leave.', until: daysOn(200).slice(0, 10) });
    expect(excepted.status).toBe(200);
    expect((await api(ids.hanna)('POST', path, { reason: 'On leave.' })).status).toBe(422);
    expect(await progress('CMP-002')).toMatchObject({ asked: 6, answered: 1, excepted: 1, missing: 4 });
  });

  it('When Paul leaves and Nina joins, he is asked no more and she is, with as much time as everybody had', async () => {
    const left = await api(ids.hanna)('POST', `/api/v1/people/${paul}/departure`, { to: ids.lukas, reason: 'A new job.' });
    expect(left.status).toBe(202);
    const gone = await eventually('Paul is asked no more', () => engine.store.tasks.first({ run, assignee: paul, state: 'cancelled' }));
    expect(gone.reason).toBe('A new job.');
    expect(await engine.store.tasks.count({ run, assignee: ids.lukas })).toBe(1);
    await joins(nina, 'Nina Roth');
    await reach(run, ids.lukas, 'before1');
    const asked = await question(run, nina);
    expect(asked.due > (await question(run, ids.lukas)).due).toBe(true);
    expect(await progress('CMP-002')).toMatchObject({ asked: 7, answered: 1, excepted: 1, dropped: 1, missing: 4 });
    expect(namesOf(await letters(run, { kind: 'reminder', person: paul }))).toHaveLength(1);
  });

  it('When it is late, each line manager has one list of who is missing of theirs', async () => {
    await reach(run, ids.lukas, 'late1');
    const lists = await eventually('the managers are told', async () => {
      const found = await letters(run, { kind: 'missing' });
      return found.length >= 2 && found;
    });
    // Tove is Hanna's and Martin's manager, Martin is Lukas's; Nina has more time.
    expect(namesOf(lists)).toEqual(sorted(ids.tove, ids.martin));
    const toTove = await mailTo('tove@tessel.example', listIn);
    expect(toTove).toContain('Hanna Vogt and Martin Seidel');
    const toMartin = await mailTo('martin@tessel.example', listIn);
    expect(toMartin).toContain('Lukas Wendt');
    for (const other of ['Nina', 'Paul', 'Marta']) expect(toMartin).not.toContain(other);
    expect(namesOf(await letters(run, { kind: 'escalation' }))).toEqual(sorted(ids.hanna, ids.lukas, ids.martin));
  });

  it('When Hanna has answered and it is later still, she has one list of all who are missing', async () => {
    expect((await accept(ids.hanna, 'CMP-002')).status).toBe(200);
    await reach(run, ids.lukas, 'late2');
    const [list, ...others] = await eventually('the ISMS manager is told', async () => {
      const found = await letters(run, { kind: 'missing', person: ids.hanna });
      return found.length > 0 && found;
    });
    expect([list?.facts.level, others]).toEqual([2, []]);
    const text = await mailTo('hanna@tessel.example', listIn);
    expect(text).toContain('Lukas Wendt and Martin Seidel');
    expect(text).not.toContain('Nina');
  });

  it('When nobody has moved up to the last rung, there is no nonconformity for each, and the campaign waits for Nina', async () => {
    await reach(run, ids.lukas, 'late3');
    expect(await engine.store.nonconformities.count({ 'source.run': run })).toBe(0);
    expect((await engine.store.runs.get(run))?.status).toBe('open');
    expect((await accept(nina, 'CMP-002')).status).toBe(200);
  });

  it('When the next working day begins, those who are missing are one nonconformity, and nothing is asked of them any more', async () => {
    const closed = await eventually(
      'it is closed',
      async () => {
        await engine.sleepUntil(hourAfter(engine.now()));
        const found = await engine.store.runs.get(run);
        return found?.status === 'closed' && found;
      },
      150_000,
    );
    expect(closed).toMatchObject({
      outcome: 'incomplete',
      gates: [
        { gate: 'G14', passed: true },
        { gate: 'G15', passed: true },
      ],
    });
    const [candidate, ...others] = await engine.store.nonconformities.find({ 'source.run': run });
    expect(candidate).toMatchObject({ title: '2 have not answered CMP-002', status: 'candidate', owner: ids.hanna });
    expect(others).toEqual([]);
    expect(closed.started).toEqual([`correctiveAction-${candidate?.id}`]);
    expect(await progress('CMP-002')).toMatchObject({ status: 'closed', asked: 7, answered: 3, excepted: 1, dropped: 1, missing: 2 });
    expect(await engine.store.tasks.count({ run, state: 'open' })).toBe(0);
  });

  it('When Lukas answers after it has closed, that is too late', async () => {
    expect(await accept(ids.lukas, 'CMP-002')).toMatchObject({ status: 409, body: { code: 'closed' } });
  });

  it('When the trail of everybody is looked at, each chain is whole, and says what was asked, when, and by whom it was answered', async () => {
    for (const task of await engine.store.tasks.find({ run })) expect(await verifyChain(engine.store, `task/${task.id}`)).toEqual([]);
    const events = (await engine.store.trail.find({ chain: `task/${run}/sign/${ids.hanna}/1` }, { sort: { seq: 1 } })).map(
      ({ event }) => event,
    );
    expect(events).toEqual(['opened', 'rung', 'rung', 'rung', 'rung', 'rung', 'completed']);
    const briefs = new Set((await engine.store.tasks.find({ run })).map(({ brief }) => brief?.digest));
    expect(briefs.size).toBe(1);
  });
});

describe('a campaign that is cancelled', () => {
  it('When Hanna cancels it, nothing is asked any more, and nobody has missed anything', async () => {
    await create({ id: 'CMP-003', title: 'By mistake', audience: { people: [ids.lukas] } });
    const run = await open('CMP-003');
    await allAsked(run, 1);
    await cancelRun(engine, run);
    expect(await closedRun(engine, run)).toMatchObject({ status: 'cancelled' });
    expect((await question(run, ids.lukas)).state).toBe('cancelled');
    expect(await progress('CMP-003')).toMatchObject({ status: 'cancelled', missing: 1 });
    expect(await engine.store.nonconformities.count({ 'source.run': run })).toBe(0);
  });
});

describe('a control that everybody signs', () => {
  it('When it is being put in place, its campaign starts, and it is not in place before all have answered', async () => {
    await addControl(engine.store, 'CTL-030', { name: 'Acceptable use', owner: ids.lukas, kind: 'people' });
    await create({ id: 'CMP-004', title: 'Acceptable use', audience: { people: [ids.marta, ids.martin] }, control: 'CTL-030' });
    const implementation = { process: 'controlImplementation', subject: { control: 'CTL-030' }, actor: byEngine };
    const { id: run } = await engine.openRun(implementation);
    await allAsked('campaign-CMP-004', 2);
    const started = await eventually('it is recorded', async () => (await engine.store.runs.get(run))?.started);
    expect(started).toEqual(['campaign-CMP-004']);
    expect((await accept(ids.marta, 'CMP-004')).status).toBe(200);
    const implement = await askedIn(engine, run, 'implement');
    const outcome = { result: 'All have signed.', documented: true, shownBy: 'The campaign.' };
    const path = `/api/v1/tasks/${encodeURIComponent(implement.id)}/completion`;
    const early = await api(ids.lukas)('POST', path, { outcome });
    expect(early).toMatchObject({ status: 422, body: { errors: [{ path: 'outcome.result' }] } });
    expect(early.text).toContain('1 of 2');
    expect((await accept(ids.martin, 'CMP-004')).status).toBe(200);
    await closedRun(engine, 'campaign-CMP-004');
    await answerTask(engine, implement, person(ids.lukas, 'controlOwner'), outcome);
    const verify = await askedIn(engine, run, 'verify');
    const brief = await engine.store.briefs.get(verify.brief?.id ?? '');
    const said = brief?.facts.find(({ label }) => label.en === 'CMP-004 Acceptable use')?.said;
    expect(said).toEqual([{ en: '2 of 2 have answered', de: '2 von 2 haben geantwortet' }]);
  });
});
