import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, ids, type Product, password, startApi } from './http.ts';

let product: Product;
beforeAll(async () => {
  product = await startApi();
});
afterAll(() => product.stop());

const cookieOf = ({ headers }: Answer): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
const login = (email = 'hanna@tessel.example', secret = password) =>
  product.asNobody('POST', '/api/v1/session', { email, password: secret });

describe('Signing in', () => {
  it('When address and password fit, a session begins whose cookie scripts cannot read', async () => {
    const answer = await login('Hanna@Tessel.example');
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ person: ids.hanna, roles: ['ismsManager'], via: 'login' });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^sid=.+HttpOnly.*SameSite=Lax/);
    const who = await product.asNobody('GET', '/api/v1/session', undefined, { Cookie: cookieOf(answer) });
    expect(who).toMatchObject({ status: 200, body: { name: 'Hanna Vogt' } });
  });

  it('When the password is wrong or the address unknown, the answer is the same', async () => {
    const wrong = await login('hanna@tessel.example', 'not the password');
    const unknown = await login('nobody@tessel.example', 'not the password');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.text).toBe(unknown.text);
  });

  it('When somebody signs in with a cookie that was planted, the session gets another id', async () => {
    const first = await login();
    const second = await product.asNobody(
      'POST',
      '/api/v1/session',
      { email: 'hanna@tessel.example', password },
      { Cookie: cookieOf(first) },
    );
    expect(cookieOf(second)).not.toBe(cookieOf(first));
    expect((await product.asNobody('GET', '/api/v1/session', undefined, { Cookie: cookieOf(first) })).status).toBe(401);
  });

  it('When somebody signs out, the cookie is worth nothing', async () => {
    const Cookie = cookieOf(await login());
    expect((await product.asNobody('DELETE', '/api/v1/session', undefined, { Cookie })).status).toBe(204);
    expect((await product.asNobody('GET', '/api/v1/session', undefined, { Cookie })).status).toBe(401);
  });

  it('When a person leaves, their session ends at once', async () => {
    const Cookie = cookieOf(await login());
    await product.store.people.set(ids.hanna, { status: 'left' });
    const after = await product.asNobody('GET', '/api/v1/session', undefined, { Cookie });
    await product.store.people.set(ids.hanna, { status: 'active' });
    expect(after.status).toBe(401);
  });

  it('When a person leaves and comes back, they sign in again: the old session does not wake up', async () => {
    const Cookie = cookieOf(await login());
    const change = async (status: string) => {
      const { version } = (await product.as(ids.hanna)('GET', `/api/v1/registers/people/${ids.hanna}`)).body as { version: number };
      return product.as(ids.hanna)('PATCH', `/api/v1/registers/people/${ids.hanna}`, { version, status });
    };
    const left = await change('left');
    await product.store.people.set(ids.hanna, { status: 'active' });
    const after = await product.asNobody('GET', '/api/v1/session', undefined, { Cookie });
    expect([left.status, after.status]).toEqual([200, 401]);
  });

  it('When twelve hours have passed since the sign-in, it is needed again, however busy the session was', async () => {
    const Cookie = cookieOf(await login());
    const sessions = product.store.connection.collection('sessions');
    await sessions.updateMany(
      { 'session.person': ids.hanna },
      { $set: { 'session.signedInAt': new Date(Date.now() - 12.1 * 3_600_000).toISOString() } },
    );
    expect((await product.asNobody('GET', '/api/v1/session', undefined, { Cookie })).status).toBe(401);
  });

  it.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ Origin: 'https://evil.example' }, 403],
    [{ Origin: 'null' }, 403],
    [{ 'Sec-Fetch-Site': 'same-origin' }, 201],
    [{}, 201],
  ])('When a write with a cookie comes with %j, it is %i', async (headers, status) => {
    const Cookie = cookieOf(await login());
    const id = `R-${JSON.stringify(headers).replace(/[^a-z]/gi, '')}`;
    const answer = await product.asNobody('POST', '/api/v1/registers/risks', { id, name: 'A risk', owner: ids.lukas }, {
      Cookie,
      ...headers,
    } as never);
    expect(answer.status).toBe(status);
    expect((await product.store.risks.get(id)) !== undefined).toBe(status === 201);
  });

  it('When somebody guesses ten times, the eleventh is 429, and another address may still sign in', async () => {
    for (let n = 0; n < 10; n += 1) await login('marta@tessel.example', `guess ${n}`);
    expect(await login('marta@tessel.example', 'guess 11')).toMatchObject({ status: 429, body: { code: 'tooMany' } });
    expect((await login()).status).toBe(201);
  });
});

describe('Headers', () => {
  it('When anything is answered, it cannot be framed, run script or be stored', async () => {
    const { headers } = await product.as(ids.hanna)('GET', '/api/v1/settings');
    const policy = headers.get('Content-Security-Policy') ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ])
      expect(policy).toContain(rule);
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  it('When the product is reached by https, cookies are bound to the host', async () => {
    const safe = await startApi({ store: product.store, publicUrl: 'https://isms.example' });
    const forwarded = { 'X-Forwarded-Proto': 'https' };
    const answer = await safe.asNobody('POST', '/api/v1/session', { email: 'hanna@tessel.example', password }, forwarded);
    await safe.stop();
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-sid=.+; Path=\/;.*HttpOnly; Secure; SameSite=Lax/);
    expect(answer.headers.get('Strict-Transport-Security')).toContain('max-age=');
  });
});
