import { z } from 'zod';
import { Actor, Day, Instant, Period, Prose, Sentence } from './common.ts';

export const Phase = z.enum(['plan', 'do', 'check', 'act']).meta({ id: 'Phase' });
export type Phase = z.infer<typeof Phase>;

/** What a process is to be run for beside its schedules, as somebody has planned it. */
export const AddedRun = z.strictObject({ process: z.string(), period: Period, opensOn: Day, reason: Sentence });
export type AddedRun = z.infer<typeof AddedRun>;

/** How many of the runs of a phase did what, and how often each gate held when they closed. */
export const PhaseReport = z
  .strictObject({
    phase: Phase,
    /** Runs that the plan has, and what became of them: these add up to it. */
    planned: z.int(),
    ahead: z.int(),
    open: z.int(),
    onTime: z.int(),
    late: z.int(),
    incomplete: z.int(),
    cancelled: z.int(),
    waived: z.int(),
    notNeeded: z.int(),
    missing: z.int(),
    /** Runs that opened in the year, planned or not. */
    runs: z.int(),
    gates: z.array(z.strictObject({ gate: z.string(), held: z.int(), broken: z.int() })),
  })
  .meta({ id: 'PhaseReport' });
export type PhaseReport = z.infer<typeof PhaseReport>;

/** A cycle in numbers, counted from runs and tasks at one instant. */
export const CycleReport = z
  .strictObject({
    at: Instant,
    phases: z.array(PhaseReport),
    /** Tasks whose date was first promised within the year; what was called off is not counted. */
    tasks: z.strictObject({
      asked: z.int(),
      onTime: z.int(),
      /** Not answered yet, and not late. */
      ahead: z.int(),
      late: z.int(),
      waived: z.int(),
      extended: z.int(),
      reminded: z.int(),
      /** Tasks that came to level 1, 2 and 3. */
      escalated: z.array(z.int()).length(3),
    }),
    nonconformities: z.strictObject({ raised: z.int(), closed: z.int() }),
  })
  .meta({ id: 'CycleReport' });
export type CycleReport = z.infer<typeof CycleReport>;

/** A year of the wheel: what is planned, approved by top management, and what it came to (4.4, 8.1, 9.1). */
export const Cycle = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1),
    period: Period,
    owner: z.string().optional(),
    priorities: Prose.optional(),
    means: Prose.optional(),
    added: z.array(AddedRun).max(20),
    status: z.enum(['draft', 'active', 'closed']),
    approvedBy: Actor.optional(),
    approvedAt: Instant.optional(),
    /** Counted at the end of each quarter, and once more at the end of the year. */
    report: CycleReport.optional(),
    learned: Prose.optional(),
    carriedOver: Prose.optional(),
    closedAt: Instant.optional(),
    run: z.string().optional(),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'Cycle' });
export type Cycle = z.infer<typeof Cycle>;

/** One run that a cycle plans, with its window. */
export const PlannedRun = z
  .strictObject({
    id: z.string(),
    version: z.int().min(1),
    cycle: z.string(),
    process: z.string(),
    /** The key of the run, which is its period. */
    key: z.string(),
    subject: z.record(z.string(), z.unknown()),
    opensOn: Day,
    /** By when it closes if everybody answers on the last day. */
    closesBy: Day,
    /** Opens only where there is something to ask. */
    ifNeeded: z.boolean(),
    /** Why it was planned beside the schedules; the cycle itself opens it. */
    addedBecause: Sentence.optional(),
    status: z.enum(['planned', 'opened', 'waived', 'notNeeded', 'missing']),
    run: z.string().optional(),
    /** Why it did not open and is not to. */
    waivedBecause: Sentence.optional(),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'PlannedRun' });
export type PlannedRun = z.infer<typeof PlannedRun>;

/** How a planned run stands now. */
const Standing = z
  .enum(['ahead', 'open', 'onTime', 'late', 'incomplete', 'cancelled', 'waived', 'notNeeded', 'missing'])
  .meta({ id: 'PlannedRunStanding' });

/** A year as it stands: each planned run with what has become of it, and all of it counted. */
export const CycleProgress = z
  .strictObject({
    planned: z.array(PlannedRun.extend({ phase: Phase, standing: Standing })),
    report: CycleReport.meta({ description: 'Counted now; the record of the cycle has what was counted at the end of the last quarter.' }),
  })
  .meta({ id: 'CycleProgress' });
export type CycleProgress = z.infer<typeof CycleProgress>;
