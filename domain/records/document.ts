import { z } from 'zod';
import { Audience } from './campaign.ts';
import { Actor, Day, Instant, Language, Prose, Reference, Sentence, Title } from './common.ts';

/** What kind of document it is; it says whose approval a version of it needs. */
export const DocumentKind = z.enum(['policy', 'topicPolicy', 'procedure', 'plan', 'record', 'external']).meta({ id: 'DocumentKind' });
export type DocumentKind = z.infer<typeof DocumentKind>;

/** A clause of the standard such as `5.2`, or a control of its Annex A such as `A.5.10`. */
const Answered = z
  .string()
  .regex(/^(?:(?:[4-9]|10)(?:\.\d{1,2}){0,2}|A\.[5-8]\.\d{1,2})$/, 'a clause such as 5.2, or a control such as A.5.10')
  .meta({ id: 'AnsweredReference' });

/** A document of the ISMS (7.5): what it is, whose, for whom, where it is kept, and which version is in force. */
export const Document = z
  .strictObject({
    id: Reference,
    version: z.int().min(1),
    title: Title,
    kind: DocumentKind,
    owner: z.string(),
    reviewers: z.array(z.string()).max(10),
    /** For whom it is; without it for nobody beside those who work on it and whoever oversees the ISMS. */
    audience: Audience.optional(),
    language: Language,
    classification: z.enum(['public', 'internal', 'confidential', 'secret']),
    /** Clauses and controls that it answers. */
    references: z.array(Answered).max(50),
    /** A link or a place. */
    keptAt: Title.optional(),
    /** In months. */
    reviewEvery: z.int().min(1).max(60),
    nextReview: Day.optional(),
    status: z.enum(['draft', 'current', 'withdrawn']),
    /** The version in force. */
    current: z.string().optional(),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'Document' });
export type Document = z.infer<typeof Document>;

const Remark = z.strictObject({ by: Actor, at: Instant, text: Prose });
const Decision = z.strictObject({ decision: z.enum(['approve', 'return']), reason: Sentence, by: Actor, at: Instant });

/** A file that was added to the task in which it was drafted; `sha256` in lower-case hex. */
const VersionFile = z.strictObject({ task: z.string(), sha256: z.string(), name: Title, size: z.int().min(0), type: z.string() });
export type VersionFile = z.infer<typeof VersionFile>;

/** A version of a document (7.5.2). Written by its run until it is published; from then on only its status changes. */
export const DocumentVersion = z
  .strictObject({
    /** Document and number: `DOC-001-v2`. */
    id: z.string().max(60),
    version: z.int().min(1),
    document: Reference,
    number: z.int().min(1),
    because: Title,
    /** What it says, or where that stands: a place, files, or several of them. */
    text: Prose.optional(),
    place: Title.optional(),
    files: z.array(VersionFile).max(100).optional(),
    /** What it changes, in a sentence. */
    summary: Sentence.optional(),
    /** Whether everybody it is for says that they have read it. */
    acknowledge: z.boolean().optional(),
    /** Risks that it may make others than they were judged. */
    risks: z.array(Reference).max(50).optional(),
    /** Who wrote it, in any of its rounds: none of them approves it. */
    authors: z.array(z.string()).max(50),
    status: z.enum(['draft', 'inReview', 'inApproval', 'current', 'superseded', 'rejected']),
    comments: z.array(Remark).max(200).optional(),
    /** What became of the comments. */
    settled: z.array(Remark).max(100).optional(),
    decisions: z.array(Decision).max(100).optional(),
    approvedBy: Actor.optional(),
    approvedAt: Instant.optional(),
    publishedAt: Instant.optional(),
    /** SHA-256 (lower-case hex) over what was published, as canonical JSON. */
    digest: z.string().optional(),
    /** The campaign in which it is acknowledged. */
    campaign: z.string().optional(),
    /** It was looked at in its time and found to be right still. */
    reconfirmed: z
      .array(z.strictObject({ reason: Sentence, by: Actor, at: Instant }))
      .max(100)
      .optional(),
    run: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'DocumentVersion' });
export type DocumentVersion = z.infer<typeof DocumentVersion>;
