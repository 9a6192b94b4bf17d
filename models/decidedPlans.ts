import type { PlanDecision, TreatmentPlan } from '../domain/records/treatmentPlan.ts';
import { ruleOf } from '../domain/reviewDates.ts';
import { bandOf } from '../domain/rules/risk.ts';
import { digestOf } from './briefs.ts';
import { criteriaNow } from './knowledge.ts';
import type { Store } from './store.ts';

/**
 * Whether a plan of treatment was decided on as 6.1.3 f wants it: the plan and what is left of the risk, each by its owner, each on what was frozen
 * for it, by nobody who had planned; above the owner's authority the plan by top management as well.
 */
export async function isDecidedRightly(store: Store, plan: TreatmentPlan): Promise<boolean> {
  const approvals = await Promise.all([lastOf(store, plan, 'plan', 'riskOwner'), lastOf(store, plan, 'plan', 'topManagement')]);
  const isApproved = approvals[0] === 'approve' && (approvals[1] === 'approve' || !(await isAboveOwner(store, plan)));
  // What was treated further is decided on by the plan that came after it.
  if (plan.status === 'continued') return isApproved;
  return isApproved && plan.status === 'accepted' && (await lastOf(store, plan, 'residual', 'riskOwner')) === 'accept';
}

async function isAboveOwner(store: Store, { expected }: TreatmentPlan): Promise<boolean> {
  const criteria = await criteriaNow(store);
  return expected === undefined || ruleOf(criteria, bandOf(criteria, expected)).authority === 'topManagement';
}

/** What was decided last; nothing where that does not count. */
async function lastOf(
  store: Store,
  plan: TreatmentPlan,
  on: PlanDecision['on'],
  as: PlanDecision['as'],
): Promise<PlanDecision['decision'] | undefined> {
  const last = plan.decisions.filter((one) => one.on === on && one.as === as).at(-1);
  return last !== undefined && (await counts(store, plan, last)) ? last.decision : undefined;
}

/** Made in a task of its run, by nobody who had planned, on what is still word for word what was frozen. */
async function counts(store: Store, { run, plannedBy }: TreatmentPlan, { task: id, by, brief: seen, on }: PlanDecision): Promise<boolean> {
  const [task, brief] = await Promise.all([store.tasks.get(id), store.briefs.get(seen.id)]);
  const isOfRun = task?.run === run && task.state === 'done' && task.task.startsWith(on === 'residual' ? 'acceptResidual' : 'approvePlan');
  const isSeparate = !plannedBy.includes(by.person) || task?.alone === true;
  return isOfRun && isSeparate && task.brief?.digest === seen.digest && brief !== undefined && digestOf(brief) === seen.digest;
}
