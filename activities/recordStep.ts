import type { TrailEntry } from '../domain/records/trail.ts';
import { factsOf } from '../domain/taskFacts.ts';
import { append } from '../models/trail.ts';
import type { Activities, OpenedTask } from '../workflows/engine/contract.ts';
import type { Deps } from './deps.ts';
import { conflict } from './knowledge.ts';
import { wakesOf } from './openTask.ts';
import type { Post } from './post.ts';
import { carryOut, catchUp, chainOfTask } from './steps/carryOut.ts';
import { afterOf } from './steps/changes.ts';
import { happened, isSameStep, type ReachedRungs, requestOf, type Step } from './steps/happened.ts';
import type { Moved } from './steps/moves.ts';
import { withAllReached } from './steps/reachRungs.ts';

/**
 * Records one step of a task: first its trail entry, then all that follows from that entry. A retry finds the entry and goes on from it.
 * Where the entry says something else, it came from a try of the same workflow task whose answer never reached the server: the server asks
 * again, perhaps with another person's command first. The entry stands, and the workflow is told what it has come to.
 */
export const createRecordStep =
  (deps: Deps, post: Post): Activities['recordStep'] =>
  async (taken: Step) => {
    const { store, clock } = deps;
    const chain = chainOfTask(taken.task);
    const [task, entries] = await Promise.all([store.tasks.get(taken.task), store.trail.find({ chain })]);
    if (task === undefined) throw new Error(`there is no task ${taken.task}`);
    const at = clock.toOrganization(taken.at);
    const step = taken.event === 'rung' && taken.reaching === true ? withAllReached(task, taken, at) : taken;
    if (isElsewhere(entries, step)) {
      await catchUp(deps, post, task);
      return { ...(await standing(deps, step)), recorded: true };
    }
    const { actor, data: known, texts } = await happened(store, task, step, at);
    const { after, ...said } = known as { after?: Moved['after'] };
    const key = `${step.execution}/${step.seq}`;
    const data = { ...said, ...afterOf(step.facts, after), key };
    const place = { there: entries.find(({ seq }) => seq === step.seq), before: entries.find(({ seq }) => seq === step.seq - 1) };
    const { entry } = await append(store, { chain, seq: step.seq, at, actor, event: step.event, data, ...(texts && { texts }) }, place);
    if (isSameStep(entry, step)) {
      await carryOut(deps, post, task, entry);
      return hasMoved(entry) || hasReachedMore(entry, taken) ? { ...(await standing(deps, step)), recorded: true } : null;
    }
    if (!String(entry.data.key).startsWith(`${step.execution}/`))
      throw conflict(`step ${step.seq} of ${task.id} was recorded by another execution as ${entry.event}`);
    await catchUp(deps, post, task);
    return standing(deps, step);
  };

/**
 * The very request stands in the trail at another place: a try whose answer was lost has recorded it, and others came before it this time, or it was handed
 * out twice. The workflow cannot know, so it is looked for each time.
 */
function isElsewhere(entries: readonly TrailEntry[], step: Step): boolean {
  const request = requestOf(step);
  return request !== undefined && entries.some(({ seq, data }) => data.request === request && seq !== step.seq);
}

/** Where the task stands, for the workflow to go on from. */
async function standing(deps: Deps, { task: id, execution }: Step): Promise<OpenedTask> {
  const task = await deps.store.tasks.get(id);
  if (task === undefined) throw new Error(`there is no task ${id}`);
  return { facts: factsOf(task), seq: task.seq, wakes: wakesOf(deps, task), execution };
}

/** Dates or people are other ones than the workflow took them for. */
const hasMoved = ({ data }: TrailEntry): boolean => data.timetable !== undefined || data.added !== undefined;

/** More rungs than the workflow named: it has to know that they are over. */
const hasReachedMore = ({ data }: TrailEntry, step: Step): boolean =>
  step.event === 'rung' && (data as ReachedRungs).rungs.length > step.rungs.length;
