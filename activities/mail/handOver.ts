import type { Instant } from '../../domain/records/common.ts';
import { engine } from '../../domain/records/common.ts';
import type { Letter, Mail } from '../../domain/records/letter.ts';
import type { Person } from '../../domain/records/person.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import { append, entryId, textsOf } from '../../models/trail.ts';
import type { MailDeps, OutgoingMail } from '../deps.ts';
import { isFinalRefusal, isNotHandedOver } from '../relay.ts';
import { sectionsOf } from '../sections/index.ts';
import { tellTasks } from './unreachable.ts';
import { wantedOf } from './wanted.ts';
import { written } from './written.ts';

/** Hands one mail to the relay and writes down what it answered; throws what is worth another try. */
export async function handOver(deps: MailDeps, person: Person, mail: Mail, at: Instant): Promise<void> {
  const answer = mail.attempts === 0 ? undefined : await deps.store.trail.get(entryId(chainOf(mail), 1));
  if (answer !== undefined) return conclude(deps, mail, answer); // answered, and died before it was written down everywhere
  const letters = await lettersOf(deps, mail);
  const composed = await sectionsOf(deps, person, letters, at);
  if (composed.data.sections.length === 0) return giveUp(deps, mail);
  const outgoing = await written(deps, person, mail, composed, at);
  await deps.store.mails.set(mail.id, begun(mail, outgoing));
  await writeDown(deps, mail, outgoing, await send(deps, mail, outgoing));
}

type RelayAnswer = { event: 'accepted' | 'rejected'; response: string };

async function send(deps: MailDeps, mail: Mail, outgoing: OutgoingMail): Promise<RelayAnswer> {
  try {
    return { event: 'accepted', response: await deps.relay.send(outgoing) };
  } catch (failure) {
    if (isFinalRefusal(failure)) return { event: 'rejected', response: (failure as Error).message };
    if (isNotHandedOver(failure)) await defer(deps, mail);
    throw failure;
  }
}

const chainOf = ({ id }: Mail): string => `mail/${id}`;

/** The letters of a mail that still make sense, all of them marked as on their way. */
async function lettersOf(deps: MailDeps, mail: Mail): Promise<Letter[]> {
  const undelivered = { id: { $in: mail.letters }, state: { $in: ['pending', 'sending', 'deferred'] } };
  await deps.store.letters.setMany(undelivered, { state: 'sending', mail: mail.id });
  return wantedOf(deps, await deps.store.letters.find({ mail: mail.id, state: 'sending' }, { sort: { at: 1, _id: 1 } }));
}

/** Found `sending`, nobody knows what became of the attempt before: a second copy is better than none, and it is said. */
const begun = (mail: Mail, { to, subject, inReplyTo }: OutgoingMail): Partial<Mail> => ({
  ...{ state: 'sending', to: to.address, subject, attempts: mail.attempts + 1 },
  ...(inReplyTo !== undefined && { inReplyTo }),
  maybeDuplicate: mail.maybeDuplicate || (mail.state === 'sending' && mail.attempts > 0),
});

async function giveUp({ store }: MailDeps, mail: Mail): Promise<void> {
  await store.letters.setMany({ mail: mail.id, state: 'sending' }, { state: 'suppressed' });
  await store.mails.remove({ id: mail.id });
}

async function defer({ store }: MailDeps, mail: Mail): Promise<void> {
  await store.letters.setMany({ mail: mail.id, state: 'sending' }, { state: 'deferred' });
  await store.mails.set(mail.id, { state: 'deferred' });
}

/** The delivery has a chain of its own: a task's chain is written by its workflow alone. */
async function writeDown(deps: MailDeps, mail: Mail, outgoing: OutgoingMail, { event, response }: RelayAnswer): Promise<void> {
  const { person, messageId, letters } = mail;
  const { entry } = await append(deps.store, {
    ...{ chain: chainOf(mail), seq: 1, at: deps.clock.now(), actor: engine, event },
    data: { person, messageId, letters },
    texts: { to: outgoing.to.address, subject: outgoing.subject, response },
  });
  await conclude(deps, mail, entry);
}

/** The mail is marked last: until then whoever comes next finds the answer in the trail and writes the rest. */
async function conclude(deps: MailDeps, mail: Mail, entry: TrailEntry): Promise<void> {
  const { store } = deps;
  const state = entry.event as RelayAnswer['event'];
  const { response = '' } = await textsOf(store, entry);
  if (state === 'rejected') await tellTasks(deps, mail.person, await store.letters.find({ mail: mail.id, state: 'sending' }), response);
  await store.letters.setMany({ mail: mail.id, state: 'sending' }, { state });
  await store.mails.set(mail.id, { state, answeredAt: entry.at, response });
}
