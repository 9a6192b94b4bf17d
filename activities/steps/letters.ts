import type { Rung, Task } from '../../domain/records/task.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import type { NewLetter } from '../post.ts';
import type { After } from './changes.ts';
import { isEarly, type ReachedRungs } from './happened.ts';

/**
 * What one entry of a task's chain has to tell, and whom. Ids are made of the entry, so that no repeat tells it twice. `decider` learns of the
 * nonconformity that the entry proposes.
 */
export function lettersBy(task: Task, entry: TrailEntry, decider?: string): NewLetter[] {
  const told = (kind: 'outcome' | 'taken' | 'reassigned', person: string, facts: Record<string, unknown>) =>
    letterOf(task, entry, { id: `${kind}/${entry.seq}/${person}`, kind, person, facts });
  const { actor, data } = entry;
  switch (entry.event) {
    case 'opened':
      return [letterOf(task, entry, { id: `opened/1/${String(data.assignee)}`, kind: 'opened', person: String(data.assignee) })];
    case 'rung':
      return [...rungLetters(task, entry), ...(decider === undefined ? [] : [candidateLetter(task, entry, decider)])];
    case 'completed': {
      // Who answered gets a copy; if somebody else decided, the assignee learns it.
      const { assignee } = data as After;
      const decided = { to: actor.person, by: actor.person, decided: true };
      return [told('outcome', actor.person, {}), ...(actor.person === assignee ? [] : [told('taken', assignee, decided)])];
    }
    case 'cancelled':
      return actor.via === 'engine' ? [] : [told('taken', (data as After).assignee, { cancelled: true })];
    case 'reassigned': {
      const moved = { from: data.from, to: data.to, by: data.by };
      return [told('reassigned', String(data.to), moved), told('taken', String(data.from), moved)];
    }
    default:
      return [];
  }
}

type Draft = Pick<NewLetter, 'id' | 'kind' | 'person'> & { facts?: Record<string, unknown> };

const letterOf = (task: Task, { at }: TrailEntry, { id, kind, person, facts = {} }: Draft): NewLetter => ({
  ...{ id: `${task.id}/${id}`, person, kind, run: task.run, task: task.id, facts, at, urgent: false },
});

function rungLetters(task: Task, entry: TrailEntry): NewLetter[] {
  const { rungs, told } = entry.data as ReachedRungs;
  const { assignment } = entry.data as unknown as After;
  const reached = task.rungs.filter(({ key }) => rungs.some((one) => one.key === key));
  const last = reached.find(({ key, letter }) => letter !== 'none' && rungs.some((one) => one.key === key && !one.missed));
  return last === undefined ? [] : told.map(({ person, as }) => rungLetter(task, entry, last, { assignment, person, as }));
}

const rungLetter = (
  task: Task,
  entry: TrailEntry,
  { key, level, letter, at }: Rung,
  { assignment, person, as }: { assignment: number; person: string; as: string },
): NewLetter =>
  letterOf(task, entry, {
    id: `${key}/${assignment}/${person}`,
    kind: letter as 'reminder' | 'dueToday' | 'escalation',
    person,
    facts: { rung: key, level, as, ...(isEarly(at, entry.at) && { early: true }) },
  });

const candidateLetter = (task: Task, entry: TrailEntry, person: string): NewLetter =>
  letterOf(task, entry, {
    id: `proposal/${entry.seq}/${person}`,
    kind: 'proposal',
    person,
    facts: { about: task.about ?? task.task, proposed: 'nonconformity' },
  });
