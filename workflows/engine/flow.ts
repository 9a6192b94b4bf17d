import { TypedSearchAttributes, WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  ChildWorkflowFailure,
  condition,
  getExternalWorkflowHandle,
  isCancellation,
  ParentClosePolicy,
  proxyActivities,
  setHandler,
  sleep,
  startChild,
  TerminatedFailure,
} from '@temporalio/workflow';
import type { Ending, RunInput, RunResult, RunStep, TaskInput, TaskResult } from './contract.ts';
import { endByEngine, endRun, engineCommand } from './messages.ts';
import type { Answer, AnyDefinition, Body, Powers, Step, StepBody } from './powers.ts';
import { recorded } from './recorded.ts';
import { searchAttributes } from './searchAttributes.ts';

type Recorded = {
  recordRun(step: RunStep): Promise<void>;
  supersedeEarlier(call: object): Promise<string[]>;
  momentOf(call: object): Promise<string>;
  propose(call: object): Promise<void>;
} & Record<string, (call: object) => Promise<unknown>>;

const activities = recorded<Recorded>();
const { awaitWorkflow } = proxyActivities<{ awaitWorkflow(call: { workflow: string }): Promise<unknown> }>({
  startToCloseTimeout: '365 days',
  heartbeatTimeout: '1m',
});

/** Up to here one workflow runs a step for every item itself; beyond, children of the same type do, so that no history grows with the register. */
const itemsInOneHistory = 50;
const itemsInBatch = 100;

export const step = <D extends AnyDefinition>(name: Step<D>['name'], run: StepBody<D>): Step<D> => ({ name, run });

const now = (): string => new Date().toISOString();

/**
 * Runs a process: records the run, gives the body its powers, ends it with a reason when it is cancelled or superseded. Asking and waiting then
 * answer at once, so that a body needs no word about it. A failure is never swallowed: the workflow fails visibly.
 */
export function flow<D extends AnyDefinition>(steps: readonly Step<D>[], body: Body<D>): (input: RunInput) => Promise<RunResult> {
  return async (input) => {
    const run = new FlowRun<D>(input, steps);
    setHandler(
      endRun,
      async (ending) => {
        run.end(ending);
        await condition(() => run.closed);
      },
      {
        validator: (_ending) => {
          if (run.ending !== undefined) throw ApplicationFailure.nonRetryable(`The run is ${run.ending.kind} already.`, 'closed');
        },
      },
    );
    setHandler(endByEngine, (ending) => run.end(ending));
    // An operator who cancels the workflow in Temporal ends the run as anybody else would: its tasks are closed and recorded.
    CancellationScope.current().cancelRequested.catch(() =>
      run.end({ kind: 'cancelled', by: 'engine', via: 'engine', reason: 'Cancelled by an operator in Temporal.' }),
    );
    const result = await CancellationScope.nonCancellable(() => (input.batch === undefined ? run.whole(body) : run.part(input.batch)));
    run.closed = true;
    await CancellationScope.nonCancellable(() => condition(allHandlersFinished));
    return result;
  };
}

class FlowRun<D extends AnyDefinition> {
  ending: Ending | undefined;
  closed = false;
  private seq = 0;
  private recording: Promise<void> = Promise.resolve();
  private readonly asked = new Map<string, number>();
  private readonly calls = new Map<string, number>();
  private readonly openTasks = new Set<string>();
  private readonly openBatches = new Set<string>();
  private readonly waiting: string[] = [];
  private leftOpen = 0;
  private readonly input: RunInput;
  private readonly steps: readonly Step<D>[];

  constructor(input: RunInput, steps: readonly Step<D>[]) {
    this.input = input;
    this.steps = steps;
  }

  /** The whole run: recorded from its opening to its closing. */
  async whole(body: Body<D>): Promise<RunResult> {
    await this.record({ event: 'opened' });
    await activities.supersedeEarlier({ run: this.input.run, process: this.input.process, at: now() });
    await body(this.powers());
    const outcome = this.outcome();
    await this.record({ event: 'closed', outcome, ...(this.ending && { ending: this.ending }) });
    return { outcome };
  }

