import { toInstant, toMs } from '../../domain/clock.ts';
import type { Instant } from '../../domain/records/common.ts';
import type { Letter, Mail } from '../../domain/records/letter.ts';
import type { Person } from '../../domain/records/person.ts';
import { places } from '../../domain/words/places.ts';
import type { MailDeps, OutgoingMail } from '../deps.ts';
import { calendarPart } from '../letters/calendar.ts';
import { composeMail } from '../letters/compose.tsx';
import { linkId, linkToken } from '../links.ts';
import type { Composed } from '../sections/index.ts';

const linkOutlivesDueDateMs = 90 * 86_400_000;

/** The mail as the relay is given it, to the address that the person has now. */
export async function written(deps: MailDeps, person: Person, mail: Mail, composed: Composed, at: Instant): Promise<OutgoingMail> {
  const link = composed.linked.length === 0 ? undefined : await linkOf(deps, person, mail, composed, at);
  const { subject, text, html } = composeMail({
    ...composed.data,
    ...(link !== undefined && { link }),
    calendar: composed.calendar !== undefined,
  });
  const inReplyTo = await firstMailOf(deps, mail);
  return {
    ...{ messageId: mail.messageId, from: deps.from, to: { name: person.name, address: person.email }, subject, text, html },
    ...(inReplyTo !== undefined && { inReplyTo }),
    ...(composed.calendar !== undefined && { calendar: attached(deps, composed.calendar, at) }),
  };
}

const attached = ({ publicUrl }: MailDeps, entry: NonNullable<Composed['calendar']>, now: Instant) => ({
  method: entry.method,
  content: calendarPart({ ...entry, url: `${publicUrl}${places.myTasks}`, now }),
});

async function linkOf(deps: MailDeps, person: Person, mail: Mail, { linked, due }: Composed, at: Instant): Promise<string> {
  const token = linkToken(deps.secret, mail.id);
  const expiresAt = toInstant(toMs(due ?? at) + linkOutlivesDueDateMs);
  await deps.store.links.insert({
    ...{ id: linkId(token), kind: 'tasks', person: person.id, mail: mail.id, tasks: linked, createdAt: at, expiresAt },
  });
  return `${deps.publicUrl}${places.link(token)}`;
}

/** Letters by which somebody first hears of a task. */
const beginnings: Letter['kind'][] = ['opened', 'reassigned', 'delegated', 'deputyAsked', 'confirmAsked'];

/** Reminders follow the first mail about the same task, so that mail programs keep them together. */
async function firstMailOf({ store }: MailDeps, mail: Mail): Promise<string | undefined> {
  const letters = await store.letters.find({ id: { $in: mail.letters }, task: { $exists: true } });
  if (letters.length === 0 || letters.some(({ kind }) => kind === 'opened')) return undefined;
  const first = await store.letters.first(
    {
      ...{ task: { $in: letters.map(({ task }) => task) }, person: mail.person, mail: { $exists: true, $ne: mail.id } },
      ...{ kind: { $in: beginnings }, state: 'accepted' },
    },
    { sort: { at: 1, _id: 1 } },
  );
  return first?.mail === undefined ? undefined : (await store.mails.get(first.mail))?.messageId;
}
