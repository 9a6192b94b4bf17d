/**
 * The state machine of a task. Pure and without any dependency: the workflow runs it inside the sandbox, the API to say what is allowed,
 * tests as the model of what may happen.
 */
export type TaskState = 'open' | 'inProgress' | 'submitted' | 'returned' | 'done' | 'cancelled' | 'waived' | 'superseded';

export const closedStates: readonly TaskState[] = ['done', 'cancelled', 'waived', 'superseded'];
export const isClosed = (state: TaskState): boolean => closedStates.includes(state);

/** Who acts: their id, roles held at that moment, and how they proved it. `engine` acts for the product itself. */
export type By = { person: string; roles: readonly string[]; via: 'link' | 'login' | 'token' | 'engine'; link?: string };

/** What the workflow knows of its task, and all that commands change. Plain JSON. */
export type TaskFacts = {
  state: TaskState;
  /** Raised by commands only; a reminder never makes a form stale. */
  version: number;
  assignee: string;
  /** Raised by each reassignment; a link of an earlier assignment is inert. */
  assignment: number;
  accountable: string;
  answer: 'link' | 'login';
  /** Highest level of escalation reached, 0 to 3. */
  level: number;
  outcome?: Record<string, unknown>;
  reason?: string;
  by?: By;
};

/** `key` names the request of a person: by it the one who asked can tell whether what is recorded is theirs. */
export type Command =
  | { do: 'complete'; by: By; key?: string; outcome: Record<string, unknown>; version?: number; assignment?: number }
  | { do: 'comment'; by: By; key?: string; text: string; assignment?: number }
  | { do: 'reassign'; by: By; key?: string; to: string; reason: string; version?: number }
  | { do: 'cancel'; by: By; key?: string; reason: string; version?: number }
  | { do: 'supersede'; by: By; reason: string }
  | { do: 'undeliverable'; by: By; person: string; reason: string };

/** The commands that people give; the others are the engine's. */
export type PersonCommand = Exclude<Command, { do: 'supersede' | 'undeliverable' }>;

export type RefusalCode = 'closed' | 'stale' | 'notYours' | 'needsLogin' | 'formerAssignment' | 'samePerson';
export type TaskRefusal = { code: RefusalCode; sentence: string };

const no = (code: RefusalCode, sentence: string): TaskRefusal => ({ code, sentence });

const manages = (by: By): boolean => by.roles.includes('ismsManager');
const isEngine = (by: By): boolean => by.via === 'engine';

/** From level 2 the ISMS manager may decide too: escalation adds a decider, it never takes the task away. */
const mayComplete = (t: TaskFacts, by: By): boolean => by.person === t.assignee || (t.level >= 2 && manages(by));
const mayManage = (t: TaskFacts, by: By): boolean => manages(by) || by.person === t.accountable;

function right(t: TaskFacts, c: Command): TaskRefusal | undefined {
  switch (c.do) {
    case 'complete':
      if (!mayComplete(t, c.by)) return no('notYours', 'This task is asked of somebody else.');
      if (t.answer === 'login' && c.by.via === 'link') return no('needsLogin', 'This task is answered after signing in, not by a link.');
      return undefined;
    case 'comment':
      return c.by.person === t.assignee || mayManage(t, c.by) || c.by.roles.includes('auditor')
        ? undefined
        : no('notYours', 'Only the assignee, the ISMS manager and auditors comment on this task.');
    case 'reassign':
      if (!mayManage(t, c.by)) return no('notYours', 'The ISMS manager or the accountable person reassigns a task.');
      return c.to === t.assignee ? no('samePerson', 'The task is already asked of this person.') : undefined;
    case 'cancel':
      return mayManage(t, c.by) || isEngine(c.by)
        ? undefined
        : no('notYours', 'The ISMS manager or the accountable person cancels a task.');
    case 'supersede':
    case 'undeliverable':
      return isEngine(c.by) ? undefined : no('notYours', 'Only the engine does this.');
  }
}

/** Why a command is refused, or undefined when it may be applied. A refused command changes nothing and leaves no event. */
export function refusal(t: TaskFacts, c: Command): TaskRefusal | undefined {
  // Said before "closed", so that nobody learns the state of a task that is not theirs.
  const noRight = right(t, c);
  if (noRight !== undefined) return noRight;
  if (isClosed(t.state)) return no('closed', closedSentence(t));
  if ('assignment' in c && c.assignment !== undefined && c.assignment !== t.assignment)
    return no('formerAssignment', 'The task has been asked of somebody else since.');
  if ('version' in c && c.version !== undefined && c.version !== t.version)
    return no('stale', `The task has changed since you opened it (version ${c.version}, now ${t.version}).`);
  return undefined;
}

function closedSentence(t: TaskFacts): string {
  if (t.state === 'done') return 'The task is done already.';
  if (t.state === 'superseded') return 'The next period has taken over; this task is superseded.';
  return `The task is ${t.state}.`;
}

/** The task after the command. Call it only when `refusal` is undefined. */
export function apply(t: TaskFacts, c: Command): TaskFacts {
  const next = { ...t, version: t.version + 1 };
  switch (c.do) {
    case 'complete':
      return { ...next, state: 'done', outcome: c.outcome, by: c.by };
    case 'comment':
    case 'undeliverable':
      return t; // nothing that a form shows has changed
    case 'reassign':
      return { ...next, assignee: c.to, assignment: t.assignment + 1, state: t.state === 'inProgress' ? 'open' : t.state };
    case 'cancel':
      return { ...next, state: 'cancelled', reason: c.reason, by: c.by };
    case 'supersede':
      return { ...next, state: 'superseded', reason: c.reason, by: c.by };
  }
}

/** What this person may do to the task now, for the forms of pages and the `allowed` of the API. */
export function allowed(t: TaskFacts, by: By): Command['do'][] {
  const tried: Command[] = [
    { do: 'complete', by, outcome: {} },
    { do: 'comment', by, text: '' },
    { do: 'reassign', by, to: '', reason: '' },
    { do: 'cancel', by, reason: '' },
  ];
  return tried.filter((c) => refusal(t, c) === undefined).map((c) => c.do);
}
