import type { Risk } from '../../../domain/records/risk.ts';
import type { TreatmentPlan } from '../../../domain/records/treatmentPlan.ts';
import type { By } from '../../../domain/rules/taskShape.ts';
import type { Store } from '../../../models/store.ts';
import type { Call } from '../../../workflows/engine/contract.ts';
import type { Deps } from '../../deps.ts';
import { unrecoverable } from '../../knowledge.ts';
import { actorBy } from '../../steps/happened.ts';
import { changeOnce } from '../byFlow.ts';

/** A write about a plan of treatment, and who has caused it. */
export type Of<A = unknown> = Call<A & { plan: string; by?: By | undefined }>;

export async function planAndRisk(store: Store, id: string): Promise<{ plan: TreatmentPlan; risk: Risk }> {
  const plan = await store.treatmentPlans.get(id);
  if (plan === undefined) throw unrecoverable(`there is no treatment plan ${id}`);
  return { plan, risk: await riskOf(store, plan.risk) };
}

export async function riskOf(store: Store, id: string): Promise<Risk> {
  const risk = await store.risks.get(id);
  if (risk === undefined) throw unrecoverable(`there is no risk ${id}`);
  return risk;
}

/** With one more person who had a hand in the plan. */
export const plannedAlsoBy = ({ plannedBy }: TreatmentPlan, by: By | undefined): string[] =>
  by === undefined ? plannedBy : [...new Set([...plannedBy, by.person])];

type Changes = { event: string; why?: string };

export const changePlan = (
  { store, clock }: Deps,
  { plan, by, ...call }: Of,
  set: Partial<TreatmentPlan>,
  more: Changes,
): Promise<number> =>
  changeOnce(store, {
    ...{ register: 'treatmentPlans', id: plan, set, at: clock.toOrganization(call.at), actor: actorBy(by), key: `${call.key}/plan` },
    ...more,
  });

export const changeRisk = ({ store, clock }: Deps, { by, ...call }: Of, risk: string, set: Partial<Risk>, event: string): Promise<number> =>
  changeOnce(store, {
    ...{ register: 'risks', id: risk, set, at: clock.toOrganization(call.at), actor: actorBy(by), key: `${call.key}/risk`, event },
  });
