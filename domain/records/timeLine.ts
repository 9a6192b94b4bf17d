import { z } from 'zod';
import { Day, Instant, Via } from './common.ts';
import { Phase } from './cycle.ts';
import { LateBecause, Window } from './dashboard.ts';
import { LetterKind } from './letter.ts';
import { Run } from './run.ts';

/** How what one person is asked stands, the most urgent first; `planned` has not opened yet. */
export const RowStanding = z
  .enum(['escalated', 'late', 'soon', 'onTime', 'doneLate', 'done', 'waived', 'superseded', 'cancelled', 'planned'])
  .meta({ id: 'RowStanding' });
export type RowStanding = z.infer<typeof RowStanding>;

/** A mail that asked for the answer. `to` is a name; `response` is what the relay said to it, for those who oversee. */
export const RowMail = z
  .strictObject({
    at: Instant,
    kind: LetterKind,
    to: z.string(),
    state: z.enum(['delivered', 'refused', 'waiting']),
    response: z.string().optional(),
  })
  .meta({ id: 'TimeLineMail' });
export type RowMail = z.infer<typeof RowMail>;

/** A rung that was reached or is to come; `told` are names, without whoever is asked. */
export const RowRung = z
  .strictObject({
    at: Instant,
    level: z.int().min(0).max(3),
    letter: z.enum(['reminder', 'dueToday', 'escalation']),
    told: z.array(z.string()),
    nonconformity: z.boolean().optional(),
  })
  .meta({ id: 'TimeLineRung' });
export type RowRung = z.infer<typeof RowRung>;

const Somebody = z.strictObject({ id: z.string(), name: z.string() });

/**
 * What one person is asked, promised and actual: tasks of one kind that went the same way are one row. What is said of mails, rungs and requests is that of
 * the first of them.
 */
export const TimeLineRow = z
  .strictObject({
    /** The first of its tasks; of what is planned, the kind of task. */
    id: z.string(),
    task: z.string(),
    title: z.string(),
    count: z.int().min(1),
    about: z.array(z.string()).meta({ description: 'References of what it is about, at most twelve.' }),
    who: Somebody,
    onBehalfOf: Somebody.optional(),
    site: z.string(),
    zone: z.string(),
    standing: RowStanding,
    level: z.int().min(0).max(3),
    opened: Instant,
    promised: Instant.meta({ description: 'The due date when it opened.' }),
    due: Instant,
    ended: Instant.optional().meta({
      description: 'When it was answered or called off; missing while it is open or waits to be confirmed.',
    }),
    workingDaysLeft: z.int().meta({ description: 'To the due date, or from the end to it: negative is late.' }),
    extended: z.int(),
    via: Via.optional().meta({ description: 'How it was answered.' }),
    reason: z.string().optional().meta({ description: 'Why it was called off.' }),
    waivedUntil: Day.optional(),
    because: LateBecause.optional().meta({
      description: 'What keeps the answer from coming, or that there is none yet though it is late.',
    }),
    mails: z.array(RowMail),
    escalations: z.array(RowRung),
    coming: z.array(RowRung),
  })
  .meta({ id: 'TimeLineRow' });
export type TimeLineRow = z.infer<typeof TimeLineRow>;

/** Something that happened to the run, or answers of one person. */
export const RunEvent = z
  .strictObject({
    at: Instant,
    event: z.enum(['opened', 'asked', 'started', 'triggered', 'answered', 'closed', 'cancelled']),
    who: z.string().optional(),
    count: z.int().optional(),
    title: z.string().optional(),
    run: z.string().optional().meta({ description: 'The run that it started, or that took over.' }),
    outcome: z.string().optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'RunEvent' });
export type RunEvent = z.infer<typeof RunEvent>;

/** A site with the days on which nobody works there, within the window; a holiday has its name. */
export const SiteDays = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    zone: z.string(),
    free: z.array(Window.extend({ name: z.string().optional() })),
  })
  .meta({ id: 'SiteDays' });
export type SiteDays = z.infer<typeof SiteDays>;

/** The run itself, with its gates as they stand now while it is open. */
export const TimeLineHead = z
  .strictObject({
    run: Run,
    title: z.string(),
    phase: Phase,
    openedBy: z.string().optional().meta({ description: 'A name; missing where a schedule or another run opened it.' }),
    closedBy: z.string().optional(),
    promisedTo: Day.meta({ description: 'When it closes if everybody answers on the last day.' }),
    latest: z.array(RunEvent).meta({ description: 'What happened last, the newest first; for those who oversee.' }),
  })
  .meta({ id: 'TimeLineHead' });
export type TimeLineHead = z.infer<typeof TimeLineHead>;

/** A run as a time line. Days are those of the organization, from the first to the last that is drawn. */
export const TimeLine = z
  .strictObject({
    at: Instant,
    today: Day,
    zone: z.string(),
    window: Window,
    counts: z
      .array(z.strictObject({ standing: RowStanding, tasks: z.int(), rows: z.int() }))
      .meta({ description: 'All tasks and rows, whatever page this is.' }),
    head: TimeLineHead.optional().meta({ description: 'On the first page.' }),
    sites: z.array(SiteDays).meta({ description: 'The sites of the people of this page.' }),
    items: z.array(TimeLineRow),
    next: z.string().optional(),
  })
  .meta({ id: 'TimeLine' });
export type TimeLine = z.infer<typeof TimeLine>;
