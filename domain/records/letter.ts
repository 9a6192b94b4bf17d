import { z } from 'zod';
import { Instant } from './common.ts';

export const LetterKind = z
  .enum([
    'opened',
    'reminder',
    'dueToday',
    'escalation',
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
    'proposal',
    'invitation',
    'succession',
  ])
  .meta({ id: 'LetterKind' });
export type LetterKind = z.infer<typeof LetterKind>;

/** Letters that ask the person for the answer itself. Reminders and escalations ask whoever confirms, where their facts say `confirming`. */
export const asks: ReadonlySet<LetterKind> = new Set([
  'opened',
  'reminder',
  'dueToday',
  'escalation',
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
  })
  .meta({ id: 'Letter' });
export type Letter = z.infer<typeof Letter>;

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
    at: Instant,
    answeredAt: Instant.optional(),
    response: z.string().optional(),
  })
  .meta({ id: 'Mail' });
export type Mail = z.infer<typeof Mail>;

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
