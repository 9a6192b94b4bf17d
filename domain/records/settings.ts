import { z } from 'zod';
import { ClockTime, Day, Instant, Language, Role, Title } from './common.ts';
import { MailPreference } from './mailPreference.ts';

export const Site = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/),
    name: Title,
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'two capital letters, ISO 3166')
      .optional(),
    region: z.string().max(20).optional(),
    zone: z.string().max(60),
    holidays: z.array(z.strictObject({ day: Day, name: Title })).max(200),
  })
  .meta({ id: 'Site' });
export type Site = z.infer<typeof Site>;

/** Whom a rung tells: somebody derived from the task, or the holders of a role. */
export const Recipient = z.union([z.enum(['assignee', 'lineManager', 'accountable']), Role]).meta({ id: 'Recipient' });
export type Recipient = z.infer<typeof Recipient>;

/**
 * A step of a ladder. It comes at the start of a working day, `workingDays` counted from the due date (negative is before); or on the clock, after so many
 * `percent` of the time that the task had (100 is the due moment), whatever the day.
 */
export const RungRule = z
  .strictObject({
    key: z.string().regex(/^[a-zA-Z0-9]{1,30}$/),
    workingDays: z.int().min(-60).max(120).optional(),
    percent: z.int().min(1).max(400).optional(),
    letter: z.enum(['reminder', 'dueToday', 'escalation']),
    /** 0 before or on the due date; 1 to 3 are the levels of escalation. */
    level: z.int().min(0).max(3),
    to: z.array(Recipient).min(1),
    /** Proposes a nonconformity candidate when it is reached (G15). */
    nonconformity: z.boolean().optional(),
  })
  .refine(({ workingDays, percent }) => (workingDays === undefined) !== (percent === undefined), {
    path: ['percent'],
    message: 'a rung has either workingDays or percent',
  })
  .meta({ id: 'RungRule' });
export type RungRule = z.infer<typeof RungRule>;

export const LadderName = z.enum(['standard', 'long', 'campaign', 'approval', 'urgent']).meta({ id: 'LadderName' });
export type LadderName = z.infer<typeof LadderName>;

/** Settings of the organization; each change is a new version, and a run records the version it was planned by. */
export const Settings = z
  .strictObject({
    id: z.literal('settings'),
    version: z.int().min(1),
    organization: Title,
    language: Language,
    sites: z.array(Site).min(1).max(200),
    defaultSite: z.string(),
    workingDay: z.strictObject({ start: ClockTime, end: ClockTime }),
    /** ISO weekdays, Monday is 1. */
    workingWeek: z.array(z.int().min(1).max(7)).min(1).max(7),
    ladders: z.array(z.strictObject({ name: LadderName, rungs: z.array(RungRule).max(12) })),
    /** How long a wave is gathered, and when mail reaches people who have not said otherwise. */
    mail: z.strictObject({ gatherSeconds: z.int().min(1).max(3600), ...MailPreference.shape }),
    updatedAt: Instant,
  })
  .meta({ id: 'Settings' });
export type Settings = z.infer<typeof Settings>;

/** The moment the organization was created: the origin of its clock (virtual time starts here). */
export const Organization = z.strictObject({
  id: z.literal('organization'),
  /** In real time. */
  createdAt: Instant,
  /** What its own clock showed at that moment, where that was another time and its clock is sped up. */
  startsAt: Instant.optional(),
});
export type Organization = z.infer<typeof Organization>;
