import { ApplicationFailure } from '@temporalio/common';
import type { Actor, Instant } from '../domain/records/common.ts';
import { engine } from '../domain/records/common.ts';
import type { Rung, Task } from '../domain/records/task.ts';
import type { By } from '../domain/rules/task.ts';
import { recipientsOf } from '../models/people.ts';
import { changeRecord } from '../models/registers.ts';
import { append } from '../models/trail.ts';
import type { Activities } from '../workflows/engine/contract.ts';
import type { Deps } from './deps.ts';
import type { NewLetter, Post } from './post.ts';

type Step = Parameters<Activities['recordStep']>[0];
type RungStep = Extract<Step, { event: 'rung' }>;
type CommandStep = Exclude<Step, RungStep>;

/** What one step does beside its trail entry. */
type Effect = { change: Partial<Task>; data: Record<string, unknown>; texts?: Record<string, string | undefined>; letters: NewLetter[] };

/**
 * Records one step of a task: trail entry, projection, letters and nudges, in this order and each idempotent, so that it may be tried again after
 * a crash at any point. `seq` guards the projection, so an older step never overwrites a newer one.
 */
export const createRecordStep =
  (deps: Deps, post: Post) =>
  async (step: Step): Promise<void> => {
    const { store, clock } = deps;
    const task = await store.tasks.get(step.task);
    if (task === undefined) throw new Error(`there is no task ${step.task}`);
    const at = clock.toOrganization(step.at);
    const effect = step.event === 'rung' ? await rungEffect(deps, task, step, at) : await commandEffect(deps, task, step, at);
    const key = `${step.execution}/${step.seq}`;
    const { entry } = await append(store, {
      chain: `task/${task.id}`,
      seq: step.seq,
      at,
      actor: step.event === 'rung' ? engine : actorOf(step.command.by),
      event: step.event,
      data: { ...effect.data, version: step.facts.version, key },
      ...(effect.texts && { texts: effect.texts }),
    });
    if (entry.data.key !== key)
      throw ApplicationFailure.nonRetryable(
        `step ${step.seq} of ${task.id} was recorded by another execution as ${entry.event}`,
        'trailConflict',
      );
    const { state, version, assignee, assignment, level } = step.facts;
    await store.tasks.set(
      task.id,
      { ...effect.change, state, version, assignee, assignment, level, seq: step.seq },
      { seq: { $lt: step.seq } },
    );
    await post.put(effect.letters);
  };

export const actorOf = ({ person, via, link }: By): Actor => ({ person, via, ...(link !== undefined && { link }) });

async function rungEffect(deps: Deps, task: Task, step: RungStep, at: Instant): Promise<Effect> {
  const reached = task.rungs.filter((rung) => step.rungs.includes(rung.key));
  const spoken = reached.filter((rung) => rung.letter !== 'none');
  const last = spoken.at(-1);
  // After a long outage only the latest rung is sent, to everybody whom the missed escalations would have told as well.
  const told =
    last === undefined
      ? []
      : await recipientsOf(deps.store, [...new Set(spoken.filter((r) => r === last || r.level > 0).flatMap((r) => r.to))], task);
  for (const rung of reached.filter((r) => r.nonconformity === true)) await proposeNonconformity(deps, task, rung, at);
  const rungs = task.rungs.map((rung): Rung => {
    if (!step.rungs.includes(rung.key)) return rung;
    if (rung === last) return { ...rung, state: 'sent', told: told.map((t) => t.person), sentAt: at };
    return { ...rung, state: rung.letter === 'none' ? 'sent' : 'missed', ...(rung.letter === 'none' && { sentAt: at }) };
  });
  return {
    change: { rungs },
    data: {
      rungs: reached.map(({ key, at: promised }) => ({ key, promised, missed: key !== last?.key && spoken.some((r) => r.key === key) })),
      told,
    },
    letters: [
      ...(last === undefined ? [] : told.map(({ person, as }) => rungLetter(task, last, person, as, at))),
      ...reached.filter((rung) => rung.nonconformity === true).map((rung) => candidateLetter(task, rung, at)),
    ],
  };
}

const rungLetter = (task: Task, rung: Rung, person: string, as: string, at: Instant): NewLetter => ({
  id: `${task.id}/${rung.key}/${task.assignment}/${person}`,
  person,
  kind: rung.letter as 'reminder' | 'dueToday' | 'escalation',
  run: task.run,
  task: task.id,
  facts: { rung: rung.key, level: rung.level, as },
  at,
  urgent: false,
});

