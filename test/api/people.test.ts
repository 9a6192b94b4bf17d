import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemNow } from '../../domain/clock.ts';
import type { PersonName } from '../../domain/records/names.ts';
import type { Person } from '../../domain/records/person.ts';
import type { PersonDetail } from '../../domain/records/personDetail.ts';
import { ids, type Product, startApi } from './http.ts';

let product: Product;
beforeAll(async () => {
  product = await startApi();
  const { store } = product;
  await store.people.set(ids.lukas, { deputy: ids.marta, roles: [{ role: 'riskOwner' }, { role: 'controlOwner' }] });
  await store.people.set(ids.martin, { status: 'left' });
  await store.people.set(ids.marta, { unreachable: { since: systemNow(), code: '550' } });
});
afterAll(() => product.stop());

type Page = { items: Person[]; next?: string };
const list = async (query: string, person = ids.hanna): Promise<Page> => {
  const { status, body } = await product.as(person)('GET', `/api/v1/registers/people?${query}`);
  expect(status).toBe(200);
  return body as Page;
};
const names = ({ items }: Page) => items.map(({ name }) => name);

describe('The register of people', () => {
  it('When it is listed, it is by name, page after page, each once', async () => {
    const all = names(await list(''));
    expect(all).toEqual(['Hanna Vogt', 'Lukas Wendt', 'Marta Nogueira', 'Martin Seidel', 'Tove Lind']);
    const pages: string[][] = [];
    for (let next: string | undefined = ''; next !== undefined; ) {
      const page: Page = await list(`limit=2${next === '' ? '' : `&cursor=${next}`}`);
      pages.push(names(page));
      next = page.next;
    }
    expect(pages).toEqual([all.slice(0, 2), all.slice(2, 4), all.slice(4)]);
  });

  it('When it is narrowed by words, role, state or whether mail arrives, those are left', async () => {
    expect(names(await list('q=mart'))).toEqual(['Marta Nogueira', 'Martin Seidel']);
    expect(names(await list('q=wendt lu'))).toEqual(['Lukas Wendt']);
    expect(names(await list('q=tove@'))).toEqual(['Tove Lind']);
    expect(names(await list('q=%20'))).toHaveLength(5);
    expect(names(await list('role=riskOwner&status=active'))).toEqual(['Lukas Wendt', 'Marta Nogueira']);
    expect(names(await list('role=controlOwner'))).toEqual(['Lukas Wendt']);
    expect(names(await list('status=left'))).toEqual(['Martin Seidel']);
    expect(names(await list('unreachable=true'))).toEqual(['Marta Nogueira']);
    expect(names(await list(`manager=${ids.martin}&q=lukas`))).toEqual(['Lukas Wendt']);
    expect((await product.as(ids.hanna)('GET', '/api/v1/registers/people?role=king')).status).toBe(400);
  });

  it('When the list is narrowed and longer than a page, the next page goes on where it ended', async () => {
    const first = await list('q=m&limit=1');
    expect([names(first), names(await list(`q=m&limit=1&cursor=${first.next}`))]).toEqual([['Marta Nogueira'], ['Martin Seidel']]);
  });

  it('When somebody lists it who oversees nothing, they find themselves, whatever they ask for', async () => {
    expect(names(await list('', ids.lukas))).toEqual(['Lukas Wendt']);
    expect(names(await list('q=marta', ids.lukas))).toEqual([]);
  });
});

describe('One person', () => {
  const detail = async (id: string, person = ids.hanna) => (await product.as(person)('GET', `/api/v1/people/${id}`)).body as PersonDetail;

  it('When the page of a person is asked for, it says who is above and beside them, and the day it is where they work', async () => {
    const lukas = await detail(ids.lukas);
    expect(lukas).toMatchObject({ name: 'Lukas Wendt', manages: 0, deputizesFor: [], waiting: 0 });
    expect(lukas.names).toEqual({ [ids.martin]: 'Martin Seidel', [ids.marta]: 'Marta Nogueira' });
    expect(lukas.today).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(await detail(ids.marta)).toMatchObject({ deputizesFor: [{ id: ids.lukas, name: 'Lukas Wendt' }] });
    expect(await detail(ids.martin)).toMatchObject({ manages: 2 });
  });

  it('When somebody asks for their own, they get it; for another, there is none', async () => {
    expect((await detail(ids.lukas, ids.lukas)).names[ids.marta]).toBe('Marta Nogueira');
    expect((await product.as(ids.lukas)('GET', `/api/v1/people/${ids.marta}`)).status).toBe(404);
  });
});

describe('Names to choose from', () => {
  const colleagues = async (q: string, person = ids.lukas) =>
    ((await product.as(person)('GET', `/api/v1/colleagues?q=${q}`)).body as { items: PersonName[] }).items;

  it('When anybody types a part of a name, those who are here are named, and nothing else of them', async () => {
    expect(await colleagues('mart')).toEqual([{ id: ids.marta, name: 'Marta Nogueira' }]);
    expect((await colleagues('')).map(({ name }) => name)).toEqual(['Hanna Vogt', 'Lukas Wendt', 'Marta Nogueira', 'Tove Lind']);
  });

  it('When two of them are called the same, their mail addresses tell them apart', async () => {
    await product.store.people.set(ids.tove, { name: 'Marta Nogueira' });
    expect(await colleagues('mart')).toEqual([
      { id: ids.marta, name: 'Marta Nogueira', email: 'marta@tessel.example' },
      { id: ids.tove, name: 'Marta Nogueira', email: 'tove@tessel.example' },
    ]);
    await product.store.people.set(ids.tove, { name: 'Tove Lind' });
  });
});
