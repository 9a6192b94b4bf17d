import type { Run } from '../domain/records/run.ts';
import type { Gate } from '../domain/rules/gates.ts';
import { calendarOf } from '../domain/sites.ts';
import { gatesOf } from '../models/gates.ts';
import { settingsNow } from '../models/knowledge.ts';
import { accountableFor } from '../models/people.ts';
import type { Store } from '../models/store.ts';
import { append, entryId } from '../models/trail.ts';
import type { Activities, RunStep } from '../workflows/engine/contract.ts';
import type { Deps } from './deps.ts';
import { conflict, processOf } from './knowledge.ts';
import type { Post } from './post.ts';
import { carryOut, catchUp, chainOfRun, resultOf } from './runSteps/carryOut.ts';
import { endLeftOpen } from './runSteps/endLeftOpen.ts';
import { happened } from './runSteps/happened.ts';

/**
 * Records one step of a run: first its trail entry, then all that follows from that entry. The place in the chain is the run's own `seq`, so that an
 * execution that began again goes on behind what an earlier one recorded. A run that is closed stays closed, and whoever comes later learns it.
 */
export const createRecordRun =
  ({ store, client, clock }: Deps, post: Post): Activities['recordRun'] =>
  async (step) => {
    const found = await store.runs.get(step.run);
    if (found === undefined) throw new Error(`there is no run ${step.run}`);
    const run = step.event === 'opened' || found.status !== 'open' ? await catchUp(store, post, found) : found;
    const earlier = resultOf(run);
    if (step.event === 'closed' && step.ending !== undefined)
      await endLeftOpen({ store, client, clock }, run.id, step.ending, clock.toOrganization(step.at));
    if (earlier === undefined) await record(store, post, run, step, clock.toOrganization(step.at));
    return earlier;
  };

async function record(store: Store, post: Post, run: Run, step: RunStep, at: string): Promise<void> {
  const key = `${step.at}/${step.seq}/${step.event}`;
  const seq = await placeOf(store, run, key);
  const gates = step.event === 'closed' ? await gatesNow(store, run, at) : [];
  const { event, actor, data, texts } = happened(run, step, gates);
  const { entry } = await append(store, {
    ...{ chain: chainOfRun(run.id), seq, at, event, actor, data: { ...data, key } },
    ...(texts && { texts }),
  });
  if (entry.data.key !== key) throw conflict(`step ${seq} of ${run.id} was recorded by another execution as ${entry.event}`);
  await carryOut(store, post, run, entry);
}

/** How the run stands by its gates as it closes: reported and proposed upon, they never stop it. */
async function gatesNow(store: Store, run: Run, at: string): Promise<Gate[]> {
  const definition = processOf(run.process);
  const today = calendarOf(await settingsNow(store), await accountableFor(store, definition)).dayOf(at);
  return gatesOf(store, run, definition.gates, today);
}

/** The next place of the chain, or the one this very step already has. */
async function placeOf(store: Store, run: Run, key: string): Promise<number> {
  const last = run.seq === 0 ? undefined : await store.trail.get(entryId(chainOfRun(run.id), run.seq));
  return last?.data.key === key ? run.seq : run.seq + 1;
}
