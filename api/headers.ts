import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { isHttps } from './session.ts';

const none = ["'none'"];
const self = ["'self'"];

/** Nothing but our own stylesheet, forms to ourselves, no script. */
export const pageHeaders = (publicUrl: string): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        ...{ defaultSrc: none, styleSrc: self, imgSrc: [...self, 'data:'], formAction: self },
        ...{ objectSrc: none, baseUri: none, frameAncestors: none, scriptSrc: none },
      },
    },
    strictTransportSecurity: isHttps(publicUrl) && { maxAge: 31_536_000, includeSubDomains: false },
    // Where the connection is not safe, browsers ignore this one and complain.
    crossOriginOpenerPolicy: isHttps(publicUrl),
    // Not `no-referrer`: browsers would then say "null" for the origin of our own forms.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });

/** Scripts and styles of our own; the nonce is for the styles that components write into the page. */
export const cockpitHeaders = (nonce: string): RequestHandler =>
  helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: {
      ...{ defaultSrc: none, scriptSrc: self, styleSrc: [...self, `'nonce-${nonce}'`], imgSrc: [...self, 'data:'], connectSrc: self },
      ...{ objectSrc: none, baseUri: none, frameAncestors: none, formAction: self },
    },
  });

/** The page of the API documentation runs its own script, which writes styles of its own. */
export const docsHeaders: RequestHandler = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: {
    ...{
      defaultSrc: none,
      scriptSrc: self,
      styleSrc: [...self, "'unsafe-inline'"],
      imgSrc: [...self, 'data:'],
      connectSrc: self,
      fontSrc: self,
    },
    ...{ objectSrc: none, baseUri: none, frameAncestors: none, formAction: none },
  },
});

/** Answers belong to one person at one moment. */
export const neverStored: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

/** A link in a mail is nobody's search result, and its address goes nowhere. */
export const secretPath: RequestHandler = (_request, response, next) => {
  response.set({ 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' });
  next();
};
