import { z } from 'zod';
import { Acceptance } from './acceptance.ts';
import { Brief } from './brief.ts';
import { Band, Day, Instant, Levels } from './common.ts';
import { Control, ControlKind } from './control.ts';
import { JsonSchema } from './processShown.ts';
import { Risk } from './risk.ts';
import { Recipient } from './settings.ts';
import { Evidence } from './task.ts';
import { TaskLine } from './taskLine.ts';

const { status, effectiveness } = Control.shape;

/** A control and how it stands. */
export const ControlFact = z
  .strictObject({ reference: z.string(), name: z.string(), kind: ControlKind, status, effectiveness, checkedOn: Day.optional() })
  .meta({ id: 'ControlFact' });
export type ControlFact = z.infer<typeof ControlFact>;

/** Something that happened to a risk since it was last judged. */
export const RiskChange = z
  .union([
    z.strictObject({
      kind: z.enum(['controlAdded', 'controlRemoved']),
      ...{ reference: z.string(), name: z.string(), day: Day.optional() },
    }),
    z.strictObject({
      kind: z.literal('controlChanged'),
      ...{ reference: z.string(), name: z.string(), day: Day.optional() },
      ...{ status: status.optional(), effectiveness: effectiveness.optional() },
    }),
    z.strictObject({ kind: z.literal('riskChanged'), day: Day.optional() }),
    /** Anything else, already a sentence in the reader's language. */
    z.strictObject({ kind: z.literal('text'), text: z.string() }),
  ])
  .meta({ id: 'RiskChange' });
export type RiskChange = z.infer<typeof RiskChange>;

/** `by` is left out when it was the reader, `imported` when it came with the register and nobody is named. */
export const LastJudged = z
  .strictObject({ day: Day, by: z.string().optional(), imported: z.boolean().optional(), ...Levels.shape, band: Band })
  .meta({ id: 'LastJudged' });
export type LastJudged = z.infer<typeof LastJudged>;

/** What an owner needs to judge a risk again: the last judgement, what happened since, the controls and how they stand. */
export const RiskFacts = z
  .strictObject({ description: z.string(), last: LastJudged.optional(), changes: z.array(RiskChange), controls: z.array(ControlFact) })
  .meta({ id: 'RiskFacts' });
export type RiskFacts = z.infer<typeof RiskFacts>;

/** Words of the criteria in force, one for each step, the first is 1. */
export const ScaleLabels = z
  .strictObject({ likelihood: z.array(z.string()), consequence: z.array(z.string()) })
  .meta({ id: 'ScaleLabels' });
export type ScaleLabels = z.infer<typeof ScaleLabels>;

/** In what the risk of today is not what was frozen. */
export const Difference = z
  .union([
    z.strictObject({ kind: z.literal('level'), ...Levels.shape, band: Band }),
    z.strictObject({ kind: z.literal('owner'), name: z.string() }),
    z.strictObject({ kind: z.literal('controls') }),
    z.strictObject({ kind: z.literal('status'), status: Risk.shape.status }),
    z.strictObject({ kind: z.literal('control'), control: z.string(), status, effectiveness }),
    z.strictObject({ kind: z.literal('gone'), control: z.string() }),
  ])
  .meta({ id: 'Difference' });
export type Difference = z.infer<typeof Difference>;

/**
 * What is decided on, as it was frozen, and what was asked for. `months` is the longest that the criteria allow for the band, `until` the day that it
 * would hold to if it were decided today; both are left out once it is decided. `name` of whoever asked is left out when it was the reader.
 */
export const FrozenFacts = z
  .strictObject({
    description: z.string(),
    band: Band,
    ...Levels.shape,
    labels: ScaleLabels.optional().meta({ description: 'Words of the scales by which it was judged.' }),
    criteriaVersion: z.int().optional(),
    frozenAt: Instant,
    owner: z.string(),
    controls: z.array(ControlFact),
    authority: z.enum(['riskOwner', 'topManagement']),
    months: z.int().optional(),
    until: Day.optional(),
    request: z.strictObject({ name: z.string().optional(), at: Instant, justification: z.string(), measures: z.string() }).optional(),
    returned: z.strictObject({ name: z.string(), at: Instant, reason: z.string() }).optional(),
    before: z
      .strictObject({ times: z.int(), until: Day.optional() })
      .meta({ description: 'Acceptances of the same risk before this one.' }),
    differences: z.array(Difference),
  })
  .meta({ id: 'FrozenFacts' });
