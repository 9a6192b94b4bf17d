import { engine, type Levels } from '../../../domain/records/common.ts';
import type { PlanDecision, PlanItem, TreatmentPlan } from '../../../domain/records/treatmentPlan.ts';
import { ruleOf } from '../../../domain/reviewDates.ts';
import type { Counting } from '../../../domain/rules/residual.ts';
import { bandOf, isAbove } from '../../../domain/rules/risk.ts';
import { proposedLevels } from '../../../domain/treatment.ts';
import { criteriaNow } from '../../../models/knowledge.ts';
import { createNumbered } from '../../../models/numbered.ts';
import { controlsOf } from '../../../models/treatment.ts';
import type { Call } from '../../../workflows/engine/contract.ts';
import type { Deps } from '../../deps.ts';
import { unrecoverable } from '../../knowledge.ts';
import { actorBy } from '../../steps/happened.ts';
import { createAssessRisk } from '../assessRisk.ts';
import { dropControls } from './controls.ts';
import { changePlan, changeRisk, type Of, planAndRisk, plannedAlsoBy, riskOf } from './thePlan.ts';

type Row = Pick<PlanItem, 'control' | 'responsible' | 'due' | 'measuredBy'> & { resources?: string | undefined };
type Built = { items: readonly Row[]; expected: Levels; why: string; asksResources: boolean };
type Decided = Pick<PlanDecision, 'on' | 'decision' | 'as' | 'reason' | 'task'> & { levels?: Levels };
type Options = { options: TreatmentPlan['options']; reason: string };

/** Whether somebody has to decide on the risk as it is now, and as of which version of it. */
export type NextDecision = { asOf: number; needsDecision: boolean };

/** Who approves a plan, and who must not. */
export type Planned = { barred: string[]; isAboveOwner: boolean; asksResources: boolean };

