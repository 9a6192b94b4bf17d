import { canonicalize } from 'json-canonicalize';
import { z } from 'zod';
import { annexA } from '../domain/annexA.ts';
import { type SoaDecision, SoaLine, type SoaVersion } from '../domain/records/soa.ts';
import { notFound, Refusal } from '../domain/refusal.ts';
import { openPoints } from '../domain/soa.ts';
import { chainOf, changeRecord } from '../models/registers.ts';
import { statementNow } from '../models/soa.ts';
import { sha256 } from '../models/trail.ts';
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

/**
 * Publishes the statement as it is now as the next version; nothing changes it afterwards.
 * @throws Refusal 409 `openPoints` with the place of each line that cannot stand like this (G6)
 */
export const publish = ({ store, clock }: Api, caller: Caller, note: string, key: string): Promise<SoaVersion> =>
  inTurn(async () => {
    const newest = await newestVersion(store);
    if (newest !== undefined && (await madeBy(store, newest.id)) === key) return newest;
    const lines = await statementNow(store);
    refuseOpenPoints(lines);
    const [at, content] = [clock.now(), canonicalize(lines)];
    const set = { publishedAt: at, publishedBy: actorOf(caller), note, content, digest: sha256(content) };
    return changeRecord(store, {
      ...{ register: 'soaVersions', id: `SOA-${numberOf(newest) + 1}`, set, at, actor: actorOf(caller), event: 'published', key },
    });
  });

const saidOf = {
  undecided: 'nothing needs it, and nobody has said why it is excluded, or included all the same',
  needed: 'it is excluded, although something needs it',
  noReason: 'no risk and no requirement needs this control',
};

function refuseOpenPoints(lines: Awaited<ReturnType<typeof statementNow>>): void {
  const open = openPoints(lines);
  if (open.length === 0) return;
  const details = open.map(({ control, problem }) => ({ path: control, message: saidOf[problem ?? 'undecided'] }));
  throw new Refusal(409, 'openPoints', `${open.length} lines of the statement cannot stand like this (G6).`, details);
}

/** The lines of a version as they were published. */
export const linesIn = ({ content }: Pick<SoaVersion, 'content'>): SoaLine[] => z.array(SoaLine).parse(JSON.parse(content));

const numberOf = (version: Pick<SoaVersion, 'id'> | undefined): number => Number(version?.id.slice('SOA-'.length) ?? 0);

/** The last one that was published. */
export async function newestVersion(store: Api['store']): Promise<SoaVersion | undefined> {
  const ids = await store.soaVersions.ids({});
  const [newest] = ids.toSorted((a, b) => numberOf({ id: b }) - numberOf({ id: a }));
  return newest === undefined ? undefined : store.soaVersions.get(newest);
}

const madeBy = async (store: Api['store'], id: string): Promise<unknown> =>
  (await store.trail.first({ chain: chainOf('soaVersions', id), seq: 1 }))?.data.key;
