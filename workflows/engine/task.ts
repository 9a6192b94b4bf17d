import { ApplicationFailure, allHandlersFinished, CancellationScope, condition, setHandler, workflowInfo } from '@temporalio/workflow';
import { afterRungs, apply, eventOf, isClosed, refusal } from '../../domain/rules/task.ts';
import type { Command, TaskFacts } from '../../domain/rules/taskShape.ts';
import type { Activities, OpenedTask, StepEvent, TaskInput, TaskResult, TaskStep, Wake } from './contract.ts';
import { commandTask, engineCommand } from './messages.ts';
import { recorded } from './recorded.ts';
import { dueNow, nextComes } from './wakes.ts';

const { openTask, recordStep } = recorded<Pick<Activities, 'openTask' | 'recordStep'>>();

/** A step on its way into the trail. `again` is what to do when another one stands in its place; an update decides that itself. */
type Queued = { step: TaskStep & { execution: string }; state: 'waiting' | 'recorded' | 'replaced'; again?: () => void };

const now = (): string => new Date().toISOString();

const byOperator: Command = {
  do: 'cancel',
  by: { person: 'engine', roles: [], via: 'engine' },
  reason: 'Cancelled by an operator in Temporal.',
};

/**
 * One task of one person: the only place in which anything waits for a person. A command changes the state inside its synchronous handler, so
 * of many that race one is accepted and the others are refused without an event; the main loop records each change in order, and the one who
 * acted is answered when it is recorded.
 */
export async function task(input: TaskInput): Promise<TaskResult> {
  let facts: TaskFacts | undefined;
  let seq = 0;
  const queue: Queued[] = [];
  const wakes: Wake[] = [];
  const early: Command[] = [];
  const execution = workflowInfo().firstExecutionRunId;

  const step = (what: StepEvent, next: TaskFacts, again?: () => void): Queued => {
    facts = next;
    seq += 1;
    const queued: Queued = {
      step: { task: input.id, seq, at: now(), execution, facts: next, ...what },
      state: 'waiting',
      ...(again && { again }),
    };
    queue.push(queued);
    return queued;
  };

  const take = (state: TaskFacts, command: Command, again?: () => void): Queued => {
    const from = state.state === 'submitted' && state.confirmer !== undefined ? state.confirmer : state.assignee;
    return step({ event: eventOf(state, command), command, from }, apply(state, command), again);
  };

  /** A command of the engine that no longer applies is simply too late. */
  const takeIfItApplies = (command: Command): void => {
    if (facts === undefined) early.push(command);
    else if (refusal(facts, command) === undefined) {
      const unreached = facts.level === 0 && command.do === 'undeliverable' && command.person === facts.assignee;
      take(facts, command, () => takeIfItApplies(command));
      if (unreached) bringForward(facts);
    }
  };

  /** Nobody but the assignee was to hear of it yet, and the assignee cannot: whom the first escalation tells is told at once. */
  const bringForward = (state: TaskFacts): void => {
    const n = wakes.findIndex(({ level }) => level > 0);
    const [next] = n === -1 ? [] : wakes.splice(n, 1);
    if (next !== undefined) step({ event: 'rung', rungs: [next.key] }, afterRungs(state, [next]));
  };

  setHandler(
    commandTask,
    async (command) => {
      for (;;) {
        const answer = admitted(facts, command);
        const mine = take(answer, command);
        const taken = mine.step.facts;
        await condition(() => mine.state !== 'waiting');
        if (mine.state === 'recorded') return taken;
      }
    },
    {
      // Synchronous: an async validator would not refuse, it would fail the workflow task.
      validator: (command) => {
        admitted(facts, command);
      },
    },
  );
  setHandler(engineCommand, takeIfItApplies);
  // Whoever cancels the workflow in Temporal means the task, and its run, its people and its trail learn of it.
  CancellationScope.current().cancelRequested.catch(() => takeIfItApplies(byOperator));

  const recordAll = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const now = await recordStep(next.step);
      if (now === null || now.recorded === true) next.state = 'recorded';
      if (now !== null) goOnFrom(now, [...(now.recorded === true ? [] : [next]), ...queue.splice(0)]);
    }
  };

  /** What is recorded counts, whether a step moved dates and people or another one stands in its place: what stood behind it is judged anew. */
  const goOnFrom = (other: OpenedTask, replaced: readonly Queued[]): void => {
    facts = other.facts;
    seq = other.seq;
    wakes.splice(0, wakes.length, ...other.wakes);
    for (const queued of replaced) {
      queued.state = 'replaced';
      queued.again?.();
    }
  };

  /** From its opening to its end: records what was commanded and wakes for each rung. */
  const live = async (): Promise<TaskFacts> => {
    const opened: OpenedTask = await openTask({ ...input, execution, at: now() });
    facts = opened.facts;
    seq = opened.seq;
    wakes.push(...opened.wakes);
    for (const command of early) takeIfItApplies(command);
    while (!isClosed(facts.state) || queue.length > 0) {
      await recordAll();
      if (isClosed(facts.state)) continue;
      if (await nextComes(wakes[0], () => queue.length > 0)) {
        const [due, reaching] = input.namesOneRung === true ? [wakes.splice(0, 1), { reaching: true } as const] : [dueNow(wakes), {}];
        step({ event: 'rung', rungs: due.map((w) => w.key), ...reaching }, afterRungs(facts, due));
      }
    }
    await condition(allHandlersFinished);
    return facts;
  };

  return resultOf(input.id, await CancellationScope.nonCancellable(live));
}

/** The facts of a task to which the command may be applied now. Throws the refusal otherwise. */
function admitted(facts: TaskFacts | undefined, command: Command): TaskFacts {
  if (facts === undefined) throw ApplicationFailure.nonRetryable('The task is still being opened. Try again in a moment.', 'notOpenYet');
  const no = refusal(facts, command);
  if (no !== undefined) throw ApplicationFailure.nonRetryable(no.sentence, no.code);
  return facts;
}

function resultOf(id: string, facts: TaskFacts): TaskResult {
  if (facts.state === 'done') return { state: 'done', outcome: facts.outcome ?? {}, task: id, by: facts.by };
  return { state: facts.state as 'cancelled' | 'waived' | 'superseded', reason: facts.reason ?? '' };
}
