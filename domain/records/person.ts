import { z } from 'zod';
import { Day, Email, Instant, Language, Role, Title } from './common.ts';
import { MailPreference } from './mailPreference.ts';

/** A role of a person, everywhere or within a scope (a site, unit or asset). */
export const RoleAssignment = z.strictObject({ role: Role, scope: z.string().max(100).optional() }).meta({ id: 'RoleAssignment' });
export type RoleAssignment = z.infer<typeof RoleAssignment>;

/** Somebody who works under the organization's control (7.2, 7.3). Ids are random, so that no log or workflow id names anybody. */
export const Person = z
  .strictObject({
    id: z.string().regex(/^per-[a-z0-9]{10}$/),
    version: z.int().min(1),
    name: Title,
    email: Email,
    roles: z.array(RoleAssignment).max(30),
    site: z.string(),
    manager: z.string().optional(),
    deputy: z.string().optional(),
    language: Language,
    absences: z.array(z.strictObject({ from: Day, to: Day })).max(50),
    status: z.enum(['active', 'left']),
    invitedAt: Instant.optional(),
    /** When mail reaches this person; what is left out is as the organization has it. */
    mail: MailPreference.optional(),
    /** A mail server has refused the address for good: since when, and by which codes. Gone when the address changes or takes mail again. */
    unreachable: z.strictObject({ since: Instant, code: z.string().max(20) }).optional(),
    updatedAt: Instant,
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;
