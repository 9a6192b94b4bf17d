import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { Refusal } from '../domain/refusal.ts';
import { sha256 } from './callers.ts';

export type Limits = { login: RequestHandler[]; link: RequestHandler[] };

const minutes = 60_000;
const tooMany = () => new Refusal(429, 'tooMany', 'Too many attempts. Try again in a quarter of an hour.');

const address = (request: Request): string => ipKeyGenerator(request.ip ?? '');
const account = (request: Request): string =>
  String((request.body as { email?: unknown } | undefined)?.email ?? '')
    .trim()
    .toLowerCase();

/** How often something may fail within a quarter of an hour, counted by one key; what succeeds is not counted. */
const failures = (limit: number, keyGenerator: (request: Request) => string): RequestHandler =>
  rateLimit({
    windowMs: 15 * minutes,
    limit,
    keyGenerator,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) => next(tooMany()),
  });

/** Guessing passwords and links is made slow, for one address and for one account or link. Counted in this process. */
export const createLimits = (): Limits => ({
  login: [failures(10, (request) => `${address(request)} ${account(request)}`), failures(50, account), failures(100, address)],
  link: [failures(60, (request) => sha256(request.path)), failures(300, address)],
});
