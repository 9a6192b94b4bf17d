/**
 * The state machine of a task. Pure and without any dependency: the workflow runs it inside the sandbox, the API to say what is allowed,
 * tests as the model of what may happen.
 */
import { withoutLeaver } from './handOver.ts';
import { right } from './taskRights.ts';
import { type By, type Command, type CommandEvent, duePassed, no, type TaskFacts, type TaskRefusal, type TaskState } from './taskShape.ts';

export const closedStates: readonly TaskState[] = ['done', 'cancelled', 'waived', 'superseded'];
/** It waits for whoever it is asked of, and for nobody to confirm it. */
export const unansweredStates: readonly TaskState[] = ['open', 'inProgress', 'returned'];
export const isClosed = (state: TaskState): boolean => closedStates.includes(state);

/** The task after these rungs. */
export function afterRungs(facts: TaskFacts, rungs: readonly { key: string; level: number }[]): TaskFacts {
  const isOverdue = rungs.some(({ key }) => key.startsWith(duePassed));
  return { ...facts, level: Math.max(facts.level, ...rungs.map(({ level }) => level)), ...(isOverdue && { overdue: true }) };
}

/** Why a command is refused, or undefined when it may be applied. A refused command changes nothing and leaves no event. */
export function refusal(t: TaskFacts, c: Command): TaskRefusal | undefined {
  // Said before "closed", so that nobody learns the state of a task that is not theirs.
  const noRight = right(t, c);
  if (noRight !== undefined) return noRight;
  if (isClosed(t.state)) return no('closed', closedSentence(t));
  if ('assignment' in c && c.assignment !== undefined && c.assignment !== t.assignment && c.by.person !== t.onBehalfOf)
    return no('formerAssignment', 'The task has been asked of somebody else since.');
  return outOfStep(t, c) ?? staleness(t, c);
}

function staleness(t: TaskFacts, c: Command): TaskRefusal | undefined {
  if (!('version' in c) || c.version === undefined || c.version === t.version) return undefined;
  return no('stale', `The task has changed since you opened it (version ${c.version}, now ${t.version}).`);
}

function closedSentence(t: TaskFacts): string {
  if (t.state === 'done') return 'The task is done already.';
  if (t.state === 'superseded') return 'The next period has taken over; this task is superseded.';
  return `The task is ${t.state}.`;
}

const waits = 'The task is answered and waits for its confirmation.';

/** What the state of the task does not allow, whoever asks. */
function outOfStep(t: TaskFacts, c: Command): TaskRefusal | undefined {
  switch (c.do) {
    case 'claim':
      if (t.state === 'inProgress') return no('notNow', 'The task is being worked on already.');
      return t.state === 'submitted' ? no('notNow', waits) : undefined;
    case 'complete':
    case 'delegate':
    case 'askHandOver':
      return t.state === 'submitted' ? no('notNow', waits) : undefined;
    case 'confirm':
    case 'return':
      return t.state === 'submitted' ? undefined : no('notNow', 'There is no answer to confirm yet.');
    case 'extend':
      if (t.state === 'submitted') return no('notNow', waits);
      if (t.extension !== undefined) return no('notNow', 'More time has been asked for already; it is not decided yet.');
      return t.overdue === true ? no('overdue', 'More time is asked for before the due date; this task is late.') : undefined;
    case 'decideExtension':
      return t.extension === undefined ? no('notNow', 'Nobody asks for more time.') : undefined;
    default:
      return undefined;
  }
}

/** The task after the command. Call it only when `refusal` is undefined. */
export function apply(t: TaskFacts, c: Command): TaskFacts {
  const next = { ...t, version: t.version + 1 };
  switch (c.do) {
    case 'claim':
      return { ...next, state: 'inProgress' };
    case 'complete':
      return { ...withoutExtension(next), state: t.confirmer === undefined ? 'done' : 'submitted', outcome: c.outcome, by: c.by };
    case 'confirm':
      return { ...next, state: 'done' };
    case 'return':
      return { ...next, state: 'returned', reason: c.reason };
    case 'comment':
    case 'askHandOver':
    case 'evidence':
    case 'undeliverable':
      return t; // nothing that a form shows has changed
    case 'reassign':
      return t.state === 'submitted' ? { ...next, confirmer: c.to } : asking(withoutExtension(next), c.to);
    case 'delegate':
      return c.to === t.onBehalfOf ? handedBack(next) : { ...asking(next, c.to), onBehalfOf: t.assignee, standIn: 'delegate' };
    case 'extend':
      return { ...next, extension: { until: c.until, by: c.by.person } };
    case 'decideExtension':
      return { ...withoutExtension(next), ...(c.granted && { extended: (t.extended ?? 0) + 1 }) };
    case 'waive':
      return { ...withoutExtension(next), state: 'waived', reason: c.reason, by: c.by };
    case 'cancel':
      return { ...withoutExtension(next), state: 'cancelled', reason: c.reason, by: c.by };
    case 'handOver': {
      const { assignee } = c.to;
      return withoutLeaver(assignee === undefined ? t : owning(withoutExtension(next), assignee), c);
    }
    case 'supersede':
      return { ...withoutExtension(next), state: 'superseded', reason: c.reason, by: c.by };
  }
}

