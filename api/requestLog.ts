import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { about, aboutNow } from '../log.ts';
import { routeOf } from './routes.ts';

export const requestId = (response: Response): string => String(response.locals.requestId);

/** Asked every few seconds by machines. */
const chatter = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * One line for each request: which route, by whom, about what, how it ended, how long it took. No body, no header, no query, and of the path only what our own
 * routes have in common: whoever reads the log must not be able to follow a link, nor learn what people typed.
 */
export function requestLog(log: Logger): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const begun = performance.now();
    response.locals.requestId = randomUUID();
    response.set('X-Request-Id', requestId(response));
    about({ request: requestId(response) }, () => {
      const what = aboutNow();
      response.on('close', () => {
        const ms = Math.round(performance.now() - begun);
        const line = { ...what, method: request.method, route: routeOf(request), status: response.statusCode, ms };
        if (chatter.has(request.path)) log.debug(line, 'answered');
        else log.info(line, response.writableFinished ? 'answered' : 'cut off');
      });
      next();
    });
  };
}
