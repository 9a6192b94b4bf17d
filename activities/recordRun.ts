import type { Actor, Instant } from '../domain/records/common.ts';
import { engine } from '../domain/records/common.ts';
import type { Run } from '../domain/records/run.ts';
import { accountableFor } from '../models/people.ts';
import { append, entryId } from '../models/trail.ts';
import type { Activities, Ending, RunStep } from '../workflows/engine/contract.ts';
import type { Deps } from './deps.ts';
import { processOf } from './knowledge.ts';
import type { NewLetter, Post } from './post.ts';

type Step = Parameters<Activities['recordRun']>[0] & { execution?: string };
type Effect = {
  event: string;
  actor: Actor;
  change: Partial<Run>;
  data: Record<string, unknown>;
  texts?: Record<string, string>;
  letter?: NewLetter['kind'];
};

/**
 * Records one step of a run: trail entry, run document, letter to whoever is accountable. The place in the chain is the run's own `seq`, so that an
 * execution that began again goes on behind what an earlier one recorded.
 */
export const createRecordRun =
  (deps: Deps, post: Post) =>
  async (step: Step): Promise<void> => {
    const { store, clock } = deps;
    const run = await store.runs.get(step.run);
    if (run === undefined) throw new Error(`there is no run ${step.run}`);
    const at = clock.toOrganization(step.at);
    const effect = effectOf(run, step, at);
    const key = `${step.at}/${step.seq}/${step.event}`;
    const seq = await placeOf(deps, run, key);
    const { change, event, actor, data, texts } = effect;
    await append(store, { chain: `run/${run.id}`, seq, at, actor, event, data: { ...data, key }, ...(texts && { texts }) });
    await store.runs.set(run.id, { ...change, seq }, { seq: { $lt: seq } });
    if (effect.letter !== undefined) await post.put([await letterOf(deps, run, effect.letter, at)]);
  };

/** The next place of the chain, or the one this very step already has. */
async function placeOf({ store }: Deps, run: Run, key: string): Promise<number> {
  const last = run.seq === 0 ? undefined : await store.trail.get(entryId(`run/${run.id}`, run.seq));
  if (last?.data.key === key) return run.seq;
  const next = await store.trail.get(entryId(`run/${run.id}`, run.seq + 1));
  return next === undefined || next.data.key === key ? run.seq + 1 : run.seq + 2;
}

function effectOf(run: Run, step: Step, at: Instant): Effect {
  switch (step.event) {
    case 'opened': {
      const { process, key, subject, openedBy, definition, settingsVersion } = run;
      if (run.seq > 0) return { event: 'resumed', actor: engine, change: {}, data: {} };
      return { event: 'opened', actor: openedBy, change: {}, data: { process, key, subject, definition, settingsVersion } };
    }
    case 'asked':
      return { event: 'asked', actor: engine, change: { subjects: step.subjects }, data: { subjects: step.subjects }, letter: 'runOpened' };
    case 'waiting':
      return { event: 'waiting', actor: engine, change: { waitingFor: step.waitingFor }, data: { waitingFor: step.waitingFor } };
    case 'closed':
      return closing(step, at);
  }
}

function closing({ outcome, ending }: Extract<RunStep, { event: 'closed' }>, at: Instant): Effect {
  const actor = ending === undefined ? engine : actorOfEnding(ending);
  return {
    event: outcome === 'cancelled' ? 'cancelled' : 'closed',
    actor,
    change: {
      status: outcome === 'cancelled' ? 'cancelled' : 'closed',
      ...(outcome !== 'cancelled' && { outcome }),
      closedAt: at,
      closedBy: actor,
      waitingFor: [],
      ...(ending !== undefined && { reason: ending.reason }),
      ...(ending?.kind === 'superseded' && { supersededBy: ending.by }),
    },
    data: { outcome, ...(ending?.kind === 'superseded' && { supersededBy: ending.by }) },
    ...(ending !== undefined && { texts: { reason: ending.reason } }),
    letter: 'runClosed',
  };
}

const actorOfEnding = ({ kind, by, via }: Ending): Actor => (kind === 'superseded' ? engine : { person: by, via });

async function letterOf({ store }: Deps, run: Run, kind: NewLetter['kind'], at: Instant): Promise<NewLetter> {
  const { id: person } = await accountableFor(store, processOf(run.process));
  return { id: `${run.id}/${kind}/${person}`, person, kind, run: run.id, facts: {}, at, urgent: false };
}
