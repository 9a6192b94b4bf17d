import { asks, type Letter } from '../../domain/records/letter.ts';
import type { Task } from '../../domain/records/task.ts';
import { isClosed } from '../../domain/rules/task.ts';
import { isAskedOf } from '../sections/askedOf.ts';

/** Letters that are news only while the task is open, beside those that ask for its answer. */
const whileOpen = new Set<Letter['kind']>(['confirmAsked', 'extensionAsked', 'extensionDecided', 'handOverAsked']);

/** What the letter asks for is done meanwhile, decided, or asked of somebody else. Receipts and other news never become pointless. */
export function isPointless(letter: Letter, task: Task | undefined): boolean {
  if (!asks.has(letter.kind) && !whileOpen.has(letter.kind)) return false;
  if (task === undefined || isClosed(task.state)) return true;
  switch (letter.kind) {
    case 'extensionAsked':
      return task.extensions?.some(({ state }) => state === 'asked') !== true;
    case 'handOverAsked':
      return task.state === 'submitted' || task.assignment !== letter.facts.assignment;
    case 'extensionDecided':
      return task.state === 'submitted';
    case 'unreached':
      return task.state === 'submitted' || task.assignee !== letter.facts.of;
    default:
      return isAskedOfSomebodyElse(letter, task);
  }
}

/**
 * An answer that waits is asked of whoever confirms it, else the answer of whoever is asked. Those whom an escalation informs are told either way; early
 * ones only while whoever is asked cannot be reached.
 */
function isAskedOfSomebodyElse({ kind, person, facts }: Letter, task: Task): boolean {
  if ((facts.confirming === true) !== (task.state === 'submitted')) return true;
  if (facts.early === true) return !task.undeliverable;
  return (kind !== 'escalation' || facts.as === 'assignee') && !isAskedOf(task, person);
}