/** Whoever is accountable decides what becomes of a nonconformity candidate. */
const candidateLetter = (task: Task, rung: Rung, at: Instant): NewLetter => ({
  id: `${task.id}/${rung.key}/proposal/${task.accountable}`,
  person: task.accountable,
  kind: 'proposal',
  run: task.run,
  task: task.id,
  facts: { about: task.about ?? task.task, proposed: 'nonconformity' },
  at,
  urgent: false,
});

/** A task that nobody answered up to the last level is itself a deviation (G15): proposed once, triaged by people. */
async function proposeNonconformity({ store }: Deps, task: Task, rung: Rung, at: Instant): Promise<void> {
  const id = `NC-${task.id.replaceAll('/', '.')}`;
  const change = {
    register: 'nonconformities' as const,
    id,
    set: {
      title: `${task.about ?? task.task} unanswered in ${task.run}`,
      source: { kind: 'missedTask' as const, run: task.run, task: task.id, ...(task.about !== undefined && { subject: task.about }) },
      owner: task.accountable,
      proposedAt: at,
      status: 'candidate' as const,
    },
    at,
    actor: engine,
    event: 'proposed',
    key: `${task.id}/${rung.key}`,
  };
  await changeRecord(store, change);
}

async function commandEffect(deps: Deps, task: Task, step: CommandStep, at: Instant): Promise<Effect> {
  const { command, facts } = step;
  const closing = { closedAt: at, closedBy: actorOf(command.by) };
  switch (command.do) {
    case 'complete': {
      const { data, texts } = splitTexts(command.outcome, task.outcomeSchema);
      return { change: { outcome: command.outcome, ...closing }, data: { outcome: data }, texts, letters: receipts(task, step, at) };
    }
    case 'cancel':
    case 'supersede':
      return {
        change: { reason: command.reason, ...closing },
        data: {},
        texts: { reason: command.reason },
        letters: command.by.via === 'engine' ? [] : [letter(task, 'taken', task.assignee, step.seq, at, { cancelled: true })],
      };
    case 'comment':
      return { change: {}, data: {}, texts: { comment: command.text }, letters: [] };
    case 'undeliverable':
      return { change: { undeliverable: true }, data: { person: command.person }, texts: { reason: command.reason }, letters: [] };
    case 'reassign': {
      const people = { assignee: facts.assignee, accountable: task.accountable };
      const rungs = await Promise.all(
        task.rungs.map(async (rung): Promise<Rung> => {
          if (rung.state !== 'pending') return rung;
          return { ...rung, told: (await recipientsOf(deps.store, rung.to, people)).map((t) => t.person) };
        }),
      );
      const from = step.event === 'reassigned' ? step.from : task.assignee;
      const moved = { from, to: facts.assignee, by: command.by.person };
      const to = letter(task, 'reassigned', facts.assignee, step.seq, at, moved);
      return {
        change: { rungs, undeliverable: false },
        data: moved,
        texts: { reason: command.reason },
        letters: [to, letter(task, 'taken', from, step.seq, at, moved)],
      };
    }
  }
}

/** Who answered gets a copy; if somebody else decided, the assignee learns it. */
function receipts(task: Task, step: CommandStep, at: Instant): NewLetter[] {
  const by = step.command.by.person;
  const copy = letter(task, 'outcome', by, step.seq, at, {});
  return by === task.assignee ? [copy] : [copy, letter(task, 'taken', task.assignee, step.seq, at, { to: by, by, decided: true })];
}

const letter = (
  task: Task,
  kind: 'outcome' | 'taken' | 'reassigned',
  person: string,
  n: number,
  at: Instant,
  facts: Record<string, unknown>,
): NewLetter => ({
  ...{ id: `${task.id}/${kind}/${n}/${person}`, person, kind, run: task.run, task: task.id, facts, at, urgent: false },
});

/** Free text of an outcome stands beside its hash, choices and numbers in the entry itself. */
function splitTexts(outcome: Record<string, unknown>, schema: string): { data: Record<string, unknown>; texts: Record<string, string> } {
  const { properties = {} } = JSON.parse(schema) as { properties?: Record<string, { enum?: unknown; $ref?: unknown }> };
  const isText = ([key, value]: [string, unknown]) => typeof value === 'string' && properties[key]?.enum === undefined;
  const entries = Object.entries(outcome);
  return {
    data: Object.fromEntries(entries.filter((e) => !isText(e))),
    texts: Object.fromEntries(entries.filter(isText)) as Record<string, string>,
  };
}
