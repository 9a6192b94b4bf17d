import type { Levels } from '../records/common.ts';
import type { Control, ControlKind } from '../records/control.ts';
import type { RiskControl } from '../records/risk.ts';

/** What is proposed as the level of a risk with its controls (iso 7.6): the owner decides. Pure, so that everybody who asks gets the same. */

type Scale = keyof Levels;
export type Strength = NonNullable<RiskControl['strength']>;

/** A control of a risk, as it stands. `isExpired`: its last check is too old to be relied on. */
export type Standing = Pick<RiskControl, 'actsOn' | 'strength' | 'group'> &
  Pick<Control, 'status' | 'effectiveness'> & { isExpired?: boolean };

/** By what is carried out and shown to work, or as it will be when what is planned works as designed. */
export type Counting = 'current' | 'target';

const strengths: Record<Strength, number> = { none: 0, weak: 0.2, moderate: 0.4, strong: 0.6, veryStrong: 0.8 };

/** No set of controls brings a risk to nil. */
const caps: Record<Scale, number> = { likelihood: 0.8, consequence: 0.6 };

/** How much of its strength a control has by how it is operated: nothing counts in full that nobody has seen work. */
export function operatingFactor({ status, effectiveness, isExpired }: Standing, counting: Counting): number {
  if (status === 'retired') return 0;
  if (status !== 'implemented') return counting === 'target' ? 1 : 0;
  if (effectiveness === 'ineffective') return 0;
  return effectiveness === 'effective' && isExpired !== true ? 1 : 0.5;
}

/** The share that one control takes away by itself of what it acts on. */
export const effectOf = (control: Standing, counting: Counting): number =>
  strengths[control.strength ?? 'moderate'] * operatingFactor(control, counting);

/** What the controls take away of one scale: the shares that count, and what they are together, from 0 to the cap. */
export type Sum = { shares: number[]; effect: number; isCapped: boolean };

/** Of controls that fail together only the strongest counts. */
export function sumOn(scale: Scale, controls: readonly Standing[], counting: Counting): Sum {
  const acting = controls.filter(({ actsOn }) => actsOn === scale || actsOn === 'both');
  const alone = acting.filter(({ group }) => group === undefined).map((control) => effectOf(control, counting));
  const shares = [...alone, ...strongestOfGroups(acting, counting)];
  const together = 1 - shares.reduce((product, effect) => product * (1 - effect), 1);
  return { shares, effect: Math.min(caps[scale], together), isCapped: together > caps[scale] };
}

/** The share of a scale that the controls take away together. */
export const effectOn = (scale: Scale, controls: readonly Standing[], counting: Counting): number =>
  sumOn(scale, controls, counting).effect;

function strongestOfGroups(acting: readonly Standing[], counting: Counting): number[] {
  const strongest = new Map<string, number>();
  for (const control of acting)
    if (control.group !== undefined) strongest.set(control.group, Math.max(strongest.get(control.group) ?? 0, effectOf(control, counting)));
  return [...strongest.values()];
}

// 5 · (1 − 0.4) is a little more than 3 in binary fractions, and must not become 4.
const roundedUp = (level: number): number => Math.ceil(Number(level.toFixed(9)));

/** The levels that are left of `from` with these controls, each a step of its scale, rounded up and never below 1. */
export function residualOf(from: Levels, controls: readonly Standing[], counting: Counting): Levels {
  const left = (scale: Scale): number => Math.max(1, roundedUp(from[scale] * (1 - effectOn(scale, controls, counting))));
  return { likelihood: left('likelihood'), consequence: left('consequence') };
}

/** How deep the defence of a risk is: controls that count or are to come, and of how many kinds. */
export function depthOf(controls: readonly (Pick<Control, 'status'> & { kind: ControlKind })[]): { controls: number; kinds: number } {
  const standing = controls.filter(({ status }) => status !== 'retired');
  return { controls: standing.length, kinds: new Set(standing.map(({ kind }) => kind)).size };
}

/** A risk of a high band that hangs on one control, or on one kind of control. */
export const isThin = (band: string | undefined, { controls, kinds }: ReturnType<typeof depthOf>): boolean =>
  (band === 'high' || band === 'veryHigh') && (controls <= 1 || kinds <= 1);
