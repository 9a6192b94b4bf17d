import type { Acceptance, RiskSnapshot } from '../../domain/records/acceptance.ts';
import type { Actor, Day } from '../../domain/records/common.ts';
import { engine } from '../../domain/records/common.ts';
import type { Risk } from '../../domain/records/risk.ts';
import { lastValidDay } from '../../domain/reviewDates.ts';
import { bandOf, isAbove } from '../../domain/rules/risk.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { calendarOf } from '../../domain/sites.ts';
import { criteriaNow, settingsNow } from '../../models/knowledge.ts';
import { changeRecord } from '../../models/registers.ts';
import { differencesOf, watchedBy } from '../../models/watching.ts';
import type { Call, Watched } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { unrecoverable } from '../knowledge.ts';
import type { Post } from '../post.ts';
import { actorBy } from '../steps/happened.ts';
import { tellAcceptance, tellEnd } from './acceptanceNews.ts';
import { changeOnce } from './byFlow.ts';
import { freeze } from './snapshot.ts';

type Requested = { decision: 'retain' | 'treat'; justification: string; measures: string };
type Decided = { decision: 'approve' | 'return' | 'refuse'; reason: string };
type Of<A = unknown> = Call<A & { acceptance: string }>;

/** How long before an acceptance ends its risk is judged again, in working days: time for that, and for the decision that follows. */
const judgedBefore = 20;

export const createAcceptanceReads = ({ store, clock }: Pick<Deps, 'store' | 'clock'>) => ({
  /** On which day the risk is to be judged again before its acceptance ends; null where that is not to come any more. */
  async dayToJudgeAgain({ acceptance: id, at }: Of): Promise<Day | null> {
    const { validUntil, owner } = await acceptanceOf({ store }, id);
    if (validUntil === undefined) return null;
    const calendar = calendarOf(await settingsNow(store), await store.people.get(owner));
    const day = calendar.addWorkingDays(validUntil, -judgedBefore);
    return day > calendar.dayOf(clock.toOrganization(at)) ? day : null;
  },
});

/** What the process of acceptance writes: the decision with the snapshot it is about, and how the risk stands by it. */
export const createAcceptanceWrites = (deps: Deps, post: Post) => ({
  /** Freezes what is to be decided on. The id of the acceptance is the key of its run. */
  async freezeRisk(call: Call<{ risk: string }>): Promise<{ acceptance: string; authority: Acceptance['authority'] }> {
    const { store, clock } = deps;
    const id = call.run.replace(/^riskAcceptance-/, '');
    const there = await store.acceptances.get(id);
    if (there !== undefined) return { acceptance: id, authority: there.authority };
    const risk = await riskOf(deps, call.risk);
    const at = clock.toOrganization(call.at);
    const snapshot = await freeze(store, risk, at);
    const authority = await authorityFor(deps, snapshot);
    await changeRecord(store, {
      ...{ register: 'acceptances', id, at, actor: engine, event: 'asked', key: call.key },
      set: { run: call.run, risk: risk.id, owner: risk.owner, snapshot, authority, state: 'asked', askedAt: at },
    });
    await mark(deps, risk.id, 'asked', call);
    return { acceptance: id, authority };
  },

  /** What the owner wants, and why. What goes to another authority is the risk as it is when the owner asks. */
  async requestAcceptance({ outcome, by, ...call }: Of<{ outcome: Requested; by: By | undefined }>): Promise<void> {
    const { justification, measures } = outcome;
    const acceptance = await acceptanceOf(deps, call.acceptance);
    const anew = acceptance.authority === 'riskOwner' ? {} : await frozenAnew(deps, acceptance, call);
    const requested = { justification, measures, requestedBy: actorBy(by), requestedAt: deps.clock.toOrganization(call.at) };
    await change(deps, call, { ...requested, ...anew }, actorBy(by), 'requested');
  },

  /** What the authority above the owner decided. What is returned is asked again about the risk as it is now. */
  async decideAcceptance({ outcome, by, ...call }: Of<{ outcome: Decided; by: By | undefined }>): Promise<void> {
    const event = { approve: 'approved', return: 'returned', refuse: 'refused' }[outcome.decision];
    const acceptance = await acceptanceOf(deps, call.acceptance);
    const anew = outcome.decision === 'return' ? await frozenAnew(deps, acceptance, call) : {};
    const decided = { decision: outcome.reason, decidedBy: actorBy(by), decidedAt: deps.clock.toOrganization(call.at) };
    await change(deps, call, { ...decided, ...anew }, actorBy(by), event);
  },

  /** From now on the risk is retained, until the band's longest time has passed or what was accepted is not so any more. */
  async acceptRisk(call: Of): Promise<{ validUntil: Day; watched: Watched[] }> {
    const acceptance = await acceptanceOf(deps, call.acceptance);
    const validUntil = acceptance.validUntil ?? (await validUntilFor(deps, acceptance, call.at));
    await change(deps, call, { state: 'accepted', validUntil }, engine, 'accepted');
    await mark(deps, acceptance.risk, 'accepted', call);
    await tellAcceptance(deps, post, { acceptance, call, said: { said: 'accepted', until: validUntil } });
    return { validUntil, watched: watchedBy(acceptance) };
  },

  /**
   * The acceptance is over: `because` the time has passed, something changed, somebody revoked it or it never came about. `isAbove`: the risk needs
   * another decision; `asOf`: about this version of it.
   */
  async endAcceptance({ because, ...call }: Of<{ because: string }>): Promise<{ asOf: number; isAbove: boolean }> {
    const acceptance = await acceptanceOf(deps, call.acceptance);
    // What follows changes the records that were watched: this run need not hear of its own changes while it closes.
    await deps.store.watches.remove({ run: call.run });
    const ended = { endedAt: deps.clock.toOrganization(call.at), endedBecause: because === 'time' ? 'expired' : because };
    const state = acceptance.state === 'revoked' ? 'revoked' : because === 'refused' ? 'refused' : 'ended';
    await change(deps, call, { state, ...ended }, engine, 'ended');
    const isOver = await needsDecision(deps, acceptance.risk);
    const version = await mark(deps, acceptance.risk, !isOver ? 'notNeeded' : state === 'refused' ? 'refused' : 'required', call);
    const isAbove = isOver && because !== 'ended';
    await tellEnd(deps, post, { acceptance, call, because, again: isAbove });
    return { asOf: version, isAbove };
  },
});

