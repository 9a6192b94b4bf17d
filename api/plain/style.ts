import { readFileSync } from 'node:fs';
import type { RequestHandler } from 'express';
import { places } from '../../domain/words/places.ts';
import { sha256 } from '../callers.ts';

const css = readFileSync(new URL('./views/style.css', import.meta.url), 'utf8');

/** With its hash, so that it may be kept for ever and a new version has a new address. */
export const styleHref = `${places.style}?v=${sha256(css).slice(0, 12)}`;

export const serveStyle: RequestHandler = (_request, response) => {
  response.set('Cache-Control', 'public, max-age=31536000, immutable').type('text/css').send(css);
};
