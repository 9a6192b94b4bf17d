import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { isHttps } from '../session.ts';

type Config = { publicUrl: string; secret: string };

const cookieName = ({ publicUrl }: Config): string => (isHttps(publicUrl) ? '__Host-a' : 'a');
const nonceForm = /^[A-Za-z0-9_-]{43}$/;

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const value = pairs.find(([key]) => key === name)?.[1];
  return value !== undefined && nonceForm.test(value) ? value : undefined;
}

const valueFor = ({ secret }: Config, nonce: string, page: string): string =>
  createHmac('sha256', secret).update(`csrf:${nonce}:${page}`).digest('base64url');

/** The value that a form of this page sends back. It fits the cookie of this browser only, which other sites cannot read or send. */
export function csrfOf(request: Request, response: Response, config: Config, page: string): string {
  const known = cookieOf(request, cookieName(config));
  const nonce = known ?? randomBytes(32).toString('base64url');
  if (known === undefined)
    response.cookie(cookieName(config), nonce, { httpOnly: true, sameSite: 'strict', secure: isHttps(config.publicUrl), path: '/' });
  return valueFor(config, nonce, page);
}

export function csrfFits(request: Request, config: Config, page: string, given: unknown): boolean {
  const nonce = cookieOf(request, cookieName(config));
  return nonce !== undefined && same(valueFor(config, nonce, page), given);
}

export function same(expected: string, given: unknown): boolean {
  if (typeof given !== 'string' || given.length !== expected.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}
