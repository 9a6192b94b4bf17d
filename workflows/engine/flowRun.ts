import { TypedSearchAttributes } from '@temporalio/common';
import { ApplicationFailure, condition, patched, workflowInfo } from '@temporalio/workflow';
import { Children } from './children.ts';
import type { Activities, Ending, RunInput, RunResult, TaskInput, TaskResult, Trigger, Watched } from './contract.ts';
import { Lane } from './lane.ts';
import type { Answer, AnyDefinition, Asking, Body, Powers, Step } from './powers.ts';
import { recorded } from './recorded.ts';
import { RunRecord } from './runRecord.ts';
import { searchAttributes } from './searchAttributes.ts';
import { instantComes } from './wakes.ts';

type Named = Record<string, (call: object) => Promise<unknown>>;

type OfRuns = Pick<Activities, 'supersedeEarlier'> & {
  momentOf(call: object): Promise<string>;
  startRun(call: object): Promise<string>;
  lookFor(call: object): Promise<string | null>;
} & Named;

/** Up to here one workflow runs a step for every item itself; beyond, children of the same type do, so that no history grows with the register. */
const itemsInOneHistory = 50;
const itemsInBatch = 100;

const now = (): string => new Date().toISOString();

/** One run of a process, or one batch of it: what it has asked, what it waits for, and the powers that its body and steps are given. */
export class FlowRun<D extends AnyDefinition> {
  ending: Ending | undefined;
  /** Nothing can end it any more: its closing is being recorded. */
  isClosing = false;
  private readonly asked = new Map<string, number>();
  private readonly calls = new Map<string, number>();
  private leftOpen = 0;
  private changes = 0;
  private readonly heard = new Set<string>();
  private readonly started: string[] = [];
  /** Nothing in an execution of before, which does several things at the same moment. */
  private readonly lane: Lane | undefined;
  private readonly activities: OfRuns;
  private readonly record: RunRecord;
  private readonly children: Children;
  private readonly input: RunInput;
  private readonly steps: readonly Step<D>[];

  constructor(input: RunInput, steps: readonly Step<D>[]) {
    this.input = input;
    this.steps = steps;
    this.lane = patched('oneByOne') ? new Lane() : undefined;
    this.activities = recorded(this.lane);
    this.record = new RunRecord(input.run, this.lane);
    this.children = new Children(attributesOf(input));
  }

  /** The whole run: recorded from its opening to its closing. */
  async whole(body: Body<D>): Promise<RunResult> {
    const earlier = await this.record.write({ event: 'opened' });
    if (earlier !== undefined) return this.closedBefore(earlier);
    await this.activities.supersedeEarlier({ run: this.input.run, process: this.input.process, at: now() });
    await body(this.powers());
    this.isClosing = true;
    const outcome = this.outcome();
    return (await this.record.write({ event: 'closed', outcome, ...(this.ending && { ending: this.ending }) })) ?? { outcome };
  }

  /** A batch of the run: one step for each of its items. The run itself is recorded by the parent. */
  async part({ step: name, items }: NonNullable<RunInput['batch']>): Promise<RunResult> {
    await this.runStep(this.stepNamed(name), items);
    this.isClosing = true;
    return { outcome: this.outcome(), ...(this.started.length > 0 && { started: this.started }) };
  }

  /** A record that this run may be watching has changed. */
  lookAgain(): void {
    this.changes += 1;
  }

  /** It came up once more, told once however often it is sent; what is being recorded as closed learns nothing new. */
  async triggered(trigger: Trigger): Promise<void> {
    const said = `${trigger.from} ${trigger.reason}`;
    if (this.isClosing || this.heard.has(said)) return;
    this.heard.add(said);
    await this.record.write({ event: 'triggered', ...trigger });
  }

  end(ending: Ending): void {
    if (this.ending !== undefined || this.isClosing) return;
    this.ending = ending;
    this.children.end(ending);
  }

  private closedBefore(result: RunResult): RunResult {
    this.isClosing = true;
    return result;
  }

  private outcome(): RunResult['outcome'] {
    if (this.ending?.kind === 'cancelled') return 'cancelled';
    return this.ending !== undefined || this.leftOpen > 0 ? 'incomplete' : 'complete';
  }

  private powers(item?: string): Powers<D> {
    const call = (name: string, args: object = {}) => this.activities[name]?.({ ...args, ...this.context(name, item) });
    const named = () => new Proxy({}, { get: (_t, name: string) => (args?: object) => call(name, args) });
    return {
      run: this.input.run,
      subject: this.input.subject,
      read: named(),
      write: named(),
      ask: (task: string, asking: Asking = {}) =>
        item === undefined ? this.record.whileWaitingFor(task, () => this.ask(task, asking)) : this.ask(task, asking),
      each: (one: Step<D>, items: readonly string[]) => this.record.whileWaitingFor(one.name, () => this.each(one, items)),
      until: (moment: object) => this.until(moment, item),
      when: (watched: readonly Watched[]) => this.when(watched, item),
      firstOf: (...promises: Promise<unknown>[]) => Promise.race(promises),
      start: (process: string, subject: Record<string, unknown>, reason?: string) =>
        this.start({ process, subject, ...(reason !== undefined && { reason }) }, item),
      closed: (run: string) => this.closed(run, item),
      leaveOpen: () => {
        this.leftOpen += 1;
      },
      patched,
      propose: (proposed: string, { subject: starting, ...proposal }: { subject?: object }) =>
        call('propose', { proposed, ...proposal, ...(starting !== undefined && { starting }) }),
    } as unknown as Powers<D>;
  }

