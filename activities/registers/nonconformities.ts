import type { z } from 'zod';
import type { Effectiveness, Nonconformity, Proposal } from '../../domain/records/nonconformity.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import type { Store } from '../../models/store.ts';
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
    /**
     * What was to be corrected by a proposal that is declined is no candidate any more, and a document that came into the register for it is not going to
     * be written; with whatever else is proposed, nothing happens here.
     */
    async declineCandidate({
      proposal: id,
      reason,
      by,
      ...call
    }: Call<{ proposal: string; reason: string; by: By | undefined }>): Promise<void> {
      const proposal = await store.proposals.get(id);
      if (proposal === undefined) return;
      const said = { id: proposal.about, actor: actorBy(by), at: clock.toOrganization(call.at), key: call.key, why: reason };
      if (await isCandidate(store, proposal))
        await changeOnce(store, { register: 'nonconformities', set: { status: 'declined' }, event: 'declined', ...said });
      if (await isDraftedFor(store, proposal))
        await changeOnce(store, { register: 'documents', set: { status: 'withdrawn' }, event: 'declined', ...said });
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

async function isCandidate(store: Store, { process, about }: Proposal): Promise<boolean> {
  return process === 'correctiveAction' && (await store.nonconformities.get(about))?.status === 'candidate';
}

/** The run that proposes it has brought it into the register, and nobody has written anything of it yet. */
async function isDraftedFor(store: Store, { process, about, run }: Proposal): Promise<boolean> {
  const document = process === 'documentControl' ? await store.documents.get(about) : undefined;
  if (document?.status !== 'draft' || document.origin?.startsWith(`${run}/`) !== true) return false;
  return (await store.documentVersions.count({ document: about })) === 0;
}
