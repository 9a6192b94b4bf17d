import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Engine, startEngine } from '../support/engine.ts';
import { addRisks, foundOrganization } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { type Answer, addToken, ids, type Product, startApi } from './http.ts';

let engine: Engine;
let product: Product;

const run = 'riskReview-2026-Q4';
const taskOf = (risk: string) => `${run}/reassess/${risk}/1`;
const path = (risk: string) => `/api/v1/tasks/${encodeURIComponent(taskOf(risk))}`;
const outcome = { likelihood: 2, consequence: 3, verdict: 'change', reason: 'The laptops are encrypted now.' };

beforeAll(async () => {
  engine = await startEngine();
  await foundOrganization(engine.store);
  for (const person of Object.values(ids)) await addToken(engine.store, person);
  await addRisks(engine.store, ids.lukas, ['RSK-1', 'RSK-2', 'RSK-3', 'RSK-4', 'RSK-5', 'RSK-6']);
  await addRisks(engine.store, ids.marta, ['RSK-11', 'RSK-12', 'RSK-13']);
  product = await startApi({ store: engine.store, temporal: engine });
  const opened = await product.as(ids.hanna)('POST', '/api/v1/processes/riskReview/runs', { subject: { period: '2026-Q4' } });
  expect(opened).toMatchObject({ status: 201, body: { id: run, status: 'open' } });
  await eventually('all tasks are open', async () => (await engine.store.tasks.count({ run })) === 9);
});
afterAll(async () => {
  await product.stop();
  await engine.stop();
});

