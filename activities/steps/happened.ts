import type { Actor, Instant } from '../../domain/records/common.ts';
import { engine } from '../../domain/records/common.ts';
import type { Rung, Task } from '../../domain/records/task.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import type { By } from '../../domain/rules/task.ts';
import { recipientsOf, type ToldPerson } from '../../models/people.ts';
import type { Store } from '../../models/store.ts';
import type { NewEntry } from '../../models/trail.ts';
import type { Activities } from '../../workflows/engine/contract.ts';

export type Step = Parameters<Activities['recordStep']>[0];
type RungStep = Extract<Step, { event: 'rung' }>;
type CommandStep = Exclude<Step, RungStep>;

/** The rungs of one wake-up as the trail keeps them: of several only the last was sent, to everybody in `told`. */
export type ReachedRungs = { rungs: { key: string; promised: string; missed: boolean }[]; told: ToldPerson[] };

type Happened = Pick<NewEntry, 'actor' | 'data' | 'texts'>;

export const actorOf = ({ person, via, link }: By): Actor => ({ person, via, ...(link !== undefined && { link }) });

/** What the trail says of a step: all that its consequences are worked out from, however often that is begun again. */
export const happened = async (store: Store, task: Task, step: Step, at: Instant): Promise<Happened> =>
  step.event === 'rung' ? { actor: engine, data: await rungsReached(store, task, step, at) } : requested(step, commanded(task, step));

/** The request by which the step was asked for, if a person did. */
export const requestOf = (step: Step): string | undefined =>
  step.event !== 'rung' && 'key' in step.command ? step.command.key : undefined;

function requested(step: Step, happening: Happened): Happened {
  const request = requestOf(step);
  return request === undefined ? happening : { ...happening, data: { ...happening.data, request } };
}

/** Whether the entry says what the step says: it was recorded in an earlier try of the same workflow task. */
export function isSameStep({ event, actor, data }: TrailEntry, step: Step): boolean {
  if (event !== step.event) return false;
  if (step.event === 'rung') return (data as ReachedRungs).rungs.map(({ key }) => key).join() === step.rungs.join();
  return actor.person === step.command.by.person && data.request === requestOf(step);
}

/** A rung before its time was brought forward, because no mail reaches the assignee. */
export const isEarly = (promised: Instant, at: Instant): boolean => promised > at;

async function rungsReached(store: Store, task: Task, step: RungStep, at: Instant): Promise<ReachedRungs> {
  const reached = task.rungs.filter((rung) => step.rungs.includes(rung.key));
  const spoken = reached.filter(({ letter }) => letter !== 'none');
  const last = spoken.at(-1);
  const told = last === undefined ? [] : await recipientsOf(store, wouldHaveTold(spoken, last), task);
  return {
    rungs: reached.map((rung) => ({ key: rung.key, promised: rung.at, missed: rung !== last && rung.letter !== 'none' })),
    told: last !== undefined && isEarly(last.at, at) ? told.filter(({ person }) => person !== task.assignee) : told,
  };
}

/** After a long outage only the latest rung is sent, to everybody whom the missed escalations would have told as well. */
const wouldHaveTold = (spoken: readonly Rung[], last: Rung) => [
  ...new Set(spoken.filter((rung) => rung === last || rung.level > 0).flatMap(({ to }) => to)),
];

function commanded(task: Task, step: CommandStep): Happened {
  const { command } = step;
  const actor = actorOf(command.by);
  switch (command.do) {
    case 'complete': {
      const { data, texts } = splitTexts(command.outcome, task.outcomeSchema);
      return { actor, data: { outcome: data }, texts };
    }
    case 'cancel':
    case 'supersede':
      return { actor, data: {}, texts: { reason: command.reason } };
    case 'comment':
      return { actor, data: {}, texts: { comment: command.text } };
    case 'undeliverable':
      return { actor, data: { person: command.person }, texts: { reason: command.reason } };
    case 'reassign': {
      const from = step.event === 'reassigned' ? step.from : task.assignee;
      return { actor, data: { from, to: command.to, by: command.by.person }, texts: { reason: command.reason } };
    }
  }
}

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