/** What the trail calls this command on this task. */
export function eventOf(t: TaskFacts, c: Command): CommandEvent {
  switch (c.do) {
    case 'complete':
      return t.confirmer === undefined ? 'completed' : 'submitted';
    case 'delegate':
      return c.to === t.onBehalfOf ? 'handedBack' : 'delegated';
    case 'decideExtension':
      return c.granted ? 'extensionGranted' : 'extensionRefused';
    default:
      return events[c.do];
  }
}

const events: Record<Exclude<Command['do'], 'complete' | 'delegate' | 'decideExtension'>, CommandEvent> = {
  claim: 'claimed',
  confirm: 'confirmed',
  return: 'returned',
  comment: 'commented',
  evidence: 'evidenceAdded',
  reassign: 'reassigned',
  askHandOver: 'handOverAsked',
  extend: 'extensionAsked',
  waive: 'waived',
  cancel: 'cancelled',
  handOver: 'handedOver',
  supersede: 'superseded',
  undeliverable: 'undeliverable',
};

function withoutExtension({ extension: _decided, ...rest }: TaskFacts): TaskFacts {
  return rest;
}

/** Asked of another person from now on, for good. */
function asking({ onBehalfOf: _owner, standIn: _as, ...t }: TaskFacts, assignee: string): TaskFacts {
  return { ...t, assignee, assignment: t.assignment + 1, state: t.state === 'inProgress' ? 'open' : t.state };
}

/** The same for somebody who may be asked already, in the stead of whoever owned it until now. */
function owning(t: TaskFacts, assignee: string): TaskFacts {
  const { onBehalfOf: _owner, standIn: _as, ...own } = t;
  return assignee === t.assignee ? own : asking(t, assignee);
}

/** Back with its owner; the same task when nobody stands in. */
export function handedBack(t: TaskFacts): TaskFacts {
  return t.onBehalfOf === undefined ? t : asking(t, t.onBehalfOf);
}

/** A deputy is asked while the owner is away. */
export const deputized = (t: TaskFacts, deputy: string): TaskFacts => ({
  ...asking(t, deputy),
  onBehalfOf: t.onBehalfOf ?? t.assignee,
  standIn: 'deputy',
});

/** What this person may do to the task now, for the forms of pages and the `allowed` of the API. */
export const allowed = (t: TaskFacts, by: By): Command['do'][] => possible(t, by, {});

/** What this person may do only with a reason that waives the separation of duties, because nobody else could. */
export function waivable(t: TaskFacts, by: By): Command['do'][] {
  const without = allowed(t, by);
  return possible(t, by, { waiver: '-' }).filter((one) => !without.includes(one));
}

function possible(t: TaskFacts, by: By, waiver: { waiver?: string }): Command['do'][] {
  const tried: Command[] = [
    { do: 'claim', by },
    { do: 'complete', by, outcome: {}, ...waiver },
    { do: 'confirm', by, ...waiver },
    { do: 'return', by, reason: '' },
    { do: 'comment', by, text: '' },
    { do: 'evidence', by, file: { sha256: '', name: '', size: 0, type: '' } },
    { do: 'reassign', by, to: '', reason: '' },
    { do: 'delegate', by, to: t.onBehalfOf ?? '', reason: '' },
    { do: 'askHandOver', by, reason: '' },
    { do: 'extend', by, until: '', reason: '' },
    { do: 'decideExtension', by, granted: true, reason: '', ...waiver },
    { do: 'waive', by, reason: '', until: '' },
    { do: 'cancel', by, reason: '' },
  ];
  return tried.filter((c) => refusal(t, c) === undefined).map((c) => c.do);
}