describe('Answering over HTTP', () => {
  it('When the run is opened again, it is 409 and names the run', async () => {
    const again = await product.as(ids.hanna)('POST', '/api/v1/processes/riskReview/runs', { subject: { period: '2026-Q4' } });
    expect(again).toMatchObject({ status: 409, body: { code: 'runExists', errors: [{ path: 'key', message: run }] } });
  });

  it('When an owner lists their tasks, they see theirs, with what is promised', async () => {
    const { body } = await product.as(ids.lukas)('GET', '/api/v1/tasks?status=open');
    const { items } = body as { items: { about: string; assigneeName: string; workingDaysLeft: number }[] };
    expect(items.map((item) => item.about)).toEqual(['RSK-1', 'RSK-2', 'RSK-3', 'RSK-4', 'RSK-5', 'RSK-6']);
    expect(items[0]).toMatchObject({ assigneeName: 'Lukas Wendt', workingDaysLeft: 10 });
  });

  it('When an owner reads a task, its timetable names each rung, and what may be done', async () => {
    const { body } = await product.as(ids.lukas)('GET', path('RSK-1'));
    expect(body).toMatchObject({
      allowed: ['claim', 'complete', 'comment', 'evidence', 'delegate', 'askHandOver', 'extend'],
      outcomeSchema: { required: ['likelihood', 'consequence', 'verdict', 'reason'] },
    });
    const { timetable, trail } = body as { timetable: { rungs: { key: string; to: string[] }[] }; trail: { event: string }[] };
    expect(timetable.rungs.map((rung) => rung.key)).toEqual(['reminder', 'dueToday', 'duePassed', 'late1', 'late2', 'late3']);
    expect(trail.map((entry) => entry.event)).toEqual(['opened']);
  });

  it('When the task is of somebody else, it is the same 404 as one that is unknown', async () => {
    const other = await product.as(ids.lukas)('GET', path('RSK-11'));
    const unknown = await product.as(ids.lukas)('GET', path('RSK-99'));
    const write = await product.as(ids.lukas)('POST', `${path('RSK-11')}/completion`, { outcome });
    expect([other.status, unknown.status, write.status]).toEqual([404, 404, 404]);
    expect(other.body).toEqual(unknown.body);
  });

  it.each([
    ['a level off the scale', { ...outcome, likelihood: 6 }, 'outcome.likelihood'],
    ['no reason', { likelihood: 2, consequence: 3, verdict: 'change' }, 'outcome.reason'],
    ['an unknown field', { ...outcome, score: 4 }, 'outcome.score'],
    ['an operator', { ...outcome, reason: { $ne: '' } }, 'outcome.reason'],
    ['"keep" for a risk that was never judged', { ...outcome, verdict: 'keep' }, 'outcome.verdict'],
    ['no object', 'yes', 'outcome'],
  ])('When the outcome has %s, it is 422 with its path and nothing is recorded', async (_what, given, place) => {
    const { status, body } = await product.as(ids.lukas)('POST', `${path('RSK-1')}/completion`, { outcome: given });
    expect(status).toBe(422);
    expect((body as { errors: { path: string }[] }).errors.map((error) => error.path)).toContain(place);
    expect((await engine.store.tasks.get(taskOf('RSK-1')))?.seq).toBe(1);
  });

  it('When forty answers arrive at once with different keys, one is taken and the others are told so', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        product.as(ids.lukas)('POST', `${path('RSK-1')}/completion`, { outcome }, { 'Idempotency-Key': `race-${n}` }),
      ),
    );
    const counted = new Map<number, number>();
    for (const { status } of answers) counted.set(status, (counted.get(status) ?? 0) + 1);
    expect([...counted]).toEqual(
      expect.arrayContaining([
        [200, 1],
        [409, 39],
      ]),
    );
    const winner = answers.findIndex(({ status }) => status === 200);
    const again = await product.as(ids.lukas)('POST', `${path('RSK-1')}/completion`, { outcome }, { 'Idempotency-Key': `race-${winner}` });
    expect(again.text).toBe(answers[winner]?.text);
    const history = await engine.client.workflow.getHandle(taskOf('RSK-1')).fetchHistory();
    const accepted = history.events?.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes) ?? [];
    expect(accepted.length).toBe(1);
  });

  it('When the version is stale, it is 409 and says which one holds', async () => {
    const { status, body } = await product.as(ids.lukas)('POST', `${path('RSK-2')}/completion`, { outcome, version: 7 });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'stale', detail: expect.stringContaining('version 7, now 1') });
  });

  it('When the ISMS manager reassigns a task, the new person answers it and the old one no longer sees it', async () => {
    const moved = await product.as(ids.hanna)('POST', `${path('RSK-2')}/reassignment`, { to: ids.marta, reason: 'Lukas is on leave.' });
    expect(moved).toMatchObject({ status: 200, body: { assignee: ids.marta, version: 2 } });
    expect((await product.as(ids.lukas)('GET', path('RSK-2'))).status).toBe(404);
    const answered = await product.as(ids.marta)('POST', `${path('RSK-2')}/completion`, { outcome, version: 2 });
    expect(answered).toMatchObject({ status: 200, body: { state: 'done', closedBy: { person: ids.marta, via: 'token' } } });
  });

  it('When somebody is named who is not there, the reassignment is 422 with the path', async () => {
    const { status, body } = await product.as(ids.hanna)('POST', `${path('RSK-3')}/reassignment`, {
      to: 'per-nobody0000',
      reason: 'Nobody.',
    });
    expect(status).toBe(422);
    expect((body as { errors: unknown[] }).errors).toEqual([{ path: 'to', message: 'nobody active has this id' }]);
  });

  it('When an owner tries to reassign or cancel, it is 403', async () => {
    const reassign = await product.as(ids.lukas)('POST', `${path('RSK-3')}/reassignment`, { to: ids.marta, reason: 'I do not want it.' });
    const cancel = await product.as(ids.lukas)('POST', `${path('RSK-3')}/cancellation`, { reason: 'I do not want it.' });
    expect([reassign.status, cancel.status]).toEqual([403, 403]);
  });

  it('When somebody comments, the comment is in the trail of the task beside its hash', async () => {
    const { status, body } = await product.as(ids.lukas)('POST', `${path('RSK-3')}/comment`, { text: 'I ask the supplier first.' });
    expect(status).toBe(200);
    expect((body as { trail: object[] }).trail.at(-1)).toMatchObject({
      event: 'commented',
      texts: { comment: 'I ask the supplier first.' },
      actor: { via: 'token' },
    });
  });

  it('When the run is read, promised and actual stand side by side, and an owner sees only their own tasks', async () => {
    const all = await product.as(ids.hanna)('GET', `/api/v1/runs/${run}`);
    expect(all.body).toMatchObject({ numbers: { asked: 9, done: 2, onTime: 2, open: 7 } });
    const own = await product.as(ids.marta)('GET', `/api/v1/runs/${run}`);
    expect((own.body as { tasks: { about: string }[] }).tasks.map((task) => task.about)).toEqual(['RSK-11', 'RSK-12', 'RSK-13', 'RSK-2']);
    expect((await product.as(ids.martin)('GET', `/api/v1/runs/${run}`)).status).toBe(404);
  });
});

