import { toMs } from '../../domain/clock.ts';
import type { Instant } from '../../domain/records/common.ts';
import { engine } from '../../domain/records/common.ts';
import type { Letter, Mail } from '../../domain/records/letter.ts';
import type { Person } from '../../domain/records/person.ts';
import { append, entryId } from '../../models/trail.ts';
import type { MailDeps, OutgoingMail } from '../deps.ts';
import { sectionsOf } from '../sections/index.ts';
import { chainOf, conclude, type RelayAnswer } from './conclude.ts';
import { codeOf, faultOf, isMaybeTaken, type Passing } from './fault.ts';
import { noteAnswer, noteTrouble, pauseMs, saidOf, tryAgain } from './trouble.ts';
import { wantedOf } from './wanted.ts';
import { type Written, written } from './written.ts';

/** Hands one mail to the relay and writes down what it answered; throws what is worth another try, with the pause until then. */
export async function handOver(deps: MailDeps, person: Person, mail: Mail, at: Instant): Promise<void> {
  const answer = mail.attempts === 0 ? undefined : await deps.store.trail.get(entryId(chainOf(mail), 1));
  if (answer !== undefined) return conclude(deps, mail, answer); // answered, and died before it was written down everywhere
  const letters = await lettersOf(deps, mail);
  const composed = await sectionsOf(deps, person, letters, at);
  if (composed.data.sections.length === 0) return giveUp(deps, mail);
  const made = await written(deps, person, { mail, letters, composed }, at);
  const attempt = begun(mail, made.outgoing);
  await deps.store.mails.set(mail.id, attempt);
  await writeDown(deps, mail, made, await send(deps, { ...mail, ...attempt }, made.outgoing, at));
}

async function send(deps: MailDeps, mail: Mail, outgoing: OutgoingMail, at: Instant): Promise<RelayAnswer> {
  try {
    const response = await deps.relay.send(outgoing);
    await noteAnswer(deps);
    return { event: 'accepted', response };
  } catch (failure) {
    const fault = faultOf(failure);
    if (fault === undefined) throw failure;
    const { message } = failure as Error;
    if (fault.kind === 'refused') {
      await noteAnswer(deps);
      return { event: 'rejected', about: fault.about, response: message };
    }
    if (fault.kind === 'later' && isTooOld(mail, at))
      return { event: 'rejected', about: 'address', response: `${message} (for five days)` };
    throw await deferred(deps, mail, { kind: fault.kind, message, code: codeOf(failure), maybeTaken: isMaybeTaken(failure) }, at);
  }
}

const patienceMs = 5 * 86_400_000;
const isTooOld = (mail: Mail, at: Instant): boolean => toMs(at) - toMs(mail.at) > patienceMs;

type Failed = { kind: Passing; message: string; code: string; maybeTaken: boolean };

/** Marks the mail as waiting for another try, unless somebody may have it. What concerns all mail is said once for all. */
async function deferred(deps: MailDeps, mail: Mail, { kind, message, code, maybeTaken }: Failed, at: Instant): Promise<Error> {
  const { store, clock } = deps;
  if (!maybeTaken) await store.letters.setMany({ mail: mail.id, state: 'sending' }, { state: 'deferred' });
  await store.mails.set(mail.id, { response: message, ...(!maybeTaken && { state: 'deferred' }) });
  if (kind === 'later') await noteAnswer(deps);
  else if (!maybeTaken) await noteTrouble(deps, { state: kind, why: message, code }, at);
  return tryAgain(kind, saidOf(code), pauseMs(clock, kind, mail.attempts));
}

/** The letters of a mail that still make sense, all of them marked as on their way. */
async function lettersOf(deps: MailDeps, mail: Mail): Promise<Letter[]> {
  const undelivered = { id: { $in: mail.letters }, state: { $in: ['pending', 'sending', 'deferred'] } };
  await deps.store.letters.setMany(undelivered, { state: 'sending', mail: mail.id });
  return wantedOf(deps, await deps.store.letters.find({ mail: mail.id, state: 'sending' }, { sort: { at: 1, _id: 1 } }));
}

/** Found `sending`, nobody knows what became of the attempt before: a second copy is better than none, and it is said. */
const begun = (mail: Mail, { to, subject, inReplyTo }: OutgoingMail) => ({
  ...{ state: 'sending' as const, to: to.address, subject, attempts: mail.attempts + 1 },
  ...(inReplyTo !== undefined && { inReplyTo }),
  maybeDuplicate: mail.maybeDuplicate || (mail.state === 'sending' && mail.attempts > 0),
});

async function giveUp({ store }: MailDeps, mail: Mail): Promise<void> {
  await store.letters.setMany({ mail: mail.id, state: 'sending' }, { state: 'suppressed' });
  await store.mails.remove({ id: mail.id });
}

/** The delivery has a chain of its own: a task's chain is written by its workflow alone. */
async function writeDown(deps: MailDeps, mail: Mail, { outgoing, calendar }: Written, answer: RelayAnswer): Promise<void> {
  const { person, messageId, letters } = mail;
  const { event, about, response } = answer;
  if (about === 'message') await deps.store.mails.set(mail.id, { source: withoutTokens(outgoing) });
  const { entry } = await append(deps.store, {
    ...{ chain: chainOf(mail), seq: 1, at: deps.clock.now(), actor: engine, event },
    data: { person, messageId, letters, ...(calendar.length > 0 && { calendar }), ...(about !== undefined && { about }) },
    texts: { to: outgoing.to.address, subject: outgoing.subject, response },
  });
  await conclude(deps, mail, entry);
}

/** A message that the relay would not take is kept for looking at; the links in it stay secret. */
const withoutTokens = ({ text, html }: OutgoingMail): NonNullable<Mail['source']> => {
  const hidden = (content: string) => content.replace(/(\/(?:a|invite)\/)[\w-]{43}/g, '$1…');
  return { text: hidden(text), html: hidden(html) };
};
