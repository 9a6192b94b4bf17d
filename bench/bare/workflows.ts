// Imports the workflow library although it is no part of the engine: it is what the engine is measured against, with nothing of ours in it.
import { ApplicationFailure } from '@temporalio/common';
import {
  allHandlersFinished,
  condition,
  defineUpdate,
  executeChild,
  ParentClosePolicy,
  patched,
  proxyLocalActivities,
  setHandler,
  sleep,
} from '@temporalio/workflow';
import { attributesOf, type BareActivities, type BareRun, type BareTask, itemsInBatch, itemsInOneHistory } from './contract.ts';

const { record } = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '5s' });

export const answerTask = defineUpdate<object, [object]>('answer');

/** A task: recorded when it opens, a timer to each rung, answered by an update, recorded before the answer is given. */
export async function bareTask({ rungs }: BareTask): Promise<object> {
  let [answer, recorded]: [object | undefined, boolean] = [undefined, false];
  setHandler(
    answerTask,
    async (given) => {
      answer = given;
      await condition(() => recorded);
      return given;
    },
    {
      validator: (_given) => {
        if (answer !== undefined) throw ApplicationFailure.nonRetryable('The task is done already.', 'closed');
      },
    },
  );
  await record('taskOpened');
  for (const ms of rungs) {
    if (await condition(() => answer !== undefined, ms)) break;
    await record('rung');
  }
  await condition(() => answer !== undefined);
  await record('completed', answer);
  recorded = true;
  await condition(allHandlersFinished);
  return answer ?? {};
}

/** A review: asks about every item, in batches beyond fifty, then for a confirmation; recorded wherever the product records. */
export async function bareRun(run: BareRun): Promise<void> {
  patched('oneByOne'); // a marker and a search attribute, as the product's runs have
  if (run.part !== undefined) return each(run, run.part);
  for (const event of ['opened', 'supersedes', 'reads']) await record(event);
  const reviewed = whileWaiting(async () => {
    await record('asked');
    await (run.items.length <= itemsInOneHistory ? each(run, run.items) : inBatches(run));
  });
  await Promise.race([reviewed, deadline()]);
  await whileWaiting(() => ask(run, 'confirm'));
  await reviewed;
  await record('closed');
}

async function whileWaiting(work: () => Promise<unknown>): Promise<void> {
  await record('waiting');
  await work();
  await record('waiting');
}

async function deadline(): Promise<void> {
  await record('moment');
  await sleep('12 days');
}

async function each(run: BareRun, items: readonly string[]): Promise<void> {
  await Promise.all(
    items.map(async (item) => {
      const answer = await ask(run, item);
      await record('assessed', answer);
      patched('acceptanceIsStarted');
    }),
  );
}

const child = ({ id }: BareRun, workflowId: string) => ({
  ...{ workflowId, parentClosePolicy: ParentClosePolicy.ABANDON, workflowTaskTimeout: '3s' as const },
  typedSearchAttributes: attributesOf(id),
});

const ask = (run: BareRun, item: string): Promise<object> =>
  executeChild(bareTask, { ...child(run, `${run.id}/${item}`), args: [{ rungs: run.rungs }] });

async function inBatches(run: BareRun): Promise<void> {
  const parts = Array.from({ length: Math.ceil(run.items.length / itemsInBatch) }, (_, n) =>
    run.items.slice(n * itemsInBatch, (n + 1) * itemsInBatch),
  );
  await Promise.all(
    parts.map((part, n) => executeChild(bareRun, { ...child(run, `${run.id}/batch/${n + 1}`), args: [{ ...run, items: [], part }] })),
  );
}
