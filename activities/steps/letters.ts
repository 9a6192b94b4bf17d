import type { Task } from '../../domain/records/task.ts';
import type { TrailEntry } from '../../domain/records/trail.ts';
import type { TakenOver } from '../../domain/rules/taskShape.ts';
import type { NewLetter } from '../post.ts';
import type { After } from './changes.ts';
import { type Draft, letterOf, rungLetters } from './rungLetters.ts';

/** What an event says beside what holds after it. */
type Said = After & {
  from: string;
  to: string;
  by: string;
  owner?: string;
  asker: string;
  asked: string;
  until: string;
  deciders?: string[];
};

/**
 * What one entry of a task's chain has to tell, and whom; never whoever did it themselves, but for the receipt of an answer. Ids are made of the
 * entry, and people are taken from it, so that no repeat tells it twice or somebody else.
 */
export function lettersBy(task: Task, entry: TrailEntry): NewLetter[] {
  if (entry.event === 'opened') return [opened(task, entry)];
  if (entry.event === 'rung') return task.inPerson === true ? ownRungLetters(task, entry) : rungLetters(task, entry);
  // Thousands who sign something see on the page that it is recorded.
  if (entry.event === 'completed' && task.inPerson === true) return [];
  const told = byEvent[entry.event]?.(entry.data as unknown as Said, entry.actor.person, { task, entry }) ?? [];
  return told.map((one) => letterOf(task, entry, { ...one, id: `${one.kind}/${entry.seq}/${one.person}` }));
}

function opened(task: Task, entry: TrailEntry): NewLetter {
  const person = String(entry.data.assignee);
  return letterOf(task, entry, { id: `opened/1/${person}`, kind: 'opened', person });
}

/** Others learn of all who are missing in one letter, which the run writes. */
const ownRungLetters = (task: Task, entry: TrailEntry): NewLetter[] =>
  rungLetters(task, entry).filter(({ person }) => person === task.assignee);

type Told = Omit<Draft, 'id'>;

const tell =
  (kind: Told['kind'], facts: Record<string, unknown> = {}) =>
  (person: string): Told => ({ kind, person, facts });

/** Everybody among these once, without those who need not be told. */
const others = (people: readonly (string | null | undefined)[], ...known: string[]): string[] =>
  [...new Set(people)].filter((one): one is string => one !== null && one !== undefined && !known.includes(one));

/** Whoever was asked, or owns what was asked of another, learns that somebody else has answered. */
const decided = ({ assignee, onBehalfOf }: Said, by: string): Told[] =>
  others([assignee, onBehalfOf], by).map(tell('taken', { by, how: 'decided' }));

const byEvent: Record<string, (said: Said, actor: string, at: { task: Task; entry: TrailEntry }) => Told[]> = {
  completed: (said, actor) => [tell('outcome')(actor), ...decided(said, actor)],
  submitted: (said, actor) => [
    tell('outcome')(actor),
    ...decided(said, actor),
    ...others([said.confirmer], actor).map(tell('confirmAsked', { confirming: true })),
  ],
  confirmed: ({ confirmer }, actor, { task }) => [
    ...others([task.answeredBy?.person], actor).map(tell('confirmed', { by: actor })),
    ...others([confirmer], actor).map(tell('taken', { by: actor, how: 'decided', confirming: true })),
  ],
  returned: ({ assignee, confirmer }, actor) => [
    ...others([assignee], actor).map(tell('returned', { by: actor })),
    ...others([confirmer], actor).map(tell('taken', { by: actor, how: 'decided', confirming: true })),
  ],
  reassigned: ({ from, to, by, owner, state }) => {
    const moved = { from, to, by };
    if (state === 'submitted') return [tell('confirmAsked', { confirming: true })(to), tell('taken', { ...moved, confirming: true })(from)];
    return [
      tell('reassigned', moved)(to),
      ...others([from], to).map(tell('taken', moved)),
      ...others([owner], from, to).map(tell('taken', { ...moved, theirs: true })),
    ];
  },
  delegated: ({ from, to, until }) => [tell('delegated', { from, until })(to)],
  handedBack: ({ from, to }, actor) => [
    ...others([to], actor).map(tell('handedBack', { from, how: 'given' })),
    ...others([from], actor).map(tell('taken', { to, how: 'takenBack' })),
  ],
  extensionAsked: ({ deciders = [], until }, actor) => deciders.map(tell('extensionAsked', { by: actor, until })),
  extensionGranted: (said, actor) => extensionDecided(said, actor, true),
  extensionRefused: (said, actor) => extensionDecided(said, actor, false),
  handOverAsked: ({ deciders = [], assignment, to }, actor) =>
    deciders.map(tell('handOverAsked', { by: actor, assignment, ...(to !== undefined && { to }) })),
  handedOver: ({ from, asked, state }, actor, { entry }) => {
    const to = (entry.data.to as unknown as TakenOver).assignee;
    // An answer that waits asks nothing of whoever would have to mend it.
    if (to === undefined || state === 'submitted') return [];
    const moved = { from, to, by: actor };
    return [tell('reassigned', moved)(to), ...others([asked], from, to).map(tell('taken', moved))];
  },
  waived: ({ asked, assignee, onBehalfOf, until }, actor) =>
    others([asked, assignee, onBehalfOf], actor).map(tell('waived', { by: actor, until })),
  cancelled: ({ asked, assignee, onBehalfOf }, actor, { entry }) =>
    entry.actor.via === 'engine' ? [] : others([asked, assignee, onBehalfOf], actor).map(tell('taken', { cancelled: true, by: actor })),
};

/** Whoever asked, and whoever is asked meanwhile. */
const extensionDecided = ({ asker, assignee }: Said, by: string, granted: boolean): Told[] =>
  others([asker, assignee], by).map(tell('extensionDecided', { by, granted }));
