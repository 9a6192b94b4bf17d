import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashPassword } from '../../api/passwords.ts';
import { systemNow } from '../../domain/clock.ts';
import { createWorkerMeters } from '../../worker/meters.ts';
import { sdkLog } from '../../worker/sdkLog.ts';
import { watchActivities } from '../../worker/watching.ts';
import { quietRuntime } from '../support/engine.ts';
import { keptLog } from '../support/logLines.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { type Asking, type Product, startProduct } from '../support/product.ts';
import { eventually } from '../support/time.ts';
import { newVisitor } from '../support/visitor.ts';

/** Everything that somebody says, is called or signs in with in this file; none of it may come into the log. */
const planted = {
  password: 'planted-password-4711',
  wrongPassword: 'planted-wrong-password',
  comment: 'planted comment of Lukas',
  reason: 'planted reason about the cellar',
  risk: 'planted risk of the vault',
  newName: 'Planted Person',
  newMail: 'planted.person@tessel.example',
  typed: 'planted-typed-path',
  broken: 'planted broken body',
};
const people = ['Hanna', 'Vogt', 'Lukas', 'Wendt', 'Marta', 'Martin', 'Seidel', 'Tove', 'tessel.example'];

const { log, lines } = keptLog('all');
const meters = createWorkerMeters();
let product: Product;
let run: string;
const secrets: string[] = [];
const task = (risk: string) => `${run}/reassess/${risk}/1`;

beforeAll(async () => {
  quietRuntime(sdkLog(log));
  product = await startProduct({ log, watch: watchActivities({ meters, log }) });
  await foundOrganization(product.store);
  await addRisks(product.store, ids.lukas, ['RSK-1', 'RSK-2', 'RSK-3'], { name: planted.risk, description: planted.risk });
  await addRisks(product.store, ids.marta, ['RSK-9'], { name: planted.risk });
}, 180_000);
afterAll(() => product.stop());

const at = (what: string) => (line: Record<string, unknown>) => line.msg === what;
const post = (who: Asking, path: string, body: object) => who('POST', path, body);

