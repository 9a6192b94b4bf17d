import { DateTime } from 'luxon';
import type { Instant } from '../../../domain/records/common.ts';
import type { Entry } from '../facts.ts';

/** One line of the story: what the trail says, or a mail that went out. Lines of one `group` that follow each other are said as one. */
export type Line = {
  at: Instant;
  kind: 'event' | 'mail';
  group: string;
  who: string[];
  about: string[];
  say(who: string, about: string): string;
};

/** Names of people by their ids; of anybody else the id. */
export type NameOf = (person: string) => string;

const zone = 'Europe/Berlin';

/** `Mon 4 Jan` */
export const day = (at: string): string => DateTime.fromISO(at, { zone }).setLocale('en-US').toFormat('ccc d LLL');

/** `A`, `A and B`, `A, B and C` */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

export type Said = Omit<Line, 'at' | 'kind'> | undefined;
export type Tell = (entry: Entry, nameOf: NameOf) => Said;

export const line = (group: string, sentence: string): Said => ({ group, who: [], about: [], say: () => sentence });

export type Data = Record<string, unknown>;
export const setOf = ({ data }: Entry): Data => data.set as Data;
