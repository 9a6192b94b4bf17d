import type { Actor, Day } from '../../domain/records/common.ts';
import { engine } from '../../domain/records/common.ts';
import type { ManagementReview, MinutedDecision, ReviewDecision, ReviewInput } from '../../domain/records/managementReview.ts';
import { InputLine } from '../../domain/records/managementReview.ts';
import { reviewLines } from '../../domain/reviewLines.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { isSaid, leadersAmong, mayBeSet } from '../../models/managementReviews.ts';
import { createNumbered } from '../../models/numbered.ts';
import { accountableNow, holdersOf } from '../../models/people.ts';
import type { Store } from '../../models/store.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { unrecoverable } from '../knowledge.ts';
import { actorBy } from '../steps/happened.ts';
import { calendarNow } from './auditReads.ts';
import { changeOnce } from './byFlow.ts';
import { newChange } from './plannedChanges.ts';

type OfReview<A = unknown> = Call<A & { review: string }>;
type Fixed = Pick<ManagementReview, 'participants' | 'contributors'> & { day: Day; place?: string | undefined; by: By | undefined };
type Delivered = { input: string; says: 'content' | 'nothing'; text?: string | undefined; by: By | undefined };

async function theReview(store: Store, id: string): Promise<ManagementReview> {
  const found = await store.managementReviews.get(id);
  if (found === undefined) throw unrecoverable(`there is no management review ${id}`);
  return found;
}

async function theDecision(store: Store, id: string): Promise<ReviewDecision> {
  const found = await store.reviewDecisions.get(id);
  if (found === undefined) throw unrecoverable(`there is no decision ${id}`);
  return found;
}

/** What the flows of review and decision read. Days are counted back from the meeting. */
export const createReviewReads = ({ store }: Pick<Deps, 'store'>) => ({
  async reviewDays({ run }: Pick<Call<unknown>, 'run'>) {
    const review = await store.managementReviews.first({ run });
    if (review?.day === undefined) throw unrecoverable(`${run} has no day yet`);
    const { day, participants, pack } = review;
    const calendar = await calendarNow(store);
    const before = (workingDays: number): Day => calendar.addWorkingDays(day, -workingDays);
    const [chair] = await leadersAmong(store, participants);
    return {
      ...{ inputsFrom: before(20), deliverBy: before(10), packFrom: before(8), packBy: before(5), day },
      ...{ chair: chair ?? null, pack: pack ?? null },
    };
  },

  async decision({ decision: id }: Call<{ decision: string }>) {
    const { started, due, status } = await theDecision(store, id);
    return { started: started ?? null, due, isDropped: status === 'dropped' || status === 'done' };
  },

  /** Closed, and not cancelled. */
  cameToItsEnd: async ({ started }: Call<{ started: string }>): Promise<boolean> => (await store.runs.get(started))?.status === 'closed',
});

