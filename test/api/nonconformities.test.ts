import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeClock } from '../../domain/clock.ts';
import type { Actor } from '../../domain/records/common.ts';
import type { CorrectiveLoop, NonconformityDetail, NonconformityLine } from '../../domain/records/correctiveLoop.ts';
import type { Nonconformity } from '../../domain/records/nonconformity.ts';
import { changeRecord } from '../../models/registers.ts';
import { addPerson, addToken, ids, type Product, startApi } from './http.ts';

// Late in the evening: in Berlin it is the next day already.
const now = '2026-10-20T22:30:00.000Z';
const by = (person: string): Actor => ({ person, via: 'login' });

let product: Product;
let moment = 0;

beforeAll(async () => {
  product = await startApi({ clock: makeClock({ speed: 1, origin: now, realNow: () => Date.parse(now) }) });
  await addToken(product.store, ids.marta);
  await addPerson(product.store, 'per-auditor000', 'auditor');
  await reported('NC-001', { owner: ids.lukas, proposedAt: '2026-09-30T08:00:00.000Z', grade: 'major' });
  await reported('NC-002', { owner: ids.marta, proposedAt: '2026-10-20T20:00:00.000Z' });
  await reported('NC-003', { owner: ids.lukas, proposedAt: '2026-09-01T08:00:00.000Z', source: { kind: 'incident' } });
  await moved('NC-001', 'accepted', { status: 'accepted' }, 'It happened twice.');
  await moved('NC-001', 'corrected', { correction: 'Done again.', consequences: 'None.' });
  await moved('NC-003', 'declined', { status: 'declined' }, 'It was an exercise.');
  const asked = {
    process: 'correctiveAction',
    about: 'NC-001',
    run: 'correctiveAction-NC-001',
    assignee: ids.lukas,
    state: 'open' as const,
  };
  await product.store.tasks.insert({
    ...{ ...asked, id: 'correctiveAction-NC-001/analyse/NC-001/1', task: 'analyse', attempt: 1, answer: 'link', seq: 1, version: 1 },
    ...{ assignment: 1, accountable: ids.hanna, openedAt: now, baselineDue: now, due: '2026-10-23T15:00:00.000Z', zone: 'Europe/Berlin' },
    ...{ rungs: [], level: 0, undeliverable: false, definition: 'correctiveAction@1', outcomeSchema: '{}' },
  });
});
afterAll(() => product.stop());

const reported = (id: string, more: Partial<Nonconformity> & { owner: string; proposedAt: string }) =>
  changeRecord(product.store, {
    ...{ register: 'nonconformities', id, at: more.proposedAt, actor: by(ids.marta), event: 'reported' },
    set: { title: `The door of ${id}`, source: { kind: 'observation' }, status: 'candidate', reportedBy: ids.marta, ...more },
  });

async function moved(id: string, event: string, set: Partial<Nonconformity>, why?: string): Promise<void> {
  const { version = 0 } = (await product.store.nonconformities.get(id)) ?? {};
  moment += 1;
  const at = `2026-10-02T08:0${moment}:00.000Z`;
  await changeRecord(product.store, {
    ...{ register: 'nonconformities', id, version, set, at, actor: by(ids.hanna), event },
    ...(why !== undefined && { why }),
  });
}

const list = async (query = '', person = ids.hanna) =>
  ((await product.as(person)('GET', `/api/v1/nonconformities${query}`)).body as { items: NonconformityLine[] }).items;

describe('Nonconformities in their loop', () => {
  it('When they are listed, each says how old it is in days of the organization, where it stands, and what is asked of whom', async () => {
    const all = await list();
    expect(all.map(({ id, ageDays, station, ownerName }) => [id, ageDays, station, ownerName])).toEqual([
      ['NC-001', 21, 'corrected', 'Lukas Wendt'],
      ['NC-002', 1, 'reported', 'Marta Nogueira'],
      ['NC-003', 31, 'declined', 'Lukas Wendt'],
    ]);
    expect(all[0]?.asked).toMatchObject({ assigneeName: 'Lukas Wendt', title: 'Find the cause, and the like elsewhere' });
    expect(all[1]?.asked).toBeUndefined();
  });

  it.each([
    ['?status=open', ['NC-001', 'NC-002']],
    ['?status=declined', ['NC-003']],
    ['?grade=major', ['NC-001']],
    ['?kind=incident', ['NC-003']],
    [`?owner=${ids.marta}`, ['NC-002']],
  ])('When %s is asked for, only those are listed', async (query, expected) => {
    expect((await list(query)).map(({ id }) => id)).toEqual(expected);
  });

  it('When all are looked at together, it is counted how many open ones stand where, and the oldest is named', async () => {
    const { body } = await product.as(ids.hanna)('GET', '/api/v1/nonconformities/loop');
    const loop = body as CorrectiveLoop;
    expect(loop).toMatchObject({
      today: '2026-10-21',
      open: 2,
      candidates: 1,
      closed: 0,
      declined: 1,
      oldest: { id: 'NC-001', ageDays: 21 },
    });
    expect(loop.stations).toEqual(
      expect.arrayContaining([
        { station: 'corrected', open: 1 },
        { station: 'reported', open: 1 },
      ]),
    );
  });

  it('When one is read, every step says who, when and why, and what is asked stands beside it', async () => {
    const { body } = await product.as('per-auditor000')('GET', '/api/v1/nonconformities/NC-001');
    const { steps, station, round, asked, record } = body as NonconformityDetail;
    expect([station, round, record.id, asked.length]).toEqual(['corrected', 1, 'NC-001', 1]);
    expect(steps.map(({ station: at, name, why }) => [at, name, why])).toEqual([
      ['reported', 'Marta Nogueira', undefined],
      ['takenUp', 'Hanna Vogt', 'It happened twice.'],
      ['corrected', 'Hanna Vogt', undefined],
    ]);
  });

  it('When somebody lists them, they see what they own or have reported, and no task of another', async () => {
    expect((await list('', ids.lukas)).map(({ id }) => id)).toEqual(['NC-001', 'NC-003']);
    const [first] = await list('', ids.marta);
    expect([first?.id, first?.asked]).toEqual(['NC-001', undefined]);
  });
});

describe('What pages need beside their subject', () => {
  it('When it is asked what day it is, it is that of the organization, with the zone of the reader', async () => {
    expect((await product.as(ids.hanna)('GET', '/api/v1/today')).body).toEqual({ at: now, today: '2026-10-21', zone: 'Europe/Berlin' });
  });

  it('When ids are asked for, each has its name, and one that is nobody’s is left out', async () => {
    const { body } = await product.as(ids.lukas)('GET', `/api/v1/people/names?ids=${ids.hanna},per-nobody0000`);
    expect(body).toEqual({ items: [{ id: ids.hanna, name: 'Hanna Vogt' }] });
    expect((await product.as(ids.lukas)('GET', `/api/v1/people/names?ids=${'x,'.repeat(300)}x`)).status).toBe(400);
  });
});
