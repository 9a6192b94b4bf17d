import { z } from 'zod';
import { Refusal } from '../../domain/refusal.ts';
import { type Group, isBefore, type Place, placeOf } from './groups.ts';

const usual = 100;

type Asked = { cursor?: string | undefined; limit?: number | undefined };

/** The groups of one page, and where the next one goes on. */
export function pageOf(groups: readonly Group[], { cursor, limit = usual }: Asked): { here: Group[]; next?: string } {
  const after = cursor === undefined ? undefined : placeIn(cursor);
  const left = after === undefined ? groups : groups.filter((group) => isBefore(after, placeOf(group)));
  const here = left.slice(0, limit);
  const last = here.at(-1);
  return { here, ...(left.length > limit && last !== undefined && { next: encode(placeOf(last)) }) };
}

const encode = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

function placeIn(cursor: string): Place {
  try {
    return z.tuple([z.int(), z.string(), z.string()]).parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new Refusal(400, 'invalid', 'The cursor is not one of ours.', [{ path: 'cursor', message: 'is not one of ours' }]);
  }
}
