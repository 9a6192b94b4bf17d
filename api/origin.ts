import type { Request } from 'express';
import { Refusal } from '../domain/refusal.ts';

const foreign = () => new Refusal(403, 'foreignOrigin', 'This request comes from another site.');

/**
 * Refuses a request that changes something and was made by a page of somebody else. Browsers say where a request comes from; programs that say
 * nothing carry no cookies of a victim.
 */
export function refuseForeignOrigin(request: Request, publicUrl: string): void {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw foreign();
    return;
  }
  const origin = request.get('Origin');
  if (origin !== undefined && !isOurs(origin, request, publicUrl)) throw foreign();
}

const isOurs = (origin: string, request: Request, publicUrl: string): boolean =>
  origin === new URL(publicUrl).origin || origin === `${request.protocol}://${request.get('Host') ?? ''}`;
