import MongoStore from 'connect-mongo';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import { systemNow } from '../domain/clock.ts';
import type { Instant } from '../domain/records/common.ts';
import { endSessions, sessionsName } from '../models/sessions.ts';
import { hasBearer } from './callers.ts';
import type { ApiDeps } from './deps.ts';

declare module 'express-session' {
  interface SessionData {
    person: string;
    signedInAt: Instant;
    /** Sent back by the forms of pages. */
    csrf: string;
  }
}

const idleMs = 30 * 60_000;

export const isHttps = (publicUrl: string): boolean => publicUrl.startsWith('https:');
const sessionCookie = (publicUrl: string): string => (isHttps(publicUrl) ? '__Host-sid' : 'sid');

/** Sessions in the database, so that they end at once when somebody leaves; half an hour idle, twelve hours altogether. Requests with a token have none. */
export function sessions({ store, config }: Pick<ApiDeps, 'store' | 'config'>): RequestHandler {
  const secure = isHttps(config.publicUrl);
  const handler = session({
    name: sessionCookie(config.publicUrl),
    secret: config.secret,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'lax', secure, maxAge: idleMs, path: '/' },
    store: MongoStore.create({
      // Two copies of the driver's types, one driver.
      client: store.connection.getClient() as never,
      dbName: store.connection.name,
      collectionName: sessionsName,
      autoRemove: 'interval',
      autoRemoveInterval: 10,
      touchAfter: 60,
      stringify: false,
    }),
  });
  return (request, response, next) => (hasBearer(request) ? next() : handler(request, response, next));
}

const done = (act: (callback: (fault?: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    act((fault) => (fault === undefined || fault === null ? resolve() : reject(fault)));
  });

/** A new session id at each sign-in, so that one planted before is worth nothing. */
export async function beginSession(request: Request, person: string, csrf: string): Promise<void> {
  await done((callback) => request.session.regenerate(callback));
  Object.assign(request.session, { person, signedInAt: systemNow(), csrf });
  await done((callback) => request.session.save(callback));
}

export const endSession = (request: Request): Promise<void> => done((callback) => request.session.destroy(callback));

/** Ends every session of a person, e.g. when the password was set anew. */
export async function endSessionsOf(store: ApiDeps['store'], person: string): Promise<void> {
  await endSessions(store, [person]);
}
