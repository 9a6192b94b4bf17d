import type { Day, Instant, Language, Role } from '../../domain/records/common.ts';
import type { AcceptanceFacts } from '../../domain/records/letter.ts';
import type { Step, Told } from '../../domain/records/reading.ts';
import type { AskedIn } from '../../domain/words/asked.ts';
import type { JsonSchema } from '../../domain/words/fields.ts';

/** One line of a list: a reference and what has changed since it was last judged. Never a title: mails are read by gateways and on locked screens. */
export type TaskLine = {
  task: string;
  reference?: string | undefined;
  changes?: number | undefined;
  since?: Day | undefined;
  /** The decision that is asked for: since when it is frozen, and who asked for it when somebody did. */
  frozen?: { at: Instant; by?: string | undefined } | undefined;
};

type Confirming = { by: string } | undefined;

type Asked = AskedIn & {
  tasks: TaskLine[];
  /** The answer is there, given by this person, and waits for whoever confirms it: that is what is asked. */
  confirming?: Confirming;
  /** The owner, where somebody else is asked in their stead. */
  onBehalfOf?: string | undefined;
  due: Instant;
  /** Working days until the due date: 0 is today, negative is late. */
  left: number;
  /** How it is answered; `login` leads to the page of my tasks. */
  answer: 'link' | 'login';
  /** Path of the page on which it is decided with all others of its kind. */
  page?: string | undefined;
  /** Somebody has given the request back that was made before. */
  cameBack?: { by: string } | undefined;
  /** What is still to come, for "who is told if it is late". Steps before the due date are left out by the letter. */
  steps: Step[];
};

/** A task is asked for the first time; with `onBehalfOf` the reader is asked as deputy of somebody who is away. */
export type Opened = Asked & { kind: 'opened' };
export type Reminder = Asked & { kind: 'reminder' };
export type DueToday = Asked & { kind: 'dueToday' };

/** What was sent before: `to` names others than the assignee. */
export type SentLine = {
  at: Instant;
  what:
    | 'opened'
    | 'reminder'
    | 'dueToday'
    | 'escalation'
    | 'reassigned'
    | 'delegated'
    | 'deputyAsked'
    | 'handedBack'
    | 'returned'
    | 'confirmAsked';
  to?: string[] | undefined;
  delivery: NonNullable<Step['delivery']>;
};

/** The due date has passed. `mine`: the reader is who is waited for; else `assignee` names whom the reader is told about, and why. */
export type Escalation = Asked & {
  kind: 'escalation';
  level: 1 | 2 | 3;
  /** Told before the date has passed, because no mail reaches the assignee. */
  unreached?: boolean | undefined;
  mine: boolean;
  assignee: string;
  /** As what the reader is told; the deputy when no mail reaches the assignee. */
  as: Told['as'] | 'deputy';
  /** Whether the reader may answer or reassign from now on. */
  mayDecide: boolean;
  sent: SentLine[];
  /** Others who are told by the same rung. */
  also: string[];
  nonconformity: boolean;
};

/** The task has come to the reader from somebody else. */
export type Reassigned = Asked & { kind: 'reassigned'; from: string; by?: string | undefined };

/** The owner asks the reader to do it in their stead, until the end of a day. */
export type Delegated = Asked & { kind: 'delegated'; from: string; until: Day };

/** The owner is away, and the reader, their deputy, is asked from now on. */
export type DeputyAsked = Asked & { kind: 'deputyAsked' };

/** It is the reader's again: given back, or the time of whoever stood in is over. */
export type HandedBack = Asked & { kind: 'handedBack'; from: string; how: 'given' | 'cameBack' };

/** An answer came back, with the sentence of whoever was to confirm it: the one text that people write which stands in a mail. */
export type Returned = Asked & { kind: 'returned'; by: string; reason: string };

/** The reader confirms answers, or gives them back. */
export type ConfirmAsked = Asked & { kind: 'confirmAsked' };

/** What the reader answered is confirmed. */
export type Confirmed = AskedIn & { kind: 'confirmed'; tasks: TaskLine[]; by: string; due: Instant };

/** To whoever decides: `by` asks for time until the end of a day. `extended` counts how often it was granted before. */
export type ExtensionAsked = AskedIn & {
  kind: 'extensionAsked';
  tasks: TaskLine[];
  by: string;
  until: Day;
  due: Instant;
  extended: number;
};

/** More time was granted, and `due` is the new date; or it was not, and the date stands. `before` is the date that was moved. */
export type ExtensionDecided = Asked & { kind: 'extensionDecided'; by: string; granted: boolean; before?: Instant | undefined };

/** To whoever may reassign: `by` asks for somebody else, perhaps for `to`. */
export type HandOverAsked = AskedIn & { kind: 'handOverAsked'; tasks: TaskLine[]; by: string; to?: string | undefined; due: Instant };

/** Nothing is asked any more, until a day. */
export type Waived = AskedIn & { kind: 'waived'; tasks: TaskLine[]; by: string; until: Day; due: Instant };