export type FrozenFacts = z.infer<typeof FrozenFacts>;

/** What somebody reads before answering or deciding a task. */
export const Reading = z
  .strictObject({
    title: z.string().meta({ description: 'What it is about, as it is called; the title of the task where it is about nothing.' }),
    labels: ScaleLabels,
    risk: RiskFacts.optional(),
    frozen: FrozenFacts.optional(),
    last: Levels.optional().meta({ description: 'The last judgement, where an answer may keep it.' }),
    before: z
      .strictObject({ answer: z.record(z.string(), z.unknown()), by: z.string(), at: Instant, reason: z.string() })
      .optional()
      .meta({ description: 'An answer of before that is to be amended, with people by their names: who gave it back, when and why.' }),
  })
  .meta({ id: 'Reading' });
export type Reading = z.infer<typeof Reading>;

const Told = z.strictObject({ as: Recipient, name: z.string().optional(), you: z.boolean().optional() }).meta({ id: 'Told' });
export type Told = z.infer<typeof Told>;

/** One step of a timetable: the opening, a rung, or the due date itself; whom it tells, and what became of the mail. */
export const Step = z
  .strictObject({
    at: Instant,
    byTheClock: z.boolean().optional(),
    what: z.enum(['opened', 'reminder', 'dueToday', 'escalation', 'due']),
    level: z.int(),
    to: z.array(Told),
    nonconformity: z.boolean().optional(),
    state: z.enum(['pending', 'sent', 'missed']),
    delivery: z.enum(['accepted', 'deferred', 'rejected', 'pending', 'suppressed']).optional(),
  })
  .meta({ id: 'Step' });
export type Step = z.infer<typeof Step>;

/** The same for one task, with its timetable in names. */
export const TaskReading = Reading.extend({
  site: z.string().meta({ description: 'Whose working days count: the site of whoever is asked.' }),
  steps: z.array(Step),
  people: z.record(z.string(), z.string()).meta({ description: 'Everybody who is named in the task and its trail, by id.' }),
}).meta({ id: 'TaskReading' });
export type TaskReading = z.infer<typeof TaskReading>;

const Counted = z.strictObject({ one: z.string(), other: z.string() });

/** What a definition says of a task, in the language of its reader; `{{count}}`, `{{reference}}` and `{{since}}` stand for values. */
export const WordsOfTask = z
  .strictObject({
    process: z.string().meta({ description: 'The title of the process.' }),
    clauses: z.array(z.string()),
    title: z.string(),
    purpose: z.string().meta({ description: 'Why one is asked.' }),
    doneWhen: z.array(z.string()),
    question: Counted,
    subject: Counted.meta({ description: 'What is to be done, as an order of words that begins with a verb.' }),
    minutes: z.number().meta({ description: 'What one of them takes.' }),
  })
  .meta({ id: 'WordsOfTask' });
export type WordsOfTask = z.infer<typeof WordsOfTask>;

/** A task that its reader may answer now: its form, and what is read before. */
export const Form = z
  .strictObject({
    task: TaskLine,
    outcomeSchema: JsonSchema,
    evidence: z.array(Evidence),
    brief: Brief.optional(),
    needsWaiver: z.boolean().meta({ description: 'It takes a `waiver`: the reason why the separation of duties is waived.' }),
    reading: Reading,
  })
  .meta({ id: 'Form' });
export type Form = z.infer<typeof Form>;

const Said = z.strictObject({ name: z.string(), at: Instant, reason: z.string() });

/** An acceptance with what was decided on, who decided, and how it ended. */
export const AcceptanceReading = z
  .strictObject({
    acceptance: Acceptance,
    facts: FrozenFacts,
    decided: Said.optional(),
    revoked: Said.optional(),
    because: z
      .enum(['expired', 'changed', 'undecided', 'cancelled'])
      .optional()
      .meta({ description: 'Why it ended, where nobody revoked it.' }),
  })
  .meta({ id: 'AcceptanceReading' });
export type AcceptanceReading = z.infer<typeof AcceptanceReading>;