describe('Answering from a mail', () => {
  let link: string;
  let page: Answer;
  const cookies = (answer: Answer) =>
    answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  const hidden = (answer: Answer, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(answer.text)?.[1] ?? '';
  const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    product.asNobody('POST', link, form(fields), {
      'Content-Type': 'application/x-www-form-urlencoded',
      Cookie: cookies(page),
      ...headers,
    });
  const answer = (risk: string, verdict: string, reason: string) => ({
    [`${risk}.likelihood`]: '2',
    [`${risk}.consequence`]: '3',
    [`${risk}.verdict`]: verdict,
    [`${risk}.reason`]: reason,
  });
  const secrets = () => ({ csrf: hidden(page, 'csrf'), key: hidden(page, 'key'), action: 'complete' });

  beforeAll(async () => {
    const mail = await eventually('Marta has a mail', async () =>
      (await engine.mail.messages()).find((one) => one.To[0]?.Address === 'marta@tessel.example'),
    );
    link = /http:\/\/isms\.test(\/a\/[\w-]{43})/.exec(mail.Text)?.[1] ?? '';
    expect(link).not.toBe('');
    page = await product.asNobody('GET', link);
  });

  it('When a scanner follows the link by HEAD and GET, the page is shown and nothing changes', async () => {
    for (const method of ['HEAD', 'GET', 'GET', 'GET']) expect((await product.asNobody(method, link)).status).toBe(200);
    expect(page.text).toContain('Secret of RSK-11');
    expect(page.text).not.toContain('<script');
    expect(page.headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(page.headers.get('X-Robots-Tag')).toBe('noindex');
    const made = await product.asNobody('GET', `/A/${link.slice(3)}`);
    expect([made.status, made.headers.get('Referrer-Policy')]).toEqual([200, 'no-referrer']);
    expect((await engine.store.tasks.get(taskOf('RSK-11')))?.state).toBe('open');
  });

  it('When the form comes from another site, without our cookie, nothing is recorded and nothing typed is lost', async () => {
    const foreign = await post({ ...secrets(), ...answer('RSK-11', 'change', 'Typed with care.') }, { Cookie: '' });
    expect(foreign.status).toBe(403);
    expect(foreign.text).toContain('Typed with care.');
    expect((await engine.store.tasks.get(taskOf('RSK-11')))?.state).toBe('open');
  });

  it('When one answer contradicts itself, it is said at its place with what was typed, and the other one is recorded', async () => {
    const sent = await post({
      ...secrets(),
      ...answer('RSK-11', 'keep', 'Nothing is new.'),
      ...answer('RSK-12', 'change', 'The door has a lock.'),
    });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('never judged');
    expect(sent.text).toContain('Nothing is new.');
    expect(sent.text).toContain('One answer is recorded');
    expect((await engine.store.tasks.get(taskOf('RSK-11')))?.seq).toBe(1);
    expect(await engine.store.tasks.get(taskOf('RSK-12'))).toMatchObject({ state: 'done', closedBy: { person: ids.marta, via: 'link' } });
  });

  it('When nothing is filled in, the page says so', async () => {
    const sent = await post({ ...secrets(), 'RSK-11.reason': '', 'RSK-13.reason': '' });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('Nothing was filled in yet.');
  });

  it('When the same form is sent ten times at once, there is one effect and ten equal answers', async () => {
    const fields = { ...secrets(), ...answer('RSK-11', 'change', 'The laptops are encrypted.') };
    const sent = await Promise.all(Array.from({ length: 10 }, () => post(fields)));
    expect(sent.map((one) => one.status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(sent.every((one) => one.text.includes('Your answer is recorded') && one.text.includes('The laptops are encrypted.'))).toBe(true);
    const trail = await engine.store.trail.find({ chain: `task/${taskOf('RSK-11')}` });
    expect(trail.filter((entry) => entry.event === 'completed').map((entry) => entry.actor.via)).toEqual(['link']);
  });

  it('When a second window sends another answer, it says that this one was not recorded, and gives it back', async () => {
    const other = await post({ ...secrets(), key: 'second-window', ...answer('RSK-11', 'change', 'I think otherwise now.') });
    expect(other.status).toBe(409);
    expect(other.text).toContain('Your answer was not recorded');
    expect(other.text).toContain('You have answered this already, and not the same');
    expect(other.text).toContain('I think otherwise now.');
    expect(other.text).toContain('The laptops are encrypted.');
    const same = await post({ ...secrets(), key: 'second-window', ...answer('RSK-11', 'change', ' The laptops are  encrypted.') });
    expect([same.status, same.text.includes('Your answer is recorded')]).toEqual([200, true]);
  });

  it('When something was typed about a task that is not asked here, it is said and given back', async () => {
    const sent = await post({ ...secrets(), ...answer('RSK-5', 'change', 'It is with somebody else.') });
    expect(sent.status).toBe(409);
    expect(sent.text).toContain('Somebody else is asked this now');
    expect(sent.text).toContain('It is with somebody else.');
    expect((await engine.store.tasks.get(taskOf('RSK-5')))?.state).toBe('open');
  });

  it('When the same comment is sent again, from the form that came back too, it is recorded once', async () => {
    const away = await startApi({ store: engine.store });
    const typed = {
      csrf: hidden(page, 'csrf'),
      key: 'k1-comment',
      action: 'comment',
      task: 'RSK-13',
      comment: 'I ask the supplier first.',
    };
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: cookies(page) };
    const back = await away.asNobody('POST', link, form(typed), headers);
    await away.stop();
    expect([back.status, back.headers.get('Retry-After')]).toEqual([503, '5']);
    expect(back.text).toContain('name="key" value="k1-comment"');
    expect(back.text).toContain('I ask the supplier first.</textarea>');
    for (let n = 0; n < 3; n += 1) expect((await post(typed)).status).toBe(200);
    const comments = async () =>
      (await engine.store.trail.find({ chain: `task/${taskOf('RSK-13')}` })).filter((entry) => entry.event === 'commented').length;
    expect(await comments()).toBe(1);
    expect((await post({ ...typed, comment: 'The supplier is not there.' })).status).toBe(200);
    expect(await comments()).toBe(2);
  });

  it('When all is answered, the link opens nothing, like one that is unknown, forged or broken', async () => {
    const done = await post({ ...secrets(), ...answer('RSK-13', 'change', 'It is not used any more.') });
    expect(done.status).toBe(200);
    const used = await product.asNobody('GET', link);
    const others = await Promise.all(
      ['/a/unknown', `/a/${'x'.repeat(43)}`, link.slice(0, -1), link.toUpperCase()].map((other) => product.asNobody('GET', other)),
    );
    expect([used, ...others].map((one) => one.status)).toEqual([404, 404, 404, 404, 404]);
    for (const other of others) expect(other.text).toBe(used.text);
  });

  it('When the log is read, no link can be followed from it, however its address was written', async () => {
    await product.asNobody('GET', `/A/${link.slice(3)}`);
    await product.asNobody('GET', `/%61/${link.slice(3)}`);
    await product.asNobody('GET', `/somewhere/${link.slice(3)}?next=${link}`);
    await askedAbsolutely(`${product.url}${link}`);
    const routes = product.lines.map((line) => String(line.route));
    expect(routes).toEqual(expect.arrayContaining(['/a/{token}', 'none']));
    expect(JSON.stringify(product.lines)).not.toContain(link.slice(3));
  });
});

/** As a proxy asks: with the whole address in the first line. */
const askedAbsolutely = (url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path: url }, (answer) => answer.resume().on('end', () => resolve()))
      .on('error', reject)
      .end();
  });