/** What a management review writes beyond single fields. */
export const createReviewWrites = ({ store, clock }: Deps) => {
  const change = (call: Call<unknown>, id: string, set: Partial<ManagementReview>, event: string, by?: By, why?: string) =>
    changeOnce(store, {
      ...{ register: 'managementReviews', id, set, at: clock.toOrganization(call.at), actor: actorBy(by), event, key: call.key },
      ...(why !== undefined && { why }),
    });
  const changeDecision = (call: Call<unknown>, id: string, set: Partial<ReviewDecision>, event: string, by?: By) =>
    changeOnce(store, {
      ...{ register: 'reviewDecisions', id, set, at: clock.toOrganization(call.at), actor: actorBy(by), event, key: call.key },
    });

  type Common = { at: string; actor: Actor; key: string };

  const deviation = ({ run }: Call<unknown>, { id, text, owner }: ReviewDecision, common: Common): Promise<string> =>
    createNumbered(store, {
      ...{ ...common, register: 'nonconformities', event: 'decided' },
      set: {
        ...{ title: text.slice(0, 200), description: text, source: { kind: 'managementReview', run, subject: id }, owner },
        ...{ proposedAt: common.at, status: 'candidate', origin: common.key },
      },
    });

  const ordered = ({ text, due }: ReviewDecision, common: Common): Promise<string> =>
    createNumbered(store, {
      ...{ ...common, register: 'audits', event: 'ordered' },
      set: {
        ...{ title: text.slice(0, 200), reason: text, from: due, clauses: [], annexA: [], sites: [], areas: [] },
        ...{ methods: [], auditors: [], status: 'planned', origin: common.key },
      },
    });

  const wanted = ({ run }: Call<unknown>, { id, text }: ReviewDecision, common: Common): Promise<string> =>
    newChange(store, { kind: 'managementReview', about: id, reason: text, run }, common);

  async function startOf(call: Call<unknown>, decision: ReviewDecision): Promise<Started | null> {
    const { id, starts, risk, period } = decision;
    const isOfRisk = starts === 'targetedRiskReview' || starts === 'riskTreatment';
    if (isOfRisk && risk !== undefined && (await store.risks.get(risk)) !== undefined)
      return { process: starts, subject: { risk, because: id } };
    if (starts === 'objectives' && period !== undefined && (await mayBeSet(store, period))) return { process: starts, subject: { period } };
    const common = { at: clock.toOrganization(call.at), actor: engine, key: call.key };
    if (starts === 'correctiveAction') return { process: starts, subject: { nonconformity: await deviation(call, decision, common) } };
    if (starts === 'internalAudit') return { process: starts, subject: { audit: await ordered(decision, common) } };
    if (starts === 'changePlanning') return { process: starts, subject: { change: await wanted(call, decision, common) } };
    return null;
  }

  return {
    /** Its record; answers the id. What happened since the last review, or in the last year, is looked at. */
    async openReview({ subject, run, key, at: real }: Call<unknown>): Promise<string> {
      const at = clock.toOrganization(real);
      const [owner] = await holdersOf(store, 'ismsManager');
      const set = {
        ...{ period: String(subject.period), since: await sinceWhen(store, at), status: 'planned', run, origin: key },
        ...{ participants: [], contributors: [], attended: [], decisions: [], ...(owner !== undefined && { owner: owner.id }) },
      } as const;
      return createNumbered(store, { register: 'managementReviews', at, actor: engine, event: 'opened', key, set: set as never });
    },

    async scheduleReview({ review, day, place, participants, contributors, by, ...call }: OfReview<Fixed>): Promise<void> {
      const set = { day, participants, contributors, ...(place !== undefined && { place }), status: 'scheduled' } as const;
      await change(call, review, set, 'scheduled', by);
    },

    /** A record for each of the ten lines, each with whoever delivers it; answers their ids. */
    async requestInputs({ review: id, ...call }: OfReview): Promise<string[]> {
      const review = await theReview(store, id);
      const { language } = await settingsNow(store);
      const at = clock.toOrganization(call.at);
      const ids: string[] = [];
      for (const line of InputLine.options) {
        const key = `${call.key}/${line}`;
        const set = { review: id, line, title: reviewLines[line].title[language], owner: await ownerOf(store, review, line), origin: key };
        ids.push(await createNumbered(store, { register: 'reviewInputs', set, at, actor: engine, event: 'requested', key }));
      }
      await change(call, id, { status: 'inputsRequested' }, 'inputsRequested');
      return ids;
    },

    async deliverInput({ input: id, says, text, by, ...call }: Call<Delivered>): Promise<void> {
      const at = clock.toOrganization(call.at);
      const set: Partial<ReviewInput> = { says, ...(text !== undefined && text !== '' && { text }), deliveredAt: at };
      await changeOnce(store, { register: 'reviewInputs', id, set, at, actor: actorBy(by), event: 'delivered', key: call.key });
    },

    async issuePack({ review, pack, by, ...call }: OfReview<{ pack: string; by: By | undefined }>): Promise<void> {
      await change(call, review, { pack, packedAt: clock.toOrganization(call.at), status: 'packIssued' }, 'packIssued', by);
    },

    async approveMinutes({ review, reason, by, ...call }: OfReview<{ reason: string; by: By | undefined }>): Promise<void> {
      const set = { status: 'approved', approvedBy: actorBy(by), approvedAt: clock.toOrganization(call.at) } as const;
      await change(call, review, set, 'approved', by, reason);
    },

    /** A record for each decision of the minutes; answers their ids. */
    async recordDecisions({ review: id, ...call }: OfReview): Promise<string[]> {
      const { decisions } = await theReview(store, id);
      const ids: string[] = [];
      for (const [n, decision] of decisions.entries()) {
        const key = `${call.key}/${n + 1}`;
        const set = { ...known(decision), review: id, status: 'decided' as const, origin: key };
        const made = { register: 'reviewDecisions', set, at: clock.toOrganization(call.at), actor: engine, event: 'decided', key } as const;
        ids.push(await createNumbered(store, made));
      }
      return ids;
    },

    /** What a decision starts, with the record that it is about; nothing where its owner carries it out. */
    async beginDecision({ decision: id, ...call }: Call<{ decision: string }>): Promise<Begun> {
      const decision = await theDecision(store, id);
      const isNothing = decision.starts === 'nothing';
      if (isNothing) await changeDecision(call, id, { status: 'done', doneAt: clock.toOrganization(call.at) }, 'noted');
      return { starts: await startOf(call, decision), isNothing, reason: `${id}: ${decision.text}`.slice(0, 200) };
    },

    async endDecision({ decision, result, by, ...call }: Call<{ decision: string; result: string; by: By | undefined }>): Promise<void> {
      await changeDecision(call, decision, { status: 'done', result, doneAt: clock.toOrganization(call.at) }, 'done', by);
    },

    /** Closed once all ten inputs are there and every decision is taken on or reasoned away. */
    async closeReview({ review, ...call }: OfReview): Promise<void> {
      const silent = (await store.reviewInputs.find({ review })).filter((input) => !isSaid(input));
      const untaken = await store.reviewDecisions.count({ review, status: 'decided' });
      if (silent.length > 0 || untaken > 0) return;
      await change(call, review, { status: 'closed', closedAt: clock.toOrganization(call.at) }, 'closed');
    },
  };
};

type Started = { process: string; subject: Record<string, unknown> };
/** `proposes`: what an earlier version has answered, in histories that are replayed. */
type Begun = { starts: Started | null; proposes?: string | null; reason: string; isNothing: boolean };

/** Fields that were left empty are not there. */
const known = (decision: MinutedDecision): MinutedDecision =>
  Object.fromEntries(Object.entries(decision).filter(([, value]) => value !== undefined)) as MinutedDecision;

/** The day of the last review, else a year before. */
async function sinceWhen(store: Store, at: string): Promise<Day> {
  const last = await store.managementReviews.first({ heldOn: { $exists: true } }, { sort: { heldOn: -1 } });
  return last?.heldOn ?? `${Number(at.slice(0, 4)) - 1}${at.slice(4, 10)}`.replace('-02-29', '-02-28');
}

async function ownerOf(store: Store, { contributors, owner = '' }: ManagementReview, line: InputLine): Promise<string> {
  const named = contributors.find((one) => one.line === line)?.person;
  return named ?? (await holdersOf(store, reviewLines[line].by))[0]?.id ?? accountableNow(store, owner);
}
