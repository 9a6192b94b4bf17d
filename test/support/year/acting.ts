import { idOf } from '../../../domain/example/people.ts';
import type { Levels } from '../../../domain/records/common.ts';
import type { Nonconformity } from '../../../domain/records/nonconformity.ts';
import type { Risk } from '../../../domain/records/risk.ts';
import { sha256 } from '../../../models/trail.ts';
import type { definition as correctiveActionDefinition } from '../../../workflows/correctiveAction/definition.ts';
import type { definition as proposalDefinition } from '../../../workflows/proposal/definition.ts';
import type { definition as reviewDecisionDefinition } from '../../../workflows/reviewDecision/definition.ts';
import type { definition as riskAcceptanceDefinition } from '../../../workflows/riskAcceptance/definition.ts';
import type { definition as riskReviewDefinition } from '../../../workflows/riskReview/definition.ts';
import type { definition as targetedRiskReviewDefinition } from '../../../workflows/targetedRiskReview/definition.ts';
import { type AnswersTo, type Asked, approved, daysOn, there } from './answering.ts';

/** The risk that an incident makes look other than it was judged. */
const touched = 'RSK-001';

const nonconformityOf = async ({ task, store }: Asked): Promise<Nonconformity> =>
  there(await store.nonconformities.get(task.about ?? ''), task);

const corrected = () => ({ correction: 'It was put right on the same day.', consequences: 'Nothing was lost.' });

export const correctiveAction: AnswersTo<typeof correctiveActionDefinition> = {
  async triage(asked) {
    const { kind } = (await nonconformityOf(asked)).source;
    if (kind === 'missedTask') return { decision: 'reject', reason: 'It was answered in the end, and talked over.' };
    return { decision: 'accept', grade: kind === 'incident' ? 'major' : 'minor', reason: 'It must not happen again.' };
  },
  correct: corrected,
  contain: corrected,
  async analyse(asked) {
    const isIncident = (await nonconformityOf(asked)).source.kind === 'incident';
    return {
      ...{ cause: 'Nobody was named for it.', similarCases: 'Two other systems were looked at, and have a name.', removeCause: true },
      ...(isIncident ? { weakness: 'control', risk: touched } : { weakness: 'none' }),
      reason: 'It would come back otherwise.',
    };
  },
  plan: ({ today }) => ({
    ...{ actions: 'Name somebody, and put it into the calendar.', responsible: idOf('jonas'), until: daysOn(today, 14) },
    measuredBy: 'Three times in a row on time.',
  }),
  approvePlan: () => approved,
  implement: () => ({ result: 'Somebody is named, and it is in the calendar.' }),
  /** What was done about the incident does not work the first time. */
  async judge(asked) {
    const { source, effectiveness = [] } = await nonconformityOf(asked);
    return source.kind === 'incident' && effectiveness.length === 0
      ? { effective: 'ineffective', reason: 'It was forgotten once more.' }
      : { effective: 'effective', reason: 'Three times in a row.' };
  },
  close: () => ({ ismsChange: 'none', reason: 'The rule was right.' }),
};

const taken = ['correctiveAction', 'targetedRiskReview'];

export const proposal: AnswersTo<typeof proposalDefinition> = {
  async decide({ task, store }) {
    const { process } = there(await store.proposals.get(task.about ?? ''), task);
    return taken.includes(process)
      ? { decision: 'accept', reason: 'It is worth it.' }
      : { decision: 'decline', reason: 'Not in this year, and written down for the next.' };
  },
};

export const reviewDecision: AnswersTo<typeof reviewDecisionDefinition> = { carryOut: () => ({ result: 'There is a rota.' }) };

/** Mostly as last time; one judgement in four is a step nearer to the target, one in twelve a step worse. */
function judged({ id }: Asked['task'], { lastAssessment, residual }: Risk): Levels {
  const { likelihood, consequence } = lastAssessment ?? { likelihood: 3, consequence: 3 };
  const drawn = Number.parseInt(sha256(id).slice(0, 6), 16) % 12;
  if (drawn === 0) return { likelihood: Math.min(likelihood + 1, 5), consequence };
  if (drawn > 3 || residual === undefined) return { likelihood, consequence };
  return likelihood > residual.likelihood
    ? { likelihood: likelihood - 1, consequence }
    : { likelihood, consequence: Math.min(consequence, Math.max(consequence - 1, residual.consequence)) };
}

async function reassess({ task, store }: Asked) {
  const risk = there(await store.risks.get(task.about ?? ''), task);
  const levels = judged(task, risk);
  const { lastAssessment: last } = risk;
  const isSame = last?.likelihood === levels.likelihood && last.consequence === levels.consequence;
  return { ...levels, verdict: isSame ? ('keep' as const) : ('change' as const), reason: 'Looked at with those who work with it.' };
}

export const riskReview: AnswersTo<typeof riskReviewDefinition> = {
  reassess,
  confirm: () => ({ consistent: true, newRisks: 0, note: 'Read side by side, and consistent.' }),
};

export const targetedRiskReview: AnswersTo<typeof targetedRiskReviewDefinition> = { reassess };

export const riskAcceptance: AnswersTo<typeof riskAcceptanceDefinition> = {
  request: () => ({
    ...{ decision: 'retain', justification: 'It comes down with the spring release.' },
    measures: 'Restores are tried out every month until then.',
  }),
  approve: ({ again }) => (again ? { decision: 'return', reason: 'The risk is another one by now.' } : approved),
};
