import type { Letter, Mail } from '../../domain/records/letter.ts';
import type { Store } from '../../models/store.ts';

export type Thread = { first: Mail; all: Mail[] };

const mostReferences = 10;

/**
 * The earlier mails to this person that this one follows: about the same tasks, or about the same run where a letter is about no task. A mail that asks
 * for something new begins a thread, and one about several runs belongs to none.
 */
export async function threadOf(store: Store, mail: Mail, letters: readonly Letter[]): Promise<Thread | undefined> {
  const runs = new Set(letters.flatMap(({ run }) => run ?? []));
  if (runs.size !== 1 || letters.some(({ kind }) => begins.has(kind))) return undefined;
  const earlier = await firstLetters(store, mail, letters);
  const ids = [...new Set(earlier.flatMap((letter) => letter.mail ?? []))].slice(0, mostReferences);
  const all = await store.mails.find({ id: { $in: ids }, state: 'accepted' }, { sort: { at: 1, _id: 1 } });
  const [first] = all;
  return first === undefined ? undefined : { first, all };
}

const begins = new Set<Letter['kind']>(['opened', 'runOpened', 'invitation']);

/** Of each task (or run) the first letter that reached this person. */
async function firstLetters(store: Store, mail: Mail, letters: readonly Letter[]): Promise<Letter[]> {
  const tasks = letters.flatMap(({ task }) => task ?? []);
  const about = tasks.length > 0 ? { task: { $in: tasks } } : { run: letters[0]?.run };
  const reached = { person: mail.person, state: 'accepted', mail: { $exists: true, $ne: mail.id }, ...about };
  const found = new Map<string, Letter>();
  for (const letter of await store.letters.find(reached, { sort: { at: 1, _id: 1 } })) {
    const key = tasks.length > 0 ? (letter.task ?? '') : (letter.run ?? '');
    if (!found.has(key)) found.set(key, letter);
  }
  return [...found.values()];
}
