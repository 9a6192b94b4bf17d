import type { Change, ChangeDecision, ChangeSource, FollowUp, PostReview } from '../../domain/records/change.ts';
import type { Actor, Day, Role } from '../../domain/records/common.ts';
import { Refusal } from '../../domain/refusal.ts';
import { isMajor, isUndecided } from '../../domain/rules/change.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { createNumbered } from '../../models/numbered.ts';
import { accountableFor } from '../../models/people.ts';
import { unjudgedRisks } from '../../models/plannedChanges.ts';
import { publishStatement } from '../../models/soa.ts';
import type { Store } from '../../models/store.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { processOf, unrecoverable } from '../knowledge.ts';
import { actorBy } from '../steps/happened.ts';
import { changeOnce } from './byFlow.ts';

type Of<A = unknown> = Call<A & { change: string; by: By | undefined }>;
type Assessed = Pick<Change, 'touches' | 'size' | 'significant' | 'risks'> & { documents?: string[] | undefined } & Partial<
    Record<'consequences' | 'integrity' | 'resources' | 'responsibilities' | 'responsible', string | undefined>
  >;
type Reviewed = Pick<PostReview, 'effects' | 'reason'> & { unintended?: string | undefined; followUp: FollowUp[] };
type Decided = Pick<ChangeDecision, 'decision' | 'reason'> & { until?: Day | undefined };

async function theChange(store: Store, id: string): Promise<Change> {
  const found = await store.changes.get(id);
  if (found === undefined) throw unrecoverable(`there is no change ${id}`);
  return found;
}

/** Who asked for the change and who carries it out, and of a major one who judged its effect: none of them approves it. */
async function authorsOf(store: Store, change: Change): Promise<string[]> {
  const own = isMajor(change) ? ['stated', 'assessed'] : ['stated'];
  const entries = await store.trail.find({ chain: `changes/${change.id}`, event: { $in: own } });
  const people = [change.requestedBy, change.responsible, ...entries.map(({ actor }) => actor.person)];
  return [...new Set(people)].filter((person) => person !== 'engine');
}

/** What the planning of a change reads. */
export const createChangeReads = ({ store }: Pick<Deps, 'store'>) => ({
  async requestOf({ change }: Call<{ change: string }>): Promise<{ requestedBy: string; isStated: boolean }> {
    const { requestedBy, purpose = '' } = await theChange(store, change);
    return { requestedBy, isStated: purpose !== '' };
  },

  /** Whose decision it is as the change stands now, and who must not take it. */
  async approvalOf({ change: id }: Call<{ change: string }>): Promise<{ by: Role; barred: string[] }> {
    const change = await theChange(store, id);
    return { by: isMajor(change) ? 'topManagement' : 'ismsManager', barred: await authorsOf(store, change) };
  },

  unjudgedRisks: async ({ change }: Call<{ change: string }>): Promise<string[]> => unjudgedRisks(store, await theChange(store, change)),

  /** What is brought up to date once it is carried out. */
  async followingOf({ change }: Call<{ change: string }>): Promise<{ documents: string[]; touchesStatement: boolean }> {
    const { documents = [], touches = [] } = await theChange(store, change);
    return { documents, touchesStatement: touches.includes('soa') };
  },

  /** Nobody looks at what came of their own work. */
  async changersOf({ change }: Call<{ change: string }>): Promise<string[]> {
    const { responsible, implementedBy = responsible } = await theChange(store, change);
    return [...new Set([responsible, implementedBy])];
  },
});

