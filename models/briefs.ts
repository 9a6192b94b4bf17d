import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';
import type { Brief } from '../domain/records/brief.ts';

/** SHA-256 (lower-case hex) of what a brief says, as canonical JSON: a decision is bound to this. */
export const digestOf = ({ title, facts, tables }: Pick<Brief, 'title' | 'facts' | 'tables'>): string =>
  createHash('sha256').update(canonicalize({ title, facts, tables })).digest('hex');