/** The task of the reader has gone to somebody else, or somebody else has answered it; without `to` and `how` it is cancelled. */
export type Taken = AskedIn & {
  kind: 'taken';
  tasks: TaskLine[];
  to?: string | undefined;
  by?: string | undefined;
  how?: 'decided' | 'takenBack' | 'cameBack' | undefined;
  confirming?: Confirming;
  due: Instant;
};

export type AnsweredLine = TaskLine & { at: Instant; outcome: Record<string, unknown>; schema: JsonSchema };

/** A receipt for what the reader answered. Levels and reasons stay behind the link. */
export type Outcome = AskedIn & {
  kind: 'outcome';
  tasks: AnsweredLine[];
  by: 'link' | 'login' | 'token';
  /** Address that the link had been sent to, for answers by link. */
  address?: string | undefined;
  /** Who has to confirm it, before it counts. */
  waitsFor?: string | undefined;
  /** It was a request, which goes to whoever approves it. */
  toApprove?: boolean | undefined;
  /** What the reader still has open in this run. */
  open: number;
  due: Instant;
};

/** To the ISMS manager: a run has opened. */
export type RunOpened = Omit<AskedIn, 'definition'> & {
  kind: 'runOpened';
  definition?: AskedIn['definition'] | undefined;
  period?: string | undefined;
  asked: number;
  owners: { name: string; count: number; due: Instant }[];
  due: Instant;
  openedBy?: string | undefined;
  /** Number of open tasks of earlier runs that this run took over. */
  superseded?: number | undefined;
};

/** To the ISMS manager: a run has closed, with its numbers. */
export type RunClosed = Omit<AskedIn, 'definition'> & {
  kind: 'runClosed';
  period?: string | undefined;
  outcome: 'complete' | 'incomplete' | 'cancelled';
  closedAt: Instant;
  numbers: { asked: number; onTime: number; late: number; escalated: number; superseded: number };
  supersededBy?: string | undefined;
  gates?: { gate: string; passed: boolean; detail: string }[] | undefined;
};

/** To whoever was asked in it: the run is cancelled, and these are asked no more. */
export type RunCancelled = Omit<AskedIn, 'definition'> & {
  kind: 'runCancelled';
  period?: string | undefined;
  closedAt: Instant;
  by?: string | undefined;
  tasks: TaskLine[];
};

/** To the ISMS manager: something is proposed that people decide. */
export type Proposed = Omit<AskedIn, 'definition'> & {
  kind: 'proposal';
  what: 'acceptance' | 'treatment' | 'nonconformity';
  at: Instant;
  /** Risks that need an acceptance, or risks whose answer is missing. */
  references: string[];
  /** Whose answer is missing, for a nonconformity. */
  assignee?: string | undefined;
};

/** What became of acceptances: to the owner and the ISMS manager. `again`: the decision is asked for again. `page`: path of where they are seen. */
export type AcceptanceNews = Omit<AskedIn, 'definition'> &
  Pick<AcceptanceFacts, 'said'> & {
    kind: 'acceptance';
    at: Instant;
    references: string[];
    until?: Day | undefined;
    by?: string | undefined;
    what?: AcceptanceFacts['what'] | undefined;
    again?: boolean | undefined;
    /** The risks are the reader's. */
    mine: boolean;
    page: string;
  };

/** Set a password. The link goes to `/invite/:token`. */
export type Invitation = { kind: 'invitation'; token: string; invitedBy?: string | undefined; expiresAt: Instant };

/** The reader has taken over from somebody who has left; what is asked of them by tasks is said by the letters of those. */
export type Succession = {
  kind: 'succession';
  from: string;
  by?: string | undefined;
  at: Instant;
  references: string[];
  roles: Role[];
  /** Answers of others that the reader confirms from now on. */
  confirmations: number;
};

/** All who have not answered the same question, of whom the reader is told: their manager, or whoever runs the ISMS. */
export type Missing = Omit<AskedIn, 'definition'> & {
  kind: 'missing';
  /** Of the campaign. */
  reference: string;
  people: string[];
  due: Instant;
  nonconformity: boolean;
  /** Whether the reader may open the run; a line manager without another role may not. */
  mayRead: boolean;
};

export type Section =
  | Opened
  | Reminder
  | DueToday
  | Escalation
  | Reassigned
  | Delegated
  | DeputyAsked
  | HandedBack
  | Returned
  | ConfirmAsked
  | Confirmed
  | ExtensionAsked
  | ExtensionDecided
  | HandOverAsked
  | Waived
  | Taken
  | Outcome
  | RunOpened
  | RunClosed
  | RunCancelled
  | Proposed
  | AcceptanceNews
  | Invitation
  | Succession
  | Missing;

/** All that one mail is made of. */
export type MailData = {
  language: Language;
  organization: string;
  to: { name: string; first?: string | undefined };
  /** Zone of the reader's site; all dates of the mail are in it. */
  zone: string;
  now: Instant;
  /** PUBLIC_URL without a slash at its end. */
  baseUrl: string;
  /** `https://…/a/<token>`: the page that answers the tasks of this mail. */
  link?: string | undefined;
  /** Name of the ISMS manager, who can move a date or reassign. */
  ismsManager?: string | undefined;
  /** Whether a calendar part is attached. */
  calendar?: boolean | undefined;
  sections: Section[];
};

export type ComposedMail = { subject: string; text: string; html: string };
