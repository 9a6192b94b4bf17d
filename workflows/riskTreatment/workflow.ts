import type { Planned } from '../../activities/registers/treatment/plans.ts';
import { flow } from '../engine/flow.ts';
import type { Asking, Powers } from '../engine/powers.ts';
import type { definition } from './definition.ts';

type Definition = typeof definition;
type Flow = Powers<Definition>;
type Task = keyof Definition['tasks'];

type Stage = 'options' | 'controls' | 'comparison' | 'plan' | 'approval' | 'resources' | 'implementation' | 'residual';
type Next = Stage | 'treated' | 'undecided';

/** What is frozen for whoever is asked. */
type Frozen = { of: Parameters<Flow['write']['freezeBrief']>[0]['of'] } & Pick<Asking, 'barred'>;

/** Where the treatment stands: its plan, what was planned last, and what was asked before. */
type Treatment = { plan: string; planned: Planned; asked: Set<Task> };

export const riskTreatment = flow<Definition>([], async (powers) => {
  const { risk, because } = powers.subject;
  const plan = await powers.write.openPlan({ risk, because });
  const treatment: Treatment = { plan, planned: { barred: [], isAboveOwner: false, asksResources: false }, asked: new Set() };
  let next: Next = 'options';
  while (next !== 'treated' && next !== 'undecided') next = await stages[next](powers, treatment);
  if (next === 'undecided') await powers.write.withdrawPlan({ plan: treatment.plan });
});

/** What is done in each stage, and which comes after it. */
const stages: Record<Stage, (powers: Flow, treatment: Treatment) => Promise<Next>> = {
  async options(powers, treatment) {
    const { plan } = treatment;
    const answer = await askOn(powers, treatment, 'chooseOptions', { of: 'treatmentReasons' });
    if (answer.state !== 'done') return 'undecided';
    const { options, reason } = answer.outcome;
    await powers.write.chooseOptions({ plan, options, reason, by: answer.by });
    if (options.some((option) => option !== 'retain')) return 'controls';
    const { asOf, needsDecision } = await powers.write.retainOnly({ plan, by: answer.by });
    if (needsDecision) await powers.start('riskAcceptance', { risk: powers.subject.risk, asOf }, reason);
    return 'treated';
  },

  async controls(powers, treatment) {
    const answer = await askOn(powers, treatment, 'determineControls', { of: 'treatmentReasons' });
    if (answer.state !== 'done') return 'undecided';
    const { existing = [], added = [], dropped = [], reason: why } = answer.outcome;
    await powers.write.determineControls({ plan: treatment.plan, existing, added, dropped, why, by: answer.by });
    return 'comparison';
  },

  async comparison(powers, treatment) {
    const answer = await askOn(powers, treatment, 'compareAnnexA', { of: 'annexAComparison' });
    if (answer.state !== 'done') return 'undecided';
    const { served = [], missing, reason: why } = answer.outcome;
    await powers.write.compareAnnexA({ plan: treatment.plan, served, why, by: answer.by });
    return missing === 'some' ? 'controls' : 'plan';
  },

  async plan(powers, treatment) {
    const answer = await askOn(powers, treatment, 'buildPlan', { of: 'treatmentPlans' });
    if (answer.state !== 'done') return 'undecided';
    const { items = [], asksResources, reason: why, ...expected } = answer.outcome;
    treatment.planned = await powers.write.buildPlan({ plan: treatment.plan, items, asksResources, why, expected, by: answer.by });
    return 'approval';
  },

  /** First its owner's, and above the owner's authority top management's as well. */
  async approval(powers, treatment) {
    const { barred, isAboveOwner } = treatment.planned;
    const owners = await approve(powers, treatment, 'approvePlan', barred);
    if (owners.next !== 'resources' || !isAboveOwner) return owners.next;
    return (await approve(powers, treatment, 'approvePlanAbove', [...barred, ...owners.by])).next;
  },

  async resources(powers, treatment) {
    const { plan, planned } = treatment;
    if (!planned.asksResources) return 'implementation';
    const answer = await askOn(powers, treatment, 'grantResources', { of: 'treatmentPlans', barred: planned.barred });
    if (answer.state !== 'done') return 'undecided';
    const { task, by, outcome } = answer;
    await powers.write.decideOnPlan({ plan, on: 'resources', as: 'topManagement', ...outcome, task, by });
    return outcome.decision === 'grant' ? 'implementation' : 'plan';
  },

  async implementation(powers, { plan }) {
    const { risk } = powers.subject;
    const { items, isShared } = await powers.write.approvePlan({ plan });
    if (isShared) await powers.propose('supplierReview', { about: risk, reason: `${risk} is shared by ${plan}.` });
    if (powers.patched('rulesAreWrittenDown')) await proposeRules(powers, plan);
    if (powers.patched('controlsAreMeasured')) await proposeMeasures(powers, plan);
    const runs: { control: string; run: string }[] = [];
    for (const item of items) {
      const run = await powers.start('controlImplementation', { ...item, plan }, `Planned in ${plan}.`);
      if (run !== undefined) runs.push({ control: item.control, run });
    }
    await powers.write.noteRuns({ plan, runs });
    await Promise.all(runs.map(({ run }) => powers.closed(run)));
    return 'residual';
  },

  async residual(powers, treatment) {
    const { plan, planned } = treatment;
    const { risk, because } = powers.subject;
    await powers.write.reckonResidual({ plan });
    const answer = await askOn(powers, treatment, 'acceptResidual', { of: 'residuals', barred: planned.barred });
    if (answer.state !== 'done') return 'undecided';
    const { task, by } = answer;
    const { decision, reason, ...levels } = answer.outcome;
    await powers.write.decideOnPlan({ plan, on: 'residual', as: 'riskOwner', decision, reason, levels, task, by });
    if (decision === 'continue') {
      treatment.plan = await powers.write.openPlan({ risk, because, after: plan });
      return 'controls';
    }
    const { asOf, needsDecision } = await powers.write.acceptResidual({ plan, levels, reason, task, by });
    if (needsDecision) await powers.start('riskAcceptance', { risk, asOf }, reason);
    return 'treated';
  },
};

