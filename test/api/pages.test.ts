import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { addRisks, foundOrganization } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { type Browser, hidden, openBrowser } from './browser.ts';
import { type Answer, addToken, ids, type Product, password, startApi } from './http.ts';

let engine: Engine;
let product: Product;

beforeAll(async () => {
  engine = await startEngine();
  const { store } = engine;
  await foundOrganization(store);
  await addToken(store, ids.hanna);
  await addRisks(store, ids.lukas, ['RSK-1', 'RSK-2', 'RSK-3']);
  await addRisks(
    store,
    ids.marta,
    Array.from({ length: 30 }, (_, n) => `RSK-${100 + n}`),
  );
  for (const id of [ids.hanna, ids.lukas, ids.tove])
    await store.credentials.insert({ id, passwordHash: await hashPassword(password), changedAt: systemNow() });
  product = await startApi({ store, temporal: engine });
});
afterAll(async () => {
  await product.stop();
  await engine.stop();
});

async function signIn(email: string, browser = openBrowser(product), returnTo = ''): Promise<{ browser: Browser; answer: Answer }> {
  const page = await browser.get(`/sign-in${returnTo && `?returnTo=${encodeURIComponent(returnTo)}`}`);
  const answer = await browser.post('/sign-in', { csrf: hidden(page, 'csrf'), returnTo: hidden(page, 'returnTo'), email, password });
  return { browser, answer };
}

const run = 'riskReview-2026-Q4';

describe('Signing in on a page', () => {
  it('When somebody opens the product, they are led to the sign-in, and after it to where they wanted', async () => {
    const browser = openBrowser(product);
    expect((await browser.get('/')).headers.get('Location')).toBe('/sign-in');
    expect((await browser.get('/runs')).headers.get('Location')).toBe('/sign-in?returnTo=%2Fruns');
    const { answer } = await signIn('hanna@tessel.example', browser, '/runs');
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/runs']);
    expect((await browser.get('/')).headers.get('Location')).toBe('/tasks');
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/api/v1/session', 'javascript:alert(1)'])(
    'When the way back is %s, it leads to my tasks instead',
    async (returnTo) => {
      const browser = openBrowser(product);
      const page = await browser.get('/sign-in');
      const answer = await browser.post('/sign-in', { csrf: hidden(page, 'csrf'), returnTo, email: 'hanna@tessel.example', password });
      expect(answer.headers.get('Location')).toBe('/tasks');
    },
  );

  it('When the password is wrong, the page says so and keeps the address', async () => {
    const browser = openBrowser(product);
    const page = await browser.get('/sign-in');
    const answer = await browser.post('/sign-in', { csrf: hidden(page, 'csrf'), email: 'hanna@tessel.example', password: 'wrong' });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('do not belong together');
    expect(answer.text).toContain('value="hanna@tessel.example"');
  });

  it('When the sign-in form comes from another site, nobody is signed in', async () => {
    const page = await openBrowser(product).get('/sign-in');
    const answer = await openBrowser(product).post('/sign-in', { csrf: hidden(page, 'csrf'), email: 'hanna@tessel.example', password });
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie().some((cookie) => cookie.startsWith('sid='))).toBe(false);
  });

  it('When somebody signs out, pages ask for a login again', async () => {
    const { browser } = await signIn('lukas@tessel.example');
    const page = await browser.get('/tasks');
    expect(page.text).toContain('Nothing is asked of you right now');
    expect((await browser.post('/sign-out', { csrf: hidden(page, 'csrf') })).headers.get('Location')).toBe('/sign-in?notice=signedOut');
    expect((await browser.get('/tasks')).headers.get('Location')).toContain('/sign-in');
  });

  it('When somebody reads German, the page is German', async () => {
    const page = await product.asNobody('GET', '/sign-in', undefined, { 'Accept-Language': 'de-DE,de;q=0.9,en;q=0.5' });
    expect(page.text).toContain('<html lang="de">');
    expect(page.text).toContain('Anmelden');
  });
});

