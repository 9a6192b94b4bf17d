import type { Brief } from '../../domain/records/brief.ts';
import { digestOf } from '../../models/briefs.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import { type Drafted, drafters } from '../briefs/index.ts';
import type { Deps } from '../deps.ts';

/** Freezes what somebody is to be shown who is asked next; a repeated try finds what was frozen first. Answers the id of the brief. */
export const createBriefs = ({ store, clock }: Deps) => ({
  async freezeBrief({ of, about, run, key, at }: Call<{ of: Drafted; about: string }>): Promise<string> {
    if ((await store.briefs.get(key)) !== undefined) return key;
    const frozenAt = clock.toOrganization(at);
    const draft = await drafters[of](store, about, frozenAt);
    const brief: Brief = { ...draft, id: key, run, frozenAt, digest: digestOf(draft) };
    await store.briefs.insert(brief);
    return key;
  },
});
