import { z } from 'zod';
import { Actor, Day, Instant, Prose, Reference, Role, Title } from './common.ts';
import { TaskState } from './task.ts';

/**
 * Who is asked: everybody who holds one of the roles (`everyone` is everybody), at one of the sites where some are named; and whoever is named by
 * themselves. Sites alone are everybody there.
 */
export const Audience = z
  .strictObject({
    roles: z.array(Role).max(20),
    sites: z.array(z.string().max(100)).max(100),
    people: z.array(z.string().max(60)).max(1000),
  })
  .meta({ id: 'Audience' });
export type Audience = z.infer<typeof Audience>;

/** How many were asked, and what became of it. `dropped`: not asked any more, such as somebody who has left. */
export const CampaignCounts = z.strictObject({
  asked: z.int().min(0),
  answered: z.int().min(0),
  excepted: z.int().min(0),
  dropped: z.int().min(0),
  missing: z.int().min(0),
});
export type CampaignCounts = z.infer<typeof CampaignCounts>;

/** The same asked of many: to sign a statement, or to learn something (7.2, 7.3). What each of them answers is a task of its run. */
export const Campaign = z
  .strictObject({
    id: Reference,
    version: z.int().min(1),
    title: Title,
    kind: z.enum(['statement', 'training']),
    /** What is signed, or what is to be learned and where. Frozen when the first is asked. */
    text: Prose,
    /** The control that it puts in place. */
    control: Reference.optional(),
    audience: Audience,
    /** How many working days each of them has. */
    workingDays: z.int().min(2).max(120),
    /** `answered`: nobody is missing any more, and it is about to close. */
    status: z.enum(['draft', 'running', 'answered', 'closed', 'cancelled']),
    run: z.string().optional(),
    due: Day.optional(),
    counts: CampaignCounts.optional(),
    origin: z.string().optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'Campaign' });
export type Campaign = z.infer<typeof Campaign>;

export const CampaignAnswer = z
  .strictObject({
    campaign: Campaign.shape.id,
    person: z.string(),
    task: z.string(),
    state: TaskState.meta({ description: '`done`: answered; `waived`: excepted; `cancelled`: not asked any more.' }),
    askedAt: Instant,
    due: Instant,
    answeredAt: Instant.optional(),
    answeredBy: Actor.optional(),
    outcome: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'CampaignAnswer' });

/** n of m, and what it asks of the reader. */
export const CampaignProgress = CampaignCounts.extend({
  ...{ campaign: Campaign.shape.id, title: Campaign.shape.title, kind: Campaign.shape.kind },
  ...{ status: Campaign.shape.status, due: Campaign.shape.due, run: Campaign.shape.run },
  mine: CampaignAnswer.optional().meta({ description: 'What you are asked, or have answered.' }),
}).meta({ id: 'CampaignProgress' });
export type CampaignProgress = z.infer<typeof CampaignProgress>;