  private context(name: string, item?: string) {
    const place = [this.input.run, item, name].filter((part) => part !== undefined).join('/');
    const n = (this.calls.get(place) ?? 0) + 1;
    this.calls.set(place, n);
    const { run, process, subject, openedAt } = this.input;
    return { run, process, subject, runOpenedAt: openedAt, at: now(), key: `${place}/${n}` };
  }

  private async ask(task: string, asking: Asking): Promise<Answer<never>> {
    const place = `${this.input.run}/${task}/${asking.about ?? '-'}`;
    const attempt = (this.asked.get(place) ?? 0) + 1;
    this.asked.set(place, attempt);
    const { run, process, openedAt } = this.input;
    const input: TaskInput = {
      id: `${place}/${attempt}`,
      run,
      process,
      task,
      attempt,
      runOpenedAt: openedAt,
      namesOneRung: true,
      ...asking,
    };
    const answer = this.ending === undefined ? await this.askTask(input) : unasked(this.ending);
    if (answer.state !== 'done' && answer.state !== 'waived') this.leftOpen += 1;
    return answer as Answer<never>;
  }

  private async askTask(input: TaskInput): Promise<TaskResult> {
    return (await this.children.resultOf({ id: input.id, type: 'task', input })) as TaskResult;
  }

  private async each(one: Step<D>, items: readonly string[]): Promise<void> {
    await this.record.write({ event: 'asked', subjects: items.length, ...(one.asksLater === true && { later: true as const }) });
    if (items.length <= itemsInOneHistory) return this.runStep(one, items);
    const batches = Array.from({ length: Math.ceil(items.length / itemsInBatch) }, (_, n) =>
      items.slice(n * itemsInBatch, (n + 1) * itemsInBatch),
    );
    await Promise.all(batches.map((batch, n) => this.batch(one.name, batch, n + 1)));
  }

  private async runStep(one: Step<D>, items: readonly string[]): Promise<void> {
    await Promise.all(items.map((item) => one.run({ ...this.powers(item), item })));
  }

  private async batch(step: string, items: readonly string[], n: number): Promise<void> {
    const input: RunInput = { ...this.input, batch: { step, items: [...items] } };
    const result = await this.children.resultOf({ id: `${this.input.run}/batch/${n}`, type: this.input.process, input });
    const { outcome, started = [] } = result as RunResult;
    if (outcome !== 'complete') this.leftOpen += 1;
    for (const one of started) await this.record.write({ event: 'started', started: one });
  }

  private stepNamed(name: string): Step<D> {
    const found = this.steps.find((one) => one.name === name);
    if (found === undefined) throw ApplicationFailure.nonRetryable(`${this.input.process} has no step ${name}`, 'unknownStep');
    return found;
  }

  private async until(moment: object, item?: string): Promise<'time' | 'ended'> {
    const at = await this.activities.momentOf({ ...moment, ...this.context('until', item) });
    // Whether a moment has passed while an activity was under way is not the same for whoever replays it: a timer is there either way.
    await instantComes(at, () => this.ending !== undefined, this.lane === undefined ? 0 : 1);
    return this.ending === undefined ? 'time' : 'ended';
  }

  /** Looked at anew after each change of any of them: a signal says that something may have changed, the record says what it is now. */
  private async when(watched: readonly Watched[], item?: string): Promise<string> {
    const call = { watched, workflow: workflowInfo().workflowId, ...this.context('when', item) };
    while (this.ending === undefined) {
      const seen = this.changes;
      const changed = await this.activities.lookFor({ ...call, at: now() });
      if (changed !== null) return changed;
      await condition(() => this.changes > seen || this.ending !== undefined);
    }
    return 'ended';
  }

  private async start(
    of: { process: string; subject: Record<string, unknown>; reason?: string },
    item?: string,
  ): Promise<string | undefined> {
    if (this.ending !== undefined) return undefined;
    const started = await this.activities.startRun({ of, ...this.context('start', item) });
    if (this.input.batch === undefined) await this.record.write({ event: 'started', started });
    else this.started.push(started);
    return started;
  }

  private async closed(run: string, item?: string): Promise<'closed' | 'ended'> {
    const changed = await this.when([{ record: `runs/${run}`, fields: ['status'], frozen: { status: 'open' } }], item);
    return changed === 'ended' ? 'ended' : 'closed';
  }
}

/** What an ended run is answered without asking anybody. */
const unasked = ({ kind, reason }: Ending): TaskResult => ({ state: kind, reason });

function attributesOf({ process, run, subject: { period } }: RunInput): TypedSearchAttributes {
  return new TypedSearchAttributes([
    { key: searchAttributes.process, value: process },
    { key: searchAttributes.run, value: run },
    ...(typeof period === 'string' ? [{ key: searchAttributes.period, value: period }] : []),
  ]);
}