describe('Runs and my tasks', () => {
  it('When the ISMS manager starts the review of a quarter, the run is there with its tasks', async () => {
    const { browser } = await signIn('hanna@tessel.example');
    const page = await browser.get('/runs');
    const started = await browser.post('/runs', { csrf: hidden(page, 'csrf'), key: hidden(page, 'key'), period: '2026-Q4' });
    expect([started.status, started.headers.get('Location')]).toEqual([303, `/runs/${run}?notice=started`]);
    await eventually('all tasks are open', async () => (await engine.store.tasks.count({ run })) === 33);
    const opened = await browser.get(`/runs/${run}`);
    expect(opened.status).toBe(200);
    expect(opened.text).toContain('Marta Nogueira');
    expect(opened.text).not.toContain('Secret of');
  });

  it('When the button is pressed twice, both lead to the run; weeks later the page says that the quarter has one', async () => {
    const { browser } = await signIn('hanna@tessel.example');
    const page = await browser.get('/runs');
    const start = () => browser.post('/runs', { csrf: hidden(page, 'csrf'), key: hidden(page, 'key'), period: '2026-Q4' });
    expect((await start()).headers.get('Location')).toBe(`/runs/${run}?notice=started`);
    const { openedAt } = (await engine.store.runs.get(run)) ?? { openedAt: systemNow() };
    await engine.store.runs.set(run, { openedAt: '2026-10-01T08:00:00.000Z' });
    await engine.store.people.set(ids.hanna, { language: 'de' });
    const later = await start();
    await engine.store.people.set(ids.hanna, { language: 'en' });
    await engine.store.runs.set(run, { openedAt });
    expect(later.status).toBe(409);
    expect(later.text).toContain(`Dieses Quartal hat schon eine Überprüfung: ${run}.`);
  });

  it('When somebody without such a role asks for runs, there is nothing; top management sees them and starts none', async () => {
    const { browser } = await signIn('lukas@tessel.example');
    expect((await browser.get('/runs')).status).toBe(404);
    expect((await browser.get(`/runs/${run}`)).status).toBe(404);
    const top = (await signIn('tove@tessel.example')).browser;
    const page = await top.get('/runs');
    expect(page.text).toContain(run);
    expect((await top.post('/runs', { csrf: hidden(page, 'csrf'), period: '2027-Q1' })).status).toBe(403);
  });

  it('When an owner opens my tasks, the tasks of one kind are one card, and the answer is recorded as theirs by login', async () => {
    const { browser } = await signIn('lukas@tessel.example');
    const mine = await browser.get('/tasks');
    const href = `/tasks/${run}/reassess`;
    expect(mine.text).toContain(href);
    const page = await browser.get(href);
    const answer = {
      'RSK-2.likelihood': '2',
      'RSK-2.consequence': '2',
      'RSK-2.verdict': 'change',
      'RSK-2.reason': 'I asked the supplier.',
    };
    const sent = await browser.post(href, { csrf: hidden(page, 'csrf'), key: hidden(page, 'key'), action: 'complete', ...answer });
    expect(sent.status).toBe(200);
    expect(sent.text).toContain('Your answer is recorded');
    expect(await engine.store.tasks.get(`${run}/reassess/RSK-2/1`)).toMatchObject({
      state: 'done',
      closedBy: { person: ids.lukas, via: 'login' },
    });
    expect((await browser.get('/tasks')).text).toContain('RSK-2');
  });

  it('When the form comes without the secret of the session, nothing is recorded and nothing typed is lost', async () => {
    const { browser } = await signIn('lukas@tessel.example');
    const href = `/tasks/${run}/reassess`;
    const answer = { 'RSK-3.likelihood': '2', 'RSK-3.consequence': '2', 'RSK-3.verdict': 'change', 'RSK-3.reason': 'Typed with care.' };
    const sent = await browser.post(href, { csrf: 'guessed', key: 'k', action: 'complete', ...answer });
    expect(sent.status).toBe(403);
    expect(sent.text).toContain('Typed with care.');
    const foreign = await browser.post(href, { csrf: 'guessed', ...answer }, { 'Sec-Fetch-Site': 'cross-site' });
    expect(foreign.status).toBe(403);
    expect((await engine.store.tasks.get(`${run}/reassess/RSK-3/1`))?.state).toBe('open');
  });

  it('When somebody comments on the page, the comment is recorded and the task stays open', async () => {
    const { browser } = await signIn('lukas@tessel.example');
    const href = `/tasks/${run}/reassess`;
    const page = await browser.get(href);
    const short = await browser.post(href, { csrf: hidden(page, 'csrf'), key: 'a', action: 'comment', task: 'RSK-3', comment: 'x' });
    expect(short.status).toBe(422);
    const sent = await browser.post(href, {
      csrf: hidden(page, 'csrf'),
      key: 'b',
      action: 'comment',
      task: 'RSK-3',
      comment: 'Somebody else should look.',
    });
    expect(sent.status).toBe(200);
    expect(sent.text).toContain('Your comment is recorded.');
    const trail = await engine.store.trail.find({ chain: `task/${run}/reassess/RSK-3/1` }, { sort: { seq: 1 } });
    expect(trail.map(({ event }) => event)).toEqual(['opened', 'commented']);
  });

  it('When a control of a risk has changed since it was judged, the page says so', async () => {
    const manager = product.as(ids.hanna);
    await manager('POST', '/api/v1/registers/controls', { id: 'CTL-1', name: 'Disk encryption', kind: 'technological' });
    await manager('PATCH', '/api/v1/registers/risks/RSK-3', { version: 1, controls: [{ control: 'CTL-1', actsOn: 'both' }] });
    const judged = { likelihood: 3, consequence: 3, band: 'medium' as const };
    await engine.store.assessments.insert({
      ...judged,
      id: 'RSK-3-x',
      risk: 'RSK-3',
      kind: 'initial',
      at: systemNow(),
      by: { person: ids.lukas, via: 'login' },
      criteria: 'criteria-1',
      aboveAcceptance: true,
    });
    await engine.store.risks.set('RSK-3', { lastAssessment: { id: 'RSK-3-x', day: systemNow().slice(0, 10), by: ids.lukas, ...judged } });
    await manager('PATCH', '/api/v1/registers/controls/CTL-1', { version: 1, status: 'implemented', effectiveness: 'effective' });
    const { browser } = await signIn('lukas@tessel.example');
    const page = await browser.get(`/tasks/${run}/reassess`);
    expect(page.text).toContain('CTL-1 Disk encryption: implemented, effective');
    expect(page.text).toContain('by you');
  });

  it('When more than 25 are asked, they come in steps, and what is answered on the second page is recorded', async () => {
    const mail = await eventually('Marta has a mail', async () =>
      (await engine.mail.messages()).find((one) => one.To[0]?.Address === 'marta@tessel.example'),
    );
    const link = /http:\/\/isms\.test(\/a\/[\w-]{43})/.exec(mail.Text)?.[1] ?? '';
    const browser = openBrowser(product);
    const first = await browser.get(link);
    expect(first.text.match(/<section class="box task/g)?.length).toBe(25);
    const second = await browser.get(`${link}?page=2`);
    expect(second.text).toContain('Secret of RSK-129');
    expect(second.text).not.toContain('Secret of RSK-100');
    const answer = { 'RSK-129.likelihood': '1', 'RSK-129.consequence': '1', 'RSK-129.verdict': 'change', 'RSK-129.reason': 'It is small.' };
    const sent = await browser.post(link, { csrf: hidden(second, 'csrf'), key: 'k', action: 'complete', ...answer });
    expect(sent.text).toContain('Answer the others');
    expect((await engine.store.tasks.get(`${run}/reassess/RSK-129/1`))?.state).toBe('done');
    // Page two again, with an answer that contradicts itself: what comes back is still page two.
    const action = new RegExp(`action="(${link}[^"]*)"`).exec(second.text)?.[1] ?? '';
    const wrong = { 'RSK-128.likelihood': '1', 'RSK-128.consequence': '1', 'RSK-128.verdict': 'keep', 'RSK-128.reason': 'It is small.' };
    const back = await browser.post(action, { csrf: hidden(second, 'csrf'), key: 'k2', action: 'complete', ...wrong });
    expect([back.status, action]).toEqual([422, `${link}?page=2`]);
    expect(back.text).toContain('Page 2 of 2');
    expect(back.text).toContain(`action="${link}?page=2"`);
  });
});

describe('What the ISMS manager does with a run', () => {
  const of = (risk: string) => `${run}/reassess/${risk}/1`;

  it('When a task has not come to level 2, nobody else may answer it; from then on the ISMS manager may, after signing in', async () => {
    const { browser } = await signIn('hanna@tessel.example');
    expect((await browser.get(`/tasks/${of('RSK-110')}`)).status).toBe(403);
    expect((await browser.get(`/runs/${run}?page=1`)).text).not.toContain(`/tasks/${of('RSK-110')}`);
    await engine.store.tasks.set(of('RSK-110'), { level: 2 });
    const shown = await browser.get(`/runs/${run}`);
    expect(shown.text).toContain(`href="/tasks/${of('RSK-110')}"`);
    const page = await browser.get(`/tasks/${of('RSK-110')}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Marta Nogueira is asked this. It is late, so you may answer it too.');
    expect(page.text).toContain('What Marta Nogueira was told');
    expect(page.text).not.toContain('Mail to you');
    expect((await (await signIn('tove@tessel.example')).browser.get(`/tasks/${of('RSK-110')}`)).status).toBe(403);
    expect((await (await signIn('lukas@tessel.example')).browser.get(`/tasks/${of('RSK-110')}`)).status).toBe(404);
  });

  it('When the task is given to somebody else on the page of the run, both are said, and what is wrong keeps what was typed', async () => {
    const { browser } = await signIn('hanna@tessel.example');
    const page = await browser.get(`/runs/${run}`);
    const form = {
      csrf: hidden(page, 'csrf'),
      key: 'r1',
      action: 'reassign',
      task: of('RSK-120'),
      to: ids.lukas,
      reason: 'Marta is on leave.',
    };
    const short = await browser.post(`/runs/${run}/tasks`, { ...form, reason: 'x' });
    expect(short.status).toBe(422);
    expect(short.text).toContain('A sentence of at least 3 characters is needed.');
    expect(short.text).toContain(`<option value="${ids.lukas}" selected="">`);
    const moved = await browser.post(`/runs/${run}/tasks`, form);
    expect(moved.headers.get('Location')).toBe(`/runs/${run}?notice=reassign`);
    expect((await browser.post(`/runs/${run}/tasks`, form)).status).toBe(303);
    expect(await engine.store.tasks.get(of('RSK-120'))).toMatchObject({ assignee: ids.lukas, version: 2, assignment: 2 });
    const stranger = await browser.post(`/runs/${run}/tasks`, { ...form, csrf: 'guessed' });
    expect(stranger.status).toBe(403);
    const top = (await signIn('tove@tessel.example')).browser;
    const theirs = await top.get(`/runs/${run}`);
    expect(theirs.text).not.toContain('value="reassign"');
    expect((await top.post(`/runs/${run}/cancellation`, { csrf: hidden(theirs, 'csrf'), reason: 'I want it.' })).status).toBe(403);
  });

  it('When very many are asked, those on the page can be chosen one by one, and all of them together', async () => {
    const { browser } = await signIn('hanna@tessel.example');
    const other = 'riskReview-2031-Q1';
    const [open, asked] = [await engine.store.runs.get(run), await engine.store.tasks.get(of('RSK-120'))];
    if (open === undefined || asked === undefined) throw new Error('nothing is asked');
    await engine.store.runs.insert({ ...open, id: other, key: '2031-Q1' });
    const ids = Array.from({ length: 60 }, (_, n) => `${other}/reassess/RSK-${n}/1`);
    for (const id of ids) await engine.store.tasks.insert({ ...asked, id, run: other, state: 'open' });
    const listed = async (n: number) =>
      (await browser.get(`/runs/${other}?page=${n}`)).text.split('value="waive"')[1]?.split('</form>')[0] ?? '';
    const [first, second] = [await listed(1), await listed(2)];
    expect([first, second].map((form) => ids.filter((id) => form.includes(`value="${id}"`)).length)).toEqual([50, 10]);
    expect(first).toContain('All 60 of them');
    expect((await browser.get(`/runs/${other}?page=2`)).text).toContain(`action="/runs/${other}/tasks?page=2"`);
    await engine.store.tasks.remove({ run: other });
    await engine.store.runs.remove({ id: other });
  });

  it('When the only task of a page has moved on, what was typed on it is given back', async () => {
    const { browser } = await signIn('lukas@tessel.example');
    const page = await browser.get('/tasks');
    const sent = await browser.post(`/tasks/${run}/other`, {
      ...{ csrf: hidden(page, 'csrf'), key: 'k', action: 'complete', 'RSK-110.verdict': 'change', 'RSK-110.reason': 'Typed in vain.' },
    });
    expect(sent.status).toBe(409);
    expect(sent.text).toContain('Typed in vain.');
  });
});

describe('An invitation', () => {
  it('When a person is invited, the link sets one password, once, and ends sessions that were open', async () => {
    const invited = await product.as(ids.hanna)('POST', `/api/v1/people/${ids.martin}/invitation`);
    expect(invited).toMatchObject({ status: 202, body: { person: ids.martin } });
    const mail = await eventually('Martin is invited', async () =>
      (await engine.mail.messages()).find((one) => one.Text.includes('/invite/') && one.To[0]?.Address === 'martin@tessel.example'),
    );
    const link = /http:\/\/isms\.test(\/invite\/[\w-]{43})/.exec(mail.Text)?.[1] ?? '';
    const browser = openBrowser(product);
    const page = await browser.get(link);
    expect(page.text).toContain('Martin Seidel');
    const set = (chosen: string, again = chosen) => browser.post(link, { csrf: hidden(page, 'csrf'), password: chosen, again });
    for (const [chosen, again] of [
      ['short', 'short'],
      ['password123', 'password123'],
      ['martin@tessel.example', 'martin@tessel.example'],
      ['one of these words', 'two of these words'],
    ] as const)
      expect((await set(chosen, again)).status).toBe(422);
    expect((await set('four words of mine')).headers.get('Location')).toBe('/sign-in?notice=passwordSet');
    expect((await set('another one of mine')).status).toBe(404);
    expect((await product.asNobody('GET', link)).status).toBe(404);
    const login = await product.asNobody('POST', '/api/v1/session', { email: 'martin@tessel.example', password: 'four words of mine' });
    expect(login.status).toBe(201);
  });
});

describe('Pages when something is wrong', () => {
  it('When somebody who is signed in reads German, so does the page that says no', async () => {
    await engine.store.people.set(ids.lukas, { language: 'de' });
    const { browser } = await signIn('lukas@tessel.example');
    const page = await browser.get('/runs');
    await engine.store.people.set(ids.lukas, { language: 'en' });
    expect([page.status, page.text.includes('Hier ist nichts')]).toEqual([404, true]);
  });

  it('When a form is sent over a plain connection, its origin can be told: no page asks browsers to hide it', async () => {
    const page = await product.asNobody('GET', '/sign-in');
    expect(page.headers.get('Referrer-Policy')).toBe('same-origin');
    expect(page.headers.get('Cross-Origin-Opener-Policy')).toBeNull();
    expect(page.text).not.toContain('name="referrer"');
    expect(page.text).toContain('<link rel="icon" href="data:image/svg+xml,');
  });

  it('When a page does not exist, the page says what to do', async () => {
    const page = await product.asNobody('GET', '/nothing-here');
    expect(page.status).toBe(404);
    expect(page.text).toContain('<h1>');
    expect(page.headers.get('Content-Security-Policy')).toContain("script-src 'none'");
  });

  it('When Temporal is away, an answer is kept on the page and may be sent again', async () => {
    const away = await startApi({ store: engine.store });
    const browser = openBrowser(away);
    const { answer } = await (async () => {
      const page = await browser.get('/sign-in');
      return { answer: await browser.post('/sign-in', { csrf: hidden(page, 'csrf'), email: 'lukas@tessel.example', password }) };
    })();
    expect(answer.status).toBe(303);
    const href = `/tasks/${run}/reassess`;
    const page = await browser.get(href);
    const fields = {
      'RSK-1.likelihood': '2',
      'RSK-1.consequence': '2',
      'RSK-1.verdict': 'change',
      'RSK-1.reason': 'Kept while it was away.',
    };
    const sent = await browser.post(href, { csrf: hidden(page, 'csrf'), key: 'kept', action: 'complete', ...fields });
    await away.stop();
    expect(sent.status).toBe(503);
    expect(sent.text).toContain('Kept while it was away.');
    expect(sent.text).toContain('cannot be recorded right now');
  });
});
