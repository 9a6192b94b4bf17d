import { z } from 'zod';
import { jsonSchemaOf } from '../domain/jsonSchema.ts';
import type { Agreement, TaskDefinition } from '../domain/process.ts';
import type { Task } from '../domain/records/task.ts';
import type { Detail } from '../domain/refusal.ts';
import { contradiction, type Judgement } from '../domain/rules/risk.ts';
import { criteriaNow } from '../models/knowledge.ts';
import type { Store } from '../models/store.ts';
import { differencesOf } from '../models/watching.ts';
import { definitionOf } from '../workflows/definitions.ts';
import { anotherDay, auditProgramme, findings, impartial } from './agreements/audits.ts';
import { causeAgrees } from './agreements/causes.ts';
import { type Check, offTheScale, problem } from './agreements/check.ts';
import { cyclePlan } from './agreements/cycles.ts';
import { documentAgrees } from './agreements/documents.ts';
import { attendance, bothKinds, inputSaid, reviewDay } from './agreements/managementReviews.ts';
import { measuresOfPlanAgree } from './agreements/measures.ts';
import { changeAgrees } from './agreements/plannedChanges.ts';
import { endedExceptionsAgree, isRolledOut, rolloutAgrees } from './agreements/rollouts.ts';
import { risksThere, setupRoles } from './agreements/setup.ts';
import { treatmentAgrees } from './agreements/treatments.ts';
import { namesNobody } from './namesNobody.ts';
import { type Said, say } from './plain/words.ts';

const checks: Record<Agreement, Check> = {
  judgement: judgementAgrees,
  asFrozen: isAsFrozen,
  rollout: rolloutAgrees,
  rolledOut: isRolledOut,
  endedExceptions: endedExceptionsAgree,
  treatment: treatmentAgrees,
  measuresOfPlan: measuresOfPlanAgree,
  change: changeAgrees,
  cause: causeAgrees,
  document: documentAgrees,
  ...{ auditProgramme, anotherDay, impartial, findings },
  ...{ reviewDay, inputSaid, attendance, bothKinds },
  ...{ cyclePlan, setupRoles, risksThere },
};

/** Where an outcome does not agree with what its definition says that it must, or names what is not there. */
export const outcomeProblems: Check = async (store, task, outcome, now) => {
  const { agrees } = taskDefinitionOf(task);
  return [...(await namesNobody(store, task, outcome)), ...(agrees === undefined ? [] : await checks[agrees](store, task, outcome, now))];
};

export function taskDefinitionOf({ process, task }: Pick<Task, 'process' | 'task'>): TaskDefinition {
  const definition = definitionOf(process)?.tasks[task];
  if (definition === undefined) throw new Error(`there is no definition of ${process}/${task}`);
  return definition;
}

/** What the task asks for: as it was when it opened, also where its definition asks for something else by now. */
export function outcomeSchemaOf(task: Task): z.ZodType<Record<string, unknown>> {
  const { outcome } = taskDefinitionOf(task);
  const isAsOpened = JSON.stringify(jsonSchemaOf(outcome)) === task.outcomeSchema;
  return (isAsOpened ? outcome : z.fromJSONSchema(JSON.parse(task.outcomeSchema))) as z.ZodType<Record<string, unknown>>;
}

async function judgementAgrees(store: Store, { about }: Task, outcome: Record<string, unknown>): Promise<Detail[]> {
  const [criteria, risk] = await Promise.all([criteriaNow(store), about === undefined ? undefined : store.risks.get(about)]);
  const judged = outcome as Judgement;
  const off = (['likelihood', 'consequence'] as const).filter((scale) => judged[scale] > criteria[scale].length);
  if (off.length > 0) return off.map((scale) => offTheScale(scale, criteria[scale].length));
  const sentence = contradiction(risk?.lastAssessment, judged);
  return sentence === undefined ? [] : [problem('verdict', sentence, say(contradicting(judged, risk?.lastAssessment !== undefined), 'de'))];
}

/** What a verdict and its levels say against each other. */
export const contradicting = ({ verdict }: Pick<Judgement, 'verdict'>, wasJudged: boolean): Said =>
  verdict === 'change' ? 'changeSame' : wasJudged ? 'keepOther' : 'keepNone';

/** Nobody approves what is not so any more: it would end at once, and a record of it would say that somebody had accepted that risk. */
async function isAsFrozen(store: Store, { run }: Task, { decision }: Record<string, unknown>): Promise<Detail[]> {
  const acceptance = decision === 'approve' ? await store.acceptances.first({ run }) : undefined;
  const differing = acceptance === undefined ? [] : await differencesOf(store, acceptance.snapshot);
  if (differing.length === 0) return [];
  const what = differing.map(({ record, field }) => `${record} ${field}`).join(', ');
  return [
    problem(
      'decision',
      `The risk is not what was frozen any more (${what}), so it cannot be approved like this: return it, and the owner is asked again about the risk as it is.`,
      `Das Risiko ist nicht mehr, wie es festgehalten wurde (${what}); so geht keine Zustimmung. Geben Sie es zurück, dann wird neu gefragt, zum Risiko von jetzt.`,
    ),
  ];
}
