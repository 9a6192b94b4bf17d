import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { definitions } from '../../workflows/definitions.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { type Product, startProduct } from '../support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await foundOrganization(product.store);
});
afterAll(() => product.stop());

type Said = { en: string; de: string };
type Flowing = { key: string; inputs: Said[]; outputs: Said[] };
type Exchanged = { from: string; to: string; what: Said };
type Edge = { from: string; to: string; how: string };
type Part = { role: string; each?: string; people: { id: string }[] };
type Line = { process: string; task: string; responsible: Part; confirms?: Part; accountable: Part };

const get = async <T>(path: string, person = ids.lukas): Promise<T> => (await product.as(person)('GET', path)).body as T;

describe('how the processes act on one another', () => {
  it('When somebody asks, every process is there, and each interaction leads from one of them to another', async () => {
    const { processes, interactions } = await get<{ processes: { key: string }[]; interactions: Edge[] }>('/processes/map');
    const keys = processes.map(({ key }) => key);
    expect(keys).toEqual(definitions.map(({ key }) => key));
    expect(interactions).toContainEqual(expect.objectContaining({ from: 'riskReview', to: 'riskAcceptance', how: 'starts' }));
    for (const { from, to } of interactions) expect([keys.includes(from), keys.includes(to)]).toEqual([true, true]);
  });

  it('When somebody asks what a process needs and brings about, it is said in both languages, and who hands it to whom', async () => {
    const { processes, exchanges } = await get<{ processes: Flowing[]; exchanges: Exchanged[] }>('/processes/map');
    const acceptance = processes.find(({ key }) => key === 'riskAcceptance');
    expect(acceptance?.inputs).toContainEqual({ en: 'risks as they were judged', de: 'Risiken, wie sie beurteilt wurden' });
    expect(exchanges).toContainEqual({ from: 'riskReview', to: 'riskAcceptance', what: acceptance?.inputs[1] });
    const { items } = await get<{ items: Flowing[] }>('/processes');
    expect(items.map(({ key, inputs, outputs }) => ({ key, inputs, outputs }))).toEqual(
      processes.map(({ key, inputs, outputs }) => ({ key, inputs, outputs })),
    );
  });
});

describe('who has to do what', () => {
  it('When somebody asks for all, each task of each process has somebody who does it or owns it', async () => {
    const { items } = await get<{ items: Line[] }>('/responsibilities');
    const all = definitions.flatMap(({ key, tasks }) => Object.keys(tasks).map((task) => `${key} ${task}`));
    expect(items.map(({ process, task }) => `${process} ${task}`)).toEqual(all);
    const reassess = items.find(({ process, task }) => process === 'riskReview' && task === 'reassess');
    expect(reassess?.responsible).toMatchObject({ role: 'riskOwner', each: 'risks' });
  });

  it('When somebody asks for one person or one role, what falls to them is left', async () => {
    const ofTove = await get<{ items: Line[] }>(`/responsibilities?person=${ids.tove}`);
    expect(ofTove.items.length).toBeGreaterThan(0);
    const isHers = (part: { people: { id: string }[] } | undefined) => part?.people.some(({ id }) => id === ids.tove) === true;
    const parts = ofTove.items.map(({ responsible, confirms, accountable }) => [responsible, confirms, accountable].some(isHers));
    expect(parts.every(Boolean)).toBe(true);
    expect(ofTove.items.some(({ responsible }) => responsible.role === 'riskOwner')).toBe(false);
    const ofRole = await get<{ items: Line[] }>('/responsibilities?role=riskOwner&process=riskAcceptance');
    expect(ofRole.items.map(({ task }) => task)).toEqual(['request']);
    expect((await product.as(ids.lukas)('GET', '/responsibilities?role=nobody')).status).toBe(400);
  });

  it('When a page is opened, it names the people, and every arrow of the picture stands in words as well', async () => {
    const cookie = await cookieOf(ids.lukas);
    const page = await (await fetch(`${product.url}/processes`, { headers: { cookie } })).text();
    for (const said of ['Periodic risk review', 'Hanna Vogt (ISMS manager)', 'the owner of each (risk owner)', '<svg', '(starts)'])
      expect(page).toContain(said);
    expect(page).toContain('<title>Periodic risk review. Inputs: the risk criteria, ');
    expect(page).toContain('<dd>the risk criteria<span class="soft"> (Setting up the ISMS)</span></dd>');
    const people = await (await fetch(`${product.url}/responsibilities`, { headers: { cookie } })).text();
    expect(people.indexOf('Hanna Vogt')).toBeLessThan(people.indexOf('Tove Lind'));
    expect((await fetch(`${product.url}/processes`, { redirect: 'manual' })).status).toBe(303);
  });
});

async function cookieOf(person: string): Promise<string> {
  await product.signedIn(person);
  const email = (await product.store.people.get(person))?.email;
  const { headers } = await fetch(`${product.url}/api/v1/session`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password: 'four words of mine' }) },
  });
  return headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}
