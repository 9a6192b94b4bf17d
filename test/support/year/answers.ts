import * as acting from './acting.ts';
import type { Answering, Asked } from './answering.ts';
import * as checking from './checking.ts';
import * as planning from './planning.ts';

const { pdcaCycle, contextReview, objectives, changePlanning } = planning;
const { controlCheck, measurement, auditProgramme, internalAudit, managementReview } = checking;
const { correctiveAction, proposal, reviewDecision, riskReview, targetedRiskReview, riskAcceptance } = acting;

/** What people answer, by process and task. */
const answers: Record<string, Record<string, Answering>> = {
  ...{ pdcaCycle, contextReview, objectives, changePlanning },
  ...{ controlCheck, measurement, auditProgramme, internalAudit, managementReview },
  ...{ correctiveAction, proposal, reviewDecision, riskReview, targetedRiskReview, riskAcceptance },
};

export async function answerTo(asked: Asked): Promise<unknown> {
  const { process, task, id } = asked.task;
  const answer = answers[process]?.[task];
  if (answer === undefined) throw new Error(`nobody knows what to answer to ${id}`);
  return answer(asked);
}
