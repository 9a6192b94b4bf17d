import { factsOf } from '../domain/taskFacts.ts';
import { append } from '../models/trail.ts';
import type { Activities } from '../workflows/engine/contract.ts';
import type { Deps } from './deps.ts';
import { conflict } from './knowledge.ts';
import { wakesOf } from './openTask.ts';
import type { Post } from './post.ts';
import { carryOut, catchUp, chainOfTask } from './steps/carryOut.ts';
import { afterOf } from './steps/changes.ts';
import { happened, isSameStep, type Step } from './steps/happened.ts';

/**
 * Records one step of a task: first its trail entry, then all that follows from that entry. A retry finds the entry and goes on from it.
 * Where the entry says something else, it came from a try of the same workflow task whose answer never reached the server: the server asks
 * again, perhaps with another person's command first. The entry stands, and the workflow is told what it has come to.
 */
export const createRecordStep =
  (deps: Deps, post: Post): Activities['recordStep'] =>
  async (step: Step) => {
    const { store, clock } = deps;
    const task = await store.tasks.get(step.task);
    if (task === undefined) throw new Error(`there is no task ${step.task}`);
    const at = clock.toOrganization(step.at);
    const { actor, data, texts } = await happened(store, task, step, at);
    const { entry } = await append(store, {
      ...{ chain: chainOfTask(task.id), seq: step.seq, at, actor, event: step.event },
      data: { ...data, ...afterOf(step.facts), key: `${step.execution}/${step.seq}` },
      ...(texts && { texts }),
    });
    if (isSameStep(entry, step)) {
      await carryOut(deps, post, task, entry);
      return null;
    }
    if (!String(entry.data.key).startsWith(`${step.execution}/`))
      throw conflict(`step ${step.seq} of ${task.id} was recorded by another execution as ${entry.event}`);
    const now = await catchUp(deps, post, task);
    return { facts: factsOf(now), seq: now.seq, wakes: wakesOf(deps, now), execution: step.execution };
  };