  /** A batch of the run: one step for each of its items. The run itself is recorded by the parent. */
  async part({ step: name, items }: NonNullable<RunInput['batch']>): Promise<RunResult> {
    await this.runStep(this.stepNamed(name), items);
    return { outcome: this.outcome() };
  }

  end(ending: Ending): void {
    if (this.ending !== undefined) return;
    this.ending = ending;
    const command = {
      do: ending.kind === 'superseded' ? 'supersede' : 'cancel',
      by: { person: 'engine', roles: [], via: 'engine' },
      reason: ending.reason,
    };
    for (const id of this.openTasks) this.tell(this.openTasks, id, engineCommand, command);
    for (const id of this.openBatches) this.tell(this.openBatches, id, endByEngine, ending);
  }

  private outcome(): RunResult['outcome'] {
    if (this.ending?.kind === 'cancelled') return 'cancelled';
    return this.ending !== undefined || this.leftOpen > 0 ? 'incomplete' : 'complete';
  }

  /** Whoever closed in the same moment cannot hear it any more, and need not. */
  private tell(
    open: Set<string>,
    id: string,
    signal: Parameters<ReturnType<typeof getExternalWorkflowHandle>['signal']>[0],
    argument: unknown,
  ): void {
    const told = getExternalWorkflowHandle(id).signal(signal as never, ...([argument] as never));
    told.catch((failure: unknown) => {
      if (open.has(id)) throw failure;
    });
  }

  private record(what: DistributiveOmit<RunStep, 'run' | 'seq' | 'at'>): Promise<void> {
    this.seq += 1;
    const next = { ...what, run: this.input.run, seq: this.seq, at: now() } as RunStep;
    this.recording = this.recording.then(() => activities.recordRun(next));
    return this.recording;
  }

  private powers(item?: string): Powers<D> {
    const call = (name: string, args: object = {}) => activities[name]?.({ ...args, ...this.context(name, item) });
    const named = () => new Proxy({}, { get: (_t, name: string) => (args?: object) => call(name, args) });
    return {
      run: this.input.run,
      subject: this.input.subject,
      read: named(),
      write: named(),
      ask: (task: string, options: { about?: string } = {}) =>
        item === undefined ? this.whileWaitingFor(task, () => this.ask(task, options.about)) : this.ask(task, options.about),
      each: (one: Step<D>, items: readonly string[]) => this.whileWaitingFor(one.name, () => this.each(one, items)),
      until: (moment: object) => this.until(moment, item),
      firstOf: (...promises: Promise<unknown>[]) => Promise.race(promises),
      propose: (proposed: string, about: { about: string; reason: string }) => call('propose', { proposed, ...about }),
    } as unknown as Powers<D>;
  }

  private context(name: string, item?: string) {
    const place = [this.input.run, item, name].filter((part) => part !== undefined).join('/');
    const n = (this.calls.get(place) ?? 0) + 1;
    this.calls.set(place, n);
    const { run, process, subject, openedAt } = this.input;
    return { run, process, subject, runOpenedAt: openedAt, at: now(), key: `${place}/${n}` };
  }

  /** The run document says what the run waits for, in words of its definition; written when that changes. */
  private async whileWaitingFor<T>(what: string, work: () => Promise<T>): Promise<T> {
    this.waiting.push(what);
    void this.record({ event: 'waiting', waitingFor: [...this.waiting] });
    try {
      return await work();
    } finally {
      this.waiting.splice(this.waiting.indexOf(what), 1);
      void this.record({ event: 'waiting', waitingFor: [...this.waiting] });
    }
  }

  private async ask(task: string, about?: string): Promise<Answer<never>> {
    const place = `${this.input.run}/${task}/${about ?? '-'}`;
    const attempt = (this.asked.get(place) ?? 0) + 1;
    this.asked.set(place, attempt);
    const answer =
      this.ending === undefined ? await this.askTask(`${place}/${attempt}`, task, attempt, about) : this.endedAnswer(this.ending);
    if (answer.state !== 'done' && answer.state !== 'waived') this.leftOpen += 1;
    return answer as Answer<never>;
  }

