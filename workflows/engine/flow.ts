import { ApplicationFailure, allHandlersFinished, CancellationScope, condition, setHandler } from '@temporalio/workflow';
import type { Ending, RunInput, RunResult } from './contract.ts';
import { FlowRun } from './flowRun.ts';
import { endByEngine, endRun, recordChanged, triggerRun } from './messages.ts';
import type { AnyDefinition, Body, Step, StepBody } from './powers.ts';

export const step = <D extends AnyDefinition>(name: Step<D>['name'], run: StepBody<D>, how: Pick<Step<D>, 'asksLater'> = {}): Step<D> => ({
  ...{ name, run },
  ...how,
});

const byOperator: Ending = { kind: 'cancelled', by: 'engine', via: 'engine', reason: 'Cancelled by an operator in Temporal.' };

const closedAlready = (how: string) => ApplicationFailure.nonRetryable(`The run is ${how} already.`, 'closed');

/**
 * Runs a process: records the run, gives the body its powers, ends it with a reason when it is cancelled or superseded. Asking and waiting then
 * answer at once, so that a body needs no word about it. A failure is never swallowed: the workflow fails visibly.
 */
export function flow<D extends AnyDefinition>(steps: readonly Step<D>[], body: Body<D>): (input: RunInput) => Promise<RunResult> {
  return async (input) => {
    const run = new FlowRun<D>(input, steps);
    let result: RunResult | undefined;
    setHandler(
      endRun,
      async (ending) => {
        run.end(ending);
        await condition(() => result !== undefined);
        // It closed by itself while this was on its way.
        if (result?.outcome !== 'cancelled') throw closedAlready('closed');
      },
      {
        validator: (_ending) => {
          if (run.ending !== undefined || run.isClosing) throw closedAlready(run.ending?.kind ?? 'closed');
        },
      },
    );
    setHandler(endByEngine, (ending) => run.end(ending));
    setHandler(recordChanged, () => run.lookAgain());
    setHandler(triggerRun, (trigger) => run.triggered(trigger));
    // An operator who cancels the workflow in Temporal ends the run as anybody else would: its tasks are closed and recorded.
    CancellationScope.current().cancelRequested.catch(() => CancellationScope.nonCancellable(async () => run.end(byOperator)));
    return CancellationScope.nonCancellable(async () => {
      result = await (input.batch === undefined ? run.whole(body) : run.part(input.batch));
      await condition(allHandlersFinished);
      return result;
    });
  };
}