/** A control that is a rule works by being known: that it is written down is proposed once for each. */
async function proposeRules({ read, write, propose }: Flow, plan: string): Promise<void> {
  for (const { control, ...rule } of await read.rulesToWrite({ plan })) {
    const document = await write.draftDocument({ ...rule, kind: 'topicPolicy', by: undefined });
    await propose('documentControl', {
      about: document,
      reason: `${control} of ${plan} is a rule, and no document says it: ${rule.title}.`.slice(0, 200),
      subject: { document, because: control },
    });
  }
}

/** That it is measured whether the controls work is proposed once for the whole plan. */
async function proposeMeasures({ subject: { risk }, read, propose }: Flow, plan: string): Promise<void> {
  const controls = await read.controlsToMeasure({ plan });
  if (controls.length === 0) return;
  await propose('measureDefinition', {
    about: risk,
    reason: `No measure shows whether these controls of ${plan} work: ${controls.join(', ')}.`.slice(0, 200),
    subject: { plan, risk },
  });
}

/** What whoever is asked sees is frozen; asked again, there is no time of the whole run left for it. */
async function askOn<K extends Task>({ subject, ask, write }: Flow, { plan, asked }: Treatment, task: K, { of, ...more }: Frozen) {
  const brief = await write.freezeBrief({ of, about: plan });
  const due = asked.has(task) ? ({ from: 'opening', workingDays: 5 } as const) : undefined;
  asked.add(task);
  return ask(task, { about: subject.risk, brief, ...more, ...(due !== undefined && { due }) });
}

const after = { approve: 'resources', return: 'plan', reject: 'options' } as const;

async function approve(
  powers: Flow,
  treatment: Treatment,
  task: 'approvePlan' | 'approvePlanAbove',
  barred: string[],
): Promise<{ next: Next; by: string[] }> {
  const answer = await askOn(powers, treatment, task, { of: 'treatmentPlans', barred });
  if (answer.state !== 'done') return { next: 'undecided', by: [] };
  const as = task === 'approvePlan' ? 'riskOwner' : 'topManagement';
  const { task: asked, by, outcome } = answer;
  await powers.write.decideOnPlan({ plan: treatment.plan, on: 'plan', as, ...outcome, task: asked, by });
  return { next: after[outcome.decision], by: by === undefined ? [] : [by.person] };
}
