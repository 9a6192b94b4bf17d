import { PersonAnswer } from './answers.ts';
import type { Client } from './client.ts';
import { Refused } from './failures.ts';
import { firstOf } from './pages.ts';

export type People = {
  /** Names by id; an id stays an id where its person may not be seen. */
  names(ids: Iterable<string>): Promise<(id: string) => string>;
  /** The one person with this id, mail address or name. Refuses when there is none or more than one. */
  find(said: string): Promise<PersonAnswer>;
};

const everybody = Number.POSITIVE_INFINITY;
const isId = (said: string): boolean => /^per-[a-z0-9]{10}$/.test(said);
const folded = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** People of the register, each read once. */
export function createPeople(client: Client): People {
  const known = new Map<string, PersonAnswer | undefined>();
  let all: Promise<PersonAnswer[]> | undefined;

  async function read(id: string): Promise<PersonAnswer | undefined> {
    try {
      return await client.get(`/registers/people/${encodeURIComponent(id)}`, PersonAnswer);
    } catch (fault) {
      if (fault instanceof Refused) return undefined;
      throw fault;
    }
  }

  async function learn(id: string): Promise<void> {
    if (!known.has(id)) known.set(id, isId(id) ? await read(id) : undefined);
  }

  function register(): Promise<PersonAnswer[]> {
    all ??= firstOf(client, '/registers/people', PersonAnswer, {}, everybody).then(({ items }) => items);
    return all;
  }

  return {
    async names(ids) {
      for (const id of new Set(ids)) await learn(id);
      return (id) => (id === 'engine' ? 'the engine' : (known.get(id)?.name ?? id));
    },
    async find(said) {
      const wanted = folded(said);
      const people = await register();
      const found = people.filter(({ id, email, name }) => [id, folded(email), folded(name)].includes(wanted));
      const [person, another] = found;
      if (person === undefined) throw new Refused('unknownPerson', `Nobody in the register has the id, mail address or name "${said}".`);
      if (another === undefined) return person;
      throw new Refused(
        'ambiguousPerson',
        `Several people are called "${said}": ${found.map(({ email }) => email).join(', ')}. Say which by mail address.`,
      );
    },
  };
}
