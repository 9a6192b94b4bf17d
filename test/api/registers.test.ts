import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asking, ids, type Product, startApi } from './http.ts';

let product: Product;
let hanna: Asking;
beforeAll(async () => {
  product = await startApi();
  hanna = product.as(ids.hanna);
});
afterAll(() => product.stop());

const paths = (body: unknown) => (body as { errors: { path: string }[] }).errors.map(({ path }) => path);

describe('People', () => {
  it('When a person is added, what was not said is the default of the organization', async () => {
    const { status, body } = await hanna('POST', '/api/v1/registers/people', {
      name: 'Rui Costa',
      email: 'Rui@Tessel.example',
      manager: ids.tove,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      version: 1,
      email: 'rui@tessel.example',
      site: 'head-office',
      language: 'en',
      roles: [],
      absences: [],
      status: 'active',
    });
    expect((body as { id: string }).id).toMatch(/^per-[a-z0-9]{10}$/);
  });

  it.each([
    [{ name: 'N', email: 'lukas@tessel.example' }, 'email'],
    [{ name: 'N', email: 'n@tessel.example', site: 'nowhere' }, 'site'],
    [{ name: 'N', email: 'n@tessel.example', manager: 'per-nobody0000' }, 'manager'],
    [{ name: 'N', email: 'n@tessel.example', deputy: 'per-nobody0000' }, 'deputy'],
    [{ name: 'N', email: 'n@tessel.example', roles: [{ role: 'king' }] }, 'roles.0.role'],
    [{ name: 'N', email: 'n@tessel.example', absences: [{ from: '2026-10-02', to: '2026-10-01' }] }, 'absences.0.to'],
  ])('When somebody like %j is added, it is 422 at %s', async (person, place) => {
    const { status, body } = await hanna('POST', '/api/v1/registers/people', person);
    expect(status).toBe(422);
    expect(paths(body)).toContain(place);
  });

  it('When managers would go round in a circle, it is refused', async () => {
    const { status, body } = await hanna('PATCH', `/api/v1/registers/people/${ids.tove}`, { version: 1, manager: ids.lukas });
    expect(status).toBe(422);
    expect(paths(body)).toEqual(['manager']);
  });

  it('When somebody changes their own language and absences, it is recorded as theirs', async () => {
    const absences = [{ from: '2026-12-24', to: '2027-01-02' }];
    const { status, body } = await product.as(ids.lukas)('PATCH', `/api/v1/registers/people/${ids.lukas}`, {
      version: 1,
      language: 'de',
      absences,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 2, language: 'de', absences });
    expect(await product.store.trail.get(`people/${ids.lukas}#2`)).toMatchObject({ actor: { person: ids.lukas, via: 'token' } });
  });

  it('When null is sent for a field that may be missing, it is removed', async () => {
    const { body } = await hanna('PATCH', `/api/v1/registers/people/${ids.marta}`, { version: 1, manager: null });
    expect(body).not.toHaveProperty('manager');
    expect((await product.store.people.get(ids.marta))?.manager).toBeUndefined();
  });
});

