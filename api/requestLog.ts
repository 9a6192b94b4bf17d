import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

/** Paths as the log may see them: whoever reads the log must not be able to follow a link, however its address was written. */
const redacted = (path: string): string =>
  path
    .replace(/\?.*$/, '?…')
    .replace(/\/(a|invite)\/[^/?]+/gi, '/$1/[redacted]')
    .replace(/(?<![\w%-])[\w-]{43}(?![\w%-])/g, '[redacted]');

export const requestId = (response: Response): string => String(response.locals.requestId);

/** One line for each request: what, how it ended, how long it took. No body, no header, no query. */
export function requestLog(log: Logger): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const begun = performance.now();
    response.locals.requestId = randomUUID();
    response.set('X-Request-Id', requestId(response));
    response.on('close', () => {
      const ms = Math.round(performance.now() - begun);
      const line = {
        request: requestId(response),
        method: request.method,
        path: redacted(request.originalUrl),
        status: response.statusCode,
        ms,
      };
      if (request.path === '/healthz' || request.path === '/readyz') log.debug(line, 'answered');
      else log.info(line, response.writableFinished ? 'answered' : 'cut off');
    });
    next();
  };
}
