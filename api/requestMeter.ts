import type { RequestHandler } from 'express';
import type { Meters } from './meters.ts';
import { routeOf } from './routes.ts';

/** Counts and times requests by route and status. A request that was cut off counts as 499, as proxies call it. */
export const requestMeter =
  ({ request: histogram }: Meters): RequestHandler =>
  (request, response, next) => {
    const ended = histogram.startTimer();
    response.on('close', () => {
      const status = response.writableFinished ? response.statusCode : 499;
      ended({ method: request.method, route: routeOf(request), status });
    });
    next();
  };
