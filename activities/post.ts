import type { Letter } from '../domain/records/letter.ts';
import type { Settings } from '../domain/records/settings.ts';
import { settingsNow } from '../models/knowledge.ts';
import { nudge } from '../workflows/engine/messages.ts';
import type { Deps } from './deps.ts';
import { taskQueue } from './startOnce.ts';

export type NewLetter = Omit<Letter, 'state' | 'mail'>;
export type Post = { put(letters: readonly NewLetter[]): Promise<void> };
/** `nudge` says to the letterboxes of these people that there is post. */
export type PostOffice = Post & { nudge(people: readonly string[]): Promise<void> };

/** The shortest real time in which a wave is gathered, however fast the organization's time runs: a wave takes a while to be written. */
const leastGatherMs = 800;
const longestMs = 10 * 60_000;
const atOnce = 20;

export const letterboxId = (person: string): string => `letterbox/${person}`;

/** Puts letters into the outbox and nudges the letterboxes of those they are for. Both may be repeated without harm. */
export function createPost({ store, client, clock }: Pick<Deps, 'store' | 'client' | 'clock'>): PostOffice {
  async function nudgeBox(person: string, gatherSeconds: number, urgent: boolean): Promise<void> {
    const gatherMs = Math.max(leastGatherMs, clock.realMs(gatherSeconds * 1000));
    await client.workflow.signalWithStart('letterbox', {
      workflowId: letterboxId(person),
      taskQueue,
      args: [{ person, gatherMs, longestMs: Math.max(longestMs / clock.speed, 20 * gatherMs) }],
      signal: nudge,
      signalArgs: [urgent],
      workflowTaskTimeout: '3s',
    });
  }
  async function nudgeAll(letters: readonly Pick<NewLetter, 'person' | 'urgent'>[], { mail }: Settings): Promise<void> {
    const isUrgentFor = (person: string) => letters.some((letter) => letter.person === person && letter.urgent);
    const people = [...new Set(letters.map((letter) => letter.person))];
    for (let n = 0; n < people.length; n += atOnce)
      await Promise.all(people.slice(n, n + atOnce).map((person) => nudgeBox(person, mail.gatherSeconds, isUrgentFor(person))));
  }

  return {
    async put(letters) {
      if (letters.length === 0) return;
      const waiting = letters.map((letter) => ({ ...letter, state: 'pending' as const }));
      const [settings] = await Promise.all([settingsNow(store), store.letters.insertMissing(waiting)]);
      await nudgeAll(letters, settings);
    },
    async nudge(people) {
      const letters = people.map((person) => ({ person, urgent: false }));
      await nudgeAll(letters, await settingsNow(store));
    },
  };
}
