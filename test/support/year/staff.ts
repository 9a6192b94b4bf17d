import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../../domain/clock.ts';
import type { Task } from '../../../domain/records/task.ts';
import type { Store } from '../../../models/store.ts';
import { sha256 } from '../../../models/trail.ts';
import type { Operation } from '../historyChecker.ts';
import { daysOn } from './answering.ts';
import { answerTo } from './answers.ts';
import type { Desks, Request, Said } from './desks.ts';
import { actOn, areHolidays } from './habits.ts';

type Command = { person: string; noun: string; body(): object | Promise<object> };

const unanswered = { state: { $in: ['open', 'inProgress', 'returned', 'submitted'] } };
const mostAtOnce = 12;
/** 401: they have left in between, and do not hear what became of it. */
const results: Record<number, Operation['result']> = {
  200: 'ok',
  401: 'unknown',
  403: 'refused',
  404: 'refused',
  409: 'refused',
  422: 'refused',
};
const reason = 'The supplier answers next week.';

/** The people of the organization at their work: whatever is asked of anybody is answered, in time or late, until they go home. */
export class Staff {
  readonly operations: Operation[] = [];
  /** Answers that did not agree with what they must, and what was said about them. */
  readonly unfit: string[] = [];
  /** Who does nothing any more, though their work is still theirs. */
  readonly idle = new Set<string>();
  /** What nobody gets round to: process and task, such as `pdcaCycle/account`. */
  readonly neglected = new Set<string>();
  private readonly busy = new Map<string, Promise<void>>();
  /** Before which instant nobody looks at a task again, and how often its answer was refused. */
  private readonly later = new Map<string, string>();
  private readonly refusals = new Map<string, number>();
  private sent = 0;
  /** Nobody begins anything. */
  isResting = false;
  private isAtWork = true;
  private failure: unknown;
  private readonly store: Store;
  private readonly clock: Clock;
  private readonly desks: Desks;
  private readonly manager: string;

  constructor({ store, clock, desks, manager }: { store: Store; clock: Clock; desks: Desks; manager: string }) {
    this.store = store;
    this.clock = clock;
    this.desks = desks;
    this.manager = manager;
  }

  async work(): Promise<void> {
    while (this.isAtWork) {
      if (this.failure !== undefined) throw this.failure;
      if (!this.isResting && !areHolidays(this.clock.now())) await this.lookAround();
      await sleep(250);
    }
    await Promise.all(this.busy.values());
    if (this.failure !== undefined) throw this.failure;
  }

  goHome(): void {
    this.isAtWork = false;
  }

  /** Asks until somebody answers, whoever is away meanwhile; who goes home before that does not hear of it. */
  async insist(person: string, request: Request): Promise<Said> {
    while (this.isAtWork) {
      const said = await this.desks.ask(person, request);
      if (said !== undefined) return said;
      await sleep(500);
    }
    return { status: 401, body: {} };
  }

  private async lookAround(): Promise<void> {
    const tasks = await this.store.tasks.find(unanswered, { sort: { due: 1, _id: 1 } });
    const now = this.clock.now();
    for (const task of tasks) {
      if (this.busy.size >= mostAtOnce) return;
      if (this.neglected.has(`${task.process}/${task.task}`)) continue;
      if (this.busy.has(task.id) || (this.later.get(task.id) ?? '') > now) continue;
      const command = this.commandFor(task);
      if (command !== undefined && !this.idle.has(command.person)) this.busy.set(task.id, this.attendTo(task, command));
    }
  }

  private async attendTo(task: Task, command: Command): Promise<void> {
    try {
      const body = await command.body();
      const said = await this.give(task, command, body);
      // A refusal is looked into two days later, when things may have changed.
      if (said.status !== 200) this.later.set(task.id, `${daysOn(this.clock.now().slice(0, 10), 2)}T00:00:00.000Z`);
      if (said.status === 422)
        this.noteRefusal(task, `${command.noun} of ${task.id}: ${JSON.stringify(body)} ${JSON.stringify(said.body)}`);
    } catch (failure) {
      this.failure ??= failure;
    } finally {
      this.busy.delete(task.id);
    }
  }

  private noteRefusal({ id }: Task, what: string): void {
    const times = (this.refusals.get(id) ?? 0) + 1;
    this.refusals.set(id, times);
    if (times > 1) this.unfit.push(what);
  }

  private commandFor(task: Task): Command | undefined {
    const { assignee, deciders = [], extensions = [], confirmer = '', accountable } = task;
    if (task.state === 'submitted') return { person: confirmer, noun: 'confirmation', body: () => ({}) };
    if (extensions.some(({ state }) => state === 'asked') && this.clock.now() < task.due)
      return { person: deciders[0] ?? accountable, noun: 'extensionDecision', body: () => ({ granted: true, reason }) };
    const today = this.clock.now().slice(0, 10);
    switch (actOn(task, this.clock)) {
      case 'answer':
        return { person: assignee, noun: 'completion', body: () => this.answer(task) };
      case 'askForTime':
        return { person: assignee, noun: 'extension', body: () => ({ until: daysOn(task.due.slice(0, 10), 7), reason }) };
      case 'waive':
        return { person: this.manager, noun: 'waiver', body: () => ({ until: daysOn(today, 90), reason: 'It is about to be sold.' }) };
      default:
        return undefined;
    }
  }

  private async answer(task: Task): Promise<object> {
    const { store, clock } = this;
    const again = (this.refusals.get(task.id) ?? 0) > 0;
    const outcome = await answerTo({ task, store, today: clock.now().slice(0, 10), again });
    const isBarred = task.alone === true && task.barred?.includes(task.assignee) === true;
    return { outcome, ...(isBarred && { waiver: 'There is nobody else who could decide it.' }) };
  }

  /** Sends a command until it is answered, each time with the same key; what it came to is an operation of the story. */
  private async give(task: Task, { person, noun }: Command, body: object): Promise<Said> {
    this.sent += 1;
    const given = `year-${this.sent}`;
    const path = `/tasks/${encodeURIComponent(task.id)}/${noun}`;
    const said = await this.insist(person, { method: 'POST', path, body, key: given });
    const result = results[said.status];
    if (result === undefined) throw new Error(`${noun} of ${task.id} was answered ${said.status}`);
    this.operations.push({ task: task.id, key: sha256(`${person}\nPOST /api/v1${path}\n${given}`), result });
    return said;
  }
}
