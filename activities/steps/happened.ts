import type { Actor, Instant } from '../../domain/records/common.ts';
import { engine } from '../../domain/records/common.ts';
import type { Rung, Task } from '../../domain/records/task.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { recipientsOf, type ToldPerson } from '../../models/people.ts';
import type { Store } from '../../models/store.ts';
import type { NewEntry } from '../../models/trail.ts';
import type { Activities } from '../../workflows/engine/contract.ts';
import { type Moved, movedBy, standInAt } from './moves.ts';

export type Step = Parameters<Activities['recordStep']>[0];
export type RungStep = Extract<Step, { event: 'rung' }>;
export type CommandStep = Exclude<Step, RungStep>;

/** The rungs of one wake-up as the trail keeps them: of several only the last was sent, to everybody in `told`. */
export type ReachedRungs = {
  rungs: { key: string; promised: string; missed: boolean }[];
  told: ToldPerson[];
} & Partial<Moved>;

type Happened = Pick<NewEntry, 'actor' | 'data' | 'texts'>;

export const actorOf = ({ person, via, link }: By): Actor => ({ person, via, ...(link !== undefined && { link }) });

/** Whoever it was, or the engine by itself. */
export const actorBy = (by: By | undefined): Actor => (by === undefined ? engine : actorOf(by));

/** What the trail says of a step: all that its consequences are worked out from, however often that is begun again. */
export const happened = async (store: Store, task: Task, step: Step, at: Instant): Promise<Happened> =>
  step.event === 'rung'
    ? { actor: engine, data: await rungsReached(store, task, step, at) }
    : requested(step, commanded(task, step), await movedBy(store, task, step, at));

/** The request by which the step was asked for, if a person did. */
export const requestOf = (step: Step): string | undefined =>
  step.event !== 'rung' && 'key' in step.command ? step.command.key : undefined;

function requested(step: CommandStep, { data, ...happening }: Happened, moved: object): Happened {
  const request = requestOf(step);
  return { ...happening, data: { ...data, ...moved, ...(request !== undefined && { request }) } };
}

/** Whether the entry says what the step says: it was recorded in an earlier try of the same workflow task. */
export function isSameStep({ event, actor, data }: TrailEntry, step: Step): boolean {
  if (event !== step.event) return false;
  if (step.event === 'rung') {
    const keys = (data as ReachedRungs).rungs.map(({ key }) => key);
    // When it was tried before, fewer or more may have come.
    return step.reaching === true ? step.rungs.slice(0, 1).every((key) => keys.includes(key)) : keys.join() === step.rungs.join();
  }
  return actor.person === step.command.by.person && data.request === requestOf(step);
}

/** A rung before its time was brought forward, because no mail reaches the assignee. */
export const isEarly = (promised: Instant, at: Instant): boolean => promised > at;

async function rungsReached(store: Store, task: Task, step: RungStep, at: Instant): Promise<ReachedRungs> {
  const reached = task.rungs.filter((rung) => step.rungs.includes(rung.key));
  const spoken = reached.filter(({ letter }) => letter !== 'none');
  const last = spoken.at(-1);
  const moved = await standInAt(store, task, reached, at);
  const asked = { assignee: moved?.after.assignee ?? task.assignee, accountable: task.accountable };
  const told = last === undefined ? [] : await recipientsOf(store, wouldHaveTold(spoken, last), toldAbout(task, asked, last));
  return {
    rungs: reached.map((rung) => ({ key: rung.key, promised: rung.at, missed: rung !== last && rung.letter !== 'none' })),
    told: last !== undefined && isEarly(last.at, at) ? told.filter(({ person }) => person !== task.assignee) : told,
    ...moved,
  };
}

/** While an answer waits to be confirmed, it is the one who confirms who is reminded. */
const toldAbout = ({ confirmer }: Task, asked: { assignee: string; accountable: string }, { confirming }: Rung) =>
  confirming === true && confirmer !== undefined ? { ...asked, assignee: confirmer } : asked;

/** After a long outage only the latest rung is sent, to everybody whom the missed escalations would have told as well. */
export const wouldHaveTold = (spoken: readonly Rung[], last: Rung) => [
  ...new Set(spoken.filter((rung) => rung === last || rung.level > 0).flatMap(({ to }) => to)),
];

function commanded(task: Task, { command, from = task.assignee }: CommandStep): Happened {
  const actor = actorOf(command.by);
  const waiver = 'waiver' in command && command.waiver !== undefined ? { dutiesWaived: command.waiver } : {};
  switch (command.do) {
    case 'claim':
      return { actor, data: {} };
    case 'complete': {
      const { data, texts } = splitTexts(command.outcome, task.outcomeSchema);
      return { actor, data: { outcome: data }, texts: { ...texts, ...waiver } };
    }
    case 'confirm':
      return { actor, data: {}, texts: waiver };
    case 'evidence': {
      const { name, ...file } = command.file;
      return { actor, data: { file }, texts: { name } };
    }
    case 'comment':
      return { actor, data: {}, texts: { comment: command.text } };
    case 'undeliverable':
      return { actor, data: { person: command.person }, texts: { reason: command.reason } };
    case 'reassign': {
      const owner = task.onBehalfOf === undefined ? {} : { owner: task.onBehalfOf };
      return { actor, data: { from, to: command.to, by: command.by.person, ...owner }, texts: { reason: command.reason } };
    }
    case 'delegate':
      return { actor, data: { from, to: command.to, by: command.by.person }, texts: { reason: command.reason } };
    case 'askHandOver':
      return { actor, data: command.to === undefined ? {} : { to: command.to }, texts: { reason: command.reason } };
    case 'extend':
      return { actor, data: { until: command.until }, texts: { reason: command.reason } };
    case 'decideExtension':
      return { actor, data: { asker: askerOf(task) }, texts: { reason: command.reason, ...waiver } };
    case 'waive':
      return { actor, data: { until: command.until, asked: from }, texts: { reason: command.reason } };
    case 'handOver':
      return { actor, data: { from: command.from, asked: task.assignee, to: command.to }, texts: { reason: command.reason } };
    case 'cancel':
      return { actor, data: { asked: from }, texts: { reason: command.reason } };
    case 'return':
    case 'supersede':
      return { actor, data: {}, texts: { reason: command.reason } };
  }
}

/** Who asked for the time that is being decided about. */
const askerOf = ({ extensions = [], assignee }: Task): string => extensions.find(({ state }) => state === 'asked')?.askedBy ?? assignee;

/** Free text of an outcome stands beside its hash, choices and numbers in the entry itself. */
function splitTexts(outcome: Record<string, unknown>, schema: string): { data: Record<string, unknown>; texts: Record<string, string> } {
  const { properties = {} } = JSON.parse(schema) as { properties?: Record<string, { enum?: unknown }> };
  const isText = ([key, value]: [string, unknown]) => typeof value === 'string' && properties[key]?.enum === undefined;
  const entries = Object.entries(outcome);
  return {
    data: Object.fromEntries(entries.filter((entry) => !isText(entry))),
    texts: Object.fromEntries(entries.filter(isText)) as Record<string, string>,
  };
}
