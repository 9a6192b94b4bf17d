import type { MailActivities } from '../../workflows/engine/contract.ts';
import { beating } from '../beating.ts';
import type { MailDeps } from '../deps.ts';
import { handOver } from './handOver.ts';
import { mailOf } from './mailOf.ts';
import { returnLetters } from './unreachable.ts';

/**
 * Sends one mail with all that waits for a person. The mail document is written before the relay is spoken to and marked after, and its Message-ID
 * follows from its first letter, so that a second copy can only happen when a crash hides the first, and carries the same id. Somebody who has left
 * gets no mail; the tasks that still ask them learn it.
 */
export const createSendLetters =
  (deps: MailDeps): MailActivities['sendLetters'] =>
  async ({ person: id, at: real }) => {
    const { store, clock } = deps;
    const person = await store.people.get(id);
    if (person?.status !== 'active') {
      await returnLetters(deps, id);
      return { more: false };
    }
    const at = clock.toOrganization(real);
    const mail = await mailOf(deps, person, at);
    if (mail !== undefined) await beating(() => handOver(deps, person, mail, at));
    return { more: (await store.letters.count({ person: id, state: 'pending' })) > 0 };
  };
