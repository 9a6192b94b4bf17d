import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import { engine } from '../../domain/records/common.ts';
import type { Risk } from '../../domain/records/risk.ts';
import { changeRecord } from '../../models/registers.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { type Product, password, startProduct } from '../support/product.ts';
import { eventually } from '../support/time.ts';
import { newVisitor, type Page, type Visitor } from '../support/visitor.ts';

const requests = '/decisions/riskAcceptance/request';
const approvals = '/decisions/riskAcceptance/approve';
const names = ['hanna', 'lukas', 'marta', 'tove'] as const;
type Name = (typeof names)[number];

let product: Product;
const browsers = new Map<Name, Visitor>();

beforeAll(async () => {
  product = await startProduct();
  const { store } = product;
  await foundOrganization(store);
  const changedAt = systemNow();
  for (const name of names) await store.credentials.insert({ id: ids[name], passwordHash: await hashPassword(password), changedAt });
  await changeRecord(store, {
    ...{ register: 'controls', id: 'CTL-1', at: systemNow(), actor: engine, event: 'created' },
    set: {
      ...{ name: 'Water alarm', kind: 'technological', description: '', owner: ids.marta, status: 'implemented' },
      ...{ effectiveness: 'effective', annexA: [] },
    },
  });
  for (const id of ['RSK-1', 'RSK-2', 'RSK-3', 'RSK-4']) await askAbout(id, ids.lukas);
  for (const id of ['RSK-5', 'RSK-6']) await askAbout(id, ids.marta);
}, 300_000);
afterAll(() => product.stop());

/** A risk that was judged as high, and the run in which it is decided on. */
async function askAbout(id: string, owner: string): Promise<void> {
  const { store } = product;
  const current = { likelihood: 4, consequence: 3 };
  const judged = { ...current, band: 'high' as const };
  const at = systemNow();
  await store.assessments.insert({
    ...{ id: `${id}-a`, risk: id, kind: 'initial', at, by: engine, criteria: 'criteria-1', ...judged, aboveAcceptance: true },
  });
  const lastAssessment = { id: `${id}-a`, day: '2026-11-01', by: owner, ...judged };
  const controls = [{ control: 'CTL-1', actsOn: 'both' as const }];
  await addRisks(store, owner, [id], { current, band: 'high', acceptance: 'required', lastAssessment, controls });
  await product.openRun({ process: 'riskAcceptance', subject: { risk: id, asOf: 1 }, actor: engine });
  await eventually(`${id} is asked about`, () => store.tasks.get(taskId(id, 'request')));
}

const taskId = (risk: string, task: 'request' | 'approve', n = 1) => `riskAcceptance-${risk}-v1/${task}/${risk}/${n}`;
const taskOf = (risk: string, task: 'request' | 'approve', n = 1) => product.store.tasks.get(taskId(risk, task, n));
const acceptanceOf = async (risk: string) => product.store.acceptances.get(`${risk}-v1`);
const approvalOf = (risk: string, n = 1) => eventually(`${risk} is to be approved`, () => taskOf(risk, 'approve', n));

async function signedIn(name: Name): Promise<Visitor> {
  const known = browsers.get(name);
  if (known !== undefined) return known;
  const visitor = newVisitor();
  browsers.set(name, visitor);
  await visitor.send(await visitor.visit(`${product.url}/sign-in`), { email: `${name}@tessel.example`, password });
  return visitor;
}
const open = async (name: Name, path: string): Promise<Page> => (await signedIn(name)).visit(`${product.url}${path}`);
const send = async (name: Name, page: Page, fields: Record<string, string>) => (await signedIn(name)).send(page, fields);

const wanted = (risk: string, justification: string) => ({
  [`${taskId(risk, 'request')}.decision`]: 'retain',
  [`${taskId(risk, 'request')}.justification`]: justification,
  [`${taskId(risk, 'request')}.measures`]: 'It is off the network at night.',
});
const decided = (risk: string, decision: string, reason: string, n = 1) => ({
  ...{ [`${taskId(risk, 'approve', n)}.decision`]: decision, [`${taskId(risk, 'approve', n)}.reason`]: reason },
});

async function change(id: string, set: Partial<Risk>): Promise<void> {
  const version = (await product.store.risks.get(id))?.version ?? 0;
  await changeRecord(product.store, {
    ...{ register: 'risks', id, version, set, at: product.clock.now(), actor: engine, event: 'changed' },
  });
}

