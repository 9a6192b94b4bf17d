import { annexA } from '../../../domain/annexA.ts';
import type { Control } from '../../../domain/records/control.ts';
import type { Risk, RiskControl } from '../../../domain/records/risk.ts';
import { usuallyActsOn } from '../../../domain/treatment.ts';
import { createNumbered } from '../../../models/numbered.ts';
import type { Deps } from '../../deps.ts';
import { unrecoverable } from '../../knowledge.ts';
import { actorBy } from '../../steps/happened.ts';
import { changeOnce } from '../byFlow.ts';
import { changePlan, changeRisk, type Of, planAndRisk, plannedAlsoBy } from './thePlan.ts';

/** A control that there is not yet, as it is typed into a form. */
export type NewControl = Pick<Control, 'name' | 'kind'> & { owner: string } & Omit<RiskControl, 'control'>;
type Determined = { existing: readonly string[]; added: readonly NewControl[]; dropped: readonly string[]; why: string };
type Served = { served: readonly { control: string; annexA: readonly string[] }[]; why: string };

/** The controls of a risk: determined, linked, and compared with Annex A (6.1.3 b, c). */
export const createTreatedControlWrites = (deps: Deps) => ({
  /** New ones go into the register as planned; they and existing ones act on the risk from now on, those dropped no more. */
  async determineControls(call: Of<Determined>): Promise<void> {
    const { store } = deps;
    const { plan, risk } = await planAndRisk(store, call.plan);
    const made = await addControls(deps, call);
    const linked = [...(await linksTo(deps, call.existing)), ...made];
    await dropControls(deps, call, risk, call.dropped);
    const kept = risk.controls.filter(({ control }) => !call.dropped.includes(control));
    const added = linked.filter(({ control }) => !kept.some((one) => one.control === control));
    const all = [...plan.added.filter((id) => !call.dropped.includes(id)), ...added.map(({ control }) => control)];
    // The plan first: tried again after the risk was changed, nothing would look new any more.
    const noted = { added: [...new Set(all)], plannedBy: plannedAlsoBy(plan, call.by) };
    await changePlan(deps, call, noted, { event: 'controlsDetermined', why: call.why });
    if (added.length > 0 || kept.length < risk.controls.length)
      await changeRisk(deps, call, risk.id, { controls: [...kept, ...added] }, 'controlsDetermined');
  },

  /** Which Annex A controls each of them serves, beside those it serves already. */
  async compareAnnexA(call: Of<Served>): Promise<void> {
    const { plan } = await planAndRisk(deps.store, call.plan);
    for (const one of call.served) await serve(deps, call, one);
    const compared = { compared: call.why, plannedBy: plannedAlsoBy(plan, call.by) };
    await changePlan(deps, call, compared, { event: 'comparedWithAnnexA' });
  },
});

async function addControls({ store, clock }: Deps, { added, by, ...call }: Of<Determined>): Promise<RiskControl[]> {
  const made: RiskControl[] = [];
  for (const [n, { name, kind, owner, ...acting }] of added.entries()) {
    const key = `${call.key}/${n + 1}`;
    const set = { name, kind, owner, description: '', status: 'planned', effectiveness: 'untested', annexA: [], origin: key } as const;
    const control = await createNumbered(store, {
      ...{
        register: 'controls',
        set: { ...set, annexA: [] },
        key,
        at: clock.toOrganization(call.at),
        actor: actorBy(by),
        event: 'created',
      },
    });
    made.push({ control, ...acting });
  }
  return made;
}

/** What an existing control acts on follows from the Annex A controls it serves, until somebody says otherwise on the risk. */
async function linksTo({ store }: Deps, existing: readonly string[]): Promise<RiskControl[]> {
  const found = await store.controls.find({ id: { $in: [...new Set(existing)] } });
  return found.map((control) => ({
    control: control.id,
    actsOn: usuallyActsOn(annexA.filter(({ id }) => control.annexA.includes(id)).flatMap(({ controlTypes }) => controlTypes)),
  }));
}

/** What this treatment brought into the register and nobody has begun is retired, unless it is needed elsewhere. */
export async function dropControls(deps: Deps, { by, ...call }: Of, risk: Risk, dropped: readonly string[]): Promise<void> {
  const { store, clock } = deps;
  for (const { id, status, origin } of await store.controls.find({ id: { $in: [...dropped] } })) {
    const isOurs = status === 'planned' && origin?.startsWith(`${call.run}/`) === true;
    if (!isOurs || (await isNeededElsewhere(deps, id, risk))) continue;
    const change = { set: { status: 'retired' }, at: clock.toOrganization(call.at), actor: actorBy(by), event: 'retired' } as const;
    await changeOnce(store, { ...change, register: 'controls', id, key: `${call.key}/${id}` });
  }
}

/** By another risk, or by what an interested party requires. */
async function isNeededElsewhere({ store }: Deps, control: string, { id }: Risk): Promise<boolean> {
  const risks = await store.risks.count({ 'controls.control': control, _id: { $ne: id } });
  return risks > 0 || (await store.requirements.count({ controls: control })) > 0;
}

async function serve({ store, clock }: Deps, { by, ...call }: Of, { control: id, annexA: more }: Served['served'][number]): Promise<void> {
  const control = await store.controls.get(id);
  if (control === undefined) throw unrecoverable(`there is no control ${id}`);
  const all = [...new Set([...control.annexA, ...more.map((one) => one.replace(/^A\./, ''))])];
  if (all.length === control.annexA.length) return;
  const change = { set: { annexA: all }, at: clock.toOrganization(call.at), actor: actorBy(by), event: 'changed' };
  await changeOnce(store, { ...change, register: 'controls', id, key: `${call.key}/${id}` });
}
