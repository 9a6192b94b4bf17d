import { createHash } from 'node:crypto';
import type { Instant } from '../../domain/records/common.ts';
import type { Letter, Mail } from '../../domain/records/letter.ts';
import type { Person } from '../../domain/records/person.ts';
import type { MailDeps } from '../deps.ts';
import { wantedOf, withoutHeld } from './wanted.ts';

/** The mail to send next: one that was begun and never answered for, else a new one of all that waits; undefined when nothing may go out yet. */
export const mailOf = async (deps: MailDeps, person: Person, at: Instant): Promise<Mail | undefined> =>
  (await deps.store.mails.first({ person: person.id, state: { $in: ['sending', 'deferred'] } })) ?? newMail(deps, person, at);

async function newMail(deps: MailDeps, person: Person, at: Instant): Promise<Mail | undefined> {
  const { store } = deps;
  const waiting = await store.letters.find({ person: person.id, state: 'pending' }, { sort: { at: 1, _id: 1 } });
  const letters = await wantedOf(deps, await withoutHeld(deps, waiting));
  if (letters.length === 0) return undefined;
  const id = mailIdOf(letters);
  const mail: Mail = {
    ...{ id, person: person.id, to: person.email, messageId: `<${id}@${domainOf(deps.from)}>`, subject: '-', at },
    ...{ letters: letters.map((letter) => letter.id), state: 'sending', attempts: 0, maybeDuplicate: false },
  };
  await store.mails.insert(mail);
  return (await store.mails.get(id)) ?? mail;
}

const mailIdOf = (letters: readonly Letter[]): string =>
  createHash('sha256')
    .update(letters[0]?.id ?? '')
    .digest('hex')
    .slice(0, 24);

const domainOf = (from: string): string => /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