const mailsTo = async (name: Name) => (await product.mail.messages()).filter(({ To }) => To[0]?.Address === `${name}@tessel.example`);

async function timePassesForSessionsOf(person: string): Promise<void> {
  const before = new Date(Date.now() - 16 * 60_000).toISOString();
  await product.store.connection
    .collection('sessions')
    .updateMany({ 'session.person': person }, { $set: { 'session.signedInAt': before } });
}

describe('The page on which an owner decides', () => {
  it('When several of their risks are above the rule, they stand on one page as they were frozen, and one form answers them', async () => {
    await change('RSK-1', { name: 'Another name of today' });
    const page = await open('lukas', requests);
    for (const said of ['Secret of RSK-1', 'likely (4) and moderate (3)', 'criteria version 1', 'Water alarm', 'Your request goes there'])
      expect(page.text).toContain(said);
    expect(page.text).not.toContain('Another name of today');
    const all = ['RSK-1', 'RSK-2', 'RSK-3', 'RSK-4'].map((risk) => wanted(risk, `The machine of ${risk} is replaced in March.`));
    const sent = await send('lukas', page, Object.assign({}, ...all));
    expect([sent.status, sent.text.includes('Your four answers are recorded')]).toEqual([200, true]);
    for (const risk of ['RSK-1', 'RSK-2', 'RSK-3', 'RSK-4']) expect(await approvalOf(risk)).toMatchObject({ assignee: ids.tove });
    const theirs = await send('marta', await open('marta', requests), { ...wanted('RSK-5', 'We wait for the maker.') });
    expect(theirs.status).toBe(200);
    await approvalOf('RSK-5');
  });

  it('When the one who asked also leads and it is late, the page does not let them approve', async () => {
    const { store } = product;
    await store.people.set(ids.lukas, { roles: [{ role: 'riskOwner' }, { role: 'topManagement' }] });
    await store.tasks.set(taskId('RSK-1', 'approve'), { level: 3 });
    const page = await open('lukas', `/tasks/${taskId('RSK-1', 'approve')}`);
    expect(page.status).toBe(403);
    expect(new URL((await open('lukas', approvals)).url).pathname).toBe('/tasks');
    const form = await open('lukas', '/my-mail');
    const csrf = /name="csrf" value="([^"]+)"/.exec(form.html)?.[1] ?? '';
    const lukas = await signedIn('lukas');
    const forged = {
      ...form,
      html: `<form action="${approvals}"><input type="hidden" name="csrf" value="${csrf}"><input name="key"></form>`,
    };
    const refused = await lukas.send(forged, { key: 'k', ...decided('RSK-1', 'approve', 'I say so myself.') });
    expect([refused.status, refused.text.includes('was not recorded')]).toEqual([409, true]);
    expect(await taskOf('RSK-1', 'approve')).toMatchObject({ state: 'open' });
    await store.tasks.set(taskId('RSK-1', 'approve'), { level: 0 });
    await store.people.set(ids.lukas, { roles: [{ role: 'riskOwner' }] });
  });
});

