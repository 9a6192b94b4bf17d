import { toInstant, toMs } from '../../domain/clock.ts';
import type { Instant } from '../../domain/records/common.ts';
import type { Letter, Mail } from '../../domain/records/letter.ts';
import type { Person } from '../../domain/records/person.ts';
import { places } from '../../domain/words/places.ts';
import type { MailDeps, OutgoingMail } from '../deps.ts';
import { composeMail } from '../letters/compose.tsx';
import { linkId, linkToken } from '../links.ts';
import type { CalendarChange } from '../sections/calendar.ts';
import type { Composed } from '../sections/index.ts';
import { calendarParts } from './calendarParts.ts';
import { threadOf } from './thread.ts';

const linkOutlivesDueDateMs = 90 * 86_400_000;

/** A mail as the relay is given it, and what it does to the person's calendar. */
export type Written = { outgoing: OutgoingMail; calendar: readonly CalendarChange[] };

/** The mail as the relay is given it, to the address that the person has now. */
export async function written(
  deps: MailDeps,
  person: Person,
  { mail, letters, composed }: { mail: Mail; letters: readonly Letter[]; composed: Composed },
  at: Instant,
): Promise<Written> {
  const { data, linked, calendar } = composed;
  const link = linked.length === 0 ? undefined : await linkOf(deps, person, mail, composed, at);
  const { subject, text, html } = composeMail({
    ...data,
    ...(link !== undefined && { link }),
    calendar: calendar.some(({ method }) => method === 'PUBLISH'),
  });
  const outgoing = {
    ...{ messageId: mail.messageId, from: deps.from, to: { name: person.name, address: person.email }, subject, text, html },
    ...(await following(deps, mail, letters)),
    calendar: await calendarParts(deps, calendar, data, at),
    ...(mail.digest === true && { unsubscribe: `${deps.publicUrl}${places.myMail}` }),
  };
  return { outgoing, calendar };
}

/** Later mails about the same follow the first one, so that mail programs keep them together. */
async function following({ store }: MailDeps, mail: Mail, letters: readonly Letter[]): Promise<Partial<OutgoingMail>> {
  const thread = await threadOf(store, mail, letters);
  if (thread === undefined) return {};
  const { first, all } = thread;
  return { inReplyTo: first.messageId, references: all.map(({ messageId }) => messageId), threadTopic: first.subject };
}

async function linkOf(deps: MailDeps, person: Person, mail: Mail, { linked, due }: Composed, at: Instant): Promise<string> {
  const token = linkToken(deps.secret, mail.id);
  const expiresAt = toInstant(toMs(due ?? at) + linkOutlivesDueDateMs);
  await deps.store.links.insert({
    ...{ id: linkId(token), kind: 'tasks', person: person.id, mail: mail.id, tasks: linked, createdAt: at, expiresAt },
  });
  return `${deps.publicUrl}${places.link(token)}`;
}
