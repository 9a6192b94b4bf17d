import { z } from 'zod';
import { Instant } from './common.ts';

/** Text of the organization as it stands, or words of ours in both languages. */
const Said = z.union([z.string().max(5000), z.strictObject({ en: z.string(), de: z.string() })]);
export type Said = z.infer<typeof Said>;

const Label = z.strictObject({ en: z.string(), de: z.string() });

/** One line: what it is, and what is said of it. Several values stand below each other. `as` says how a day or an instant is to be read. */
const Fact = z.strictObject({ label: Label, said: z.array(Said).max(200), as: z.enum(['day', 'instant']).optional() });
export type Fact = z.infer<typeof Fact>;

const Table = z.strictObject({ title: Label, columns: z.array(Label).min(1).max(12), rows: z.array(z.array(Said)).max(1000) });
export type Table = z.infer<typeof Table>;

/**
 * What somebody is shown to decide on or to work from, frozen when they are asked: whoever approves, approves this and nothing that came later.
 * `digest` is the SHA-256 (lower-case hex) of title, facts and tables as canonical JSON; the trail of the task names it.
 */
export const Brief = z
  .strictObject({
    id: z.string(),
    run: z.string(),
    frozenAt: Instant,
    title: Said,
    facts: z.array(Fact).max(60),
    tables: z.array(Table).max(10),
    digest: z.string().length(64),
  })
  .meta({ id: 'Brief' });
export type Brief = z.infer<typeof Brief>;
