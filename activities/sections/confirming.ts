import type { Task } from '../../domain/records/task.ts';
import type { Confirmed, Returned } from '../letters/types.ts';
import type { Asked } from './asked.ts';
import { askedIn, type Context, referencesOf } from './context.ts';
import type { Group } from './groups.ts';

/** What became of an answer that another person looks at. */

export async function confirmed(context: Context, { run, tasks, letters: [letter] }: Group, first: Task): Promise<Confirmed> {
  const { names } = context;
  const { by } = letter.facts as { by: string };
  return { ...askedIn(run, tasks), kind: 'confirmed', tasks: await referencesOf(context, tasks), by: await names(by), due: first.due };
}

export async function returned({ names }: Context, { letters: [letter] }: Group, first: Task, asked: Asked): Promise<Returned> {
  const { by } = letter.facts as { by: string };
  return { ...asked, kind: 'returned', by: await names(by), reason: first.reason ?? '' };
}
