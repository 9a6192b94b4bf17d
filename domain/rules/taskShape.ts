/** What a task is and what may be said to it, as plain JSON: it crosses between workflows, activities and the API. */
export type TaskState = 'open' | 'inProgress' | 'submitted' | 'returned' | 'done' | 'cancelled' | 'waived' | 'superseded';

/** Who acts: their id, roles held at that moment, and how they proved it. `engine` acts for the product itself. */
export type By = { person: string; roles: readonly string[]; via: 'link' | 'login' | 'token' | 'engine'; link?: string };

/** More time as it was asked for: the day asked for and by whom. */
export type AskedExtension = { until: string; by: string };

/** What the workflow knows of its task, and all that commands change. Plain JSON. */
export type TaskFacts = {
  state: TaskState;
  /** Raised by commands only; a reminder never makes a form stale. */
  version: number;
  assignee: string;
  /** Raised whenever another person is asked; a link of an earlier assignment is inert. */
  assignment: number;
  accountable: string;
  answer: 'link' | 'login';
  /** Highest level of escalation reached, 0 to 3. */
  level: number;
  /** The owner, while a deputy or a delegate is asked in their stead: it stays theirs, and they may act at any time. */
  onBehalfOf?: string;
  standIn?: 'deputy' | 'delegate';
  /** Who confirms the answer, where another person has to. */
  confirmer?: string;
  /** A decision with an authority of its own: escalation adds only those who hold it. */
  approval?: true;
  /** Asked of each of many by themselves: nobody signs or learns in another's stead. */
  inPerson?: true;
  /** From the first level of an approval on, whoever deputizes for the approver may decide. */
  deputy?: string;
  /** Who must not decide this because of what they did before, e.g. the person who asked for it. */
  barred?: readonly string[];
  /** Nobody else could decide: then a waiver of the separation of duties is accepted, and recorded. */
  alone?: true;
  overdue?: true;
  extension?: AskedExtension;
  /** How many extensions were granted. */
  extended?: number;
  outcome?: Record<string, unknown>;
  reason?: string;
  /** Who answered. */
  by?: By;
};

type Asked = { by: By; key?: string; version?: number };

/** `key` names the request of a person: by it the one who asked can tell whether what is recorded is theirs. */
export type Command =
  | (Asked & { do: 'claim'; assignment?: number })
  | (Asked & { do: 'complete'; outcome: Record<string, unknown>; assignment?: number; waiver?: string })
  | (Asked & { do: 'confirm'; waiver?: string })
  | (Asked & { do: 'return'; reason: string })
  | (Omit<Asked, 'version'> & { do: 'comment'; text: string; assignment?: number })
  | (Omit<Asked, 'version'> & { do: 'evidence'; file: EvidenceFile; assignment?: number })
  | (Asked & { do: 'reassign'; to: string; reason: string })
  | (Asked & { do: 'delegate'; to: string; reason: string; until?: string })
  | (Omit<Asked, 'version'> & { do: 'askHandOver'; reason: string; to?: string; assignment?: number })
  | (Asked & { do: 'extend'; until: string; reason: string; assignment?: number })
  | (Asked & { do: 'decideExtension'; granted: boolean; until?: string; reason: string; waiver?: string })
  | (Asked & { do: 'waive'; reason: string; until: string })
  | (Asked & { do: 'cancel'; reason: string })
  | (Omit<Asked, 'version'> & { do: 'handOver'; from: string; to: TakenOver; reason: string })
  | { do: 'supersede'; by: By; reason: string }
  | { do: 'undeliverable'; by: By; person: string; reason: string };

/** A file as the trail knows it: by its content. `size` in bytes. */
export type EvidenceFile = { sha256: string; name: string; size: number; type: string };

/** Who takes over which part of somebody who leaves; null is nobody. */
export type TakenOver = Partial<Record<'assignee' | 'confirmer' | 'accountable', string>> & { deputy?: string | null };

/** The commands that people give to a task; the others are the engine's. */
export type PersonCommand = Exclude<Command, { do: 'supersede' | 'undeliverable' | 'handOver' }>;

export type RefusalCode =
  | 'closed'
  | 'stale'
  | 'notYours'
  | 'needsLogin'
  | 'formerAssignment'
  | 'samePerson'
  | 'duties'
  | 'notNow'
  | 'overdue';
export type TaskRefusal = { code: RefusalCode; sentence: string };

export const no = (code: RefusalCode, sentence: string): TaskRefusal => ({ code, sentence });

/** What the trail calls each command; some are called by what came of them. */
export type CommandEvent =
  | 'claimed'
  | 'completed'
  | 'submitted'
  | 'confirmed'
  | 'returned'
  | 'commented'
  | 'evidenceAdded'
  | 'reassigned'
  | 'delegated'
  | 'handedBack'
  | 'handOverAsked'
  | 'extensionAsked'
  | 'extensionGranted'
  | 'extensionRefused'
  | 'waived'
  | 'cancelled'
  | 'handedOver'
  | 'superseded'
  | 'undeliverable';

/** Keys of the rungs that tell nobody: the due date passes, and a task comes back to its owner. */
export const duePassed = 'duePassed';
export const comesBack = 'comesBack';
