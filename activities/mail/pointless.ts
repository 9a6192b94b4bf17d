import { asks, type Letter } from '../../domain/records/letter.ts';
import type { Task } from '../../domain/records/task.ts';
import { isClosed } from '../../domain/rules/task.ts';

/** Letters that are news only while the task is open, beside those that ask for its answer. */
const whileOpen = new Set<Letter['kind']>(['confirmAsked', 'extensionAsked', 'extensionDecided', 'handOverAsked']);

export const isAboutOpenTask = ({ kind }: Pick<Letter, 'kind'>): boolean => asks.has(kind) || whileOpen.has(kind);

/** What the letter asks for is done meanwhile, decided, or asked of somebody else. Receipts and other news never become pointless. */
export function isPointless(letter: Letter, task: Task | undefined): boolean {
  if (!isAboutOpenTask(letter)) return false;
  if (task === undefined || isClosed(task.state)) return true;
  switch (letter.kind) {
    case 'extensionAsked':
      return task.extensions?.some(({ state }) => state === 'asked') !== true;
    case 'handOverAsked':
      return task.state === 'submitted' || task.assignment !== letter.facts.assignment;
    case 'extensionDecided':
      return task.state === 'submitted';
    default:
      return isAskedOfSomebodyElse(letter, task);
  }
}

/** An answer that waits is asked of whoever confirms it, else the answer of whoever is asked; those whom an escalation informs are told either way. */
function isAskedOfSomebodyElse({ kind, person, facts }: Letter, { state, assignee, confirmer }: Task): boolean {
  if ((facts.confirming === true) !== (state === 'submitted')) return true;
  const asked = state === 'submitted' ? confirmer : assignee;
  return (kind !== 'escalation' || facts.as === 'assignee') && person !== asked;
}
