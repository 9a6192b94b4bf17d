import { engine } from '../domain/records/common.ts';
import type { Run } from '../domain/records/run.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Activities } from '../workflows/engine/contract.ts';
import { triggerRun } from '../workflows/engine/messages.ts';
import type { Deps } from './deps.ts';
import { processOf, unrecoverable } from './knowledge.ts';
import { createOpenRun, openOrFind, parsedSubject, startRunWorkflow } from './openRun.ts';

/** Opens a run of another process, or finds the one that its key has; one that is open and takes up the same learns of it instead. */
export const createStartRun =
  (deps: Deps): Activities['startRun'] =>
  async ({ of: { process, subject, reason }, run }) => {
    const wanted = subjectOf(process, subject);
    const open = await openOneFor(deps, process, wanted, run);
    if (open === undefined) return openOrFind(createOpenRun(deps), { process, subject, actor: engine, startedBy: run });
    await startRunWorkflow(deps.client, open); // a document that had lost its workflow
    await deps.client.workflow.getHandle(open.id).signal(triggerRun, { from: run, reason: reason ?? `${run} has come upon the same.` });
    return open.id;
  };

/** A subject that does not fit is a fault of ours, and trying again cannot cure it. */
function subjectOf(process: string, subject: Record<string, unknown>): Record<string, unknown> {
  try {
    return parsedSubject(processOf(process), subject);
  } catch (refusal) {
    throw refusal instanceof Refusal ? unrecoverable(refusal.message) : refusal;
  }
}

/** One that this very run has opened for the very same reason is no other: a repeated try finds it by its key. */
async function openOneFor({ store }: Deps, process: string, wanted: Record<string, unknown>, by: string): Promise<Run | undefined> {
  const { joins, runKey } = processOf(process);
  if (joins === undefined) return undefined;
  const open = await store.runs.find({ process, status: 'open' });
  const same = open.filter((run) => joins.every((field) => run.subject[field] === wanted[field]));
  return same.find(({ startedBy, key }) => startedBy !== by || key !== runKey(wanted as never));
}
