import type { Role } from '../../domain/records/common.ts';
import { asks, type Letter } from '../../domain/records/letter.ts';
import type { Person } from '../../domain/records/person.ts';
import type { Task } from '../../domain/records/task.ts';
import type { Escalation, SentLine } from '../letters/types.ts';
import type { Asked } from './asked.ts';
import type { Context } from './context.ts';
import type { Group } from './groups.ts';

export async function escalation(context: Context, { letters, tasks }: Group, first: Task, asked: Asked): Promise<Escalation> {
  const { level, as, rung, early } = letters[0].facts as { level: 1 | 2 | 3; as: Escalation['as']; rung: string; early?: boolean };
  const { reader, names } = context;
  const waitedFor = asked.confirming === undefined ? first.assignee : (first.confirmer ?? first.assignee);
  const mine = waitedFor === reader.id;
  return {
    ...asked,
    ...{ kind: 'escalation', level, as, mine, unreached: early === true, assignee: await names(waitedFor) },
    mayDecide: mayDecide(first, level, reader),
    sent: await sentTo(context, first, waitedFor),
    also: await Promise.all([...(mine ? [] : [waitedFor]), ...othersToldBy(first, rung, reader.id, waitedFor)].map(names)),
    nonconformity: tasks.some((task) => task.rungs.some((one) => one.key === rung && one.nonconformity === true)),
  };
}

/** An approval is decided by the deputy and at last by top management, everything else by the ISMS manager too. */
function mayDecide({ approval, deputy }: Task, level: number, { id, roles }: Person): boolean {
  const holds = (wanted: Role) => roles.some(({ role }) => role === wanted);
  if (approval !== true) return level >= 2 && holds('ismsManager');
  return (level >= 1 && deputy === id) || (level >= 3 && holds('topManagement'));
}

const othersToldBy = ({ rungs }: Task, rung: string, reader: string, waitedFor: string): string[] =>
  rungs.find(({ key }) => key === rung)?.told.filter((id) => id !== reader && id !== waitedFor) ?? [];

/** What was sent about a task before, one line for each rung, with what became of the copy of whoever is waited for. */
async function sentTo({ store, names }: Context, task: Task, waitedFor: string): Promise<SentLine[]> {
  const letters = await store.letters.find({ task: task.id, kind: { $in: [...asks, 'confirmAsked'] } }, { sort: { at: 1 } });
  const lines = new Map<string, SentLine>();
  for (const { at, kind, person, state, facts } of letters.filter(
    ({ facts }) => isAboutConfirming(facts) === (task.state === 'submitted'),
  )) {
    const key = `${kind}/${String(facts.rung ?? at)}`;
    const line = lines.get(key) ?? { at, what: kind as SentLine['what'], to: [], delivery: 'pending' };
    if (person === waitedFor) line.delivery = state === 'sending' ? 'pending' : state;
    else line.to?.push(await names(person));
    lines.set(key, line);
  }
  return [...lines.values()];
}

const isAboutConfirming = ({ confirming }: Letter['facts']): boolean => confirming === true;
