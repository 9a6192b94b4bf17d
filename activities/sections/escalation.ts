import type { Task } from '../../domain/records/task.ts';
import type { Told } from '../../domain/words/asked.ts';
import type { Escalation, SentLine } from '../letters/types.ts';
import type { Asked } from './asked.ts';
import type { Context } from './context.ts';
import type { Group } from './groups.ts';

export async function escalation(context: Context, { letters, tasks }: Group, first: Task, asked: Asked): Promise<Escalation> {
  const { level, as, rung, early } = letters[0].facts as { level: 1 | 2 | 3; as: Told['as']; rung: string; early?: boolean };
  const { reader, names } = context;
  const mine = first.assignee === reader.id;
  return {
    ...asked,
    ...{ kind: 'escalation', level, as, mine, unreached: early === true, assignee: await names(first.assignee) },
    mayDecide: level >= 2 && reader.roles.some(({ role }) => role === 'ismsManager'),
    sent: await sentFor(context, first),
    also: await Promise.all([...(mine ? [] : [first.assignee]), ...othersToldBy(first, rung, reader.id)].map(names)),
    nonconformity: tasks.some((task) => task.rungs.some((one) => one.key === rung && one.nonconformity === true)),
  };
}

const othersToldBy = ({ rungs, assignee }: Task, rung: string, reader: string): string[] =>
  rungs.find(({ key }) => key === rung)?.told.filter((id) => id !== reader && id !== assignee) ?? [];

/** What was sent about a task before, one line for each rung, with what became of the assignee's copy. */
async function sentFor({ store, names }: Context, task: Task): Promise<SentLine[]> {
  const letters = await store.letters.find(
    { task: task.id, kind: { $in: ['opened', 'reminder', 'dueToday', 'escalation', 'reassigned'] } },
    { sort: { at: 1 } },
  );
  const lines = new Map<string, SentLine>();
  for (const { at, kind, person, state, facts } of letters) {
    const key = `${kind}/${String(facts.rung ?? '')}`;
    const line = lines.get(key) ?? { at, what: kind as SentLine['what'], to: [], delivery: 'pending' };
    if (person === task.assignee) line.delivery = state === 'sending' ? 'pending' : state;
    else line.to?.push(await names(person));
    lines.set(key, line);
  }
  return [...lines.values()];
}
