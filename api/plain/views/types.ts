import type { Words } from '../../../domain/process.ts';
import type { ProcessMap } from '../../../domain/processMap.ts';
import type { Brief } from '../../../domain/records/brief.ts';
import type { Day, Instant, Language } from '../../../domain/records/common.ts';
import type { FrozenFacts, RiskFacts, ScaleLabels, Step } from '../../../domain/records/reading.ts';
import type { Every } from '../../../domain/records/schedule.ts';
import type { TaskState } from '../../../domain/rules/taskShape.ts';
import type { AskedIn } from '../../../domain/words/asked.ts';
import type { JsonSchema } from '../../../domain/words/fields.ts';
import type { Responsibility } from '../../responsibilities.ts';
import type { EvidenceForm, EvidenceLine } from './evidence.tsx';

/** What every page needs: reader, language, the organization's time, and where the stylesheet is (with its hash). */
export type Frame = {
  language: Language;
  organization: string;
  now: Instant;
  /** Zone of the reader's site, e.g. `Europe/Lisbon`. */
  zone: string;
  /** `href` of the stylesheet, e.g. `/plain/style.css?v=1f3a…`. */
  style: string;
  /** Whose page it is; left out when nobody is known. */
  person?: { name: string } | undefined;
  /** What was sent by a form that stands on the page no longer, and why it was refused. */
  notTaken?: NotTaken | undefined;
};

export type NotTaken = { problem: string; typed?: string | undefined };

/** Whether something keeps mail from going out, for those who oversee: since when, and by whom or why. */
export type MailNotice = { kind: 'paused' | 'away' | 'misconfigured'; since: Instant; by?: string | undefined };

/** A page behind a sign-in also has navigation and a way out. */
export type SignedIn = Frame & {
  person: { name: string };
  /** Sent back by each form as the hidden field `csrf`. */
  csrf: string;
  /** Whether "Runs" is shown: ISMS managers, top management and auditors. */
  seesRuns: boolean;
  mail?: MailNotice | undefined;
};

/** Hidden fields of every form that changes something. */
type Secrets = { csrf: string /** Sent back as `key`; the same key twice is one answer. */; key: string };

/** What else than an answer can be said to a task on a page. */
export type CommandName =
  | 'claim'
  | 'extend'
  | 'askHandOver'
  | 'delegate'
  | 'giveBack'
  | 'takeBack'
  | 'confirm'
  | 'return'
  | 'decideExtension'
  | 'reassign'
  | 'waive';

/**
 * A form for one command; posts `action` (its name), `task` (of one of its tasks, or `*` for all of them), its own fields, `csrf` and `key`. It is shown
 * only where its command is allowed.
 */
export type CommandForm = {
  command: CommandName;
  /** Those to choose from: of very many, the ones on the page. */
  tasks: { name: string; label: string }[];
  /** For how many it may be given together, where those are more. */
  all?: number | undefined;
  /** Whom one may choose from; otherwise a name or mail address is typed. */
  people?: { id: string; name: string }[] | undefined;
  /** The first day that can be chosen. */
  least?: Day | undefined;
  /** It takes a reason why duties are not separated. */
  needsWaiver?: boolean | undefined;
  typed?: Record<string, string> | undefined;
  problem?: string | undefined;
};

/** More time as somebody asked for it. `by` is left out when it was the reader. */
export type RequestLine = {
  at: Instant;
  by?: string | undefined;
  until: Day;
  reason: string;
  state: 'asked' | 'granted' | 'refused' | 'withdrawn';
  decidedBy?: string | undefined;
  decidedAt?: Instant | undefined;
  answer?: string | undefined;
};

