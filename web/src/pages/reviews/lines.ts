import type { Brief, Fact, Table } from '../../../../domain/records/brief.ts';
import type { InputLine } from '../../../../domain/records/managementReview.ts';

/** The lines of 9.3.2 in their order. */
export const lines = ['a', 'b', 'c', 'd1', 'd2', 'd3', 'd4', 'e', 'f', 'g'] as const satisfies readonly InputLine[];

export type PackLine = { line: InputLine; words: Fact | undefined; figures: readonly Fact[]; tables: readonly Table[] };

const isOf = (line: InputLine, { en }: { en: string }): boolean => en.startsWith(`${line}) `);

/**
 * The pack by its lines. Each names its line at the beginning; what people have said stands first, and what registers and trail
 * knew follows.
 */
export const linesOf = ({ facts, tables }: Pick<Brief, 'facts' | 'tables'>): PackLine[] =>
  lines.map((line) => {
    const [words, ...figures] = facts.filter(({ label }) => isOf(line, label));
    return { line, words, figures, tables: tables.filter(({ title }) => isOf(line, title)) };
  });
