import { hash, verify } from '@node-rs/argon2';
import { systemNow } from '../domain/clock.ts';
import type { Link } from '../domain/records/letter.ts';
import type { Person } from '../domain/records/person.ts';
import type { Store } from '../models/store.ts';
import { endSessionsOf } from './session.ts';

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

export const leastPassword = 8;
const mostPassword = 128;

/** The first ones that somebody tries; a few words of one's own are on no such list. */
const known = new Set(
  'password passwort password1 password123 passwort123 12345678 123456789 1234567890 87654321 11111111 00000000 qwertyui qwertyuiop qwertzui qwertz123 abcd1234 abc12345 iloveyou letmein1 welcome1 willkommen sunshine football baseball superman trustno1 changeme administrator geheim123 hallo123 sommer2026 winter2026'.split(
    ' ',
  ),
);

/** What is wrong with a new password; undefined when nothing is. */
export function passwordProblem(
  password: string,
  { email, name }: Pick<Person, 'email' | 'name'>,
): 'tooShort' | 'tooLong' | 'tooCommon' | undefined {
  if ([...password].length < leastPassword) return 'tooShort';
  if ([...password].length > mostPassword) return 'tooLong';
  const small = password.toLowerCase();
  const own = [email, email.split('@')[0] ?? email, name.toLowerCase(), name.toLowerCase().replaceAll(' ', '')];
  return known.has(small) || own.includes(small) || new Set(small).size < 3 ? 'tooCommon' : undefined;
}

/** Sets the password of an invitation's person and uses the invitation up: of two who try, one does. False when it was used already. */
export async function setPassword(store: Store, link: Link, password: string): Promise<boolean> {
  const passwordHash = await hashPassword(password);
  if ((await store.links.remove({ id: link.id })) === 0) return false;
  const credential = { passwordHash, changedAt: systemNow() };
  try {
    if (!(await store.credentials.insert({ id: link.person, ...credential }))) await store.credentials.set(link.person, credential);
  } catch (failure) {
    await store.links.insert(link);
    throw failure;
  }
  await store.links.remove({ person: link.person, kind: 'invitation' });
  await endSessionsOf(store, link.person);
  return true;
}