/** One task with its facts and its part of the form. */
export type TaskForm = {
  task: string;
  /** Beginning of its field names and its anchor: the reference, or the task id when there is none. Fields are `${name}.${field}`. */
  name: string;
  reference?: string | undefined;
  /** What it is about (the risk's name); the task's title when it is about nothing. */
  title: string;
  facts?: RiskFacts | undefined;
  /** What is decided on, where it is a decision; `seen` says what the reader saw of it, `asks` which of its tasks it is. */
  frozen?: FrozenFacts | undefined;
  seen?: string | undefined;
  asks?: string | undefined;
  /** Its own date, where that is not the one of the group. */
  due?: Instant | undefined;
  /** Files that were added to it. */
  evidence?: EvidenceLine[] | undefined;
  /** What was frozen for whoever is asked. */
  brief?: Brief | undefined;
  /** JSON Schema of the outcome as frozen on the task. */
  schema: JsonSchema;
  labels?: ScaleLabels | undefined;
  /** Last answer; its numbers are preset and said so. Choices are never preset. */
  last?: Record<string, unknown> | undefined;
  /** It takes a reason why duties are not separated. */
  needsWaiver?: boolean | undefined;
  /** An answer of before that came back: its values are filled in. */
  returned?: { by: string; at: Instant; reason: string } | undefined;
  /** What the person typed, when the page comes back: field -> text. */
  typed?: Record<string, string> | undefined;
  /** What is wrong: field -> sentence. The empty key is about the task as a whole. */
  problems?: Record<string, string> | undefined;
};

/** Tasks of one kind in one run: same date, same words, asked of the same person. Decisions of all runs stand together; their date is the first. */
export type TaskGroup = AskedIn & {
  due: Instant;
  /** The date that was promised first, when it has moved, and how often more time was granted. */
  moved?: { first: Instant; times: number } | undefined;
  requests?: RequestLine[] | undefined;
  /** Somebody is asked in the stead of the owner: `other` is the stand-in for the owner, and the owner for everybody else. */
  standIn?: { isOwner: boolean; other: string } | undefined;
  /** Working days until the due date: 0 is today, negative is late. */
  left: number;
  /** Highest level of escalation reached by one of them. */
  level: number;
  /** Place of the site whose working day ends, e.g. `Freiburg`. */
  site?: string | undefined;
  tasks: TaskForm[];
  /** The timetable: what was sent, the due date, what is to come. */
  steps: Step[];
  /** Who is asked, when it is not the reader: escalation has added somebody who may answer too. */
  askedOf?: string | undefined;
};

/** What somebody sent and nobody will record: what it was about, why not, and their own words, to be kept elsewhere. */
export type NotRecorded = { about: string; sentence: string; typed?: string | undefined };

/** The page behind a link in a mail, and the same for somebody who is signed in. */
export type TasksPage = Frame &
  Secrets & {
    by: 'link' | 'login';
    /** Where the forms post to. */
    action: string;
    groups: TaskGroup[];
    /** Over all pages of this link: how many were asked, and how many of them are answered. */
    answered: number;
    of: number;
    /** Steps of 25 when there are more. */
    page: { number: number; of: number; previous?: string | undefined; next?: string | undefined };
    /** What else may be said to these tasks, each with its own form. */
    commands?: CommandForm[] | undefined;
    /** When the link ends at the latest. */
    endsAt?: Instant | undefined;
    /** Where to sign in once more, when what was sent takes a fresh sign-in. */
    signInAgain?: string | undefined;
    /** A sentence about the whole page: not recorded yet, what is safe, what to do. */
    problem?: string | undefined;
    /** The comment as typed, when it comes back with `commentProblem`. */
    comment?: string | undefined;
    commentProblem?: string | undefined;
    evidence?: EvidenceForm | undefined;
    /** What has just been recorded, when the page is shown again after some answers or a comment. */
    recorded?: { answers: number; comment: boolean; command?: CommandName | undefined } | undefined;
    /** What was sent and is not recorded, nor asked any more. */
    notRecorded?: NotRecorded[] | undefined;
    /** Navigation, when signed in. */
    seesRuns?: boolean | undefined;
  };

