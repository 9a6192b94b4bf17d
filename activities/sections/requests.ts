import type { Extension, Task } from '../../domain/records/task.ts';
import type { ExtensionAsked, ExtensionDecided, HandOverAsked, Waived } from '../letters/types.ts';
import type { Asked } from './asked.ts';
import { askedIn, type Context, referencesOf } from './context.ts';
import type { Group } from './groups.ts';

/** What people ask for around a task, and what was decided. */

const granted = ({ extensions = [] }: Task): Extension[] => extensions.filter(({ state }) => state === 'granted');

export async function extensionAsked(context: Context, { run, tasks, letters: [letter] }: Group, first: Task): Promise<ExtensionAsked> {
  const { names } = context;
  const { by, until } = letter.facts as { by: string; until: string };
  return {
    ...askedIn(run, tasks),
    ...{ kind: 'extensionAsked', tasks: await referencesOf(context, tasks), by: await names(by), until, due: first.due },
    extended: Math.max(...tasks.map((task) => granted(task).length)),
  };
}

export async function extensionDecided(
  { names }: Context,
  { letters: [letter] }: Group,
  first: Task,
  asked: Asked,
): Promise<ExtensionDecided> {
  const { by, granted: isGranted } = letter.facts as { by: string; granted: boolean };
  const before = isGranted ? granted(first).at(-1)?.from : undefined;
  return { ...asked, kind: 'extensionDecided', by: await names(by), granted: isGranted, ...(before !== undefined && { before }) };
}

export async function handOverAsked(context: Context, { run, tasks, letters: [letter] }: Group, first: Task): Promise<HandOverAsked> {
  const { names } = context;
  const { by, to } = letter.facts as { by: string; to?: string };
  return {
    ...askedIn(run, tasks),
    ...{ kind: 'handOverAsked', tasks: await referencesOf(context, tasks), by: await names(by), due: first.due },
    ...(to !== undefined && { to: await names(to) }),
  };
}

export async function waived(context: Context, { run, tasks, letters: [letter] }: Group, first: Task): Promise<Waived> {
  const { names } = context;
  const { by, until } = letter.facts as { by: string; until: string };
  return { ...askedIn(run, tasks), kind: 'waived', tasks: await referencesOf(context, tasks), by: await names(by), until, due: first.due };
}
