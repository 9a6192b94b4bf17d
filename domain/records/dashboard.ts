import { z } from 'zod';
import { Band, Day, Instant } from './common.ts';
import { Phase } from './cycle.ts';

/** How a run of the year stands, as it is drawn: by its promise, and by the worst of what is asked in it. */
export const WheelState = z
  .enum(['done', 'doneLate', 'onTime', 'soon', 'late', 'escalated', 'superseded', 'missing', 'ahead'])
  .meta({ id: 'WheelState' });
export type WheelState = z.infer<typeof WheelState>;

/** Days of the organization, both ends included. */
export const Window = z.strictObject({ from: Day, to: Day }).meta({ id: 'Window' });

/** A run of the year, promised and actual. Without `run` it has not opened; `actual` ends with the last answer, today while somebody is asked. */
export const WheelRun = z
  .strictObject({
    id: z.string(),
    run: z.string().optional(),
    process: z.string(),
    title: z.string(),
    phase: Phase,
    key: z.string(),
    promised: Window,
    actual: Window.optional(),
    state: WheelState,
    /** The highest level that an open task of it has reached. */
    level: z.int().min(0).max(3),
  })
  .meta({ id: 'WheelRun' });
export type WheelRun = z.infer<typeof WheelRun>;

/** Why something is late, in a code that people read as a sentence. */
export const LateBecause = z
  .discriminatedUnion('code', [
    z.strictObject({ code: z.literal('unreachable'), since: Instant.optional() }),
    z.strictObject({ code: z.literal('asksForTime'), until: Day }),
    z.strictObject({ code: z.literal('asksHandOver') }),
    z.strictObject({ code: z.literal('absent'), until: Day }),
    z.strictObject({ code: z.literal('waitsForConfirmation'), of: z.string() }),
    z.strictObject({ code: z.literal('noAnswer'), mails: z.int(), last: Instant.optional() }),
    z.strictObject({ code: z.literal('notOpened') }),
  ])
  .meta({ id: 'LateBecause' });
export type LateBecause = z.infer<typeof LateBecause>;

/** What is late: like tasks of one person in one run together, or a run that did not open. */
export const LateItem = z
  .strictObject({
    kind: z.enum(['tasks', 'run']),
    /** The task that has waited longest, or the planned run. */
    id: z.string(),
    run: z.string().optional(),
    process: z.string(),
    title: z.string(),
    count: z.int().min(1),
    about: z.string().optional(),
    who: z.strictObject({ id: z.string(), name: z.string() }).optional(),
    due: Day,
    /** The date that was promised first, where it is another. */
    promised: Day.optional(),
    workingDaysLate: z.int().min(0),
    level: z.int().min(0).max(3),
    because: LateBecause,
    /** What the ladder does next, and when. */
    next: z.strictObject({ at: Instant, level: z.int(), told: z.array(z.string()) }).optional(),
  })
  .meta({ id: 'LateItem' });
export type LateItem = z.infer<typeof LateItem>;

/** The share of tasks answered in time, by the first promise and by the date as it was moved, of those promised in that quarter. */
export const QuarterOnTime = z
  .strictObject({ period: z.string(), tasks: z.int(), byPromise: z.number().optional(), asMoved: z.number().optional() })
  .meta({ id: 'QuarterOnTime' });
export type QuarterOnTime = z.infer<typeof QuarterOnTime>;

const Counts = z.array(z.array(z.int()));

/** Risks by likelihood (rows, lowest first) and consequence (columns). */
export const HeatMap = z
  .strictObject({
    risks: z.int(),
    likelihood: z.array(z.string()),
    consequence: z.array(z.string()),
    bands: z.array(z.array(Band)),
    inherent: Counts,
    current: Counts,
    target: Counts,
    byBand: z.array(z.strictObject({ band: Band, risks: z.int() })),
  })
  .meta({ id: 'HeatMap' });
export type HeatMap = z.infer<typeof HeatMap>;

/** How many risks came into a lower or a higher band since a day, as they were judged. */
export const Moved = z.strictObject({ since: Day, down: z.int(), up: z.int() }).meta({ id: 'Moved' });
export type Moved = z.infer<typeof Moved>;

/** How much is open, as the menu says it beside the page that lists it. */
export const OpenNow = z.strictObject({ runs: z.int(), nonconformities: z.int() }).meta({ id: 'OpenNow' });
export type OpenNow = z.infer<typeof OpenNow>;

/** Somebody who is asked something and whom it does not reach, or who cannot answer it yet for want of a password. */
export const Unreached = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    because: z.enum(['refused', 'absent', 'neverSignedIn']),
    since: Instant.optional(),
    until: Day.optional(),
    /** The day by which the first answer is due that can be given only signed in. */
    due: Day.optional(),
    tasks: z.int(),
  })
  .meta({ id: 'Unreached' });
export type Unreached = z.infer<typeof Unreached>;

/** What comes next: a task that is due, or a run that opens. */
export const Coming = z
  .strictObject({
    day: Day,
    kind: z.enum(['due', 'opens']),
    process: z.string(),
    run: z.string().optional(),
    key: z.string(),
    title: z.string(),
    task: z.string().optional(),
    who: z.string().optional(),
    count: z.int().min(1),
    /** The date that was promised first, where it has been moved. */
    movedFrom: Day.optional(),
  })
  .meta({ id: 'Coming' });
export type Coming = z.infer<typeof Coming>;

/** What could be hidden, in numbers. */
export const Honesty = z
  .strictObject({
    superseded: z.int(),
    waived: z.int(),
    asked: z.int(),
    extended: z.int(),
    mailsWaiting: z.int(),
    runsOpenTooLong: z.int(),
  })
  .meta({ id: 'Honesty' });
export type Honesty = z.infer<typeof Honesty>;

/** What is done before the first review of the risks; `run` is the one that is open for it. */
export const BeginningStep = z
  .strictObject({
    step: z.enum(['people', 'topManagement', 'foundations', 'risks', 'review']),
    done: z.boolean(),
    run: z.string().optional(),
  })
  .meta({ id: 'BeginningStep' });
export type BeginningStep = z.infer<typeof BeginningStep>;

/** The wheel with this year's runs around it, what is late and why, and what else an ISMS manager looks at. */
export const Dashboard = z
  .strictObject({
    at: Instant,
    today: Day,
    organization: z.string().optional(),
    year: Window.extend({ period: z.string() }),
    cycle: z.strictObject({ id: z.string(), status: z.enum(['draft', 'active', 'closed']) }).optional(),
    runs: z.array(WheelRun),
    /** Until risks were reviewed for the first time. */
    beginning: z.array(BeginningStep).optional(),
    late: z.array(LateItem),
    /** How many tasks are late altogether; of the items, the most urgent are told. */
    lateTasks: z.int(),
    onTime: z.array(QuarterOnTime),
    /** Of the year. */
    onTimeShare: z.number().optional(),
    heatMap: HeatMap,
    /** Since the first day of the quarter before this one, so that a whole round of reviews is in it. */
    moved: Moved,
    unreached: z.array(Unreached),
    coming: z.array(Coming),
    honesty: Honesty,
  })
  .meta({ id: 'Dashboard' });
export type Dashboard = z.infer<typeof Dashboard>;