async function riskOf({ store }: Pick<Deps, 'store'>, id: string): Promise<Risk> {
  const risk = await store.risks.get(id);
  if (risk === undefined) throw unrecoverable(`there is no risk ${id}`);
  return risk;
}

async function acceptanceOf({ store }: Pick<Deps, 'store'>, id: string): Promise<Acceptance> {
  const acceptance = await store.acceptances.get(id);
  if (acceptance === undefined) throw unrecoverable(`there is no acceptance ${id}`);
  return acceptance;
}

/** The risk as it is now, where that is not what was frozen: nothing was decided on it yet. */
async function frozenAnew(deps: Deps, { risk, snapshot }: Acceptance, { at }: Of): Promise<Partial<Acceptance>> {
  if ((await differencesOf(deps.store, snapshot)).length === 0) return {};
  const now = await riskOf(deps, risk);
  return { owner: now.owner, snapshot: await freeze(deps.store, now, deps.clock.toOrganization(at)) };
}

/** One change of the acceptance; the key of the call says that a repeated one is the same. Somebody may revoke it between two tries. */
const change = ({ store, clock }: Deps, call: Of, set: Partial<Acceptance>, actor: Actor, event: string): Promise<number> =>
  changeOnce(store, { register: 'acceptances', id: call.acceptance, set, at: clock.toOrganization(call.at), actor, event, key: call.key });

/** How the risk stands by the decision, on the risk itself. Answers its version. */
async function mark({ store, clock }: Deps, id: string, acceptance: NonNullable<Risk['acceptance']>, call: Call<unknown>): Promise<number> {
  const risk = await riskOf({ store }, id);
  if (risk.acceptance === acceptance) return risk.version;
  const said = { at: clock.toOrganization(call.at), actor: engine, event: 'changed', key: `${call.key}/${acceptance}` };
  return changeOnce(store, { register: 'risks', id, set: { acceptance }, ...said });
}

async function authorityFor({ store }: Deps, { band }: RiskSnapshot): Promise<Acceptance['authority']> {
  const { bands } = await criteriaNow(store);
  return bands.find((rule) => rule.band === band)?.authority ?? 'topManagement';
}

async function needsDecision(deps: Deps, id: string): Promise<boolean> {
  const { status, current } = await riskOf(deps, id);
  const criteria = await criteriaNow(deps.store);
  return status !== 'closed' && status !== 'avoided' && current !== undefined && isAbove(criteria, bandOf(criteria, current));
}

async function validUntilFor({ store, clock }: Deps, { snapshot, owner }: Acceptance, at: string): Promise<Day> {
  const today = calendarOf(await settingsNow(store), await store.people.get(owner)).dayOf(clock.toOrganization(at));
  return lastValidDay(today, snapshot.band, await criteriaNow(store));
}