describe('The page on which top management decides', () => {
  it('When five are to be approved, my work has one entry for them and the mail leads to the same page', async () => {
    const mine = await open('tove', '/tasks');
    expect(mine.text).toContain('Approve five risk acceptances');
    expect(mine.html.match(/<li class="card">/g)).toHaveLength(1);
    expect(mine.html).toContain(`href="${approvals}"`);
    const mail = await eventually('the mail', async () => (await mailsTo('tove')).find(({ Text }) => Text.includes('RSK-1 ')));
    expect(mail.Text).toContain(`${product.url}${approvals}`);
    expect(mail.Text).toContain('asked for by Lukas Wendt');
    expect(mail.Text).not.toMatch(/Secret|likely|replaced in March/);
  });

  it('When the page is opened, it says who asks, why, by which line of the table and until when it would hold', async () => {
    const page = await open('tove', approvals);
    const until = await monthsFromToday(6);
    for (const said of [
      ...['May these five risks be retained?', 'The machine of RSK-1 is replaced in March.', 'by Lukas Wendt,', 'by Marta Nogueira,'],
      ...['High: top management, by the criteria', `until ${until} if decided today, at most 6 months`, 'first request'],
    ])
      expect(page.text).toContain(said);
    expect(page.html.match(/class="box task decide"/g)).toHaveLength(5);
  });

  it('When the sign-in is too old, nothing is recorded and nothing that was typed is lost', async () => {
    const page = await open('tove', approvals);
    await timePassesForSessionsOf(ids.tove);
    const refused = await send('tove', page, { ...decided('RSK-1', 'approve', 'Until March it is bearable.') });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Until March it is bearable.');
    expect(refused.html).toContain(`/sign-in?again=yes&amp;returnTo=${encodeURIComponent(approvals)}`);
    expect(await taskOf('RSK-1', 'approve')).toMatchObject({ state: 'open' });
    const again = await open('tove', approvals);
    expect(new URL(again.url).pathname).toBe('/sign-in');
    const back = await send('tove', again, { email: 'tove@tessel.example', password });
    expect(new URL(back.url).pathname).toBe(approvals);
  });

  it('When four are approved and one is refused in one form, each is recorded by itself', async () => {
    const page = await open('tove', approvals);
    const approved = ['RSK-1', 'RSK-2', 'RSK-3', 'RSK-4'].map((risk) => decided(risk, 'approve', `Until March, ${risk}.`));
    const sent = await send('tove', page, Object.assign({}, ...approved, decided('RSK-5', 'refuse', 'Not on the internet.')));
    expect([sent.status, sent.text.includes('Your five answers are recorded')]).toEqual([200, true]);
    for (const risk of ['RSK-1', 'RSK-2', 'RSK-3', 'RSK-4'])
      await eventually(`${risk} is accepted`, async () => (await acceptanceOf(risk))?.state === 'accepted');
    expect(await acceptanceOf('RSK-2')).toMatchObject({ decision: 'Until March, RSK-2.', decidedBy: { person: ids.tove, via: 'login' } });
    await eventually('it is refused', async () => (await acceptanceOf('RSK-5'))?.state === 'refused');
    const left = await open('tove', approvals);
    expect(new URL(left.url).pathname).toBe('/tasks');
  });

  it('When it is decided, the owner and the ISMS manager learn until when, or what follows', async () => {
    const accepted = await eventually('the owner is told', async () =>
      (await mailsTo('lukas')).find(({ Text }) => Text.includes('may be retained until')),
    );
    expect(accepted.Text).not.toMatch(/Secret|Until March/);
    const refused = await eventually('the other owner is told', async () =>
      (await mailsTo('marta')).find(({ Text }) => Text.includes('RSK-5 may not be retained')),
    );
    expect(refused.Text).toContain('Tove Lind has refused the acceptance.');
    await eventually('a treatment is proposed', async () =>
      (await mailsTo('hanna')).some(({ Subject }) => /Decide on (proposal RSK-5\.|\d+ proposals)/.test(Subject)),
    );
    expect((await mailsTo('hanna')).some(({ Subject }) => Subject.includes('Closed: Risk acceptance'))).toBe(false);
  });
});

describe('A risk that changes while somebody decides', () => {
  it('When it changes before the owner has asked, what goes to top management is the risk as the owner saw it', async () => {
    await change('RSK-6', { current: { likelihood: 5, consequence: 3 } });
    const page = await open('marta', requests);
    expect(page.text).toContain('The risk is not what was frozen any more');
    expect(page.text).toContain('What goes to top management is the risk as it is now.');
    expect((await send('marta', page, wanted('RSK-6', 'The line comes in March.'))).status).toBe(200);
    await approvalOf('RSK-6');
    expect(await acceptanceOf('RSK-6')).toMatchObject({ snapshot: { levels: { likelihood: 5, consequence: 3 } } });
  });

  it('When it changes while the page is open, that one comes back with why and with what was typed, and the others are recorded', async () => {
    await askAbout('RSK-7', ids.lukas);
    await send('lukas', await open('lukas', requests), wanted('RSK-7', 'It is replaced in April.'));
    await approvalOf('RSK-7');
    const page = await open('tove', approvals);
    await change('RSK-7', { current: { likelihood: 5, consequence: 5 } });
    const sent = await send('tove', page, {
      ...decided('RSK-6', 'approve', 'Until the line is there.'),
      ...decided('RSK-7', 'approve', 'Until April it is bearable.'),
    });
    expect(sent.status).toBe(422);
    for (const said of [
      'One answer is recorded.',
      'has changed since you opened the page',
      'Level now: Very high, almost certain (5) and severe (5)',
    ])
      expect(sent.text).toContain(said);
    expect(sent.html).toContain('Until April it is bearable.');
    expect(await taskOf('RSK-6', 'approve')).toMatchObject({ state: 'done' });
    expect(await taskOf('RSK-7', 'approve')).toMatchObject({ state: 'open' });
  });

  it('When what is frozen is not so any more, it is not approved by page or API; returned, it is asked anew about the risk of now', async () => {
    const page = await open('tove', approvals);
    const refused = await send('tove', page, decided('RSK-7', 'approve', 'Until April it is bearable.'));
    expect([refused.status, refused.text.includes('cannot be approved like this')]).toEqual([422, true]);
    const tove = await product.signedIn(ids.tove);
    const path = `/tasks/${encodeURIComponent(taskId('RSK-7', 'approve'))}/completion`;
    const outcome = { decision: 'approve', reason: 'Until April it is bearable.' };
    expect(await tove('POST', path, { outcome }, { 'idempotency-key': 'a-1' })).toMatchObject({
      ...{ status: 422, body: { errors: [{ path: 'outcome.decision' }] } },
    });
    const returned = await send('tove', refused, decided('RSK-7', 'return', 'What does April cost now?'));
    expect(returned.status).toBe(200);
    await eventually('it is asked again', () => taskOf('RSK-7', 'request', 2));
    expect(await acceptanceOf('RSK-7')).toMatchObject({ snapshot: { levels: { likelihood: 5, consequence: 5 } } });
    const again = await open('lukas', requests);
    expect(again.text).toContain('Tove Lind gave your answer back');
    expect(again.text).toContain('What does April cost now?');
    expect(again.html).toContain('It is replaced in April.');
    const mail = await eventually('the owner is asked again by mail', async () =>
      (await mailsTo('lukas')).find(({ Text }) => Text.includes('Tove Lind has returned your request')),
    );
    expect(mail.Text).not.toContain('What does April cost');
  });
});

