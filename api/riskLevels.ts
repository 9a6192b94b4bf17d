import type { Band, Day, Levels } from '../domain/records/common.ts';
import type { Risk } from '../domain/records/risk.ts';
import type { RiskCriteria } from '../domain/records/riskCriteria.ts';
import type { CountedControl, RiskLevels, ScaleSum } from '../domain/records/riskLevels.ts';
import { depthOf, effectOf, isThin, residualOf, sumOn } from '../domain/rules/residual.ts';
import { type ControlOfRisk, standingOf } from '../domain/treatment.ts';
import { criteriaNow } from '../models/knowledge.ts';
import { progressOf } from '../models/rollouts.ts';
import type { Store } from '../models/store.ts';
import { controlsOf } from '../models/treatment.ts';
import type { Api } from './deps.ts';
import { todayOf } from './today.ts';

/** Where a risk stands, and what each of its controls does to it. */
export async function levelsOf(api: Api, risk: Risk): Promise<RiskLevels> {
  const { store } = api;
  const [today, criteria, controls] = await Promise.all([todayOf(api), criteriaNow(store), controlsOf(store, risk)]);
  const depth = depthOf(controls.map(({ control }) => control));
  return {
    ...{ criteria, bands: bandsOf(criteria, risk), kinds: depth.kinds, isThin: isThin(risk.band, depth) },
    controls: await Promise.all(controls.map((one) => countedOf(store, one, today))),
    ...sumsOf(risk, controls, today),
  };
}

function bandsOf({ matrix }: RiskCriteria, { inherent, current, residual }: Risk): RiskLevels['bands'] {
  const bandOf = (levels: Levels | undefined): Band | undefined =>
    levels === undefined ? undefined : matrix[levels.likelihood - 1]?.[levels.consequence - 1];
  return { inherent: bandOf(inherent), current: bandOf(current), target: bandOf(residual) };
}

async function countedOf(store: Store, one: ControlOfRisk, today: Day): Promise<CountedControl> {
  const { link, control } = one;
  const standing = standingOf(one, today);
  const { name, kind, status, effectiveness, owner, checkedOn, nextCheck, annexA } = control;
  const progress = await progressOf(store, { control: control.id }, today);
  return {
    ...{ ...link, strength: link.strength ?? 'moderate', name, kind, status, effectiveness, owner, checkedOn, nextCheck, annexA },
    ...{ isExpired: standing.isExpired, counts: effectOf(standing, 'current'), planned: effectOf(standing, 'target') },
    ...(progress.of > 0 && { rollout: { done: progress.done, of: progress.of } }),
  };
}

function sumsOf(
  { inherent }: Risk,
  controls: readonly ControlOfRisk[],
  today: Day,
): Pick<RiskLevels, 'likelihood' | 'consequence' | 'proposed'> {
  const standings = controls.map((one) => standingOf(one, today));
  const proposed = inherent === undefined ? undefined : residualOf(inherent, standings, 'current');
  const planned = inherent === undefined ? undefined : residualOf(inherent, standings, 'target');
  const sumOf = (scale: keyof Levels): ScaleSum => ({
    ...sumOn(scale, standings, 'current'),
    ...{ from: inherent?.[scale], to: proposed?.[scale], planned: planned?.[scale] },
  });
  return { likelihood: sumOf('likelihood'), consequence: sumOf('consequence'), ...(proposed !== undefined && { proposed }) };
}
