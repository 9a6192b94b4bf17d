import { z } from 'zod';
import { Instant } from './common.ts';

/** A person's password, apart from the person, so that no list of people can leak it. `id` is the person's. */
export const Credential = z.strictObject({ id: z.string(), passwordHash: z.string(), changedAt: Instant });
export type Credential = z.infer<typeof Credential>;

/** A bearer token of a program. `id` is the SHA-256 of the token. */
export const AccessToken = z.strictObject({ id: z.string(), person: z.string(), name: z.string(), createdAt: Instant });
export type AccessToken = z.infer<typeof AccessToken>;

/** A POST that was answered, so that sending it again gives the same answer. `id` is the hash of actor and key. */
export const Answered = z.strictObject({
  id: z.string(),
  route: z.string(),
  bodyHash: z.string(),
  state: z.enum(['pending', 'answered']),
  status: z.int().optional(),
  body: z.string().optional(),
  at: Instant,
});
export type Answered = z.infer<typeof Answered>;
