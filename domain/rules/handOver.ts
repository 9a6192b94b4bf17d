import { type Command, no, type TakenOver, type TaskFacts, type TaskRefusal } from './taskShape.ts';

/** The parts that somebody may have in a task. */
const parts = ['assignee', 'onBehalfOf', 'confirmer', 'accountable', 'deputy'] as const;
export type Part = (typeof parts)[number];

type HandOver = Pick<Extract<Command, { do: 'handOver' }>, 'from' | 'to'>;

export const partsOf = (t: TaskFacts, person: string): Part[] => parts.filter((part) => t[part] === person);

/** Asked themselves, or the owner in whose stead somebody is asked. */
const isAsked = (held: readonly Part[]): boolean => held.includes('assignee') || held.includes('onBehalfOf');

/** Who has done the work, or would do it, and so does not confirm it. */
const doersOf = (t: TaskFacts, assignee: string | undefined): (string | undefined)[] => [
  // Whoever takes it over has it in nobody's stead.
  ...(assignee === undefined ? [t.assignee, t.onBehalfOf] : [assignee]),
  t.by?.person,
];

/** Those who could take over, in the order in which they are tried. `deputyOf` as it will be then. */
export type Heirs = {
  asked: readonly string[];
  confirms: readonly string[];
  accountable: string | undefined;
  deputyOf(person: string): string | undefined;
};

/**
 * Who takes over which part of `from`: the first whom the separation of duties does not bar. `barred` when that is not the first choice; `stays` is
 * what nobody can take.
 */
export function takenOverBy(t: TaskFacts, from: string, heirs: Heirs): { to: TakenOver; stays: Part[]; barred: boolean } {
  const held = partsOf(t, from);
  const asked = isAsked(held) ? heirs.asked.filter((one) => one !== from) : [];
  const assignee = asked.find((one) => mayBeAsked(t, from, one));
  const doers = doersOf(t, assignee);
  const confirms = held.includes('confirmer') ? heirs.confirms.filter((one) => one !== from) : [];
  const confirmer = confirms.find((one) => !doers.includes(one));
  const accountable = held.includes('accountable') ? heirs.accountable : undefined;
  const to: TakenOver = {
    ...(assignee !== undefined && { assignee }),
    ...(confirmer !== undefined && { confirmer }),
    ...(accountable !== undefined && { accountable }),
    ...deputyAfter(t, from, assignee, heirs),
  };
  const stays = held.filter((part) => to[part === 'onBehalfOf' ? 'assignee' : part] === undefined);
  return { to, stays, barred: assignee !== asked[0] || confirmer !== confirms[0] };
}

/** The same by part, with those who get something only. */
export const takenOverParts = (to: TakenOver): Record<string, string> =>
  Object.fromEntries(Object.entries(to).filter((one): one is [string, string] => typeof one[1] === 'string'));

/** Not who is barred, nor who is to confirm it, unless that part is handed over as well or nobody else is there. */
const mayBeAsked = (t: TaskFacts, from: string, person: string): boolean =>
  t.barred?.includes(person) !== true && (t.alone === true || t.confirmer === from || t.confirmer !== person);

/** A late approval may be decided by the deputy of whoever is asked then. */
function deputyAfter(t: TaskFacts, from: string, assignee: string | undefined, { deputyOf }: Heirs): Pick<TakenOver, 'deputy'> {
  if (t.deputy !== from && (assignee === undefined || t.approval !== true)) return {};
  const deputy = deputyOf(assignee ?? t.onBehalfOf ?? t.assignee);
  const fits = deputy !== undefined && deputy !== from && deputy !== assignee && t.barred?.includes(deputy) !== true;
  return { deputy: fits ? deputy : null };
}

const mustNot = 'This decision needs another person';

/** Why a task cannot be handed over so: it has changed meanwhile, or duties must be separated. */
export function handOverRefusal(t: TaskFacts, { from, to }: HandOver): TaskRefusal | undefined {
  const held = partsOf(t, from);
  const lacks = (part: Part) => to[part === 'onBehalfOf' ? 'assignee' : part] !== undefined && !held.includes(part);
  if (Object.keys(to).length === 0 || (to.assignee !== undefined && !isAsked(held)) || lacks('confirmer') || lacks('accountable'))
    return no('notNow', 'The person has no such part in this task any more.');
  if (to.assignee !== undefined && !mayBeAsked(t, from, to.assignee)) return no('duties', `${mustNot}: the successor is barred from it.`);
  return to.confirmer !== undefined && doersOf(t, to.assignee).includes(to.confirmer)
    ? no('duties', `${mustNot}: whoever answered does not confirm the answer.`)
    : undefined;
}

/** The task with the other parts handed over. */
export function withoutLeaver({ deputy, ...t }: TaskFacts, { to }: HandOver): TaskFacts {
  const next = to.deputy === undefined ? deputy : (to.deputy ?? undefined);
  return {
    ...t,
    ...(to.confirmer !== undefined && { confirmer: to.confirmer }),
    ...(to.accountable !== undefined && { accountable: to.accountable }),
    ...(next !== undefined && { deputy: next }),
  };
}
