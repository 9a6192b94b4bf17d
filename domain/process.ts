import type { z } from 'zod';
import type { Day, Role } from './records/common.ts';
import type { Cadence } from './records/schedule.ts';
import type { LadderName } from './records/settings.ts';
import type { GateName } from './rules/gates.ts';
import type { About } from './subjects.ts';

/** Text in the languages of the product. */
export type Words = { en: string; de: string };
/** Text that depends on a number, with `{{count}}` in it; `one` is used for exactly one. */
export type Counted = { one: Words; other: Words };

export type { About } from './subjects.ts';

/** At the end of a working day, counted or given; or, where the clock counts, so many hours later, on whatever day that is. */
export type DueRule = { from: 'run' | 'opening' } & ({ workingDays: number } | { hours: number } | { day: Day });

/** Reads that find what a run asks about, and those that say who is asked about it and by when. */
export type Finder = 'risksDue' | 'measuresAsked' | 'controlsDue';
export type AskingRead = 'testerOf' | 'implementerOf';
/** With the criteria in force and the last judgement of the risk; or with what was frozen for the decision. The others are rules of one task each. */
export type Agreement =
  | 'judgement'
  | 'rollout'
  | 'rolledOut'
  | 'endedExceptions'
  | 'treatment'
  | 'measuresOfPlan'
  | 'asFrozen'
  | 'auditProgramme'
  | 'anotherDay'
  | 'impartial'
  | 'findings'
  | 'reviewDay'
  | 'inputSaid'
  | 'attendance'
  | 'bothKinds'
  | 'cyclePlan'
  | 'setupRoles'
  | 'risksThere'
  | 'change'
  | 'cause'
  | 'document';

export type TaskDefinition<O extends z.ZodObject = z.ZodObject> = {
  title: Words;
  /** "Why you": why this person is asked. */
  purpose: Words;
  /** "What counts as done". */
  doneWhen: readonly Words[];
  by: Role;
  about?: About;
  /** `link`: completed from the mail. `login`: approvals, acceptances and verifications. */
  answer: 'link' | 'login';
  due: DueRule;
  ladder: LadderName;
  /** Another person looks at the answer and confirms or returns it, within this many working days. */
  confirmedBy?: { role: Role; workingDays: number; ladder: LadderName };
  /** A decision with an authority of its own: escalation adds only those who hold it, and it takes a recent sign-in. */
  approval?: true;
  /** Asked of each of many by themselves, without a workflow of its own; nobody answers in another's stead. */
  inPerson?: true;
  outcome: O;
  /**
   * Asked anew because one of these tasks of the run was decided so, the answer of before stands in the form, to be amended: what was returned is not
   * typed again.
   */
  amendedAfter?: Readonly<Record<string, string>>;
  /** Which tasks' answer is amended, the last one given, where that is not only its own. */
  amends?: readonly string[];
  /** What the answer must agree with beyond its own shape. */
  agrees?: Agreement;
  /** Sentences of the letter and the page, for one task or several of the same kind in one mail; `{{since}}` is the month last judged. */
  words: {
    /** Asked of the person: "Is your risk still what you judged in July?" */
    question: Counted;
    /** Subject line after "Action by …": "Reassess {{count}} risks"; `one` may use `{{reference}}`. */
    subject: Counted;
    /** One or two sentences below the date. */
    lead: Counted;
    button: Counted;
    /** Heading of the list of what is asked about. */
    list: Words;
    /** Minutes that one of them takes, for "about four minutes". */
    minutes: number;
  };
};

/** A second rhythm of a process, silent where its cadence opens: e.g. monthly for what cannot wait for the quarter. */
export type SecondRhythm = Cadence & {
  /** What its runs are about, beside the period. */
  subject: Record<string, unknown>;
  /** Opens only when there is something to ask: this read finds it. */
  when: Finder;
};

/** A process that this one starts or proposes, and when. */
export type LeadsTo = { process: string; when: Words; how: 'starts' | 'proposes' };

/** What a run asks as far as it can be said before it opens; what follows from the answers cannot. */
export type Planned = {
  task: string;
  /** One for every id that this read finds, or one about what the subject names. */
  each?: Finder;
  about?: (subject: Record<string, unknown>) => string;
  /** The read by which the flow finds who is asked, and by when. */
  asking?: AskingRead;
  /** Opened on a later working day of the run. */
  after?: { workingDay: number };
};

/** A process of the ISMS as data: who is asked what, by when. What follows what is in its `workflow.ts`. */
export type ProcessDefinition<
  S extends z.ZodObject = z.ZodObject,
  T extends Record<string, TaskDefinition> = Record<string, TaskDefinition>,
> = {
  key: string;
  /** Raised with each change of meaning; runs record it. */
  version: number;
  title: Words;
  purpose: Words;
  clauses: readonly string[];
  phase: 'plan' | 'do' | 'check' | 'act';
  accountable: Role;
  consulted: readonly Role[];
  informed: readonly Role[];
  /** What it goes by, and what it brings about (4.4); what another process has or takes is one of `exchanged`. */
  inputs: readonly Words[];
  outputs: readonly Words[];
  cadence?: Cadence;
  /** By its cadence it opens only when this read finds something to ask. */
  opensFor?: Finder;
  /** Further schedules, by name: `riskReview.monthly`. */
  rhythms?: Readonly<Record<string, SecondRhythm>>;
  subject: S;
  /** The key of a run: one run per process and key, ever. */
  runKey(subject: z.output<S>): string;
  /** Whether the run of a new period supersedes what earlier runs left open. */
  supersedes: boolean;
  /** While a run is open whose subject has the same values here, the same takes no other run: it learns of it. */
  joins?: readonly (keyof z.output<S> & string)[];
  /** What follows from it, by the table of triggers (6.2): started at once, or proposed. */
  leadsTo?: readonly LeadsTo[];
  /** Rules that a run is measured by when it closes; they are reported, they never stop operations. */
  gates: readonly GateName[];
  /** Letters of its own say what came of a run: nobody is told beside them that it has closed. */
  ownNews?: true;
  /** For previews and simulations. */
  plan: readonly Planned[];
  tasks: T;
};

export const defineProcess = <S extends z.ZodObject, T extends Record<string, TaskDefinition>>(
  definition: ProcessDefinition<S, T>,
): ProcessDefinition<S, T> => definition;

export const defineTask = <O extends z.ZodObject>(task: TaskDefinition<O>): TaskDefinition<O> => task;

/** The definition that a run or task was opened by, e.g. `riskReview@1`. */
export const definitionId = (definition: { key: string; version: number }): string => `${definition.key}@${definition.version}`;
