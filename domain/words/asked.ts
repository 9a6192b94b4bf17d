import type { TaskDefinition, Words } from '../process.ts';
import type { Instant } from '../records/common.ts';
import type { Recipient } from '../records/settings.ts';

/** What a definition says about a task, for letters and pages. */
export type TaskWords = Pick<TaskDefinition, 'title' | 'purpose' | 'doneWhen' | 'words' | 'inPerson'>;

/** Where something is asked: the run, its process and the definition of the task. */
export type AskedIn = {
  run: string;
  /** All of them, where one letter or page is about several. */
  runs?: readonly string[] | undefined;
  process: { title: Words; clauses: readonly string[] };
  definition: TaskWords;
};

/** Somebody whom a rung tells. Without a name only the role is said (top management). */
export type Told = { as: Recipient; name?: string | undefined /** It is the reader. */; you?: boolean | undefined };

export type Delivery = 'accepted' | 'deferred' | 'rejected' | 'pending' | 'suppressed';

/** One step of a timetable: the opening, a rung, or the due date itself. */
export type Step = {
  at: Instant;
  /** It comes after so many hours, at whatever time of whatever day that is. */
  byTheClock?: boolean | undefined;
  what: 'opened' | 'reminder' | 'dueToday' | 'escalation' | 'due';
  level: number;
  to: Told[];
  nonconformity?: boolean | undefined;
  state: 'pending' | 'sent' | 'missed';
  /** What became of the mail, as far as known. */
  delivery?: Delivery | undefined;
};

/** Whether the clock is running, so that a day alone would say too little. */
export const isByTheClock = (steps: readonly Pick<Step, 'byTheClock'>[] = []): boolean =>
  steps.some(({ byTheClock }) => byTheClock === true);
