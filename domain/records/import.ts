import { z } from 'zod';
import { importable } from '../importable.ts';
import { Actor, Instant } from './common.ts';

/** A validated register file on its way into the register: all rows or none, applied in pieces by a workflow. */
export const Import = z
  .strictObject({
    id: z.string(),
    register: z.enum(importable),
    rows: z.int().min(0),
    applied: z.int().min(0),
    state: z.enum(['staging', 'applying', 'applied']),
    by: Actor,
    at: Instant,
  })
  .meta({ id: 'Import' });
export type Import = z.infer<typeof Import>;

/** A piece of an import: records as they will be inserted. */
export const ImportPiece = z.strictObject({
  id: z.string(),
  import: z.string(),
  n: z.int(),
  /** Risks bring new controls and past assessments with them, documents their versions in force. */
  register: z.enum([...importable, 'assessments', 'documentVersions']),
  /** How many rows of the file are in the register once this piece is. */
  upTo: z.int().min(0),
  records: z.array(z.record(z.string(), z.unknown())),
});
export type ImportPiece = z.infer<typeof ImportPiece>;