export type RecordedTask = {
  reference?: string | undefined;
  title: string;
  at: Instant;
  by: 'link' | 'login' | 'token';
  /** Who answered, when it was not the reader. */
  person?: string | undefined;
  schema: JsonSchema;
  labels?: ScaleLabels | undefined;
  outcome: Record<string, unknown>;
  /** The names of people in the outcome, by their ids. */
  names?: Record<string, string> | undefined;
};

export type OpenTask = { reference?: string | undefined; title: string };

/** After sending: what is recorded and what is still open. Also what a link shows when all behind it is answered. */
export type AnsweredPage = Frame & {
  recorded: RecordedTask[];
  /** What the reader had answered before, where another answer came too late. */
  earlier?: RecordedTask[] | undefined;
  /** True right after sending; false when the link is opened again later. */
  justNow: boolean;
  comment?: boolean | undefined;
  open: OpenTask[];
  due?: Instant | undefined;
  /** Back to the form of what is open. */
  more?: string | undefined;
  /** What was sent and is not recorded: the task is superseded, cancelled, answered before, or with somebody else. */
  notRecorded?: NotRecorded[] | undefined;
  by: 'link' | 'login';
  seesRuns?: boolean | undefined;
  csrf?: string | undefined;
};

/** Expired, used up, forged, or of somebody else: one page for all of them. */
export type LinkProblemPage = Frame & { signIn: string; ismsManager?: string | undefined };

export type SignInPage = Frame & {
  action: string;
  csrf: string;
  returnTo?: string | undefined;
  email?: string | undefined;
  problem?: 'wrong' | 'tooMany' | 'unavailable' | undefined;
  notice?: 'signedOut' | 'passwordSet' | 'again' | undefined;
};

export type InvitationPage = Frame & {
  person: { name: string };
  action: string;
  csrf: string;
  email: string;
  /** Fewest characters a password has. */
  minimum: number;
  problem?: 'tooShort' | 'tooCommon' | 'different' | 'tooLong' | undefined;
};

/** One card of my tasks: the open tasks of one kind in one run with the same date. */
export type MyGroup = AskedIn & {
  href: string;
  references: string[];
  count: number;
  due: Instant;
  left: number;
  level: number;
  standIn?: TaskGroup['standIn'];
  cameBack?: boolean | undefined;
  /** Who is asked, where it has come to the reader because it is late. */
  askedOf?: string | undefined;
};

/** Something that waits for the reader's decision: an answer to confirm, more time, or another person. */
export type MyDecision = {
  what: 'confirm' | 'extension' | 'handOver';
  href: string;
  reference?: string | undefined;
  title: string;
  who: string;
  until?: Day | undefined;
  due: Instant;
  left: number;
  level: number;
};

/** An answer of the reader that waits for somebody else. */
export type MyWaiting = { title: string; href: string; confirmer: string };

export type MyDone = { title: string; closedAt: Instant; state: TaskState; by?: 'link' | 'login' | 'token' | undefined; late: number };

export type MyTasksPage = SignedIn & {
  groups: MyGroup[];
  /** Theirs, while somebody else is asked in their stead. */
  lent?: MyGroup[] | undefined;
  /** Decisions of others that have come to the reader because they are late. */
  late?: MyGroup[] | undefined;
  decide?: MyDecision[] | undefined;
  waiting?: MyWaiting[] | undefined;
  done: MyDone[];
  site?: string | undefined;
  notice?: CommandName | undefined;
};

/** One thing that happened to a task. `text` is what was said, `answer` what was answered. */
export type HistoryLine = {
  at: Instant;
  event: HistoryEvent;
  name: string;
  to?: string | undefined;
  day?: Day | undefined;
  text?: string | undefined;
  answer?: Record<string, unknown> | undefined;
};
export type HistoryEvent = keyof typeof import('../../../domain/words/en/page.ts').page.history;

