import { z } from 'zod';
import { type Day, Instant } from './common.ts';

export const LetterKind = z
  .enum([
    'opened',
    'reminder',
    'dueToday',
    'escalation',
    'unreached',
    'reassigned',
    'delegated',
    'deputyAsked',
    'handedBack',
    'taken',
    'outcome',
    'confirmAsked',
    'confirmed',
    'returned',
    'extensionAsked',
    'extensionDecided',
    'handOverAsked',
    'waived',
    'runOpened',
    'runClosed',
    'runCancelled',
    'proposal',
    'acceptance',
    'invitation',
    'succession',
    'missing',
  ])
  .meta({ id: 'LetterKind' });
export type LetterKind = z.infer<typeof LetterKind>;

/** Letters that ask the person for the answer itself, or say that somebody whom no mail reaches is asked. Reminders and escalations ask whoever confirms, where their facts say `confirming`. */
export const asks: ReadonlySet<LetterKind> = new Set([
  'opened',
  'reminder',
  'dueToday',
  'escalation',
  'unreached',
  'reassigned',
  'delegated',
  'deputyAsked',
  'handedBack',
  'returned',
]);

/** What an event has to tell one person. `id` is the business key, so that no retry writes a second one. */
export const Letter = z
  .strictObject({
    id: z.string(),
    person: z.string(),
    kind: LetterKind,
    run: z.string().optional(),
    task: z.string().optional(),
    /** Small facts the text is made of; never what a risk is about. */
    facts: z.record(z.string(), z.unknown()),
    at: Instant,
    urgent: z.boolean(),
    state: z.enum(['pending', 'sending', 'accepted', 'deferred', 'rejected', 'suppressed']),
    mail: z.string().optional(),
    /** Held back on purpose until then: for the hour of a daily mail, or the end of quiet hours. */
    heldUntil: Instant.optional(),
  })
  .meta({ id: 'Letter' });
export type Letter = z.infer<typeof Letter>;

/** What became of an acceptance, of a letter about it. Nothing of what the risk is about. */
export type AcceptanceFacts = {
  /** Reference of the risk, and id of the acceptance. */
  about: string;
  acceptance: string;
  said: 'accepted' | 'refused' | 'undecided' | 'expired' | 'changed' | 'revoked' | 'cancelled';
  until?: Day;
  by?: string;
  what?: 'level' | 'owner' | 'controls' | 'control' | 'status';
  /** The risk is still above the rule, and the decision is asked for again. */
  again?: boolean;
};

/** One mail with one or more letters of one person. */
export const Mail = z
  .strictObject({
    id: z.string(),
    person: z.string(),
    to: z.string(),
    messageId: z.string(),
    inReplyTo: z.string().optional(),
    subject: z.string(),
    letters: z.array(z.string()),
    state: z.enum(['sending', 'accepted', 'deferred', 'rejected']),
    attempts: z.int().min(0),
    maybeDuplicate: z.boolean(),
    /** The daily mail of somebody who wants one a day. */
    digest: z.boolean().optional(),
    at: Instant,
    answeredAt: Instant.optional(),
    /** What the relay said last, or what the attempt died of. */
    response: z.string().optional(),
    /** What was sent, without the tokens of its links, where the relay refused the message itself. */
    source: z.strictObject({ text: z.string(), html: z.string() }).optional(),
  })
  .meta({ id: 'Mail' });
export type Mail = z.infer<typeof Mail>;

/**
 * The due date of what one person is asked in a run, as their calendar has it; `run` is the process where it is a decision. `id` is its UID; a version with a higher `sequence` takes the place of
 * the one before (RFC 5545).
 */
export const CalendarEntry = z.strictObject({
  id: z.string(),
  person: z.string(),
  run: z.string(),
  task: z.string(),
  due: Instant,
  sequence: z.int().min(0),
  state: z.enum(['published', 'cancelled']),
});
export type CalendarEntry = z.infer<typeof CalendarEntry>;

/** What a link in a mail opens. `id` is the SHA-256 of the token; the token itself is stored nowhere. */
export const Link = z.strictObject({
  id: z.string(),
  kind: z.enum(['tasks', 'invitation']),
  person: z.string(),
  mail: z.string(),
  tasks: z.array(z.strictObject({ task: z.string(), assignment: z.int() })),
  createdAt: Instant,
  expiresAt: Instant,
});
export type Link = z.infer<typeof Link>;
