import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Day, Language, Role } from '../../domain/records/common.ts';
import { Refusal } from '../../domain/refusal.ts';
import { calendarOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import type { Api } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { personOf } from '../passwords.ts';
import { type Caller, callerOf } from '../policy.ts';
import { beginSession, endSession } from '../session.ts';

const Who = z
  .strictObject({
    person: z.string(),
    name: z.string(),
    email: z.string(),
    roles: z.array(Role),
    language: Language,
    site: z.string(),
    via: z.enum(['login', 'token']),
    zone: z.string().meta({ description: 'Of the site where this person works.' }),
    today: Day.meta({ description: 'There, by the clock of the organization.' }),
  })
  .meta({ id: 'Who' });

async function whoIs({ store, clock }: Api, { person, roles, via }: Caller): Promise<z.infer<typeof Who>> {
  const { id, name, email, language, site } = person;
  const calendar = calendarOf(await settingsNow(store), person);
  return { person: id, name, email, roles: [...roles], language, site, via, zone: calendar.zone, today: calendar.dayOf(clock.now()) };
}

export const session = [
  endpoint({
    method: 'post',
    path: '/api/v1/session',
    tag: 'session',
    summary: 'Sign in with mail address and password; sets the session cookie.',
    allow: 'anyone',
    idempotent: false,
    limit: 'login',
    body: z.strictObject({ email: z.string().min(1).max(254), password: z.string().min(1).max(200) }),
    output: Who,
    status: 201,
    also: { 401: 'Address or password is not right.', 429: 'Too many attempts.' },
    handle: async ({ api, body, request }) => {
      const person = await personOf(api.store, body.email, body.password);
      if (person === undefined) throw new Refusal(401, 'wrongPassword', 'Address or password is not right.');
      await beginSession(request, person.id, randomBytes(32).toString('base64url'));
      return whoIs(api, callerOf(person, 'login'));
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/session',
    tag: 'session',
    summary: 'Who am I, with which roles.',
    allow: 'signedIn',
    output: Who,
    handle: ({ api, caller }) => whoIs(api, caller),
  }),
  endpoint({
    method: 'delete',
    path: '/api/v1/session',
    tag: 'session',
    summary: 'Sign out.',
    allow: 'anyone',
    status: 204,
    output: z.undefined(),
    handle: async ({ request }) => {
      if (request.session !== undefined) await endSession(request);
      return undefined;
    },
  }),
];
