import { randomUUID } from 'node:crypto';
import { systemNow } from '../../domain/clock.ts';
import { verifyChain } from '../../models/chain.ts';
import type { Api } from '../deps.ts';
import { type Check, counted, type Look, ok, wrong } from './finding.ts';

export const databaseChecks: readonly Check[] = [
  {
    check: 'database',
    title: 'Database',
    todo: 'See that MongoDB runs, is the primary of its replica set and has disk space, and that MONGODB_URI may write.',
    look: writable,
  },
  {
    check: 'indexes',
    title: 'Indexes',
    todo: 'Restart the API: it creates what is missing. If they stay away, the user of MONGODB_URI may not create indexes.',
    look: async ({ store }) => {
      const missing = await store.missingIndexes();
      return missing.length === 0
        ? ok('All are there.')
        : wrong(`${counted(missing.length, 'is missing', 'are missing')}: ${missing.join(', ')}.`);
    },
  },
  {
    check: 'trail',
    title: 'Trail (sample)',
    todo: 'Keep the database as it is, run fourstroke verify, and compare with the last copy of the trail.',
    look: sampled,
  },
];

/** Writes a word where answers to repeated requests are kept, reads it and takes it away again. */
async function writable({ store }: Api): Promise<Look> {
  const begun = performance.now();
  const id = `health-${randomUUID()}`;
  await store.answered.insert({ id, route: 'health', bodyHash: '-', state: 'pending', at: systemNow() });
  const isThere = (await store.answered.get(id)) !== undefined;
  await store.answered.remove({ id });
  const ms = Math.round(performance.now() - begun);
  return isThere ? ok(`It writes and reads, in ${ms} ms.`) : wrong('What was written cannot be read.');
}

const newest = 50;

/** The chains in which something happened last. */
async function sampled({ store }: Api): Promise<Look> {
  const entries = await store.trail.find({}, { sort: { at: -1 }, limit: newest });
  const chains = [...new Set(entries.map(({ chain }) => chain))];
  const findings = (await Promise.all(chains.map((chain) => verifyChain(store, chain)))).flat();
  const [first] = findings;
  if (first === undefined)
    return ok(
      `The ${counted(chains.length, 'chain')} that changed last ${chains.length === 1 ? 'holds' : 'hold'}. All: fourstroke verify.`,
    );
  return wrong(`${counted(findings.length, 'finding')}, the first in ${first.chain}, entry ${first.seq}: ${first.problem}.`);
}
