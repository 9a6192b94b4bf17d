import { z } from 'zod';
import { Mail } from '../../domain/records/letter.ts';
import { TrailEntry } from '../../domain/records/trail.ts';

/** What the demo reads of the API's answers. */
export const Entry = z.object(TrailEntry.pick({ id: true, chain: true, seq: true, at: true, actor: true, event: true, data: true }).shape);
export type Entry = z.infer<typeof Entry>;

export const SentMail = z.object(
  Mail.pick({ id: true, messageId: true, person: true, to: true, subject: true, letters: true, at: true, state: true }).shape,
);
export type SentMail = z.infer<typeof SentMail>;

export const Name = z.object({ id: z.string(), version: z.int(), name: z.string(), email: z.string(), site: z.string() });
export type Name = z.infer<typeof Name>;

/** All that has happened so far and that the demo has seen, each in the order in which it was seen. */
export type Facts = { entries: readonly Entry[]; mails: readonly SentMail[] };

/** A letter by its key, `{run}/{task}/{about}/{attempt}/{kind}/{n}/{person}`; a rung's letter has the rung for its kind. */
export type LetterKey = { task: string; run: string; kind: string; about: string };

export function letterKey(id: string): LetterKey | undefined {
  const [run = '', task = '', about = '', attempt = '', kind, , person] = id.split('/');
  return kind === undefined || person === undefined ? undefined : { task: [run, task, about, attempt].join('/'), run, kind, about };
}

const carries = (mail: SentMail, kinds: readonly string[], run: string): boolean =>
  mail.letters.map(letterKey).some((key) => key !== undefined && kinds.includes(key.kind) && key.run.startsWith(run));

/** The first mail to a person with a letter of one of these kinds, of a run of this process. */
export const mailTo = ({ mails }: Facts, person: string, kinds: readonly string[], process: string): SentMail | undefined =>
  mails.find((mail) => mail.person === person && carries(mail, kinds, `${process}-`));

export const invitationTo = ({ mails }: Facts, person: string): SentMail | undefined =>
  mails.find((mail) => mail.person === person && mail.letters.some((id) => id.startsWith('invitation/')));

/** The run of a process that was opened first. */
export function runOf({ entries }: Facts, process: string): Entry | undefined {
  return entries.find(({ chain, event }) => event === 'opened' && chain.startsWith(`run/${process}-`));
}

export const isClosed = ({ entries }: Facts, run: string): boolean =>
  entries.some(({ chain, event }) => chain === `run/${run}` && (event === 'closed' || event === 'cancelled'));

/** How the task about this risk was opened in a run. */
export const openedAbout = ({ entries }: Facts, run: string, about: string): Entry | undefined =>
  entries.find(({ chain, event, data }) => event === 'opened' && chain.startsWith(`task/${run}/`) && data.about === about);

export const hasHappened = ({ entries }: Facts, chain: string, event: string): boolean =>
  entries.some((entry) => entry.chain === chain && entry.event === event);

/** What a chain is about: `riskReview-2026-Q4` of `run/riskReview-2026-Q4`. */
export const idIn = ({ chain }: Pick<Entry, 'chain'>): string => chain.slice(chain.indexOf('/') + 1);