  private endedAnswer({ kind, reason }: Ending): TaskResult {
    return { state: kind, reason };
  }

  private async askTask(id: string, task: string, attempt: number, about?: string): Promise<TaskResult> {
    const { run, process, openedAt } = this.input;
    const input: TaskInput = { id, run, process, task, attempt, runOpenedAt: openedAt, ...(about !== undefined && { about }) };
    return (await this.child('task', id, input, this.openTasks)) as TaskResult;
  }

  private async each(one: Step<D>, items: readonly string[]): Promise<void> {
    await this.record({ event: 'asked', subjects: items.length });
    if (items.length <= itemsInOneHistory) return this.runStep(one, items);
    const batches = Array.from({ length: Math.ceil(items.length / itemsInBatch) }, (_, n) =>
      items.slice(n * itemsInBatch, (n + 1) * itemsInBatch),
    );
    await Promise.all(batches.map((batch, n) => this.batch(one.name, batch, n + 1)));
  }

  private async runStep(one: Step<D>, items: readonly string[]): Promise<void> {
    await Promise.all(items.map((item) => one.run({ ...this.powers(item), item })));
  }

  private async batch(name: string, items: readonly string[], n: number): Promise<void> {
    const input: RunInput = { ...this.input, batch: { step: name, items: [...items] } };
    const result = (await this.child(this.input.process, `${this.input.run}/batch/${n}`, input, this.openBatches)) as RunResult;
    if (result.outcome !== 'complete') this.leftOpen += 1;
  }

  private stepNamed(name: string): Step<D> {
    const found = this.steps.find((one) => one.name === name);
    if (found === undefined) throw ApplicationFailure.nonRetryable(`${this.input.process} has no step ${name}`, 'unknownStep');
    return found;
  }

  private async until(moment: object, item?: string): Promise<void> {
    const at = await activities.momentOf({ ...moment, ...this.context('until', item) });
    const ms = Date.parse(at) - Date.now();
    if (ms > 0) await condition(() => this.ending !== undefined, ms);
  }

  /**
   * Starts a child and waits for its result. One that an earlier execution of this run left running is joined, and one that an operator terminated
   * is opened again: its document knows how far it was.
   */
  private async child(type: string, workflowId: string, input: TaskInput | RunInput, open: Set<string>): Promise<unknown> {
    open.add(workflowId);
    try {
      for (;;) {
        try {
          const handle = await startChild(type, {
            workflowId,
            args: [input],
            parentClosePolicy: ParentClosePolicy.ABANDON,
            workflowTaskTimeout: '3s',
            typedSearchAttributes: this.attributes(),
          });
          if (this.ending !== undefined) this.tellLate(handle.workflowId, open);
          return await handle.result();
        } catch (failure) {
          if (failure instanceof WorkflowExecutionAlreadyStartedError) return await awaitWorkflow({ workflow: workflowId });
          if (isCancellation(failure) || !wasTerminated(failure)) throw failure;
          await sleep('30s');
        }
      }
    } finally {
      open.delete(workflowId);
    }
  }

  /** The run ended while the child was being started. */
  private tellLate(id: string, open: Set<string>): void {
    const { ending } = this;
    if (ending === undefined) return;
    if (open === this.openBatches) this.tell(open, id, endByEngine, ending);
    else
      this.tell(open, id, engineCommand, {
        do: ending.kind === 'superseded' ? 'supersede' : 'cancel',
        by: { person: 'engine', roles: [], via: 'engine' },
        reason: ending.reason,
      });
  }

  private attributes(): TypedSearchAttributes {
    const { period } = this.input.subject;
    return new TypedSearchAttributes([
      { key: searchAttributes.process, value: this.input.process },
      { key: searchAttributes.run, value: this.input.run },
      ...(typeof period === 'string' ? [{ key: searchAttributes.period, value: period }] : []),
    ]);
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

const wasTerminated = (failure: unknown): boolean => failure instanceof ChildWorkflowFailure && failure.cause instanceof TerminatedFailure;
