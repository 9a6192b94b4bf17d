import { ApplicationFailure, allHandlersFinished, condition, setHandler, workflowInfo } from '@temporalio/workflow';
import { apply, type Command, isClosed, refusal, type TaskFacts } from '../../domain/rules/task.ts';
import type { Activities, OpenedTask, StepEvent, TaskInput, TaskResult, TaskStep, Wake } from './contract.ts';
import { commandTask, engineCommand } from './messages.ts';
import { recorded } from './recorded.ts';

const { openTask, recordStep } = recorded<Pick<Activities, 'openTask' | 'recordStep'>>();

const events = {
  complete: 'completed',
  comment: 'commented',
  cancel: 'cancelled',
  supersede: 'superseded',
  undeliverable: 'undeliverable',
} as const;

const now = (): string => new Date().toISOString();

/**
 * One task of one person: the only place in which anything waits for a person. A command changes the state inside its synchronous handler, so
 * of many that race one is accepted and the others are refused without an event; the main loop records each change in order, and the one who
 * acted is answered when it is recorded.
 */
export async function task(input: TaskInput): Promise<TaskResult> {
  let facts: TaskFacts | undefined;
  let seq = 0;
  let recordedSeq = 0;
  const steps: (TaskStep & { execution: string })[] = [];
  const early: Command[] = [];
  const execution = workflowInfo().firstExecutionRunId;

  const step = (what: StepEvent, next: TaskFacts): number => {
    facts = next;
    seq += 1;
    steps.push({ task: input.id, seq, at: now(), execution, facts: next, ...what });
    return seq;
  };

  const take = (state: TaskFacts, command: Command): number => {
    const next = apply(state, command);
    if (command.do === 'reassign') return step({ event: 'reassigned', command, from: state.assignee }, next);
    return step({ event: events[command.do], command } as StepEvent, next);
  };

  setHandler(
    commandTask,
    async (command) => {
      if (facts === undefined) throw ApplicationFailure.nonRetryable('The task is still being opened.', 'notOpenYet');
      const mine = take(facts, command);
      const answer = facts;
      await condition(() => recordedSeq >= mine);
      return answer;
    },
    {
      // Synchronous: an async validator would not refuse, it would fail the workflow task.
      validator: (command) => {
        if (facts === undefined)
          throw ApplicationFailure.nonRetryable('The task is still being opened. Try again in a moment.', 'notOpenYet');
        const no = refusal(facts, command);
        if (no !== undefined) throw ApplicationFailure.nonRetryable(no.sentence, no.code);
      },
    },
  );
  setHandler(engineCommand, (command) => {
    if (facts === undefined) early.push(command);
    else if (refusal(facts, command) === undefined) take(facts, command);
  });

  const record = async () => {
    for (let next = steps.shift(); next !== undefined; next = steps.shift()) {
      await recordStep(next);
      recordedSeq = next.seq;
    }
  };

  const opened: OpenedTask = await openTask({ ...input, execution, at: now() });
  facts = opened.facts;
  seq = recordedSeq = opened.seq;
  for (const command of early) if (refusal(facts, command) === undefined) take(facts, command);

  const wakes = [...opened.wakes];
  while (!isClosed(facts.state) || steps.length > 0) {
    await record();
    if (isClosed(facts.state)) continue;
    if (await comes(wakes[0], () => steps.length > 0)) {
      const due = dueNow(wakes);
      step({ event: 'rung', rungs: due.map((w) => w.key) }, { ...facts, level: Math.max(facts.level, ...due.map((w) => w.level)) });
    }
  }
  await condition(allHandlersFinished);
  return resultOf(input.id, facts);
}

/** True when the next rung's instant came before any command. A past instant is no wait at all: a timer of zero or less has side effects. */
async function comes(wake: Wake | undefined, woken: () => boolean): Promise<boolean> {
  if (woken()) return false;
  if (wake === undefined) {
    await condition(woken);
    return false;
  }
  const ms = Date.parse(wake.at) - Date.now();
  return ms <= 0 || !(await condition(woken, ms));
}

/** Takes off all rungs whose instant has come: after a long outage there are several. */
function dueNow(wakes: Wake[]): Wake[] {
  const passed = wakes.filter((w, n) => n === 0 || Date.parse(w.at) <= Date.now()).length;
  return wakes.splice(0, passed);
}

function resultOf(id: string, facts: TaskFacts): TaskResult {
  if (facts.state === 'done') return { state: 'done', outcome: facts.outcome ?? {}, task: id, by: facts.by };
  return { state: facts.state as 'cancelled' | 'waived' | 'superseded', reason: facts.reason ?? '' };
}
