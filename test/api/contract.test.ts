import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ids, type Product, startApi } from './http.ts';

let product: Product;
beforeAll(async () => {
  product = await startApi();
});
afterAll(() => product.stop());

const risk = (id: string, more: object = {}) => ({ id, name: `Risk ${id}`, owner: ids.lukas, ...more });

describe('What the API accepts', () => {
  it('When nobody is signed in, everything but health and signing in is 401 as a problem document', async () => {
    const { status, headers, body } = await product.asNobody('GET', '/api/v1/tasks');
    expect(status).toBe(401);
    expect(headers.get('Content-Type')).toContain('application/problem+json');
    expect(headers.get('WWW-Authenticate')).toBe('Bearer');
    expect(body).toMatchObject({
      type: 'urn:fourstroke:problem:unauthenticated',
      title: 'Unauthorized',
      status: 401,
      code: 'unauthenticated',
      errors: [],
    });
  });

  it('When a token is unknown, the answer does not fall back to nobody', async () => {
    const { status } = await product.asNobody('GET', '/healthz', undefined, { Authorization: 'Bearer unknown-unknown-unknown' });
    expect(status).toBe(401);
  });

  it('When a body has an unknown field, the path of that field is named and nothing is written', async () => {
    const { status, body } = await product.as(ids.hanna)('POST', '/api/v1/registers/risks', risk('R-1', { score: 9, threat: 5 }));
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'invalid' });
    expect((body as { errors: { path: string }[] }).errors.map((e) => e.path).sort()).toEqual(['score', 'threat']);
    expect(await product.store.risks.get('R-1')).toBeUndefined();
  });

  it.each([
    ['an operator as an address', '/api/v1/session', { email: { $gt: '' }, password: 'x' }, 'email'],
    ['an operator as an owner', '/api/v1/registers/risks', risk('R-2', { owner: { $ne: '' } }), 'owner'],
    [
      'a prototype',
      '/api/v1/registers/risks',
      JSON.parse('{"id":"R-2","name":"n","owner":"o","__proto__":{"a":1}}') as object,
      '__proto__',
    ],
  ])('When %s is sent, it is refused with its path', async (_name, path, sent, place) => {
    const { status, body } = await product.as(ids.hanna)('POST', path, JSON.stringify(sent), { 'Content-Type': 'application/json' });
    expect(status).toBe(422);
    expect((body as { errors: { path: string }[] }).errors.map((e) => e.path)).toContain(place);
  });

  it('When a body is not compressed as its header says, it is 400 and no fault', async () => {
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' };
    const { status, body } = await product.as(ids.hanna)('POST', '/api/v1/registers/risks', '{"id":"R-2"}', headers);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'malformed', detail: expect.stringContaining('compressed') });
  });

  it.each([
    ['/api/v1/registers/risks', [7, 'R-1']],
    ['/api/v1/registers/risks', [{ $gt: '' }, 'R-1']],
    ['/api/v1/tasks', ['soon', 'R-1']],
    ['/api/v1/runs', [7, 'R-1']],
    ['/api/v1/trail', ['yesterday', 'R-1']],
    ['/api/v1/trail?subject=settings/settings', ['first', 'R-1']],
  ])('When the list %s is asked to go on after %j, it is 400, because it never said so', async (path, cursor) => {
    const encoded = Buffer.from(JSON.stringify(cursor)).toString('base64url');
    const answer = await product.as(ids.hanna)('GET', `${path}${path.includes('?') ? '&' : '?'}cursor=${encoded}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid', errors: [{ path: 'cursor' }] } });
  });

  it('When an operator is put into the query, it is an unknown field', async () => {
    const { status, body } = await product.as(ids.hanna)('GET', '/api/v1/tasks?status[$ne]=done');
    expect(status).toBe(400);
    expect((body as { errors: { path: string }[] }).errors).toEqual([{ path: 'status[$ne]', message: 'is not a field of this' }]);
  });

  it('When the same parameter is given twice, it is refused', async () => {
    expect((await product.as(ids.hanna)('GET', '/api/v1/tasks?status=open&status=done')).status).toBe(400);
  });

  it('When JSON is cut off, it is 400; when it is 5 MB, 413; when it is a form, 415', async () => {
    const json = { 'Content-Type': 'application/json' };
    const send = product.as(ids.hanna);
    expect(await send('POST', '/api/v1/registers/risks', '{"id":', json)).toMatchObject({ status: 400, body: { code: 'malformed' } });
    const big = JSON.stringify(risk('R-3', { description: 'x'.repeat(5_000_000) }));
    expect(await send('POST', '/api/v1/registers/risks', big, json)).toMatchObject({ status: 413, body: { code: 'tooLarge' } });
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    expect(await send('POST', '/api/v1/registers/risks', 'id=R-3', form)).toMatchObject({
      status: 415,
      body: { code: 'unsupportedMediaType' },
    });
    expect(await product.store.risks.get('R-3')).toBeUndefined();
  });

  it('When a body is nested a hundred thousand levels deep, it is refused', async () => {
    const deep = `{"subject":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': 'deep' };
    expect(await product.as(ids.hanna)('POST', '/api/v1/processes/riskReview/runs', deep, headers)).toMatchObject({
      status: 400,
      body: { code: 'malformed' },
    });
  });

  it('When a path is unknown, it is the same 404 as an unknown id', async () => {
    const path = await product.as(ids.hanna)('GET', '/api/v1/nothing');
    const id = await product.as(ids.hanna)('GET', '/api/v1/registers/risks/R-404');
    expect([path.status, id.status]).toEqual([404, 404]);
    expect(path.body).toEqual(id.body);
  });

  it('When Temporal is away, opening a run is 503 with Retry-After, and the same key may be sent again', async () => {
    const open = () =>
      product.as(ids.hanna)(
        'POST',
        '/api/v1/processes/riskReview/runs',
        { subject: { period: '2026-Q4' } },
        { 'Idempotency-Key': 'open-1' },
      );
    const first = await open();
    expect(first).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(Number(first.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await open()).status).toBe(503);
    expect(await product.store.runs.count({})).toBe(1);
  });

  it('When Temporal is away, the product is alive and not ready, and says what is missing', async () => {
    expect(await product.asNobody('GET', '/healthz')).toMatchObject({ status: 200, body: { alive: true } });
    expect(await product.asNobody('GET', '/readyz')).toMatchObject({
      status: 503,
      body: { ready: false, database: 'ok', temporal: 'unreachable' },
    });
  });
});

