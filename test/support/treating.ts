import type { Band, Levels } from '../../domain/records/common.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Control } from '../../domain/records/control.ts';
import type { Risk } from '../../domain/records/risk.ts';
import type { TreatmentPlan } from '../../domain/records/treatmentPlan.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { changeRecord } from '../../models/registers.ts';
import { answerTask, askedIn } from './asked.ts';
import type { Engine } from './engine.ts';
import { addRisks } from './organization.ts';
import { eventually } from './time.ts';

type World = Pick<Engine, 'store' | 'client' | 'clock'>;

/** A risk of this owner that was judged at this level. */
export async function addJudgedRisk(
  { store, clock }: World,
  owner: string,
  id: string,
  { current, band, ...more }: { current: Levels; band: Band } & Partial<Risk>,
): Promise<void> {
  const at = clock.now();
  const judged = { ...current, band };
  const made = { kind: 'initial', by: byEngine, criteria: 'criteria-1', aboveAcceptance: true } as const;
  await store.assessments.insert({ ...made, id: `${id}-a`, risk: id, at, ...judged });
  const lastAssessment = { id: `${id}-a`, day: at.slice(0, 10), by: owner, ...judged };
  await addRisks(store, owner, [id], { current, band, acceptance: 'required', lastAssessment, ...more });
}

export async function addControl(
  { store, clock }: World,
  id: string,
  set: Pick<Control, 'name' | 'kind'> & Partial<Control>,
): Promise<void> {
  const common = { description: '', status: 'implemented', effectiveness: 'effective', annexA: [] } as const;
  await changeRecord(store, {
    ...{ register: 'controls', id, at: clock.now(), actor: byEngine, event: 'created' },
    set: { ...common, checkedOn: clock.now().slice(0, 10), ...set, annexA: set.annexA ?? [] },
  });
}

/** Answers the n-th task of this name in a run, and gives it back as it was asked. */
export async function answer(engine: World, run: string, task: string, by: By, outcome: object, attempt = 1) {
  const asked = await askedIn(engine, run, task, attempt);
  await answerTask(engine, asked, by, outcome);
  return asked;
}

export const riskNow = async ({ store }: World, id: string): Promise<Risk> => there(await store.risks.get(id), id);
export const planNow = async ({ store }: World, id: string): Promise<TreatmentPlan> => there(await store.treatmentPlans.get(id), id);

function there<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
}

export const controlNamed = ({ store }: World, name: string): Promise<Control> =>
  eventually(`the control ${name}`, () => store.controls.first({ name }));

/** The facts of what was frozen for a task, by their English labels. */
export async function briefOf({ store }: World, task: { brief?: { id: string } | undefined }): Promise<Record<string, unknown>> {
  const brief = there(await store.briefs.get(task.brief?.id ?? ''), 'brief');
  return Object.fromEntries(brief.facts.map(({ label, said }) => [label.en, said]));
}
