import { createHash } from 'node:crypto';
import { heartbeat } from '@temporalio/activity';
import { toMs } from '../domain/clock.ts';
import type { Instant } from '../domain/records/common.ts';
import { engine } from '../domain/records/common.ts';
import type { Letter, Mail } from '../domain/records/letter.ts';
import type { Person } from '../domain/records/person.ts';
import { isClosed } from '../domain/rules/task.ts';
import { places } from '../domain/words/places.ts';
import { append } from '../models/trail.ts';
import type { MailActivities } from '../workflows/engine/contract.ts';
import { engineCommand } from '../workflows/engine/messages.ts';
import type { MailDeps, OutgoingMail } from './deps.ts';
import { calendarPart } from './letters/calendar.ts';
import { composeMail } from './letters/compose.tsx';
import { linkId, linkToken } from './links.ts';
import { isFinalRefusal } from './relay.ts';
import { type Composed, sectionsOf } from './sections.ts';

const dayMs = 86_400_000;

const mailIdOf = (letters: readonly Letter[]): string =>
  createHash('sha256')
    .update(letters[0]?.id ?? '')
    .digest('hex')
    .slice(0, 24);

/**
 * Sends one mail with all that waits for a person. The mail document is written before the relay is spoken to and marked after, and its Message-ID
 * follows from its first letter, so that a second copy can only happen when a crash hides the first, and carries the same id.
 */
export const createSendLetters =
  (deps: MailDeps): MailActivities['sendLetters'] =>
  async ({ person: id, at: real }) => {
    const { store, clock } = deps;
    const person = await store.people.get(id);
    if (person === undefined) return { more: false };
    const at = clock.toOrganization(real);
    const mail = (await unfinishedMail(deps, id)) ?? (await nextMail(deps, person, at));
    if (mail === undefined) return { more: await isHolding(deps, id) };
    const beat = setInterval(() => heartbeat(), 15_000);
    try {
      await deliver(deps, person, mail, at);
    } finally {
      clearInterval(beat);
    }
    return { more: (await store.letters.count({ person: id, state: 'pending' })) > 0 };
  };

const isHolding = async ({ store }: MailDeps, person: string): Promise<boolean> =>
  (await store.letters.count({ person, state: 'pending' })) > 0;

const unfinishedMail = ({ store }: MailDeps, person: string): Promise<Mail | undefined> =>
  store.mails.first({ person, state: { $in: ['sending', 'deferred'] } });

async function nextMail(deps: MailDeps, person: Person, at: Instant): Promise<Mail | undefined> {
  const { store } = deps;
  const letters = await sendable(deps, await store.letters.find({ person: person.id, state: 'pending' }, { sort: { at: 1, _id: 1 } }));
  if (letters.length === 0) return undefined;
  const id = mailIdOf(letters);
  const mail: Mail = {
    ...{ id, person: person.id, to: person.email, messageId: `<${id}@${domainOf(deps.from)}>`, subject: '-', at },
    ...{ letters: letters.map((letter) => letter.id), state: 'sending', attempts: 0, maybeDuplicate: false },
  };
  await store.mails.insert(mail);
  return (await store.mails.get(id)) ?? mail;
}

const domainOf = (from: string): string => /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';

/** Letters about closed tasks are suppressed; letters of a wave that is still being opened wait for the rest of it. */
async function sendable(deps: MailDeps, letters: readonly Letter[]): Promise<Letter[]> {
  const opening = await runsBeingOpened(deps, letters);
  return wantedOf(
    deps,
    letters.filter((letter) => !(ofTheWave.has(letter.kind) && letter.run !== undefined && opening.has(letter.run))),
  );
}

const ofTheWave = new Set<Letter['kind']>(['opened', 'runOpened']);
const aboutOpenTasks = new Set<Letter['kind']>(['opened', 'reminder', 'dueToday', 'escalation', 'reassigned']);

/** Suppresses what has become pointless and returns the rest. */
async function wantedOf({ store }: MailDeps, letters: readonly Letter[]): Promise<Letter[]> {
  const asking = letters.flatMap((letter) => (aboutOpenTasks.has(letter.kind) && letter.task !== undefined ? [letter.task] : []));
  const tasks = new Map((await store.tasks.find({ id: { $in: asking } })).map((task) => [task.id, task]));
  const isPointless = (letter: Letter): boolean => {
    if (!aboutOpenTasks.has(letter.kind) || letter.task === undefined) return false;
    const task = tasks.get(letter.task);
    return task === undefined || isClosed(task.state) || (letter.kind !== 'escalation' && task.assignee !== letter.person);
  };
  const pointless = letters.filter(isPointless);
  if (pointless.length > 0) await store.letters.setMany({ id: { $in: pointless.map((letter) => letter.id) } }, { state: 'suppressed' });
  return letters.filter((letter) => !pointless.includes(letter));
}

const longestHoldMs = 10 * 60_000;

