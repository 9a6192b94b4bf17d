import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createSendLetters } from '../../activities/mail/sendLetters.ts';
import { createOpenTask } from '../../activities/openTask.ts';
import { createPost } from '../../activities/post.ts';
import { createRecordStep } from '../../activities/recordStep.ts';
import { toMs } from '../../domain/clock.ts';
import type { Instant } from '../../domain/records/common.ts';
import type { Mail } from '../../domain/records/letter.ts';
import type { Task } from '../../domain/records/task.ts';
import { apply } from '../../domain/rules/task.ts';
import type { Command } from '../../domain/rules/taskShape.ts';
import { factsOf } from '../../domain/taskFacts.ts';
import type { MailActivities } from '../../workflows/engine/contract.ts';
import { type Engine, type SunkMail, startEngine } from './engine.ts';
import { addRisks, foundOrganization, ids } from './organization.ts';

/** Thursday 1 October 2026, just after eight in the morning in Berlin: what a wave is opened at. */
export const opening = '2026-10-01T06:00:01.000Z';

/**
 * Real relay and sink, no worker, and a clock that stands still: each attempt to send is made by the test, so that what happens between two of them
 * can be told apart.
 */
export class MailRoom {
  readonly engine: Engine;
  readonly clock: { at(instant: Instant): void; pass(ms: number): void };
  private n = 0;

  constructor(engine: Engine, clock: MailRoom['clock']) {
    this.engine = engine;
    this.clock = clock;
  }

  /** A run with a task for each of `count` new risks of this owner; their letters wait. */
  async wave(owner: string, count: number, subjects = count): Promise<Task[]> {
    this.n += 1;
    const run = `riskReview-2026-Q4-${this.n}`;
    await this.engine.store.runs.insert({
      ...{ id: run, process: 'riskReview', key: `k${this.n}`, attempt: 1, subject: { period: '2026-Q4' }, period: '2026-Q4' },
      ...{ status: 'open', seq: 1, openedAt: this.engine.clock.now(), openedBy: { person: ids.hanna, via: 'login' }, waitingFor: [] },
      ...{ subjects, settingsVersion: 1, definition: 'riskReview@1', gates: [] },
    });
    const tasks: Task[] = [];
    for (let k = 1; k <= count; k += 1) tasks.push(await this.openTask(run, owner, `RSK-${this.n}-${k}`));
    return tasks;
  }

  async openTask(run: string, owner: string, risk: string): Promise<Task> {
    const { store, deps, clock } = this.engine;
    await addRisks(store, owner, [risk]);
    const id = `${run}/reassess/${risk}/1`;
    await createOpenTask(
      deps,
      createPost(deps),
    )({
      ...{ id, run, process: 'riskReview', task: 'reassess', about: risk, attempt: 1, execution: 'execution-1' },
      ...{ runOpenedAt: clock.now(), at: clock.now() },
    });
    return this.taskNow(id);
  }

  taskNow = async (id: string) => (await this.engine.store.tasks.get(id)) as Task;

  record: ReturnType<typeof createRecordStep> = (step) => createRecordStep(this.engine.deps, createPost(this.engine.deps))(step);

  /** A command, recorded as the task's workflow would. */
  async command(
    { id }: Pick<Task, 'id'>,
    event: 'completed' | 'cancelled' | 'superseded' | 'reassigned' | 'undeliverable',
    command: Command,
  ) {
    const task = await this.taskNow(id);
    const step = {
      task: id,
      seq: task.seq + 1,
      at: this.engine.clock.now(),
      execution: 'execution-1',
      facts: apply(factsOf(task), command),
    };
    await this.record({ ...step, ...(event === 'reassigned' ? { event, command, from: task.assignee } : { event, command }) });
  }

  async answer(task: Pick<Task, 'id'>): Promise<void> {
    const { assignee } = await this.taskNow(task.id);
    const by = { person: assignee, roles: [], via: 'link', link: 'abc' } as const;
    const outcome = { likelihood: 1, consequence: 1, verdict: 'change', reason: 'Fine.' };
    await this.command(task, 'completed', { do: 'complete', by, outcome });
  }

  async reassign(task: Pick<Task, 'id'>, to: string): Promise<void> {
    const by = { person: ids.hanna, roles: ['ismsManager'], via: 'login' } as const;
    await this.command(task, 'reassigned', { do: 'reassign', by, to, reason: 'On leave.' });
  }

  /** The rungs with these keys are reached, at the time the first of them promises. */
  async reach({ id }: Pick<Task, 'id'>, ...keys: string[]): Promise<void> {
    const task = await this.taskNow(id);
    const rungs = task.rungs.filter(({ key }) => keys.includes(key));
    this.clock.at(rungs.at(-1)?.at ?? this.engine.clock.now());
    const level = Math.max(task.level, ...rungs.map((rung) => rung.level));
    const step = { task: id, seq: task.seq + 1, at: this.engine.clock.now(), execution: 'execution-1', facts: { ...factsOf(task), level } };
    await this.record({ ...step, event: 'rung', rungs: keys });
  }

  send = (person: string, deps = this.engine.deps): ReturnType<MailActivities['sendLetters']> =>
    new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') }).run(createSendLetters(deps), {
      person,
      at: this.engine.clock.now(),
    });

  mailsTo = (person: string): Promise<Mail[]> => this.engine.store.mails.find({ person }, { sort: { at: 1, _id: 1 } });

  statesOf = async (tasks: readonly Pick<Task, 'id'>[], of: { person?: string } = {}) =>
    (await this.engine.store.letters.find({ task: { $in: tasks.map(({ id }) => id) }, ...of }))
      .map(({ kind, state }) => `${kind} ${state}`)
      .sort();

  deliveryOf = async ({ id }: Mail) => this.engine.store.trail.find({ chain: `mail/${id}` }, { sort: { seq: 1 } });

  received = (): Promise<SunkMail[]> => this.engine.mail.messages();

  /** The sink as it was at first, no letters or mails of anybody, and the clock at the opening. */
  async empty(): Promise<void> {
    const { store, mail } = this.engine;
    mail.setRules([]);
    await fetch(`http://127.0.0.1:${mail.httpPort}/api/v1/messages`, { method: 'DELETE' });
    for (const collection of [store.letters, store.mails, store.calendarEntries, store.relay, store.mailSwitch])
      await collection.remove({});
    await store.trail.remove({ chain: { $regex: '^(mailSwitch)/' } });
    this.clock.at(opening);
  }

  stop = () => this.engine.stop();
}

export async function openMailRoom(): Promise<MailRoom> {
  let now = toMs(opening);
  const engine = await startEngine({ realNow: () => now });
  await engine.worker.stop();
  await foundOrganization(engine.store);
  const clock = {
    at: (instant: Instant) => {
      now = toMs(instant);
    },
    pass: (ms: number) => {
      now += ms;
    },
  };
  return new MailRoom(engine, clock);
}