describe('Ending and opening runs', () => {
  it('When a run is cancelled, its open tasks are cancelled, what was answered stays, and its key is free', async () => {
    const cancel = (headers = {}) =>
      product.as(ids.hanna)('POST', `/api/v1/runs/${run}/cancellation`, { reason: 'It was opened too early.' }, headers);
    expect(await cancel({ 'Idempotency-Key': 'cancel-1' })).toMatchObject({
      status: 200,
      body: { status: 'cancelled', reason: 'It was opened too early.' },
    });
    expect(await cancel({ 'Idempotency-Key': 'cancel-2' })).toMatchObject({ status: 409, body: { code: 'closed' } });
    const states = (await engine.store.tasks.find({ run })).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['cancelled', 'done']));
    const again = await product.as(ids.hanna)('POST', '/api/v1/processes/riskReview/runs', { subject: { period: '2026-Q4' } });
    expect(again).toMatchObject({ status: 201, body: { id: `${run}-2`, attempt: 2 } });
  });

  it('When Temporal was away as a run was opened, the same request sent again opens that run', async () => {
    const body = { subject: { period: '2027-Q1' } };
    const key = { 'Idempotency-Key': 'open-2027-Q1' };
    const away = await startApi({ store: engine.store });
    const first = await away.as(ids.hanna)('POST', '/api/v1/processes/riskReview/runs', body, key);
    await away.stop();
    expect(first.status).toBe(503);
    expect(await product.as(ids.hanna)('POST', '/api/v1/processes/riskReview/runs', body)).toMatchObject({ status: 409 });
    const second = await product.as(ids.hanna)('POST', '/api/v1/processes/riskReview/runs', body, key);
    expect(second).toMatchObject({ status: 201, body: { id: 'riskReview-2027-Q1' } });
    expect((await engine.client.workflow.getHandle('riskReview-2027-Q1').describe()).status.name).toBe('RUNNING');
  });

  it.each([
    [{ period: '2027-Q5' }, 'subject.period'],
    [{ period: '2027-Q2', scope: 'some' }, 'subject.scope'],
    [{ period: '2027-Q2', colour: 'red' }, 'subject'],
  ])('When the subject is %j, it is 422 at %s', async (subject, place) => {
    const { status, body } = await product.as(ids.hanna)('POST', '/api/v1/processes/riskReview/runs', { subject });
    expect(status).toBe(422);
    expect((body as { errors: { path: string }[] }).errors.map(({ path: at }) => at)).toEqual([place]);
  });
});
