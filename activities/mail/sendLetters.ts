import type { Instant } from '../../domain/records/common.ts';
import type { Person } from '../../domain/records/person.ts';
import { pauseOf } from '../../models/mailSwitch.ts';
import type { MailActivities } from '../../workflows/engine/contract.ts';
import { beating } from '../beating.ts';
import type { MailDeps } from '../deps.ts';
import { agreedClock } from './agreedClock.ts';
import { beginMail } from './beginMail.ts';
import { type Box, lookInto } from './box.ts';
import { handOver } from './handOver.ts';
import { untilRelayMayBeTried } from './trouble.ts';
import { returnLetters } from './unreachable.ts';

type Answer = Awaited<ReturnType<MailActivities['sendLetters']>>;

const rest: Answer = { more: false };

/**
 * Sends one mail with all that may go to a person now. The mail document is written before the relay is spoken to and marked after, and its Message-ID
 * follows from its first letter, so that a second copy can only happen when a crash hides the first, and carries the same id. Somebody who has left
 * gets no mail; the tasks that still ask them learn it. While mail is paused for all, nothing is begun: whoever resumes it wakes every letterbox.
 */
export const createSendLetters =
  (world: MailDeps): MailActivities['sendLetters'] =>
  async ({ person: id, at: asked }) => {
    const deps = { ...world, clock: await agreedClock(world, asked) };
    const person = await deps.store.people.get(id);
    if (person?.status !== 'active') {
      await returnLetters(deps, id);
      return rest;
    }
    if ((await pauseOf(deps.store)) !== undefined) return rest;
    // What a mail says of days left holds for the moment it is sent, which may be days after the letterbox asked for it.
    const at = deps.clock.now();
    const box = await lookInto(deps, person, at);
    if (box.begun === undefined && box.ready.length === 0) return answerOf(deps, box);
    await beating(() => sendFrom(deps, person, box, at));
    return answerOf(deps, await lookInto(deps, person, at));
  };

async function sendFrom(deps: MailDeps, person: Person, box: Box, at: Instant): Promise<void> {
  await untilRelayMayBeTried(deps, at);
  await handOver(deps, person, box.begun ?? (await beginMail(deps, person, box, at)), at);
}

function answerOf({ clock }: MailDeps, { begun, ready, gathers, next }: Box): Answer {
  if (begun !== undefined || ready.length > 0 || gathers) return { more: true };
  return next === undefined ? rest : { more: false, next: clock.toReal(next) };
}
