import { z } from 'zod';
import { annexA } from '../domain/annexA.ts';
import { type SoaDecision, SoaLine, type SoaVersion } from '../domain/records/soa.ts';
import { notFound } from '../domain/refusal.ts';
import { changeRecord } from '../models/registers.ts';
import { publishStatement } from '../models/soa.ts';
import type { Api } from './deps.ts';
import { oneAtATime } from './oneAtATime.ts';
import { actorOf, type Caller } from './policy.ts';

const inTurn = oneAtATime();

type Decided = Pick<SoaDecision, 'applicable' | 'justification'> & { version: number };

/**
 * Says of a control of Annex A that it is excluded, or included without a risk or requirement, and why. `version` is the one that was read, 0 for none.
 * @throws Refusal 404 when Annex A has no such control, 409 `stale` when the version is not the current one
 */
export async function decideOn({ store, clock }: Api, caller: Caller, control: string, { version, ...set }: Decided): Promise<SoaDecision> {
  if (!annexA.some(({ id }) => id === control)) throw notFound();
  return changeRecord(store, {
    ...{ register: 'soaDecisions', id: control, set, at: clock.now(), actor: actorOf(caller), event: 'decided' },
    ...(version > 0 && { version }),
  });
}

/** The statement as it is now, as the next version. @throws Refusal 409 `openPoints` */
export const publish = ({ store, clock }: Api, caller: Caller, note: string, key: string): Promise<SoaVersion> =>
  inTurn(() => publishStatement(store, { note, at: clock.now(), actor: actorOf(caller), key }));

/** The lines of a version as they were published. */
export const linesIn = ({ content }: Pick<SoaVersion, 'content'>): SoaLine[] => z.array(SoaLine).parse(JSON.parse(content));