/** Runs that have not yet opened a task for each of their subjects, unless that has been going on for too long. */
async function runsBeingOpened({ store, clock }: MailDeps, letters: readonly Letter[]): Promise<Set<string>> {
  const opening = new Set<string>();
  for (const id of new Set(letters.filter((letter) => ofTheWave.has(letter.kind)).map((letter) => letter.run ?? ''))) {
    const run = await store.runs.get(id);
    if (run?.status !== 'open' || run.subjects === undefined) continue;
    const openForMs = (toMs(clock.now()) - toMs(run.openedAt)) / clock.speed;
    if (openForMs < longestHoldMs && (await store.tasks.count({ run: id })) < run.subjects) opening.add(id);
  }
  return opening;
}

async function deliver(deps: MailDeps, person: Person, mail: Mail, at: Instant): Promise<void> {
  const { store } = deps;
  await store.letters.setMany(
    { id: { $in: mail.letters }, state: { $in: ['pending', 'sending', 'deferred'] } },
    { state: 'sending', mail: mail.id },
  );
  const letters = await wantedOf(deps, await store.letters.find({ mail: mail.id, state: 'sending' }, { sort: { at: 1, _id: 1 } }));
  if (letters.length === 0) {
    await store.mails.remove({ id: mail.id });
    return;
  }
  const composed = await sectionsOf(deps, person, letters, at);
  const outgoing = await written(deps, person, mail, composed, at);
  await store.mails.set(mail.id, { subject: outgoing.subject, attempts: mail.attempts + 1, maybeDuplicate: mail.attempts > 0 });
  try {
    const response = await deps.relay.send(outgoing);
    await accepted(deps, mail, outgoing, response);
  } catch (failure) {
    if (!isFinalRefusal(failure)) throw failure;
    await rejected(deps, mail, letters, failure as Error);
  }
}

async function written(deps: MailDeps, person: Person, mail: Mail, composed: Composed, at: Instant): Promise<OutgoingMail> {
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
    ...(composed.calendar !== undefined && {
      calendar: {
        method: composed.calendar.method,
        content: calendarPart({ ...composed.calendar, url: `${deps.publicUrl}${places.myTasks}`, now: at }),
      },
    }),
  };
}

async function linkOf(deps: MailDeps, person: Person, mail: Mail, { linked, due }: Composed, at: Instant): Promise<string> {
  const token = linkToken(deps.secret, mail.id);
  const expiresAt = new Date(Date.parse(due ?? at) + 90 * dayMs).toISOString();
  await deps.store.links.insert({
    id: linkId(token),
    kind: 'tasks',
    person: person.id,
    mail: mail.id,
    tasks: linked,
    createdAt: at,
    expiresAt,
  });
  return `${deps.publicUrl}${places.link(token)}`;
}

/** Reminders follow the first mail about the same task, so that mail programs keep them together. */
async function firstMailOf({ store }: MailDeps, mail: Mail): Promise<string | undefined> {
  const [first] = await store.letters.find({ id: { $in: mail.letters } }, { limit: 1 });
  if (first?.task === undefined || first.kind === 'opened') return undefined;
  const opened = await store.letters.first({
    task: first.task,
    person: mail.person,
    kind: { $in: ['opened', 'reassigned'] },
    state: 'accepted',
  });
  return opened?.mail === undefined ? undefined : (await store.mails.get(opened.mail))?.messageId;
}

/** The delivery has a chain of its own: a task's chain is written by its workflow alone. */
async function accepted({ store, clock }: MailDeps, mail: Mail, { subject }: OutgoingMail, response: string): Promise<void> {
  const at = clock.now();
  const { id, person, messageId, letters } = mail;
  await append(store, {
    chain: `mail/${id}`,
    seq: 1,
    at,
    actor: engine,
    event: 'accepted',
    data: { person, messageId, letters },
    texts: { to: mail.to, subject, response },
  });
  await store.mails.set(id, { state: 'accepted', answeredAt: at, response });
  await store.letters.setMany({ mail: id, state: 'sending' }, { state: 'accepted' });
}

/** A final refusal is an event of the tasks it was about: deadlines do not depend on mail, and the manager sees who cannot be reached. */
async function rejected({ store, client, clock }: MailDeps, mail: Mail, letters: readonly Letter[], failure: Error): Promise<void> {
  const at = clock.now();
  const { id, person, messageId } = mail;
  await append(store, {
    chain: `mail/${id}`,
    seq: 1,
    at,
    actor: engine,
    event: 'rejected',
    data: { person, messageId, letters: mail.letters },
    texts: { to: mail.to, response: failure.message },
  });
  await store.mails.set(id, { state: 'rejected', answeredAt: at, response: failure.message });
  await store.letters.setMany({ mail: id, state: 'sending' }, { state: 'rejected' });
  for (const task of new Set(letters.filter((l) => l.person === person && l.task !== undefined).map((l) => l.task as string)))
    await client.workflow
      .getHandle(task)
      .signal(engineCommand, { do: 'undeliverable', by: { person: 'engine', roles: [], via: 'engine' }, person, reason: failure.message })
      .catch((error: { name?: string }) => {
        if (error.name !== 'WorkflowNotFoundError') throw error; // the task has closed meanwhile
      });
}
