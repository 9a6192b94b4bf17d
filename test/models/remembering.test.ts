import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inAMoment } from '../../activities/inAMoment.ts';
import { remembering } from '../../models/remembering.ts';
import type { Store } from '../../models/store.ts';
import { openTestStore } from '../support/engine.ts';
import { foundOrganization, ids } from '../support/organization.ts';

let store: Store;

beforeAll(async () => {
  ({ store } = await openTestStore());
  await foundOrganization(store);
});
afterAll(() => store.close());

const nameIn = async (one: Store): Promise<string | undefined> => (await one.people.get(ids.lukas))?.name;

describe('a store that remembers', () => {
  it('When somebody changes behind its back, all parts of the work still get the same answer', async () => {
    const moment = remembering(store, ['people']);
    expect(await nameIn(moment)).toBe('Lukas Wendt');
    await store.people.set(ids.lukas, { name: 'Lukas Behrend' });
    expect(await nameIn(moment)).toBe('Lukas Wendt');
    expect(await nameIn(remembering(store, ['people']))).toBe('Lukas Behrend');
  });

  it('When it is written through, what was read before is forgotten', async () => {
    const moment = remembering(store, ['people']);
    const named = () => moment.people.find({ name: 'Lukas Sommer' });
    expect(await named()).toEqual([]);
    await moment.people.set(ids.lukas, { name: 'Lukas Sommer' });
    expect((await named()).map(({ id }) => id)).toEqual([ids.lukas]);
  });

  it('When an activity is called again, it asks anew', async () => {
    const { nameNow } = inAMoment({ store }, (deps) => ({ nameNow: () => nameIn(deps.store) }));
    await store.people.set(ids.lukas, { name: 'Lukas One' });
    expect(await nameNow()).toBe('Lukas One');
    await store.people.set(ids.lukas, { name: 'Lukas Two' });
    expect(await nameNow()).toBe('Lukas Two');
  });
});
