import { createHash, createHmac } from 'node:crypto';

/** The token of a link in a mail (or of an invitation): derived, so that a retry carries the same one, and stored nowhere. 43 characters. */
export const linkToken = (secret: string, of: string): string => createHmac('sha256', secret).update(`link:${of}`).digest('base64url');

/** How a link is found: by the hash of its token. */
export const linkId = (token: string): string => createHash('sha256').update(token).digest('hex');
