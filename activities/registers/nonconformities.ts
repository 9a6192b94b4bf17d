import type { z } from 'zod';
import type { Effectiveness, Nonconformity } from '../../domain/records/nonconformity.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { unrecoverable } from '../knowledge.ts';
import { actorBy } from '../steps/happened.ts';
import { changeOnce } from './byFlow.ts';

type Of<A> = Call<A & { nonconformity: string; by: By | undefined }>;
type Judged = { verdict: z.infer<typeof Effectiveness>['verdict']; reason: string; round: number };

/** What corrective action writes beyond single fields. */
export const createNonconformityWrites = ({ store, clock }: Deps) => {
  async function theOne(id: string): Promise<Nonconformity> {
    const found = await store.nonconformities.get(id);
    if (found === undefined) throw unrecoverable(`there is no nonconformity ${id}`);
    return found;
  }

  return {
    /** What was to be corrected by a proposal that is declined is no candidate any more; with whatever else is proposed, nothing happens here. */
    async declineCandidate({
      proposal,
      reason,
      by,
      ...call
    }: Call<{ proposal: string; reason: string; by: By | undefined }>): Promise<void> {
      const { process, about = '' } = (await store.proposals.get(proposal)) ?? {};
      const candidate = process === 'correctiveAction' ? await store.nonconformities.get(about) : undefined;
      if (candidate?.status !== 'candidate') return;
      const said = { event: 'declined', actor: actorBy(by), at: clock.toOrganization(call.at), key: call.key, why: reason };
      await changeOnce(store, { register: 'nonconformities', id: about, set: { status: 'declined' }, ...said });
    },

    /** Another round's verdict beside those of before (10.2 d, g). */
    async judgeEffectiveness({ nonconformity: id, verdict, reason, round, by, ...call }: Of<Judged>): Promise<void> {
      const { effectiveness = [] } = await theOne(id);
      const at = clock.toOrganization(call.at);
      const actor = actorBy(by);
      const judged = [...effectiveness.filter((one) => one.round !== round), { verdict, reason, by: actor, at, round }];
      await changeOnce(store, {
        register: 'nonconformities',
        id,
        set: { effectiveness: judged },
        at,
        actor,
        event: 'judged',
        key: call.key,
      });
    },

    /** Closed with the decision on the ISMS (10.2 e). */
    async closeNonconformity({
      nonconformity: id,
      ismsChange,
      reason,
      by,
      ...call
    }: Of<{ ismsChange: 'none' | 'change'; reason: string }>): Promise<void> {
      const at = clock.toOrganization(call.at);
      const set = { status: 'closed', ismsChange, ismsChangeReason: reason, closedAt: at } as const;
      const actor = actorBy(by);
      await changeOnce(store, { register: 'nonconformities', id, set, at, actor, event: 'closed', key: call.key });
    },
  };
};