describe('A day of people at work, as the log has it', () => {
  it('Hanna opens a review, mail goes out and one is refused, Lukas answers by link, by token and twice, and things go wrong', async () => {
    product.mail.setRules([{ action: 'refuseForNow', to: 'marta', times: 1 }]);
    const hanna = product.as(ids.hanna);
    const lukas = product.as(ids.lukas);
    const opened = await post(hanna, '/processes/riskReview/runs', { subject: { period: '2027-Q1', scope: 'all' } });
    run = (opened.body as { id: string }).id;
    const mail = await eventually(
      'the mail to Lukas',
      async () => (await product.mail.messages()).find(({ To }) => To[0]?.Address.startsWith('lukas')),
      120_000,
    );
    const link = /http\S+\/a\/([\w-]{43})/.exec(mail.Text) ?? [];
    secrets.push(link[1] ?? 'no link');
    const visitor = newVisitor();
    const page = await visitor.visit(link[0] ?? '');
    await visitor.send(page, {
      'RSK-1.likelihood': '2',
      'RSK-1.consequence': '2',
      'RSK-1.verdict': 'change',
      'RSK-1.reason': planted.reason,
    });
    const path = `/tasks/${encodeURIComponent(task('RSK-2'))}`;
    await post(lukas, `${path}/comment`, { text: planted.comment });
    await post(lukas, `${path}/completion`, { outcome: { likelihood: 1, consequence: 1, verdict: 'change', reason: planted.reason } });
    await post(lukas, `${path}/completion`, { outcome: { likelihood: 2, consequence: 1, verdict: 'change', reason: planted.reason } });
    await post(hanna, `/tasks/${encodeURIComponent(task('RSK-3'))}/reassignment`, { to: ids.martin, reason: planted.reason });
    await eventually(
      'the mail to Marta waits to be tried again',
      async () => product.store.mails.first({ person: ids.marta, state: 'deferred' }),
      120_000,
    );
  }, 300_000);

  it('Strangers try passwords, paths, bodies and addresses', async () => {
    const { url } = product;
    const ask = (path: string, init: RequestInit = {}) => fetch(`${url}${path}`, init);
    const json = { 'content-type': 'application/json' };
    const signIn = (password: string) => JSON.stringify({ email: 'hanna@tessel.example', password });
    await product.store.credentials.insert({ id: ids.hanna, passwordHash: await hashPassword(planted.password), changedAt: systemNow() });
    const signedIn = await ask('/api/v1/session', { method: 'POST', headers: { ...json, origin: url }, body: signIn(planted.password) });
    expect(signedIn.status).toBe(201);
    const cookie = (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
    secrets.push(decodeURIComponent(cookie.split('=')[1] ?? 'no cookie').slice(2, 40));
    expect((await ask('/api/v1/session', { headers: { cookie } })).status).toBe(200);
    const body = signIn(planted.wrongPassword);
    await ask('/api/v1/session', { method: 'POST', headers: { ...json, origin: url }, body });
    await ask('/api/v1/session', { method: 'POST', headers: { ...json, origin: url }, body: `{"${planted.broken}` });
    for (const path of [
      `/${planted.typed}`,
      `/Hanna%20Vogt`,
      '/api/v1/tasks/lukas@tessel.example',
      `/a/${planted.typed}`,
      `/invite/${'p'.repeat(43)}`,
    ])
      await ask(`${path}?q=${planted.typed}&mail=lukas@tessel.example`, {
        headers: { 'user-agent': planted.typed, authorization: `Bearer ${planted.wrongPassword}` },
      });
    const duplicate = { name: planted.newName, email: 'lukas@tessel.example', site: 'head-office', language: 'en', roles: [] };
    await post(product.as(ids.hanna), '/registers/people', duplicate);
    await post(product.as(ids.hanna), '/registers/people', { ...duplicate, email: planted.newMail });
  });

  it('An activity fails with a record in its words, a database refuses one, and both are told without it', async () => {
    const handle = await product.client.workflow.start('upkeep', { workflowId: 'upkeep-broken', taskQueue: 'isms', args: [] });
    await handle.result();
    await product.store.letters.insert({
      ...{ id: 'broken/1', person: ids.tove, kind: 'opened', run, task: 'no/such/task/1', facts: { name: planted.risk }, at: systemNow() },
      ...{ urgent: true, state: 'pending' },
    });
    await product.post.put([]);
    log.error(Object.assign(new Error(`dup key: { email: "${planted.newMail}" }`), { keyValue: { email: planted.newMail } }), 'fault');
    log.error(
      { err: Object.assign(new Error(`550 5.1.1 ${planted.newName} unknown`), { responseCode: 550, rejected: [planted.newMail] }) },
      'fault',
    );
    expect(lines.filter(at('fault')).map(({ err }) => (err as { says: string }).says)).toEqual([
      'dup key: { email: "[…]" }',
      'the mail server answered 550 5.1.1',
    ]);
  });
});

describe('What the log says of that day', () => {
  it('Every command names its task, run, actor, way and request', () => {
    const commands = lines.filter(at('commanded')).map(({ command, task: of, run: within, actor, via, result, code, request }) => ({
      ...{ command, of, within, actor, via, result, code, isNamed: /^[0-9a-f-]{36}$/.test(String(request)) },
    }));
    const common = { within: run, isNamed: true };
    expect(commands).toEqual([
      { ...common, command: 'complete', of: task('RSK-1'), actor: ids.lukas, via: 'link', result: 'done' },
      { ...common, command: 'comment', of: task('RSK-2'), actor: ids.lukas, via: 'token', result: 'done' },
      { ...common, command: 'complete', of: task('RSK-2'), actor: ids.lukas, via: 'token', result: 'done' },
      { ...common, command: 'complete', of: task('RSK-2'), actor: ids.lukas, via: 'token', result: 'refused', code: 'closed' },
      { ...common, command: 'reassign', of: task('RSK-3'), actor: ids.hanna, via: 'token', result: 'done' },
    ]);
  });

  it('Every step that is recorded names its task, run and what happened, and the actor where there was one', () => {
    const steps = lines.filter((line) => line.msg === 'recorded' && line.activity === 'recordStep');
    expect(steps.map(({ task: of, run: within, event, actor }) => [of, within, event, actor])).toEqual(
      expect.arrayContaining([
        [task('RSK-1'), run, 'completed', ids.lukas],
        [task('RSK-2'), run, 'commented', ids.lukas],
        [task('RSK-3'), run, 'reassigned', ids.hanna],
      ]),
    );
    expect(steps.every((line) => line.run === run && String(line.task).startsWith(`${run}/`))).toBe(true);
  });

  it('Every request has an id, and names route, actor, run and task as far as there are any', () => {
    const answered = lines.filter(at('answered'));
    expect(answered.every(({ request, route }) => typeof request === 'string' && typeof route === 'string')).toBe(true);
    const of = (method: string, route: string) => answered.find((line) => line.method === method && line.route === route);
    expect(of('POST', '/api/v1/processes/{key}/runs')).toMatchObject({ actor: ids.hanna, run, status: 201 });
    expect(of('POST', '/api/v1/tasks/{id}/comment')).toMatchObject({ actor: ids.lukas, run, task: task('RSK-2') });
    expect(of('POST', '/a/{token}')).toMatchObject({ actor: ids.lukas });
    expect(of('GET', '/api/v1/tasks/{id}')).not.toHaveProperty('task');
  });

  it('A mail that the server did not take is told by its numbers', () => {
    const failed = lines.filter(({ activity, err }) => activity === 'sendLetters' && err !== undefined);
    expect(failed.map(({ err }) => (err as { says: string }).says)).toEqual([expect.stringMatching(/^the mail server answered 4\d\d/)]);
    expect(JSON.stringify(failed)).not.toContain('taskToken');
  });

  it('Nobody is named, and nothing that was said, typed or signed in with is there', async () => {
    // Ids of this organization are made of first names, those of a real one of nothing.
    const text = Object.values(ids).reduce((all, id) => all.replaceAll(id, 'id'), JSON.stringify(lines));
    const tokens = [ids.hanna, ids.lukas].map((person) => `only-used-in-tests-${person}`);
    const said = [...Object.values(planted), ...people, ...secrets, ...tokens, 'a secret that is only used in tests', 'ppppppp'];
    expect(said.filter((one) => text.toLowerCase().includes(one.toLowerCase()))).toEqual([]);
    // Packages with a scope stand in stacks and look like addresses.
    expect(text.replaceAll('node_modules/@', '')).not.toMatch(/csrf|cookie|authorization|[^\s"]+@[^\s"]+/i);
    expect(lines.length).toBeGreaterThan(40);
  });

  it('What the worker measured of it has no label that names anybody', async () => {
    const text = await meters.registry.metrics();
    expect(text).toMatch(/fourstroke_step_seconds_count\{event="completed",result="done"\} 2/);
    expect(text).toMatch(/fourstroke_activity_seconds_count\{activity="sendLetters",result="failed"\} 1/);
    expect(text).toMatch(/fourstroke_upkeep_found_total\{what="tasks"\} 0/);
    expect(text).not.toMatch(/per-|RSK-|riskReview-|tessel/);
  });
});
