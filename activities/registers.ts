import type { Assessment, Risk } from '../domain/records/risk.ts';
import { isDue, isFrequent, nextReviewDay } from '../domain/reviewDates.ts';
import { bandOf, isAbove } from '../domain/rules/risk.ts';
import { closedStates } from '../domain/rules/task.ts';
import type { By } from '../domain/rules/taskShape.ts';
import { calendarOf } from '../domain/sites.ts';
import { criteriaNow, settingsNow } from '../models/knowledge.ts';
import { changeRecord } from '../models/registers.ts';
import type { Call } from '../workflows/engine/contract.ts';
import type { Deps } from './deps.ts';
import { actorOf } from './steps/happened.ts';

type Judged = { likelihood: number; consequence: number; verdict: 'keep' | 'change' | 'close'; reason: string };

/** Ids and frozen facts that flows read from registers. */
export const createReads = ({ store }: Deps) => ({
  /**
   * Ids of the risks that a review asks about: those due in the period, or every active one; between two quarters those of the bands that do not wait
   * that long, unless somebody is asked about them already.
   */
  async risksDue({ subject }: Call<unknown>): Promise<string[]> {
    const criteria = await criteriaNow(store);
    const risks = await store.risks.find({ status: { $nin: ['draft', 'closed'] } });
    if (subject.scope === 'all') return risks.map((risk) => risk.id);
    const due = risks.filter((risk) => isDue(risk, String(subject.period), criteria));
    if (subject.scope !== 'frequent') return due.map((risk) => risk.id);
    const frequent = due.filter((risk) => isFrequent(risk, criteria)).map((risk) => risk.id);
    const asked = await store.tasks.find({ process: 'riskReview', about: { $in: frequent }, state: { $nin: [...closedStates] } });
    return frequent.filter((risk) => !asked.some(({ about }) => about === risk));
  },
});

/** Changes of registers that flows make: trailed, and made once however often they are tried. */
export const createWrites = (deps: Deps) => ({
  /** Stores an owner's judgement as an immutable snapshot and brings the risk to it (6.1.2, 8.2). */
  async assessRisk(
    call: Call<{ risk: string; task: string; outcome: Judged; by: By | undefined }>,
  ): Promise<{ assessment: string; band: Assessment['band']; aboveAcceptance: boolean }> {
    const { store } = deps;
    const risk = await store.risks.get(call.risk);
    if (risk === undefined) throw new Error(`there is no risk ${call.risk}`);
    const assessment = (await store.assessments.get(call.task)) ?? (await assess(deps, risk, call));
    if (risk.lastAssessment?.id !== assessment.id) await bringTo(deps, risk, assessment, call);
    return { assessment: assessment.id, band: assessment.band, aboveAcceptance: assessment.aboveAcceptance };
  },
});

export type Reads = ReturnType<typeof createReads>;
export type Writes = ReturnType<typeof createWrites>;
type AssessCall = Parameters<Writes['assessRisk']>[0];

async function assess({ store, clock }: Deps, risk: Risk, { task, run, outcome, by, at }: AssessCall): Promise<Assessment> {
  const criteria = await criteriaNow(store);
  const { likelihood, consequence, verdict, reason } = outcome;
  const band = bandOf(criteria, { likelihood, consequence });
  const assessment: Assessment = {
    ...{ id: task, task, run, risk: risk.id, kind: 'periodic', at: clock.toOrganization(at), criteria: criteria.id },
    by: by === undefined ? { person: risk.owner, via: 'engine' } : actorOf(by),
    ...{ likelihood, consequence, band, verdict, reason, aboveAcceptance: verdict !== 'close' && isAbove(criteria, band) },
    ...(risk.current !== undefined && { previous: risk.current }),
  };
  await store.assessments.insert(assessment);
  return assessment;
}

async function bringTo({ store }: Deps, risk: Risk, assessment: Assessment, { key }: AssessCall): Promise<void> {
  const { likelihood, consequence, band, at, by, aboveAcceptance, verdict } = assessment;
  const person = await store.people.get(by.person);
  const day = calendarOf(await settingsNow(store), person).dayOf(at);
  await changeRecord(store, {
    register: 'risks',
    id: risk.id,
    version: risk.version,
    set: {
      ...{ current: { likelihood, consequence }, band },
      lastAssessment: { id: assessment.id, day, by: by.person, likelihood, consequence, band },
      nextReview: verdict === 'close' ? undefined : nextReviewDay(day, band, await criteriaNow(store)),
      acceptance: aboveAcceptance ? 'required' : 'notNeeded',
      ...(verdict === 'close' && { status: 'closed' as const }),
    } as Partial<Risk>,
    at,
    actor: by,
    event: 'assessed',
    key,
  });
}
