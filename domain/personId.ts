import { randomInt } from 'node:crypto';

const signs = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A new id of a person. It is random, so that no log, link or workflow id names anybody. */
export const newPersonId = (): string => `per-${Array.from({ length: 10 }, () => signs[randomInt(signs.length)]).join('')}`;
