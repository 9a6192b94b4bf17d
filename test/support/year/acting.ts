import { idOf } from '../../../domain/example/people.ts';
import type { Nonconformity } from '../../../domain/records/nonconformity.ts';
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

type Judgement = [likelihood: number, consequence: number];
const acceptable: readonly Judgement[] = [
  [2, 2],
  [1, 3],
  [2, 1],
  [1, 2],
  [1, 4],
  [3, 1],
  [2, 2],
];
const above: readonly Judgement[] = [
  [3, 3],
  [2, 4],
  [1, 5],
  [3, 4],
];

/** Mostly what is accepted without a decision; one judgement in six is above it. */
function levelsBy({ id }: Asked['task']): { likelihood: number; consequence: number } {
  const drawn = Number.parseInt(sha256(id).slice(0, 6), 16);
  const among = drawn % 6 === 0 ? above : acceptable;
  const [likelihood, consequence] = among[Math.floor(drawn / 6) % among.length] as Judgement;
  return { likelihood, consequence };
}

async function reassess({ task, store }: Asked) {
  const { lastAssessment } = there(await store.risks.get(task.about ?? ''), task);
  const levels = levelsBy(task);
  const isSame = lastAssessment?.likelihood === levels.likelihood && lastAssessment.consequence === levels.consequence;
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