describe('Idempotency-Key', () => {
  const create = (body: object, key: string) => product.as(ids.hanna)('POST', '/api/v1/registers/risks', body, { 'Idempotency-Key': key });

  it('When a POST is sent again with its key, the first answer is given again', async () => {
    const first = await create(risk('R-10'), 'k-10');
    const again = await create(risk('R-10'), 'k-10');
    expect(first.status).toBe(201);
    expect(again.status).toBe(201);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
  });

  it('When the key comes with another body, it is 422 and nothing is written', async () => {
    await create(risk('R-11'), 'k-11');
    expect(await create(risk('R-12'), 'k-11')).toMatchObject({ status: 422, body: { code: 'keyReused' } });
    expect(await product.store.risks.get('R-12')).toBeUndefined();
  });

  it('When twenty send the same at once, one record comes of it and nobody gets another answer than the rest', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => create(risk('R-13'), 'k-13')));
    expect(new Set(answers.map((a) => a.status))).toEqual(new Set(answers.some((a) => a.status === 409) ? [201, 409] : [201]));
    expect(answers.filter((a) => a.status === 409).every((a) => (a.body as { code: string }).code === 'inProgress')).toBe(true);
    expect((await product.store.trail.find({ chain: 'risks/R-13' })).length).toBe(1);
  });

  it('When somebody else uses the same key, it is another request', async () => {
    expect((await create(risk('R-14'), 'k-14')).status).toBe(201);
    const other = await product.as(ids.lukas)('POST', '/api/v1/registers/risks', risk('R-14'), { 'Idempotency-Key': 'k-14' });
    expect(other.status).toBe(403);
  });

  it('When a refused POST is sent again, it is refused again with the same words', async () => {
    const first = await create(risk('R-15', { owner: 'per-nobody0000' }), 'k-15');
    const again = await create(risk('R-15', { owner: 'per-nobody0000' }), 'k-15');
    expect(first).toMatchObject({ status: 422, body: { errors: [{ path: 'owner', message: 'nobody active has this id' }] } });
    expect(again.text).toBe(first.text);
    expect(again.headers.get('Content-Type')).toContain('problem+json');
  });
});

describe('Lists', () => {
  it('When a list is longer than a page, its cursor leads through all of it, once each and in order', async () => {
    for (let n = 0; n < 25; n += 1)
      await product.as(ids.hanna)('POST', '/api/v1/registers/controls', {
        id: `CTL-${String(n).padStart(3, '0')}`,
        name: `Control ${n}`,
        kind: 'people',
      });
    const seen: string[] = [];
    let next: string | undefined = '';
    let pages = 0;
    while (next !== undefined) {
      const query: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
      const page: { items: { id: string }[]; next?: string } = (
        await product.as(ids.hanna)('GET', `/api/v1/registers/controls?limit=7${query}`)
      ).body;
      seen.push(...page.items.map((item) => item.id));
      next = page.next;
      pages += 1;
    }
    expect(pages).toBe(4);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => `CTL-${String(n).padStart(3, '0')}`));
  });

  it.each(['cursor=rubbish', 'limit=0', 'limit=501', 'limit=ten', 'cursor=W3siJG5lIjoxfSwiYSJd'])(
    'When the query says %s, it is 400',
    async (query) => {
      expect((await product.as(ids.hanna)('GET', `/api/v1/registers/controls?${query}`)).status).toBe(400);
    },
  );
});