describe('The page of an acceptance', () => {
  const one = '/acceptances/RSK-1-v1';

  it('When somebody may not see it, there is nothing; whoever may sees the list and until when it holds', async () => {
    await eventually('the last of them is accepted', async () => (await acceptanceOf('RSK-6'))?.state === 'accepted');
    expect((await open('marta', one)).status).toBe(404);
    expect((await open('hanna', '/acceptances')).text).toContain('Five risks are accepted for a time');
    const page = await open('lukas', one);
    expect(page.text).toContain('RSK-1 may be retained until');
    expect(page.text).toContain('Tove Lind');
  });

  it('When it is revoked without a reason or after an old sign-in, nothing is revoked and nothing typed is lost', async () => {
    const page = await open('lukas', one);
    const short = await send('lukas', page, { reason: 'x' });
    expect([short.status, short.text.includes('A sentence of at least 3 characters')]).toEqual([422, true]);
    await timePassesForSessionsOf(ids.lukas);
    const old = await send('lukas', page, { reason: 'The machine is replaced.' });
    expect([old.status, old.html.includes('The machine is replaced.')]).toEqual([403, true]);
    expect(old.html).toContain(`returnTo=${encodeURIComponent(one)}`);
    expect(await acceptanceOf('RSK-1')).toMatchObject({ state: 'accepted' });
  });

  it('When it is revoked with a reason, it ends, the owner is told by whom, and the decision is asked for again', async () => {
    const page = await open('hanna', one);
    for (let n = 0; n < 2; n += 1) {
      const done = await send('hanna', page, { reason: 'The machine is replaced.' });
      expect([done.status, done.text.includes(n === 0 ? 'It is revoked.' : 'not in force')]).toEqual([n === 0 ? 200 : 409, true]);
    }
    const said = await open('hanna', one);
    expect(said.text).toMatch(/Revoked by Hanna Vogt, .*: The machine is replaced\./);
    await eventually('it is asked again', async () => (await product.store.runs.find({ 'subject.risk': 'RSK-1' })).length === 2);
    const mail = await eventually('the owner is told', async () =>
      (await mailsTo('lukas')).find(({ Text }) => Text.includes('is revoked')),
    );
    expect(mail.Text).toContain('Hanna Vogt has revoked it.');
    expect(mail.Text).not.toContain('The machine is replaced.');
  });
});

/** The day as the page says it, so many months from today on the calendar of head office. */
async function monthsFromToday(months: number): Promise<string> {
  const { DateTime } = await import('luxon');
  const day = DateTime.fromISO(product.clock.now(), { zone: 'Europe/Berlin' });
  const then = day.plus({ months });
  return then.toFormat(then.year === day.year ? 'ccc d LLL' : 'ccc d LLL yyyy', { locale: 'en-US' });
}
