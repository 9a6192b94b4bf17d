import type { Rung, Task } from '../../domain/records/task.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import { ladderNameOf } from '../knowledge.ts';
import type { NewLetter } from '../post.ts';
import type { After } from './changes.ts';
import { isEarly, type ReachedRungs } from './happened.ts';

export type Draft = Pick<NewLetter, 'id' | 'kind' | 'person'> & { facts?: Record<string, unknown> };

export const letterOf = (task: Task, { at }: TrailEntry, { id, kind, person, facts = {} }: Draft): NewLetter => ({
  ...{ id: `${task.id}/${id}`, person, kind, run: task.run, task: task.id, facts, at },
  urgent: ladderNameOf(task) === 'urgent',
});

/** What a wake-up tells: of several rungs only the last, and whoever is asked from now on instead of another, that they are. */
export function rungLetters(task: Task, entry: TrailEntry): NewLetter[] {
  const { rungs, told } = entry.data as ReachedRungs;
  const { assignment } = entry.data as unknown as After;
  const anew = askedAnew(task, entry);
  const reached = task.rungs.filter(({ key }) => rungs.some((one) => one.key === key));
  const last = reached.find(({ key, letter }) => letter !== 'none' && rungs.some((one) => one.key === key && !one.missed));
  const others = told.filter(({ person, as }) => as !== 'assignee' || !anew.some((letter) => letter.person === person));
  return [
    ...anew,
    ...(last === undefined ? [] : others.map(({ person, as }) => rungLetter(task, entry, last, { assignment, person, as }))),
  ];
}

/** A deputy is asked because the owner is away, or the owner again. */
function askedAnew(task: Task, entry: TrailEntry): NewLetter[] {
  const { from } = entry.data as ReachedRungs;
  if (from === undefined) return [];
  const { assignee, onBehalfOf } = entry.data as unknown as After;
  const tell = (kind: 'deputyAsked' | 'handedBack' | 'taken', person: string, facts: Record<string, unknown> = {}) =>
    letterOf(task, entry, { id: `${kind}/${entry.seq}/${person}`, kind, person, facts });
  if (onBehalfOf !== null) return [tell('deputyAsked', assignee)];
  return [tell('handedBack', assignee, { from, how: 'cameBack' }), tell('taken', from, { to: assignee, how: 'cameBack' })];
}

const rungLetter = (
  task: Task,
  entry: TrailEntry,
  { key, level, letter, at, confirming }: Rung,
  { assignment, person, as }: { assignment: number; person: string; as: string },
): NewLetter =>
  letterOf(task, entry, {
    id: `${key}/${assignment}/${person}`,
    kind: letter as 'reminder' | 'dueToday' | 'escalation',
    person,
    facts: { rung: key, level, as, ...(isEarly(at, entry.at) && { early: true }), ...(confirming === true && { confirming: true }) },
  });