/** One task that waits for a decision of the reader, or of somebody else: the answer and its history first, then the forms. */
export type DecisionPage = SignedIn & {
  what: 'confirm' | 'extension' | 'handOver' | 'waits';
  /** Who answered, asked, or is waited for. */
  who: string;
  key: string;
  action: string;
  group: TaskGroup;
  asked: string;
  answer?: RecordedTask | undefined;
  cameBack: number;
  until?: Day | undefined;
  reason?: string | undefined;
  handOverTo?: string | undefined;
  history: HistoryLine[];
  commands: CommandForm[];
  /** Where to sign in once more, when what was sent takes a fresh sign-in. */
  signInAgain?: string | undefined;
};

/** `done` is `onTime` and `late` together; `overdue` counts those of `open` whose date has passed; `escalated` those that reached level 1 or more. */
type RunNumbers = {
  asked: number;
  done: number;
  onTime: number;
  late: number;
  open: number;
  overdue: number;
  escalated: number;
  superseded: number;
};

export type RunTask = {
  task: string;
  reference?: string | undefined;
  title: string;
  who: string;
  promised: Instant;
  due: Instant;
  /** The owner in whose stead `who` is asked, and whoever confirms an answer that waits. */
  onBehalfOf?: string | undefined;
  confirmer?: string | undefined;
  extended?: number | undefined;
  asksUntil?: Day | undefined;
  asksHandOver?: boolean | undefined;
  closedAt?: Instant | undefined;
  state: TaskState;
  /** Working days to the due date, or from it to closing: negative is late. */
  left: number;
  level: number;
  by?: 'link' | 'login' | 'token' | undefined;
  /** Where the reader may answer it, if they may. */
  answer?: string | undefined;
  undeliverable: boolean;
};

export type RunHead = {
  id: string;
  process: { title: Words; clauses: readonly string[] };
  period?: string | undefined;
  status: 'open' | 'closed' | 'cancelled';
  outcome?: 'complete' | 'incomplete' | undefined;
  openedAt: Instant;
  openedBy: string;
  closedAt?: Instant | undefined;
  supersededBy?: string | undefined;
  reason?: string | undefined;
  numbers: RunNumbers;
};

export type RunPage = SignedIn &
  RunHead & {
    tasks: RunTask[];
    gates: { gate: string; passed: boolean; detail: string }[];
    next?: string | undefined;
    previous?: string | undefined;
    /** What people ask for and nobody has decided yet. */
    requests?: RunRequest[] | undefined;
    /** What the reader may do with a task, and with the run; a form is shown only when it is given. */
    commands?: { action: string; key: string; forms: CommandForm[] } | undefined;
    cancel?: CancelForm | undefined;
    /** What has just been done. */
    notice?: 'cancelled' | 'started' | CommandName | undefined;
  };

/** More time until a day, or another person, perhaps a certain one. */
export type RunRequest = {
  task: string;
  reference?: string | undefined;
  title: string;
  by: string;
  until?: Day | undefined;
  to?: string | undefined;
  due: Instant;
  reason: string;
};

/** Ends the run with a reason; posts `reason`, `csrf` and `key`. */
export type CancelForm = { action: string; key: string; typed?: string | undefined; problem?: string | undefined };

export type RunsPage = SignedIn & {
  runs: (RunHead & { href: string })[];
  next?: string | undefined;
  /** The form that starts a quarterly review, for ISMS managers. */
  start?: { action: string; key: string; periods: string[]; period?: string | undefined; problem?: string | undefined } | undefined;
};

/** What can be done with a schedule on its page. */
export type ScheduleAct = 'cadence' | 'pause' | 'resume' | 'trigger' | 'backfill' | 'waive';

export type PlannedOpening = { period: string; day: Day };

