import { engine } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import { accountableNow } from '../../models/people.ts';
import { changeRecord } from '../../models/registers.ts';
import type { Store } from '../../models/store.ts';
import type { ReachedRungs } from './happened.ts';

/**
 * A task that nobody answered up to the last level is itself a deviation (G15): proposed once, triaged by people.
 * @returns who decides what becomes of it, when this entry proposes one
 */
export async function proposeNonconformity(store: Store, task: Task, entry: TrailEntry): Promise<string | undefined> {
  if (entry.event !== 'rung') return undefined;
  const keys = (entry.data as ReachedRungs).rungs.map(({ key }) => key);
  const rung = task.rungs.find(({ key, nonconformity }) => nonconformity === true && keys.includes(key));
  if (rung === undefined) return undefined;
  const { id, run, task: name, about } = task;
  const { owner } = await changeRecord(store, {
    register: 'nonconformities',
    id: `NC-${id.replaceAll('/', '.')}`,
    set: {
      title: `${about ?? name} unanswered in ${run}`,
      source: { kind: 'missedTask', run, task: id, ...(about !== undefined && { subject: about }) },
      ...{ owner: await accountableNow(store, task.accountable), proposedAt: entry.at, status: 'candidate' },
    },
    ...{ at: entry.at, actor: engine, event: 'proposed', key: `${id}/${rung.key}` },
  });
  return owner;
}