describe('Risks and controls', () => {
  it('When two change the same version at once, one wins and the other is told that it is stale', async () => {
    await hanna('POST', '/api/v1/registers/risks', { id: 'RSK-1', name: 'A risk', owner: ids.lukas });
    const change = (description: string) => hanna('PATCH', '/api/v1/registers/risks/RSK-1', { version: 1, description });
    const answers = await Promise.all(['one', 'two', 'three', 'four'].map(change));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(answers.filter(({ status }) => status === 409).every(({ body }) => (body as { code: string }).code === 'stale')).toBe(true);
    expect((await product.store.trail.find({ chain: 'risks/RSK-1' })).length).toBe(2);
  });

  it.each([
    [{ owner: 'per-nobody0000' }, 'owner'],
    [{ controls: [{ control: 'CTL-404', actsOn: 'both' }] }, 'controls.0.control'],
    [{ inherent: { likelihood: 6, consequence: 1 } }, 'inherent.likelihood'],
    [{ current: { likelihood: 1, consequence: 1 } }, 'current'],
    [{ band: 'low' }, 'band'],
    [{ nextReview: '2026-02-30' }, 'nextReview'],
  ])('When a new risk has %j, it is 422 at %s and nothing is written', async (more, place) => {
    const { status, body } = await hanna('POST', '/api/v1/registers/risks', { id: 'RSK-BAD', name: 'A risk', owner: ids.lukas, ...more });
    expect(status).toBe(422);
    expect(paths(body)).toContain(place);
    expect(await product.store.risks.get('RSK-BAD')).toBeUndefined();
  });

  it('When a level is on the preset scale of five and off the criteria in force, it is refused', async () => {
    expect((await hanna('POST', '/api/v1/registers/riskCriteria', { preset: 3 })).body).toMatchObject({
      id: 'criteria-2',
      likelihood: ['seldom', 'sometimes', 'often'],
    });
    const { status, body } = await hanna('POST', '/api/v1/registers/risks', {
      id: 'RSK-5',
      name: 'A risk',
      owner: ids.lukas,
      inherent: { likelihood: 4, consequence: 1 },
    });
    expect(status).toBe(422);
    expect(paths(body)).toEqual(['inherent.likelihood']);
  });

  it('When criteria do not fit together, it is 422 at their place', async () => {
    const whole = (await hanna('GET', '/api/v1/registers/riskCriteria/criteria-1')).body as Record<string, unknown>;
    const { likelihood, consequence, matrix, acceptableUpTo, bands } = whole;
    const { status, body } = await hanna('POST', '/api/v1/registers/riskCriteria', {
      likelihood,
      consequence,
      matrix: (matrix as unknown[]).slice(1),
      acceptableUpTo,
      bands,
    });
    expect(status).toBe(422);
    expect(paths(body)).toEqual(['matrix']);
  });

  it('When criteria are changed instead of made anew, there is no such route', async () => {
    expect((await hanna('PATCH', '/api/v1/registers/riskCriteria/criteria-1', { version: 1 })).status).toBe(404);
  });

  it('When the id is taken, it is 409', async () => {
    expect(await hanna('POST', '/api/v1/registers/risks', { id: 'RSK-1', name: 'Another', owner: ids.lukas })).toMatchObject({
      status: 409,
      body: { code: 'taken' },
    });
  });

  it('When a title holds control and bidirectional characters, they are gone', async () => {
    const { body } = await hanna('POST', '/api/v1/registers/risks', { id: 'RSK-9', name: 'A\u202E risk\r\nBcc: x', owner: ids.lukas });
    expect(body).toMatchObject({ name: 'A risk Bcc: x' });
  });
});

describe('Settings', () => {
  const read = async () => (await hanna('GET', '/api/v1/settings')).body as Record<string, unknown> & { sites: object[]; version: number };
  const write = async (more: object) => {
    const { id: _i, updatedAt: _u, ...settings } = await read();
    return hanna('PUT', '/api/v1/settings', { ...settings, ...more });
  };

  it('When settings are changed, it is a new version with its entry in the trail', async () => {
    const { status, body } = await write({ organization: 'Tessel Group' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 2, organization: 'Tessel Group' });
    expect(await product.store.trail.get('settings/settings#2')).toMatchObject({ event: 'changed', actor: { person: ids.hanna } });
    expect(await write({ version: 1 })).toMatchObject({ status: 409, body: { code: 'stale' } });
  });

  it.each([
    [{ sites: [{ id: 'head-office', name: 'H', zone: 'Europe/Nowhere', holidays: [] }] }, 'sites.0.zone'],
    [{ sites: [{ id: 'head-office', name: 'H', zone: 'Europe/Berlin', country: 'XX', holidays: [] }] }, 'sites.0.country'],
    [{ sites: [{ id: 'head-office', name: 'H', zone: 'Europe/Berlin', country: 'DE', region: 'ZZ', holidays: [] }] }, 'sites.0.region'],
    [{ sites: [{ id: 'other', name: 'O', zone: 'Europe/Berlin', holidays: [] }], defaultSite: 'other' }, 'sites'],
    [{ defaultSite: 'nowhere' }, 'defaultSite'],
    [{ workingDay: { start: '18:00', end: '08:00' } }, 'workingDay.end'],
    [{ ladders: [] }, 'ladders'],
  ])('When settings say %j, it is 422 at %s', async (more, place) => {
    const { status, body } = await write(more);
    expect(status).toBe(422);
    expect(paths(body)).toContain(place);
  });
});
