import type { Delegated, HandedBack } from '../letters/types.ts';
import type { Asked } from './asked.ts';
import type { Context } from './context.ts';
import type { Group } from './groups.ts';

/** Somebody stands in for the owner of a task, or the owner has it again. */

export async function delegated({ names }: Context, { letters: [letter] }: Group, asked: Asked): Promise<Delegated> {
  const { from, until } = letter.facts as { from: string; until: string };
  return { ...asked, kind: 'delegated', from: await names(from), until };
}

export async function handedBack({ names }: Context, { letters: [letter] }: Group, asked: Asked): Promise<HandedBack> {
  const { from, how } = letter.facts as { from: string; how: HandedBack['how'] };
  return { ...asked, kind: 'handedBack', from: await names(from), how };
}
