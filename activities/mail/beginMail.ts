import { createHash } from 'node:crypto';
import type { Instant } from '../../domain/records/common.ts';
import type { Letter, Mail } from '../../domain/records/letter.ts';
import type { Person } from '../../domain/records/person.ts';
import type { MailDeps } from '../deps.ts';

/** The document of a new mail with these letters. Its id follows from the first of them, so that whoever begins it again finds it. */
export async function beginMail(
  { store, from }: MailDeps,
  person: Person,
  { ready, digest }: { ready: readonly Letter[]; digest: boolean },
  at: Instant,
): Promise<Mail> {
  const id = mailIdOf(ready);
  const mail: Mail = {
    ...{ id, person: person.id, to: person.email, messageId: `<${id}@${domainOf(from)}>`, subject: '-', at },
    ...{ letters: ready.map((letter) => letter.id), state: 'sending', attempts: 0, maybeDuplicate: false },
    ...(digest && { digest }),
  };
  return (await store.mails.insert(mail)) ? mail : ((await store.mails.get(id)) ?? mail);
}

const mailIdOf = (letters: readonly Letter[]): string =>
  createHash('sha256')
    .update(letters[0]?.id ?? '')
    .digest('hex')
    .slice(0, 24);

const domainOf = (from: string): string => /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