/** What the planning of a change writes beyond single fields, and how other processes ask for one. */
export const createChangeWrites = ({ store, clock }: Deps) => {
  const change = (call: Call<unknown>, id: string, set: Partial<Change>, event: string, by?: By, why?: string) =>
    changeOnce(store, {
      ...{ register: 'changes', id, set: saying(set), at: clock.toOrganization(call.at), actor: actorBy(by), event, key: call.key },
      ...(why !== undefined && { why }),
    });

  async function publishedAs({ reason, by, at, key }: Of<{ reason: string }>): Promise<string> {
    try {
      return (await publishStatement(store, { note: reason, at: clock.toOrganization(at), actor: actorBy(by), key })).id;
    } catch (refusal) {
      if (refusal instanceof Refusal && refusal.code === 'openPoints') return refusal.code;
      throw refusal;
    }
  }

  return {
    /** A process has found that the ISMS has to change; answers the id of the change. */
    async requestChange(call: Call<Found & { by: By | undefined }>): Promise<string> {
      const { kind, about, reason, by, run, at, key } = call;
      return newChange(store, { kind, about, reason, run }, { at: clock.toOrganization(at), actor: actorBy(by), key }, by?.person);
    },

    /** Answers which risks are to be judged before anybody approves it. */
    async assessChange(call: Of<{ found: Assessed; why: string }>): Promise<string[]> {
      const { change: id, found, why, by } = call;
      const before = await theChange(store, id);
      const judgedFrom = before.judgedFrom ?? clock.toOrganization(call.at);
      const set = saying({ ...(found as Partial<Change>), ...touched(found), judgedFrom, run: call.run });
      await change(call, id, { ...set, status: 'assessing' }, 'assessed', by, why);
      return unjudgedRisks(store, { ...before, ...set });
    },

    /** Its risks are being judged by these runs, beside those of before. */
    async noteChangeReviews({ change: id, runs, ...call }: Call<{ change: string; runs: string[] }>): Promise<void> {
      const { reviews = [] } = await theChange(store, id);
      await change(call, id, { reviews: [...new Set([...reviews, ...runs])] }, 'risksReviewed');
    },

    async decideChange({ change: id, decision, reason, until, by, ...call }: Of<Decided>): Promise<void> {
      const { decisions = [] } = await theChange(store, id);
      const at = clock.toOrganization(call.at);
      const actor = actorBy(by);
      const set = { ...after(decision, actor, at, until), decisions: [...decisions, { decision, reason, by: actor, at }] };
      await change(call, id, set, events[decision], by, reason);
    },

    /** What was put off is looked at anew: from now on only what is judged from now on counts. */
    async resumeChange({ change: id, ...call }: Call<{ change: string }>): Promise<void> {
      await change(call, id, { status: 'assessing', judgedFrom: clock.toOrganization(call.at) }, 'resumed');
    },

    async implementChange({ change: id, result, by, ...call }: Of<{ result: string }>): Promise<void> {
      const who = by === undefined ? {} : { implementedBy: by.person };
      const set = { result, status: 'implemented', implementedAt: clock.toOrganization(call.at), ...who } as const;
      await change(call, id, set, 'implemented', by);
    },

    /** The statement is published with what has changed, or stands as it is; false where a line of it cannot stand like this (G6). */
    async followStatement(call: Of<{ decision: 'publish' | 'asItIs'; reason: string }>): Promise<boolean> {
      const { change: id, decision, reason, by } = call;
      const published = decision === 'publish' ? await publishedAs(call) : undefined;
      if (published === 'openPoints') return false;
      const { followUp = [] } = await theChange(store, id);
      const how = `${published ?? 'As it was published'}: ${reason}`.slice(0, 500);
      await change(call, id, { followUp: [...followUp, { what: 'soa', how }] }, 'statementFollowed', by, reason);
      return true;
    },

    /** Closed, or planned again where what came of it cannot stay so. */
    async reviewChange({ change: id, found, by, ...call }: Of<{ found: Reviewed }>): Promise<void> {
      const { postReviews = [], followUp = [] } = await theChange(store, id);
      const { effects, reason, unintended = '' } = found;
      const at = clock.toOrganization(call.at);
      const said = { effects, reason, by: actorBy(by), at, round: postReviews.length + 1, ...(unintended !== '' && { unintended }) };
      const isDone = effects !== 'notAcceptable';
      const set: Partial<Change> = {
        ...{ postReviews: [...postReviews, said], followUp: [...followUp, ...found.followUp] },
        ...(isDone ? { status: 'closed', closedAt: at } : { status: 'approved' }),
      };
      await change(call, id, set, isDone ? 'closed' : 'foundWanting', by, reason);
    },

    /** Nobody has decided on it, and nobody is asked any more. */
    async withdrawChange({ change: id, ...call }: Call<{ change: string }>): Promise<void> {
      if (isUndecided(await theChange(store, id))) await change(call, id, { status: 'withdrawn' }, 'withdrawn');
    },
  };
};

const events = { approve: 'approved', return: 'returned', reject: 'rejected', defer: 'deferred' } as const;

function after(decision: ChangeDecision['decision'], by: Actor, at: string, until: Day | undefined): Partial<Change> {
  if (decision === 'approve') return { status: 'approved', approvedBy: by, approvedAt: at };
  if (decision === 'defer') return { status: 'deferred', ...(until !== undefined && { deferredUntil: until }) };
  return { status: decision === 'reject' ? 'rejected' : 'assessing' };
}

/** Whoever names documents says that it touches them. */
const touched = ({ touches = [], documents = [] }: Assessed): Pick<Change, 'touches'> => ({
  touches: documents.length > 0 && !touches.includes('documents') ? [...touches, 'documents'] : touches,
});

/** Fields that were left empty say nothing, and take nothing away. */
const saying = (set: Partial<Change>): Partial<Change> =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined && value !== '')) as Partial<Change>;

type Found = { kind: Exclude<ChangeSource, 'person'>; about: string; reason: string };
type Common = { at: string; actor: Actor; key: string };

/** A change that a process asks for. Whoever asks says in a task of its run what it is for. */
export async function newChange(store: Store, { run, ...found }: Found & { run: string }, common: Common, by?: string): Promise<string> {
  const { kind, about, reason } = found;
  const { title, owner } = await behind(store, found);
  const requestedBy = by ?? owner ?? (await accountableFor(store, processOf('changePlanning'))).id;
  const set = {
    ...{ title: title.replace(/\s+/g, ' ').slice(0, 200), reason, source: { kind, run, subject: about }, requestedBy },
    ...{ responsible: owner ?? requestedBy, status: 'requested' as const, origin: common.key },
  };
  return createNumbered(store, { ...common, register: 'changes', event: 'requested', set });
}

/** What it is called, and who carries it out until somebody else is named. */
async function behind(store: Store, { kind, about }: Found): Promise<{ title: string; owner?: string | undefined }> {
  if (kind === 'contextReview') return { title: `${about}: ${(await store.scopes.get(about))?.text ?? ''}` };
  if (kind === 'managementReview') {
    const decision = await store.reviewDecisions.get(about);
    return { title: decision?.text ?? about, owner: decision?.owner };
  }
  const nonconformity = await store.nonconformities.get(about);
  return { title: `${about}: ${nonconformity?.title ?? ''}`, owner: nonconformity?.owner };
}
