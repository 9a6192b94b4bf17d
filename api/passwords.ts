import { hash, verify } from '@node-rs/argon2';
import type { Person } from '../domain/records/person.ts';
import type { Store } from '../models/store.ts';

export const hashPassword = (password: string): Promise<string> => hash(password);

// Somebody who does not exist costs as much time as somebody who does.
let decoy: Promise<string> | undefined;
const decoyHash = (): Promise<string> => {
  decoy ??= hashPassword('nobody has this password');
  return decoy;
};

/** The person of address and password; undefined, after the same time, when there is none, they have left, or the password is another. */
export async function personOf(store: Store, email: string, password: string): Promise<Person | undefined> {
  const person = await store.people.first({ email: email.trim().toLowerCase(), status: 'active' });
  const credential = person === undefined ? undefined : await store.credentials.get(person.id);
  const right = await verify(credential?.passwordHash ?? (await decoyHash()), password);
  return right && credential !== undefined ? person : undefined;
}
