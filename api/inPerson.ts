import { createPost } from '../activities/post.ts';
import { giveInPerson } from '../activities/steps/inPerson.ts';
import { engine } from '../domain/records/common.ts';
import type { Task } from '../domain/records/task.ts';
import { Refusal } from '../domain/refusal.ts';
import { isClosed } from '../domain/rules/task.ts';
import type { PersonCommand } from '../domain/rules/taskShape.ts';
import { missingIn } from '../models/campaigns.ts';
import { changeRecord } from '../models/registers.ts';
import type { ApiDeps } from './deps.ts';

type World = Pick<ApiDeps, 'store' | 'client' | 'clock'>;

/**
 * Commands to what is asked of each of many by themselves: recorded here, since no workflow waits for any one of them. Only whoever is the last to
 * answer wakes the run, which then need not wait for its next rung.
 */
export const createInPerson = (world: World) => {
  const post = createPost(world);
  const isLast = createLooksWhetherLast(world);
  return async ({ id }: Task, command: PersonCommand): Promise<Awaited<ReturnType<typeof giveInPerson>>> => {
    const given = await giveInPerson(world, post, id, command, world.clock.now());
    if (isClosed(given.task.state) && (await isLast(given.task.run))) await sayAnswered(world, given.task);
    return given;
  };
};

/**
 * Looks whether anybody in a run is missing still. One of the missing is remembered, and as long as they are, nobody else is looked for: drawn by lot, so
 * that of five thousand answers in any order a dozen look through the five thousand.
 */
function createLooksWhetherLast({ store }: World): (run: string) => Promise<boolean> {
  const remembered = new Map<string, string>();
  const isMissing = async (id: string) => {
    const task = await store.tasks.get(id);
    return task !== undefined && !isClosed(task.state);
  };
  return async (run) => {
    const known = remembered.get(run);
    if (known !== undefined && (await isMissing(known))) return false;
    const missing = await store.tasks.ids(missingIn(run));
    const drawn = missing[Math.floor(Math.random() * missing.length)];
    if (drawn === undefined) remembered.delete(run);
    else remembered.set(run, drawn);
    return drawn === undefined;
  };
}

async function sayAnswered({ store, clock }: World, { about = '' }: Task): Promise<void> {
  const campaign = await store.campaigns.get(about);
  if (campaign?.status !== 'running') return;
  const change = { register: 'campaigns', id: about, version: campaign.version, set: { status: 'answered' } } as const;
  await changeRecord(store, { ...change, at: clock.now(), actor: engine, event: 'answered' }).catch(unlessSaid);
}

/** Of two who are the last at the same moment one says so; and where neither could, the run finds it the next morning. */
function unlessSaid(failure: unknown): void {
  if (!(failure instanceof Refusal) || failure.code !== 'stale') throw failure;
}
