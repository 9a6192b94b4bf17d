import type { DueRule } from '../../domain/process.ts';
import type { Role } from '../../domain/records/common.ts';
import type { Command, CommandEvent, TaskFacts } from '../../domain/rules/taskShape.ts';

/** Everything that crosses between workflows and activities is plain JSON: ids, small facts and ISO strings. */

/** `at` is always the workflow's own time; activities turn it into the organization's time. */
type At = { at: string };

export type TaskInput = {
  id: string;
  run: string;
  process: string;
  task: string;
  about?: string;
  attempt: number;
  /** Organization time at which the run was opened. */
  runOpenedAt: string;
  /** Whose decision it is, where the definition leaves that to the flow. */
  by?: Role;
  confirmedBy?: Role;
  /** Who must not decide it, because of what they did before. */
  barred?: string[];
  /** What was frozen for whoever is asked: the id of a brief. */
  brief?: string;
  /** By when, where the definition leaves that to the flow, or somebody has decided on a day. */
  due?: DueRule;
  /** The very person who is asked, where somebody named them; who has left is replaced as always. */
  person?: string;
  /**
   * Its workflow names the next rung only, and which others have come as well is found when that one is recorded. Tasks of before name all that have come
   * by the workflow's time, which is earlier than in a replay where the worker stood still (decision 0018).
   */
  namesOneRung?: true;
};

/** A rung as the workflow needs it: when to wake in real time. */
export type Wake = { key: string; at: string; level: number };

export type OpenedTask = { facts: TaskFacts; seq: number; wakes: Wake[]; execution: string };

/**
 * Null when the step is recorded as it was taken. Otherwise the workflow goes on from here: `recorded` when the step stands and has moved dates or
 * people, or reached more rungs; without it the trail holds another step in its place, because this workflow task was tried before and its answer was lost.
 */
export type RecordedStep = null | (OpenedTask & { recorded?: true });

export type StepEvent =
  | { event: CommandEvent; command: Command; from?: string }
  /**
   * Every rung whose instant had come at this wake-up, in order; only the last is sent, earlier ones were missed. `reaching`: the next one, with all others
   * that have come when it is recorded.
   */
  | { event: 'rung'; rungs: string[]; reaching?: true };

export type TaskStep = At & { task: string; seq: number; facts: TaskFacts } & StepEvent;

export type TaskResult =
  | { state: 'done'; outcome: Record<string, unknown>; task: string; by: TaskFacts['by'] }
  | { state: 'cancelled' | 'waived' | 'superseded'; reason: string };

export type RunInput = {
  run: string;
  process: string;
  subject: Record<string, unknown>;
  openedAt: string;
  /** A part of the run: these items of one step. */
  batch?: { step: string; items: string[] };
};

export type Ending = { kind: 'cancelled' | 'superseded'; by: string; via: 'login' | 'token' | 'engine'; reason: string };

/** `started`: what a batch has started, for its run to record. */
export type RunResult = { outcome: 'complete' | 'incomplete' | 'cancelled'; started?: string[] };

export type RunStep = At & { run: string; seq: number } & (
    | { event: 'opened' }
    | { event: 'asked'; subjects: number; later?: true }
    | { event: 'waiting'; waitingFor: string[] }
    | { event: 'started'; started: string }
    | ({ event: 'triggered' } & Trigger)
    | { event: 'closed'; outcome: RunResult['outcome']; ending?: Ending }
  );

/** What a read or write of a flow always brings with it. */
export type Call<A> = A & At & { run: string; process: string; subject: Record<string, unknown>; runOpenedAt: string; key: string };

/**
 * The start of a working day: the n-th after the opening of the run or from now on, or the given day, or the next one where that is free. Or an instant of
 * the organization's time.
 */
export type Moment = { workingDay: number } | { inWorkingDays: number } | { day: string } | { instant: string };

/** Another reason for a run that is open already: the run in which it came up, and why. */
export type Trigger = { from: string; reason: string };

/** A process that may follow, about what, why, and by which subject; whose decision it is where that is not the ISMS manager's. */
export type Proposing = { proposed: string; about: string; reason: string; starting?: Record<string, unknown>; to?: string };

/** A record such as `risks/RSK-017`, and what some of its fields were. */
export type Watched = { record: string; fields: string[]; frozen: Record<string, unknown> };

export type Activities = {
  openTask(input: TaskInput & At & { execution: string }): Promise<OpenedTask>;
  recordStep(step: TaskStep & { execution: string }): Promise<RecordedStep>;
  /** Answers what the run is closed with, when its closing was recorded before. */
  recordRun(step: RunStep): Promise<RunResult | undefined>;
  /** Ends what earlier runs of the process left open; returns their ids. */
  supersedeEarlier(call: At & { run: string; process: string }): Promise<string[]>;
  momentOf(call: Call<Moment>): Promise<string>;
  /** Opens a run of another process, or finds the one that its key has; returns its id. */
  startRun(call: Call<{ of: { process: string; subject: Record<string, unknown>; reason?: string } }>): Promise<string>;
  /** What of these has changed, e.g. `risks/RSK-017 owner`; null while nothing has, and then this workflow is told when something does. */
  lookFor(call: Call<{ watched: Watched[]; workflow: string }>): Promise<string | null>;
  propose(call: Call<Proposing>): Promise<void>;
  /** Fails, to be tried again, while the workflow runs; then its result, or nothing when it ended without one. */
  awaitWorkflow(call: { workflow: string }): Promise<{ result: unknown } | Record<never, never>>;
};

export type MailActivities = {
  /**
   * Sends at most one mail with all that may go to this person now. `more` says that others may go as soon as they are gathered, `next` at what real
   * instant one that is held back may (the hour of the daily mail, the end of the quiet hours).
   */
  sendLetters(call: At & { person: string }): Promise<{ more: boolean; next?: string }>;
};

export type UpkeepActivities = { upkeepPass(call: At): Promise<Record<string, number>> };

/** `schedule` is the id of its record; `nominal` the real instant for which it was started, where that is not said by the schedule itself. */
export type OpeningInput = { schedule: string; nominal?: string };

export type OpeningActivities = {
  /** Which period is to open and when, in real time; or in a word why none is. */
  planOpening(call: { schedule: string; nominal: string }): Promise<{ period: string; at: string } | { silent: string }>;
  /** Opens the run of a period unless it is there; returns its id, or in a word why there is none. */
  openPeriod(call: { schedule: string; period: string }): Promise<string>;
};

type DeparturePiece = At & { departure: string };

export type DepartureActivities = {
  /** The person may do nothing any more, and what is theirs is written down. Answers the registers that hold some of it. */
  endAccess(piece: DeparturePiece): Promise<{ registers: string[] }>;
  handOverRecords(piece: DeparturePiece & { register: string }): Promise<void>;
  handOverPeople(piece: DeparturePiece): Promise<void>;
  tellSuccessor(piece: DeparturePiece): Promise<void>;
  /** Fails, to be tried again, while tasks have not taken it in. */
  handOverTasks(piece: DeparturePiece): Promise<void>;
  closeDeparture(piece: DeparturePiece): Promise<void>;
};

export type SchedulerActivities = { applySchedules(): Promise<void> };
