import { engine, type Instant } from '../../domain/records/common.ts';
import type { Rung, Task } from '../../domain/records/task.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import { afterRungs } from '../../domain/rules/task.ts';
import { factsOf } from '../../domain/taskFacts.ts';
import { recipientsOf } from '../../models/people.ts';
import { remembering } from '../../models/remembering.ts';
import type { Store } from '../../models/store.ts';
import { appendEach, entryId, type NewEntry } from '../../models/trail.ts';
import type { Deps } from '../deps.ts';
import type { Post } from '../post.ts';
import { catchUp, chainOfTask } from './carryOut.ts';
import { afterOf, changeBy } from './changes.ts';
import { type ReachedRungs, type RungStep, wouldHaveTold } from './happened.ts';
import { lettersBy } from './letters.ts';

type Carrying = Pick<Deps, 'store' | 'client' | 'clock'>;

export const isReached = ({ state, at }: Rung, now: Instant): boolean => state === 'pending' && at <= now;

/**
 * Reaches the rungs of many tasks that have no workflow of their own: the trail of each says who was told, and a letter reminds whoever is asked. Others
 * learn of all who are missing in one letter, which is not theirs to write. Tried again for the same moment it goes on with what was recorded then, since
 * letters may be missing. Where somebody answers meanwhile, that stands, and nobody is reminded.
 */
export async function reachRungs(deps: Carrying, post: Post, tasks: readonly Task[], at: Instant): Promise<void> {
  const { store } = deps;
  const before = tasks.filter((task) => wasReached(task, at));
  const people = remembering(store, ['people']);
  const entries = await Promise.all(tasks.filter((task) => !wasReached(task, at)).map((task) => entryOf(people, task, at)));
  const stored = [...(await appendEach(store, entries)), ...(await entriesOf(store, before))];
  const byChain = new Map(stored.map((entry) => [entry.chain, entry]));
  const letters = await Promise.all(
    tasks.map(async (task) => {
      const entry = byChain.get(chainOfTask(task.id));
      if (entry === undefined || entry.event !== 'rung' || entry.at !== at) return void (await catchUp(deps, post, task));
      await store.tasks.set(task.id, await changeBy(store, task, entry), { seq: { $lt: entry.seq } });
      return lettersBy(task, entry);
    }),
  );
  await post.put(letters.flatMap((some) => some ?? []));
}

export const wasReached = ({ rungs }: Pick<Task, 'rungs'>, at: Instant): boolean => rungs.some(({ sentAt }) => sentAt === at);

const entriesOf = (store: Store, tasks: readonly Task[]): Promise<TrailEntry[]> =>
  store.trail.find({ id: { $in: tasks.map(({ id, seq }) => entryId(chainOfTask(id), seq)) } });

async function entryOf(store: Store, task: Task, at: Instant): Promise<NewEntry> {
  const reached = task.rungs.filter((rung) => isReached(rung, at));
  const seq = task.seq + 1;
  const data = { ...(await rungsOf(store, task, reached)), ...afterOf(afterRungs(factsOf(task), reached)), key: `inPerson/${seq}` };
  return { chain: chainOfTask(task.id), seq, at, actor: engine, event: 'rung', data };
}

/** A wake-up for a rung, with every other one that has come as well. */
export function withAllReached(task: Task, step: RungStep, at: Instant): RungStep {
  const others = task.rungs.filter((rung) => !step.rungs.includes(rung.key) && isReached(rung, at));
  return { ...step, rungs: [...step.rungs, ...others.map(({ key }) => key)], facts: afterRungs(step.facts, others) };
}

/** Of several that were missed only the latest is sent, to everybody whom the earlier ones would have told. No deputy stands in: nobody else can answer. */
async function rungsOf(store: Store, task: Task, reached: readonly Rung[]): Promise<ReachedRungs> {
  const spoken = reached.filter(({ letter }) => letter !== 'none');
  const last = spoken.at(-1);
  return {
    rungs: reached.map((rung) => ({ key: rung.key, promised: rung.at, missed: rung !== last && rung.letter !== 'none' })),
    told: last === undefined ? [] : await recipientsOf(store, wouldHaveTold(spoken, last), task),
  };
}
