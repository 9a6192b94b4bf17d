import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import { type OpenRunRequest, parsedSubject, startRunWorkflow } from '../activities/openRun.ts';
import type { Run } from '../domain/records/run.ts';
import { Refusal } from '../domain/refusal.ts';
import { definitionOf } from '../workflows/definitions.ts';
import { endRun } from '../workflows/engine/messages.ts';
import type { Api } from './deps.ts';
import { refuseMissing } from './namesNobody.ts';
import type { Caller } from './policy.ts';
import { within } from './temporal.ts';

/** Opens a run about what is there. A request that is sent again, because its answer never arrived, finds the run that it opened the first time. */
export async function openOnce({ openRun, store, client }: Api, request: OpenRunRequest, repeated: boolean): Promise<Run> {
  const definition = definitionOf(request.process);
  if (definition !== undefined) await refuseMissing(store, definition, parsedSubject(definition, request.subject));
  try {
    return await openRun(request);
  } catch (thrown) {
    if (!repeated || !(thrown instanceof Refusal) || thrown.code !== 'runExists') throw thrown;
    const run = await store.runs.get(thrown.details[0]?.message ?? '');
    if (run === undefined || run.openedBy.person !== request.actor.person || run.status !== 'open') throw thrown;
    await within(client, patienceMs, () => startRunWorkflow(client, run));
    return run;
  }
}

const patienceMs = 30_000;
const closed = (sentence: string) => new Refusal(409, 'closed', sentence);

/** Ends a run by its own workflow, and answers when its tasks are ended and all is recorded. */
export async function endRunBy(
  { store, client }: Api,
  run: Run,
  { by, reason, key }: { by: Caller; reason: string; key: string },
): Promise<Run> {
  const ending = { kind: 'cancelled' as const, by: by.id, via: by.via, reason };
  try {
    await within(client, patienceMs, async () => {
      await startRunWorkflow(client, run); // a document that had lost its workflow
      await client.workflow.getHandle(run.id).executeUpdate(endRun, { args: [ending], updateId: key });
    });
  } catch (thrown) {
    const { cause } = thrown as { cause?: unknown };
    if (thrown instanceof WorkflowUpdateFailedError && cause instanceof ApplicationFailure && cause.type === 'closed')
      throw closed(cause.message);
    if (!(thrown instanceof WorkflowNotFoundError)) throw thrown;
    throw closed('The run is closed already.');
  }
  return (await store.runs.get(run.id)) ?? run;
}
