import { canonicalize } from 'json-canonicalize';
import type { Actor, Instant } from '../domain/records/common.ts';
import type { SoaLine, SoaVersion } from '../domain/records/soa.ts';
import { Refusal } from '../domain/refusal.ts';
import { openPoints, statementOf } from '../domain/soa.ts';
import { chainOf, changeRecord } from './registers.ts';
import type { Store } from './store.ts';
import { sha256 } from './trail.ts';

/** The Statement of Applicability as the registers stand now. */
export async function statementNow(store: Store): Promise<SoaLine[]> {
  const [controls, risks, requirements, decisions] = await Promise.all([
    store.controls.find({ status: { $ne: 'retired' } }),
    store.risks.find({ status: { $nin: ['draft', 'closed', 'avoided'] } }),
    store.requirements.find({ status: 'active', addressed: true }),
    store.soaDecisions.find({}),
  ]);
  return statementOf({ controls, risks, requirements, decisions });
}

type Publishing = { note: string; at: Instant; actor: Actor; key: string };

/**
 * Publishes the statement as it is now as the next version; nothing changes it afterwards. The same key finds the one that it made before.
 * @throws Refusal 409 `openPoints` with the place of each line that cannot stand like this (G6)
 */
export async function publishStatement(store: Store, { note, at, actor, key }: Publishing): Promise<SoaVersion> {
  const ids = await store.soaVersions.ids({});
  const made = await madeBy(store, ids, key);
  if (made !== undefined) return made;
  const lines = await statementNow(store);
  refuseOpenPoints(lines);
  const content = canonicalize(lines);
  const set = { publishedAt: at, publishedBy: actor, note, content, digest: sha256(content) };
  const id = `SOA-${Math.max(0, ...ids.map(numberOf)) + 1}`;
  return changeRecord(store, { register: 'soaVersions', id, set, at, actor, event: 'published', key });
}

async function madeBy(store: Store, ids: readonly string[], key: string): Promise<SoaVersion | undefined> {
  const published = await store.trail.find({ chain: { $in: ids.map((id) => chainOf('soaVersions', id)) }, seq: 1 });
  const chain = published.find(({ data }) => data.key === key)?.chain;
  return chain === undefined ? undefined : store.soaVersions.get(chain.slice(chainOf('soaVersions', '').length));
}

const saidOf = {
  undecided: 'nothing needs it, and nobody has said why it is excluded, or included all the same',
  needed: 'it is excluded, although something needs it',
  noReason: 'no risk and no requirement needs this control',
};

function refuseOpenPoints(lines: readonly SoaLine[]): void {
  const open = openPoints(lines);
  if (open.length === 0) return;
  const details = open.map(({ control, problem }) => ({ path: control, message: saidOf[problem ?? 'undecided'] }));
  throw new Refusal(409, 'openPoints', `${open.length} lines of the statement cannot stand like this (G6).`, details);
}

const numberOf = (id: string): number => Number(id.slice('SOA-'.length));

/** The last one that was published. */
export async function newestStatement(store: Store): Promise<SoaVersion | undefined> {
  const [newest] = (await store.soaVersions.ids({})).toSorted((a, b) => numberOf(b) - numberOf(a));
  return newest === undefined ? undefined : store.soaVersions.get(newest);
}