/** A schedule for its page; each form posts `action` (a ScheduleAct), `version`, its own fields, `csrf` and `key` to `href`. */
export type ScheduleView = {
  id: string;
  href: string;
  process: Words;
  version: number;
  every: Every;
  workingDay: number;
  zone: string;
  onlyWhenDue: boolean;
  paused: boolean;
  note?: string | undefined;
  next: PlannedOpening[];
  missed: PlannedOpening[];
  waived: { period: string; reason: string; name: string; at: Instant }[];
  /** A form that was refused: which, what was typed, and why. */
  sent?: { act: ScheduleAct; typed: Record<string, string>; problem: string } | undefined;
};

/** The processes, how they act on one another, and who has to do what in each. */
export type ProcessesPage = SignedIn & { map: ProcessMap; lines: Responsibility[] };

/** One person's part in all processes, or everybody's. */
export type ResponsibilitiesPage = SignedIn & { people: { id: string; name: string; lines: Responsibility[] }[] };

export type SchedulesPage = SignedIn & {
  schedules: ScheduleView[];
  /** The key of its forms, for whoever may change them. */
  managing?: { key: string } | undefined;
  notice?: ScheduleAct | undefined;
};

/** A form of one's own page: what was typed when it was refused. */
export type MyMailForm = { digest: '' | 'atOnce' | 'daily'; hour: string; from: string; to: string };

/** When mail comes to the reader, and their calendar; posts the fields of the form, and `act` for the calendar. */
export type MyMailPage = SignedIn & {
  action: string;
  form: MyMailForm;
  /** What holds where nothing is said: that of the organization. */
  usual: { digest: 'atOnce' | 'daily'; hour: string; quiet?: { from: string; to: string } | undefined };
  site: string;
  /** The next daily mail, if that is what holds. */
  next?: Instant | undefined;
  calendar: { action: string; url?: string | undefined };
  /** Their address was refused for good. */
  unreachable?: { since: Instant; email: string } | undefined;
  paused: boolean;
  problem?: 'quietHour' | 'quietHalf' | 'expired' | undefined;
  notice?: 'saved' | 'newAddress' | 'revoked' | undefined;
};

export type MailRow = {
  id: string;
  at: Instant;
  to: string;
  subject: string;
  state: 'sending' | 'accepted' | 'deferred' | 'rejected';
  response?: string | undefined;
  attempts: number;
  maybeDuplicate: boolean;
};

/** All mails and what became of them; for ISMS managers the switch. */
export type MailsPage = SignedIn & {
  rows: MailRow[];
  /** Which are shown; `''` is all of them. */
  shown: '' | 'accepted' | 'deferred' | 'rejected';
  filters: { shown: MailsPage['shown']; href: string }[];
  next?: string | undefined;
  waiting: number;
  paused?: { since: Instant; by: string; reason: string } | undefined;
  relay?: { kind: 'away' | 'misconfigured'; since: Instant; why: string } | undefined;
  unreachable: { name: string; email: string; since: Instant; code: string }[];
  /** The form that pauses or resumes, for ISMS managers; posts `reason`, `csrf` and `key`. */
  form?: { action: string; key: string; typed?: string | undefined; problem?: string | undefined } | undefined;
  notice?: 'paused' | 'resumed' | undefined;
};

/** Something did not work: what is safe, what to do. */
export type MessagePage = Frame & {
  kind: 'forbidden' | 'notFound' | 'tooMany' | 'fault' | 'unavailable' | 'expiredForm' | 'tooLarge';
  /** The reader had sent something: with `unavailable` it is said that this is not recorded yet. */
  sent?: boolean | undefined;
  /** A sentence of a refusal that says more than the kind. */
  detail?: string | undefined;
  /** Number in the log, for a fault. */
  reference?: string | undefined;
  /** Where to go on. */
  back?: { href: string; to: 'tasks' | 'page' | 'signIn' } | undefined;
  /** The form that could not be taken, to be sent again as it was. */
  again?: { action: string; fields: Record<string, string> } | undefined;
};
