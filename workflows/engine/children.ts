import type { TypedSearchAttributes } from '@temporalio/common';
import { ApplicationFailure, WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  ChildWorkflowFailure,
  getExternalWorkflowHandle,
  ParentClosePolicy,
  proxyActivities,
  sleep,
  startChild,
  TerminatedFailure,
} from '@temporalio/workflow';
import type { Command } from '../../domain/rules/taskShape.ts';
import type { Activities, Ending, RunInput, TaskInput } from './contract.ts';
import { endByEngine, engineCommand } from './messages.ts';

/** Asked again until it has ended: an attempt is no event in the history and keeps no place of the worker, for however many months. */
const { awaitWorkflow } = proxyActivities<Pick<Activities, 'awaitWorkflow'>>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s' },
});

/** A task, or a batch of the run: a workflow of the run's own type. */
export type Child = { id: string } & ({ type: 'task'; input: TaskInput } | { type: string; input: RunInput });

const isTask = (child: Child): boolean => child.type === 'task';

const commandOf = ({ kind, reason }: Ending): Command => ({
  do: kind === 'superseded' ? 'supersede' : 'cancel',
  by: { person: 'engine', roles: [], via: 'engine' },
  reason,
});

/** The children of a run that are at work. They outlive it only when somebody terminates it by hand, and are joined when it begins again. */
export class Children {
  private readonly atWork = new Set<Child>();
  private ending: Ending | undefined;
  private readonly attributes: TypedSearchAttributes;

  constructor(attributes: TypedSearchAttributes) {
    this.attributes = attributes;
  }

  /** Tells all of them that the run ends, and those as well that are being started just now. */
  end(ending: Ending): void {
    this.ending = ending;
    for (const child of this.atWork) tell(child, ending);
  }

  /** Starts a child, or joins one that an earlier execution of this run left running; what an operator terminated is opened again. */
  async resultOf(child: Child): Promise<unknown> {
    for (;;) {
      const ended = await this.start(child);
      if ('result' in ended) return ended.result;
      await sleep('10s');
    }
  }

  private async start(child: Child): Promise<{ result: unknown } | Lost> {
    try {
      const started = await startChild(child.type, {
        workflowId: child.id,
        args: [child.input],
        parentClosePolicy: ParentClosePolicy.ABANDON,
        workflowTaskTimeout: '3s',
        typedSearchAttributes: this.attributes,
      });
      return { result: await this.whileAtWork(child, () => started.result()) };
    } catch (failure) {
      if (failure instanceof WorkflowExecutionAlreadyStartedError)
        return this.whileAtWork(child, () => awaitWorkflow({ workflow: child.id }));
      if (!isLost(failure)) throw failure;
      return {};
    }
  }

  private async whileAtWork<T>(child: Child, work: () => Promise<T>): Promise<T> {
    this.atWork.add(child);
    if (this.ending !== undefined) tell(child, this.ending);
    try {
      return await work();
    } finally {
      this.atWork.delete(child);
    }
  }
}

type Lost = Record<never, never>;

/** Its workflow is gone or has met what another execution recorded; its document knows how far it was. */
function isLost(failure: unknown): boolean {
  if (!(failure instanceof ChildWorkflowFailure)) return false;
  const { cause } = failure;
  return cause instanceof TerminatedFailure || (cause instanceof ApplicationFailure && cause.type === 'trailConflict');
}

/** The server's answer that nobody is there: whoever closed in the same moment need not hear it, and whoever lost its workflow hears it later. */
function tell(child: Child, ending: Ending): void {
  const handle = getExternalWorkflowHandle(child.id);
  const told = isTask(child) ? handle.signal(engineCommand, commandOf(ending)) : handle.signal(endByEngine, ending);
  told.catch((failure: unknown) => {
    if (!(failure instanceof ApplicationFailure)) throw failure;
  });
}
