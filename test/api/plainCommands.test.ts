import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tellScheduler } from '../../activities/startOnce.ts';
import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import { calendarOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { usualSchedules } from '../../workflows/schedules.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { type Product, password, startProduct } from '../support/product.ts';
import { linkTo } from '../support/reviewed.ts';
import { startTask } from '../support/tasks.ts';
import { eventually } from '../support/time.ts';
import { newVisitor, type Page, type Visitor } from '../support/visitor.ts';

const run = 'riskReview-2026-Q4';
const names = ['hanna', 'lukas', 'marta', 'tove'] as const;

let product: Product;
let days: { due: string; later: string };
/** Each signed in once, in a browser of their own. */
const browsers = new Map<string, Visitor>();

beforeAll(async () => {
  product = await startProduct();
  const { store } = product;
  await foundOrganization(store);
  await addRisks(store, ids.lukas, ['RSK-1', 'RSK-2', 'RSK-3', 'RSK-4']);
  await addRisks(store, ids.marta, ['RSK-11', 'RSK-12', 'RSK-13', 'RSK-14']);
  const changedAt = systemNow();
  for (const name of names) await store.credentials.insert({ id: ids[name], passwordHash: await hashPassword(password), changedAt });
  await product.as(ids.hanna)('POST', '/processes/riskReview/runs', { subject: { period: '2026-Q4' } });
  await eventually('all tasks are open', async () => (await store.tasks.count({ run })) === 8);
  const calendar = calendarOf(await settingsNow(store), undefined);
  const due = calendar.dayOf((await taskOf('RSK-1'))?.due ?? '');
  days = { due, later: calendar.addWorkingDays(due, 5) };
}, 300_000);
afterAll(() => product.stop());

const idOf = (risk: string) => `${run}/reassess/${risk}/1`;
const taskOf = (risk: string) => product.store.tasks.get(idOf(risk));
const eventsOf = async (risk: string) =>
  (await product.store.trail.find({ chain: `task/${idOf(risk)}` }, { sort: { seq: 1 } })).map(({ event }) => event);
const pathOf = (page: Page) => new URL(page.url).pathname + new URL(page.url).search;

async function signedIn(name: (typeof names)[number]): Promise<Visitor> {
  const known = browsers.get(name);
  if (known !== undefined) return known;
  const visitor = newVisitor();
  browsers.set(name, visitor);
  await signIn(visitor, await visitor.visit(`${product.url}/sign-in`), name);
  return visitor;
}
const signIn = (visitor: Visitor, page: Page, name: string) => visitor.send(page, { email: `${name}@tessel.example`, password });
const open = async (name: (typeof names)[number], path: string) => (await signedIn(name)).visit(`${product.url}${path}`);
const command = async (name: (typeof names)[number], page: Page, action: string, fields: Record<string, string>) =>
  (await signedIn(name)).command(page, action, fields);
const answer = (risk: string, reason: string) => ({
  ...{ [`${risk}.likelihood`]: '2', [`${risk}.consequence`]: '2', [`${risk}.verdict`]: 'change', [`${risk}.reason`]: reason },
});

describe('The page behind the link of a mail', () => {
  const marta = newVisitor();
  const opened = async () => marta.visit(await linkTo(product, 'marta'));

  it('When it is opened, it offers more time and somebody else beside the answer, and opening it does nothing', async () => {
    for (let n = 0; n < 3; n += 1) {
      const page = await opened();
      expect(page.html).toContain('id="more-time"');
      expect(page.html).toContain('id="hand-over"');
      expect(page.html).not.toContain('value="delegate"');
    }
    expect(await eventsOf('RSK-11')).toEqual(['opened']);
  });

  it('When the day is not one, or too early, nothing is asked and nothing that was typed is lost', async () => {
    const page = await opened();
    for (const [until, sentence] of [
      ['tomorrow', 'A day is needed here'],
      ['2020-01-06', 'The day must be after'],
      [days.due, 'The day must be after the due date'],
    ] as const) {
      const refused = await marta.command(page, 'extend', { task: 'RSK-11', until, reason: 'The supplier answers next week.' });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain(sentence);
      expect(refused.html).toContain('The supplier answers next week.');
      expect(refused.html).toMatch(/<details id="more-time" open/);
    }
    expect(await eventsOf('RSK-11')).toEqual(['opened']);
  });

  it('When more time is asked for, it is recorded by link, and the same form sent again asks once', async () => {
    const page = await opened();
    const fields = { task: 'RSK-11', until: days.later, reason: 'The supplier answers next week.' };
    for (let n = 0; n < 2; n += 1) {
      const sent = await marta.command(page, 'extend', fields);
      expect([sent.status, sent.text.includes('Your request for more time is recorded.')]).toEqual([200, true]);
    }
    expect(await eventsOf('RSK-11')).toEqual(['opened', 'extensionAsked']);
    const [asked] = (await taskOf('RSK-11'))?.extensions ?? [];
    expect(asked).toMatchObject({ until: days.later, askedBy: ids.marta, state: 'asked' });
  });

  it('When somebody else is asked for by a name that nobody has, that is said; with a name or without, it is recorded', async () => {
    const page = await opened();
    const reason = 'I am on leave until November.';
    const unknown = await marta.command(page, 'askHandOver', { task: 'RSK-12', to: 'Lucas Went', reason });
    expect([unknown.status, unknown.text.includes('Nobody here has this name')]).toEqual([422, true]);
    expect(unknown.html).toContain('Lucas Went');
    expect((await marta.command(unknown, 'askHandOver', { task: 'RSK-12', to: 'lukas wendt', reason })).status).toBe(200);
    expect(await taskOf('RSK-12')).toMatchObject({ assignee: ids.marta, handOver: { to: ids.lukas, askedBy: ids.marta } });
    expect((await marta.command(await opened(), 'askHandOver', { task: 'RSK-13', to: '', reason })).status).toBe(200);
    expect((await taskOf('RSK-13'))?.handOver?.to).toBeUndefined();
  });

  it('When all of them are asked about at once, each is asked by itself', async () => {
    const sent = await marta.command(await opened(), 'extend', { task: '*', until: days.later, reason: 'The audit takes the week.' });
    expect(sent.status).toBe(200);
    for (const risk of ['RSK-12', 'RSK-13', 'RSK-14']) expect((await taskOf(risk))?.extensions).toMatchObject([{ state: 'asked' }]);
    expect((await taskOf('RSK-11'))?.extensions).toHaveLength(1);
    expect(sent.html).not.toContain('id="more-time"');
  });
});

describe('My tasks', () => {
  const sheet = `/tasks/${run}/reassess`;

  it('When an owner claims one and lets somebody else do another, the page says with whom it is, and it may be taken back', async () => {
    const page = await open('lukas', sheet);
    const claimed = await command('lukas', page, 'claim', { task: 'RSK-1' });
    expect(claimed.text).toContain('It is recorded that you are working on it.');
    expect(await taskOf('RSK-1')).toMatchObject({ state: 'inProgress' });

    const given = { task: 'RSK-2', to: 'Marta Nogueira', until: days.due, reason: 'She knows this site.' };
    expect((await command('lukas', page, 'delegate', given)).status).toBe(200);
    expect(await taskOf('RSK-2')).toMatchObject({ assignee: ids.marta, onBehalfOf: ids.lukas });
    const mine = await open('lukas', '/tasks');
    expect(mine.text).toContain('With somebody else');
    expect(mine.text).toContain('Marta Nogueira');

    const back = await command('lukas', await open('lukas', `/tasks/${idOf('RSK-2')}`), 'takeBack', { reason: 'I am here after all.' });
    expect(back.status).toBe(200);
    expect(await taskOf('RSK-2')).toMatchObject({ assignee: ids.lukas });
    expect(await eventsOf('RSK-2')).toEqual(['opened', 'delegated', 'handedBack']);
  });

  it('When a delegate opens it, the page says in whose stead, and offers to give it back', async () => {
    await command('lukas', await open('lukas', sheet), 'delegate', { task: 'RSK-3', to: 'marta@tessel.example', reason: 'She knows it.' });
    const page = await open('marta', `/tasks/${idOf('RSK-3')}`);
    expect(page.text).toContain('Lukas Wendt');
    expect(page.html).not.toContain('value="delegate"');
    expect(page.html).not.toContain('value="takeBack"');
    const back = await command('marta', page, 'giveBack', { reason: 'I have never been there.' });
    expect([back.status, pathOf(back)]).toEqual([200, '/tasks?notice=giveBack']);
    expect(back.text).toContain('It is with its owner again');
    expect(await taskOf('RSK-3')).toMatchObject({ assignee: ids.lukas });
  });

  it('When somebody names a person who is asked already, nothing moves and the sentence says why', async () => {
    const sent = { task: 'RSK-4', to: 'Lukas Wendt', reason: 'Somebody should.' };
    const refused = await command('lukas', await open('lukas', sheet), 'delegate', sent);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Somebody should.');
    expect(await eventsOf('RSK-4')).toEqual(['opened']);
  });
});

describe('An answer that waits for its confirmation', () => {
  const risk = 'RSK-9';
  const path = `/tasks/${idOf(risk)}`;

  it('When it was given, whoever asked and whoever confirms read how it stands', async () => {
    await startTask(product, { risk, owner: ids.lukas, confirmedBy: 'ismsManager' });
    const sent = await (await signedIn('lukas')).send(await open('lukas', path), answer(risk, 'As discussed with the team.'));
    expect(sent.status).toBe(200);
    expect(await taskOf(risk)).toMatchObject({ state: 'submitted' });
    expect((await open('lukas', path)).text).toContain('The answer waits for Hanna Vogt');
    const page = await open('hanna', path);
    expect(page.text).toContain('Is the answer of Lukas Wendt right?');
    expect(page.text).toContain('As discussed with the team.');
    expect((await open('hanna', '/tasks')).html).toContain(path);
    expect(await eventsOf(risk)).toEqual(['opened', 'submitted']);
  });

  it('When it is given back, the reason stands on the form, and the very same answer is not an answer', async () => {
    const page = await open('hanna', path);
    const short = await command('hanna', page, 'return', { reason: 'x' });
    expect([short.status, short.text.includes('A sentence of at least 3 characters is needed.')]).toEqual([422, true]);
    expect((await command('hanna', page, 'return', { reason: 'Which controls do you mean?' })).text).toContain('The answer went back');
    const form = await open('lukas', path);
    expect(form.text).toContain('Which controls do you mean?');
    const lukas = await signedIn('lukas');
    const same = await lukas.send(form, answer(risk, 'As discussed with the team.'));
    expect([same.status, same.text.includes('This is the answer that came back.')]).toEqual([422, true]);
    expect((await lukas.send(form, answer(risk, 'The locks and the alarm.'))).status).toBe(200);
  });

  it('When the sign-in is older than fifteen minutes, confirming takes a fresh one, and leads back', async () => {
    const page = await open('hanna', path);
    await product.store.connection
      .collection('sessions')
      .updateMany({ 'session.person': ids.hanna }, { $set: { 'session.signedInAt': new Date(Date.now() - 16 * 60_000).toISOString() } });
    const late = await command('hanna', page, 'confirm', {});
    expect([late.status, late.text.includes('This takes a sign-in of the last fifteen minutes.')]).toEqual([422, true]);
    expect(await taskOf(risk)).toMatchObject({ state: 'submitted' });
    const form = await open('hanna', path);
    expect(form.text).toContain('Sign in once more.');
    const fresh = await signIn(await signedIn('hanna'), form, 'hanna');
    expect(pathOf(fresh)).toBe(path);
    // What was done so far stands before the decision.
    for (const said of ['Lukas Wendt answered', 'Hanna Vogt gave it back', 'Which controls do you mean?', 'The locks and the alarm.'])
      expect(fresh.text).toContain(said);
    const done = await command('hanna', fresh, 'confirm', {});
    expect([done.status, done.text.includes('The answer is confirmed.')]).toEqual([200, true]);
    expect(await taskOf(risk)).toMatchObject({ state: 'done', closedBy: { person: ids.hanna, via: 'login' } });
  });
});

describe('The page of a run, for the ISMS manager', () => {
  const page = () => open('hanna', `/runs/${run}`);

  it('When somebody asked for more time, it is granted there, and the page of the owner shows what moved', async () => {
    expect((await page()).text).toContain('Marta Nogueira');
    const reason = 'The supplier is slow.';
    const done = await command('hanna', await page(), 'decideExtension', { task: idOf('RSK-11'), granted: 'yes', until: '', reason });
    expect([done.status, pathOf(done)]).toEqual([200, `/runs/${run}?notice=decideExtension`]);
    expect(await taskOf('RSK-11')).toMatchObject({ extensions: [{ state: 'granted', decidedBy: ids.hanna, until: days.later }] });
    const theirs = await open('marta', `/tasks/${idOf('RSK-11')}`);
    expect(theirs.html).toMatch(/<s>/);
  });

  it('When it is not granted, the date stands', async () => {
    const due = (await taskOf('RSK-14'))?.due ?? '';
    const reason = 'The audit is announced since June.';
    const refused = await command('hanna', await page(), 'decideExtension', { task: idOf('RSK-14'), granted: '', reason });
    expect([refused.status, refused.html.includes(reason)]).toEqual([422, true]);
    await command('hanna', refused, 'decideExtension', { task: idOf('RSK-14'), granted: 'no', reason });
    expect(await taskOf('RSK-14')).toMatchObject({ extensions: [{ state: 'refused' }], due });
  });

  it('When somebody is to take it over, the task moves to whom they named', async () => {
    const both = await open('hanna', `/tasks/${idOf('RSK-12')}`);
    expect(both.text).toContain('Marta Nogueira asks for time until');
    expect(both.text).toContain('Marta Nogueira asked for somebody else I am on leave until November.');
    await command('hanna', both, 'decideExtension', { granted: 'no', until: '', reason: 'Somebody else has the time.' });
    const decision = await open('hanna', `/tasks/${idOf('RSK-12')}`);
    expect(decision.text).toContain('Marta Nogueira asks for somebody else');
    expect(decision.html).toContain('value="Lukas Wendt"');
    const moved = await command('hanna', decision, 'reassign', { to: 'Lukas Wendt', reason: 'As Marta asked.' });
    expect([moved.status, pathOf(moved)]).toEqual([200, '/tasks?notice=reassign']);
    expect(await taskOf('RSK-12')).toMatchObject({ assignee: ids.lukas });
  });

  it('When a task is waived, reason and day are recorded; nobody else is offered that', async () => {
    const until = days.later;
    const done = await command('hanna', await page(), 'waive', { task: idOf('RSK-13'), until, reason: 'The site is closed.' });
    expect([done.status, pathOf(done)]).toEqual([200, `/runs/${run}?notice=waive`]);
    expect(await taskOf('RSK-13')).toMatchObject({ state: 'waived' });
    const theirs = await open('tove', `/runs/${run}`);
    for (const one of ['waive', 'reassign', 'decideExtension']) expect(theirs.html).not.toContain(`value="${one}"`);
  });
});

describe('The page of schedules', () => {
  const page = (name: (typeof names)[number] = 'hanna') => open(name, '/schedules');

  it('When an owner asks for it, there is nothing; top management reads ten openings and changes none', async () => {
    await tellScheduler(product.client);
    await eventually('the schedules are there', async () => (await product.store.schedules.count({})) === usualSchedules().length);
    expect((await page('lukas')).status).toBe(404);
    const theirs = await page('tove');
    expect(theirs.html.match(/<span class="id">\d{4}-Q\d<\/span>/g)?.length ?? 0).toBeGreaterThanOrEqual(10);
    expect(theirs.html).not.toContain('value="pause"');
  });

  it('When it is paused, changed and resumed, each is said; what is wrong keeps what was typed', async () => {
    const short = await command('hanna', await page(), 'pause', { note: 'x' });
    expect([short.status, short.text.includes('A sentence of at least 3 characters')]).toEqual([422, true]);
    const paused = await command('hanna', await page(), 'pause', { note: 'We move the register.' });
    expect(pathOf(paused)).toBe('/schedules?notice=pause');
    expect(paused.text).toContain('Paused: We move the register.');
    const stale = await command('hanna', short, 'pause', { note: 'Another window.' });
    expect([stale.status, stale.html.includes('Another window.')]).toEqual([422, true]);
    const changed = await command('hanna', paused, 'cadence', { every: 'quarter', workingDay: '3' });
    expect(changed.text).toContain('Opens on working day 3');
    expect((await command('hanna', changed, 'cadence', { every: 'quarter', workingDay: '21' })).status).toBe(422);
    const resumed = await command('hanna', changed, 'resume', {});
    expect(resumed.text).toContain('It opens by itself again.');
    expect(resumed.text).not.toContain('Paused');
  });

  it('When the current period is opened, it opens once; the run that is there is the one', async () => {
    const opened = async () => {
      expect(pathOf(await command('hanna', await page(), 'trigger', {}))).toBe('/schedules?notice=trigger');
      return product.store.runs.count({});
    };
    const once = await opened();
    expect(await opened()).toBe(once);
  });
});
