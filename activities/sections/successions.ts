import type { Letter } from '../../domain/records/letter.ts';
import type { Succession } from '../letters/types.ts';
import type { Context } from './context.ts';

/** What the reader has taken over, among these letters. */
export const successions = (context: Context, letters: readonly Letter[]): Promise<Succession[]> =>
  Promise.all(letters.filter(({ kind }) => kind === 'succession').map((letter) => succession(context, letter)));

async function succession({ names }: Context, { facts, at }: Letter): Promise<Succession> {
  const { from, by, references, roles, confirmations } = facts as Pick<Succession, 'references' | 'roles' | 'confirmations'> & {
    from: string;
    by: string;
  };
  return { kind: 'succession', at, from: await names(from), references, roles, confirmations, ...(by !== from && { by: await names(by) }) };
}