/** What the treatment of a risk writes: its plan, the decisions on it, and what is left of the risk (6.1.3, 8.3). */
export const createPlanWrites = (deps: Deps) => ({
  /** A plan of its own for each time that the risk is treated; `after` one whose result was not enough. */
  async openPlan({ risk: id, because, after, ...call }: Call<{ risk: string; because: string; after?: string }>): Promise<string> {
    const { store, clock } = deps;
    const risk = await riskOf(store, id);
    const last = after === undefined ? undefined : (await planAndRisk(store, after)).plan;
    const { options = [], added = [], plannedBy = [], round = 0, before = risk.current, reason } = last ?? {};
    return createNumbered(store, {
      ...{ register: 'treatmentPlans', at: clock.toOrganization(call.at), actor: engine, event: 'opened', key: call.key },
      set: {
        ...{ run: call.run, risk: id, because, round: round + 1, status: 'draft', options, added, plannedBy, items: [], decisions: [] },
        ...{ ...(before && { before }), ...(reason && { reason }), origin: call.key },
      },
    });
  },

  async chooseOptions({ options, reason, ...call }: Of<Options>): Promise<void> {
    await changePlan(deps, call, { options, reason }, { event: 'optionsChosen' });
  },

  /** The risk is to be retained as it is: what was planned is given up, and whoever may decides whether it is retained. */
  async retainOnly(call: Of): Promise<NextDecision> {
    const { plan, risk } = await planAndRisk(deps.store, call.plan);
    const givenUp = (await controlsOf(deps.store, risk)).filter(
      ({ control }) => plan.added.includes(control.id) && control.status === 'planned',
    );
    const ids = givenUp.map(({ control }) => control.id);
    await dropControls(deps, call, risk, ids);
    const controls = risk.controls.filter(({ control }) => !ids.includes(control));
    const asOf = await changeRisk(deps, call, risk.id, { treatment: ['retain'], controls }, 'treatmentChosen');
    await changePlan(deps, call, { status: 'retained' }, { event: 'retained' });
    return { asOf, needsDecision: await needsDecision(deps, risk.id) };
  },

  /** Who does what by when, and what is expected to be left of the risk, beside what is computed. */
  async buildPlan({ items, expected, why, asksResources, ...call }: Of<Built>): Promise<Planned> {
    const { plan } = await planAndRisk(deps.store, call.plan);
    const plannedBy = plannedAlsoBy(plan, call.by);
    const proposed = await levelsBy(deps, plan, 'target', call.at);
    await changePlan(
      deps,
      call,
      {
        items: items.map(({ resources, ...item }) => ({ ...item, ...(resources !== undefined && { resources }), state: 'proposed' })),
        ...{ expected, expectedBecause: why, asksResources, plannedBy, ...(proposed !== undefined && { proposed }) },
      },
      { event: 'planned' },
    );
    const criteria = await criteriaNow(deps.store);
    const { authority } = ruleOf(criteria, bandOf(criteria, expected));
    return { barred: plannedBy, isAboveOwner: authority !== 'riskOwner', asksResources };
  },

  /** One decision, bound to what was frozen for whoever made it. */
  async decideOnPlan({ on, decision, as, reason, task, levels, ...call }: Of<Decided>): Promise<void> {
    const { store, clock } = deps;
    const { plan } = await planAndRisk(store, call.plan);
    const brief = (await store.tasks.get(task))?.brief;
    if (brief === undefined) throw unrecoverable(`nothing was frozen for ${task}`);
    const made: PlanDecision = {
      ...{ on, decision, as, reason, task, brief, by: actorBy(call.by), at: clock.toOrganization(call.at) },
      ...(levels !== undefined && { levels }),
    };
    const decisions = [...plan.decisions.filter((one) => one.task !== task), made];
    const isOver = decision === 'continue' ? ({ status: 'continued' } as const) : {};
    await changePlan(deps, call, { decisions, ...isOver }, { event: `${on}Decided`, why: reason });
  },

  /** From now on the risk is treated by it; answers what is to be brought about. */
  async approvePlan(call: Of): Promise<{ items: Pick<PlanItem, 'control' | 'responsible' | 'due'>[]; isShared: boolean }> {
    const { plan } = await planAndRisk(deps.store, call.plan);
    const items = plan.items.map((item) => ({ ...item, state: 'approved' as const }));
    await changeRisk(deps, call, plan.risk, { treatment: plan.options, status: 'treating' }, 'treatmentChosen');
    await changePlan(deps, call, { status: 'approved', items }, { event: 'approved' });
    const toBring = items.map(({ control, responsible, due }) => ({ control, responsible, due }));
    return { items: toBring, isShared: plan.options.includes('share') };
  },

  /** Which runs bring the controls about. */
  async noteRuns({ runs, ...call }: Of<{ runs: readonly { control: string; run: string }[] }>): Promise<void> {
    const { plan } = await planAndRisk(deps.store, call.plan);
    const items = plan.items.map((item) => {
      const started = runs.find(({ control }) => control === item.control);
      return started === undefined ? item : { ...item, run: started.run, state: 'inImplementation' as const };
    });
    await changePlan(deps, call, { items }, { event: 'begun' });
  },

  /** How the controls stand now, and what they leave of the risk as computed. */
  async reckonResidual(call: Of): Promise<void> {
    const { plan, risk } = await planAndRisk(deps.store, call.plan);
    const standing = new Map((await controlsOf(deps.store, risk)).map(({ control }) => [control.id, control]));
    const items = plan.items.map((item) => ({ ...item, state: stateBy(standing.get(item.control)) }));
    const achieved = await levelsBy(deps, plan, 'current', call.at);
    await changePlan(deps, call, { items, ...(achieved !== undefined && { achieved }) }, { event: 'carriedOut' });
  },

  /** The owner accepts what is left: a judgement of its own, which the risk is brought to. */
  async acceptResidual({ levels, reason, task, ...call }: Of<{ levels: Levels; reason: string; task: string }>): Promise<NextDecision> {
    const { plan, risk } = await planAndRisk(deps.store, call.plan);
    const { likelihood, consequence } = risk.current ?? {};
    const isKept = likelihood === levels.likelihood && consequence === levels.consequence;
    const outcome = { ...levels, verdict: isKept ? ('keep' as const) : ('change' as const), reason };
    await createAssessRisk(deps)({
      ...{ ...call, by: call.by, key: `${call.key}/assessed`, risk: risk.id, task, outcome, kind: 'triggered' },
    });
    const isAvoided = plan.options.includes('avoid');
    const standing = isAvoided ? ({ status: 'avoided', acceptance: 'notNeeded' } as const) : ({ status: 'active' } as const);
    const asOf = await changeRisk(deps, call, risk.id, { residual: levels, ...standing }, 'treated');
    const items = plan.items.map((item) => ({ ...item, state: 'closed' as const }));
    await changePlan(deps, call, { status: 'accepted', items }, { event: 'accepted' });
    return { asOf, needsDecision: await needsDecision(deps, risk.id) };
  },

  /** Nobody has decided: the risk is as it was before. */
  async withdrawPlan(call: Of): Promise<void> {
    const { plan, risk } = await planAndRisk(deps.store, call.plan);
    if (risk.status === 'treating') await changeRisk(deps, call, plan.risk, { status: 'active' }, 'changed');
    await changePlan(deps, call, { status: 'withdrawn' }, { event: 'withdrawn' });
  },
});

const stateBy = (control: { status: string; effectiveness: string } | undefined): PlanItem['state'] => {
  if (control?.status !== 'implemented') return 'notImplemented';
  return control.effectiveness === 'effective' || control.effectiveness === 'ineffective' ? control.effectiveness : 'implemented';
};

/** Above the rule, and nobody is asked about it or has accepted it. */
async function needsDecision({ store }: Deps, id: string): Promise<boolean> {
  const { band, status } = await riskOf(store, id);
  if (band === undefined || status === 'avoided' || status === 'closed' || !isAbove(await criteriaNow(store), band)) return false;
  return (await store.acceptances.count({ risk: id, state: { $in: ['asked', 'accepted'] } })) === 0;
}

async function levelsBy({ store, clock }: Deps, plan: TreatmentPlan, counting: Counting, at: string): Promise<Levels | undefined> {
  const risk = await riskOf(store, plan.risk);
  return proposedLevels(risk, plan, await controlsOf(store, risk), { counting, today: clock.toOrganization(at).slice(0, 10) });
}
