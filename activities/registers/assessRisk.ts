import type { Assessment, Risk } from '../../domain/records/risk.ts';
import { nextReviewDay } from '../../domain/reviewDates.ts';
import { bandOf, isAbove } from '../../domain/rules/risk.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { calendarOf } from '../../domain/sites.ts';
import { criteriaNow, settingsNow } from '../../models/knowledge.ts';
import { changeRecord } from '../../models/registers.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { actorOf } from '../steps/happened.ts';

type Judged = { likelihood: number; consequence: number; verdict: 'keep' | 'change' | 'close'; reason: string };
type AssessCall = Call<{ risk: string; task: string; outcome: Judged; by: By | undefined; kind?: Assessment['kind'] }>;

export type Assessed = {
  assessment: string;
  band: Assessment['band'];
  aboveAcceptance: boolean;
  /** The version of the risk that a decision is asked about. */
  asOf: number;
  /** A decision is being asked for or stands: it looks after itself when the level is another one now. */
  isDecided: boolean;
};

/** Stores an owner's judgement as an immutable snapshot and brings the risk to it (6.1.2, 8.2). */
export const createAssessRisk =
  (deps: Deps) =>
  async (call: AssessCall): Promise<Assessed> => {
    const { store } = deps;
    const risk = await store.risks.get(call.risk);
    if (risk === undefined) throw new Error(`there is no risk ${call.risk}`);
    const assessment = (await store.assessments.get(call.task)) ?? (await assess(deps, risk, call));
    const decisions = await store.acceptances.find({ risk: risk.id, state: { $in: ['asked', 'accepted'] } });
    const stands = decisions.some(({ state, snapshot: { levels } }) => state === 'accepted' && isSame(levels, assessment));
    const now = risk.lastAssessment?.id === assessment.id ? risk : await bringTo(deps, risk, assessment, stands, call);
    const { id, band, aboveAcceptance } = assessment;
    return { assessment: id, band, aboveAcceptance, asOf: now.version, isDecided: decisions.length > 0 };
  };

type Judgement = Pick<Assessment, 'likelihood' | 'consequence'>;
const isSame = (a: Judgement, b: Judgement): boolean => a.likelihood === b.likelihood && a.consequence === b.consequence;

async function assess(
  { store, clock }: Deps,
  risk: Risk,
  { task, run, outcome, by, at, kind = 'periodic' }: AssessCall,
): Promise<Assessment> {
  const criteria = await criteriaNow(store);
  const { likelihood, consequence, verdict, reason } = outcome;
  const band = bandOf(criteria, { likelihood, consequence });
  const assessment: Assessment = {
    ...{ id: task, task, run, risk: risk.id, kind, at: clock.toOrganization(at), criteria: criteria.id },
    by: by === undefined ? { person: risk.owner, via: 'engine' } : actorOf(by),
    ...{ likelihood, consequence, band, verdict, reason, aboveAcceptance: verdict !== 'close' && isAbove(criteria, band) },
    ...(risk.current !== undefined && { previous: risk.current }),
  };
  await store.assessments.insert(assessment);
  return assessment;
}

async function bringTo({ store }: Deps, risk: Risk, assessment: Assessment, stands: boolean, { key }: AssessCall): Promise<Risk> {
  const { likelihood, consequence, band, at, by, aboveAcceptance, verdict } = assessment;
  const person = await store.people.get(by.person);
  const day = calendarOf(await settingsNow(store), person).dayOf(at);
  return changeRecord(store, {
    register: 'risks',
    id: risk.id,
    version: risk.version,
    set: {
      ...{ current: { likelihood, consequence }, band },
      lastAssessment: { id: assessment.id, day, by: by.person, likelihood, consequence, band },
      nextReview: verdict === 'close' ? undefined : nextReviewDay(day, band, await criteriaNow(store)),
      acceptance: aboveAcceptance ? (stands ? 'accepted' : 'required') : 'notNeeded',
      ...(verdict === 'close' && { status: 'closed' as const }),
    } as Partial<Risk>,
    at,
    actor: by,
    event: 'assessed',
    key,
  });
}
