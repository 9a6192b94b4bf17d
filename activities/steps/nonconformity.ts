import { engine } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import { createNumbered } from '../../models/numbered.ts';
import { accountableNow } from '../../models/people.ts';
import type { Deps } from '../deps.ts';
import { createOpenRun, openOrFind } from '../openRun.ts';
import { changeOnce } from '../registers/byFlow.ts';
import type { ReachedRungs } from './happened.ts';

type Reaching = Pick<Deps, 'store' | 'client' | 'clock'>;

/** A task that nobody answered up to the last level is itself a deviation (G15): proposed once, and a run asks somebody to take it up or reject it. */
export async function proposeNonconformity(deps: Reaching, task: Task, entry: TrailEntry): Promise<void> {
  const rung = lastRungIn(task, entry);
  // Of many who are asked the same, all who are missing are one deviation: their run proposes it.
  if (rung === undefined || task.inPerson === true) return;
  const key = `${task.id}/${rung}`;
  // What deviates while a deviation is dealt with belongs to that one: else a silent person would make one out of another for ever.
  if (task.process === 'correctiveAction') return noteMissed(deps, task, entry, key);
  const nonconformity = await candidateOf(deps, task, entry, key);
  await openOrFind(createOpenRun(deps), { process: 'correctiveAction', subject: { nonconformity }, actor: engine, startedBy: task.run });
}

function lastRungIn(task: Task, { event, data }: TrailEntry): string | undefined {
  if (event !== 'rung') return undefined;
  const keys = (data as ReachedRungs).rungs.map(({ key }) => key);
  return task.rungs.find(({ key, nonconformity }) => nonconformity === true && keys.includes(key))?.key;
}

async function candidateOf({ store }: Reaching, { id, run, task: name, about, accountable }: Task, { at }: TrailEntry, key: string) {
  return createNumbered(store, {
    register: 'nonconformities',
    set: {
      title: `${about ?? name} unanswered in ${run}`,
      source: { kind: 'missedTask', run, task: id, ...(about !== undefined && { subject: about }) },
      ...{ owner: await accountableNow(store, accountable), proposedAt: at, status: 'candidate', origin: key },
    },
    ...{ at, actor: engine, event: 'proposed', key },
  });
}

async function noteMissed({ store }: Reaching, { id, about }: Task, { at }: TrailEntry, key: string): Promise<void> {
  if (about === undefined) return;
  await changeOnce(store, {
    ...{ register: 'nonconformities', id: about, set: {}, at, actor: engine, event: 'missed', key },
    why: `${id} was not answered up to the last level.`,
  });
}
