import type { Instant } from '../../domain/records/common.ts';
import type { Letter, LetterKind } from '../../domain/records/letter.ts';

const waiting = new Set<Letter['state']>(['pending', 'sending', 'deferred']);

/** A first question says all that a reminder says and more; that it is late says more than both. */
const weight: Partial<Record<LetterKind, number>> = {
  ...{ reminder: 1, dueToday: 1 },
  ...{ opened: 2, reassigned: 2, delegated: 2, deputyAsked: 2, handedBack: 2, returned: 2, confirmAsked: 2 },
  ...{ unreached: 3, escalation: 4 },
};

/** Whether it asks the person for something that a task waits for, or says that it is late. */
export const isQuestion = ({ kind }: Pick<Letter, 'kind'>): boolean => weight[kind] !== undefined;

/**
 * Of several letters about one task that wait for one person, only one is sent: what was missed while mail was away is told in the latest. A reminder
 * is overtaken as well by whatever has told the person since. `about` are the other letters about the same task to the same person.
 */
export function isOvertaken(letter: Letter, about: readonly Letter[], answeredAt: ReadonlyMap<string, Instant>): boolean {
  const others = about.filter((other) => isQuestion(other) && isConfirming(other) === isConfirming(letter));
  if (others.some((other) => waiting.has(other.state) && outweighs(other, letter))) return true;
  const isReminder = weight[letter.kind] === 1;
  return isReminder && others.some(({ state, mail }) => state === 'accepted' && (answeredAt.get(mail ?? '') ?? '') >= letter.at);
}

/** Asking for an answer and asking to confirm it are two questions. */
const isConfirming = ({ facts }: Letter): boolean => facts.confirming === true;

function outweighs(one: Letter, other: Letter): boolean {
  const difference = (weight[one.kind] ?? 0) - (weight[other.kind] ?? 0);
  if (difference !== 0) return difference > 0;
  return one.at === other.at ? one.id > other.id : one.at > other.at;
}
