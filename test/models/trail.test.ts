import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkChain, verifyChain } from '../../models/chain.ts';
import type { Store } from '../../models/store.ts';
import { append, appendFirst, entryId, genesis, hashOf, type NewEntry, textsBeside, textsOf } from '../../models/trail.ts';
import { openTestStore } from '../support/engine.ts';

let store: Store;
beforeAll(async () => {
  ({ store } = await openTestStore());
});
afterAll(() => store.close());

const at = '2026-10-01T06:00:00.000Z';
const entry = (chain: string, seq: number, more: Partial<NewEntry> = {}): NewEntry => ({
  ...{ chain, seq, at, actor: { person: 'per-lukas00000', via: 'link', link: 'abc' }, event: 'commented' },
  ...{ data: { n: seq }, texts: { comment: `Remark ${seq}` }, ...more },
});

async function chainOf(name: string, length: number): Promise<string> {
  for (let seq = 1; seq <= length; seq += 1) await append(store, entry(name, seq));
  return name;
}
const raw = (id: string) => ({ _id: id }) as never;
const trail = () => store.connection.collection('trail');

describe('the trail', () => {
  it('When entries follow each other, each holds the hash of the one before it and the chain verifies', async () => {
    const chain = await chainOf('task/whole', 3);
    const [first, second] = await store.trail.find({ chain }, { sort: { seq: 1 } });
    expect(first?.previous).toBe(genesis);
    expect(second?.previous).toBe(first?.hash);
    expect(second && hashOf(second)).toBe(second?.hash);
    expect(await verifyChain(store, chain, 3)).toEqual([]);
  });

  it('When an entry is appended twice, there is one, and the second call finds the first', async () => {
    const first = await append(store, entry('task/twice', 1));
    const again = await append(store, entry('task/twice', 1, { data: { n: 'other' }, texts: { comment: 'Something else' } }));
    expect([first.written, again.written]).toEqual([true, false]);
    expect(again.entry).toEqual(first.entry);
    expect(await textsOf(store, again.entry)).toEqual({ comment: 'Remark 1' });
    expect(await store.trailTexts.count({ id: { $in: [first.entry.beside] } })).toBe(1);
  });

  it('When two race for one place, one wins with its own texts, and nothing of the other stays', async () => {
    for (let round = 1; round <= 20; round += 1) {
      const chain = `people/race-${round}`;
      const tries = ['Ada', 'Bea', 'Cyd'].map((name) => append(store, entry(chain, 1, { data: { said: name }, texts: { name } })));
      const all = await Promise.all(tries);
      expect(all.filter(({ written }) => written)).toHaveLength(1);
      const stored = await store.trail.find({ chain });
      expect(stored).toHaveLength(1);
      const [winner] = stored;
      expect(winner && (await textsOf(store, winner))).toEqual({ name: winner?.data.said });
      expect(await verifyChain(store, chain)).toEqual([]);
      expect((await store.trailTexts.find({})).filter(({ id }) => id.startsWith(entryId(chain, 1)))).toHaveLength(1);
    }
  });

  it('When the entry before it is missing, nothing can follow', async () => {
    await expect(append(store, entry('task/gap', 2))).rejects.toThrow(/no entry 1/);
  });

  it('When many chains begin at once and again, each has its first entry once, with its text', async () => {
    const many = Array.from({ length: 30 }, (_, n) => entry(`risks/R${n}`, 1, { texts: { name: `Risk ${n}` } }));
    const first = await appendFirst(store, many.slice(0, 20));
    const all = await appendFirst(store, many);
    expect([first.length, all.length]).toEqual([20, 30]);
    expect([...(await textsBeside(store, all)).values()].map(({ texts }) => texts.name).sort()).toEqual(
      many.map(({ texts }) => texts?.name).sort(),
    );
    for (const { chain } of many) expect(await verifyChain(store, chain, 1)).toEqual([]);
    expect((await store.trailTexts.find({})).filter(({ id }) => id.startsWith('risks/R'))).toHaveLength(30);
  });

  it('When an entry holds undefined, null, dots and other scripts, what is read has the hash of what was written', async () => {
    const data = { gone: undefined, removed: null, 'a.b': 1, text: 'Zürich – 東京', list: [{ x: undefined }, 1.5, true] };
    await append(store, entry('settings/odd', 1, { data }));
    expect(await verifyChain(store, 'settings/odd', 1)).toEqual([]);
  });

  it.each([
    ['changed', 2, 'its content does not match its hash', (id: string) => trail().updateOne(raw(id), { $set: { 'data.n': 99 } })],
    ['dated back', 2, 'its content does not match its hash', (id: string) => trail().updateOne(raw(id), { $set: { at: new Date(0) } })],
    [
      'given to somebody else',
      2,
      'its content does not match its hash',
      (id: string) => trail().updateOne(raw(id), { $set: { 'actor.person': 'per-marta00000' } }),
    ],
    ['removed', 2, 'an entry is missing', (id: string) => trail().deleteOne(raw(id))],
  ] as [string, number, string, (id: string) => Promise<unknown>][])(
    'When an entry is %s, the chain says where',
    async (what, seq, problem, tamper) => {
      const chain = await chainOf(`task/${what}`, 4);
      await tamper(entryId(chain, seq));
      expect(await verifyChain(store, chain, 4)).toContainEqual({ chain, seq, problem });
    },
  );

  it('When an entry is changed together with its own hash, the one behind it says so', async () => {
    const chain = await chainOf('task/rehashed', 3);
    const second = await store.trail.get(entryId(chain, 2));
    const forged = second && { ...second, data: { n: 99 } };
    await trail().updateOne(raw(entryId(chain, 2)), { $set: { data: { n: 99 }, hash: forged && hashOf(forged) } });
    expect(await verifyChain(store, chain)).toContainEqual({ chain, seq: 3, problem: 'it does not follow the entry before it' });
  });

  it('When two entries have changed places, the chain says where', async () => {
    const chain = await chainOf('task/swapped', 4);
    const [a, b, c, d] = await store.trail.find({ chain }, { sort: { seq: 1 } });
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('four entries were written');
    const swapped = [a, { ...c, id: b.id, seq: 2 }, { ...b, id: c.id, seq: 3 }, d];
    expect(checkChain(chain, swapped, new Map()).map(({ seq }) => seq)).toEqual(expect.arrayContaining([2, 3]));
    expect(checkChain(chain, [a, c, b, d], new Map())).toEqual([{ chain, seq: 2, problem: 'an entry is missing' }]);
  });

  it('When the last entries are gone, the record that counts them says so', async () => {
    const chain = await chainOf('task/short', 3);
    await trail().deleteOne(raw(entryId(chain, 3)));
    expect(await verifyChain(store, chain)).toEqual([]);
    expect(await verifyChain(store, chain, 3)).toEqual([{ chain, seq: 3, problem: 'entries at the end are missing' }]);
  });

  it('When a text is erased, the chain is whole; when it is changed, that is found', async () => {
    const chain = await chainOf('task/texts', 2);
    const [first, second] = await store.trail.find({ chain }, { sort: { seq: 1 } });
    await store.trailTexts.remove({ id: first?.beside });
    expect(await verifyChain(store, chain, 2)).toEqual([]);
    await store.trailTexts.set(second?.beside ?? '', { texts: { comment: 'I never said that' } });
    expect(await verifyChain(store, chain, 2)).toEqual([{ chain, seq: 2, problem: 'the text "comment" was changed' }]);
  });
});
