import type { Said } from '../../../domain/records/brief.ts';
import type { Levels } from '../../../domain/records/common.ts';
import type { Risk } from '../../../domain/records/risk.ts';
import type { RiskCriteria } from '../../../domain/records/riskCriteria.ts';
import type { PlanDecision, TreatmentPlan } from '../../../domain/records/treatmentPlan.ts';
import { depthOf, isThin } from '../../../domain/rules/residual.ts';
import { bandOf } from '../../../domain/rules/risk.ts';
import type { ControlOfRisk } from '../../../domain/treatment.ts';
import { criteriaNow } from '../../../models/knowledge.ts';
import type { Store } from '../../../models/store.ts';
import { controlsOf } from '../../../models/treatment.ts';
import { unrecoverable } from '../../knowledge.ts';
import { fact, label, nameOf, said, table } from '../draft.ts';
import { bands, within } from '../words.ts';

/** What the briefs of a treatment share. */
export type Treated = { plan: TreatmentPlan; risk: Risk; controls: ControlOfRisk[]; criteria: RiskCriteria };

export async function treated(store: Store, id: string): Promise<Treated> {
  const plan = await store.treatmentPlans.get(id);
  const risk = plan && (await store.risks.get(plan.risk));
  if (plan === undefined || risk === undefined) throw unrecoverable(`there is no treatment plan ${id} of a risk`);
  return { plan, risk, controls: await controlsOf(store, risk), criteria: await criteriaNow(store) };
}

export const options = {
  modify: label('Modify it by controls', 'Durch Maßnahmen verändern'),
  retain: label('Retain it', 'Tragen'),
  avoid: label('Avoid it: stop what brings it about', 'Vermeiden: beenden, was es hervorbringt'),
  share: label('Share it by contract or insurance', 'Durch Vertrag oder Versicherung teilen'),
};

/** Both steps with the organization's own words for them, and the band they are in. */
export function levelSaid({ likelihood, consequence, matrix }: RiskCriteria, levels: Levels | undefined): Said | undefined {
  if (levels === undefined) return undefined;
  const [likely, bad] = [likelihood[levels.likelihood - 1] ?? '', consequence[levels.consequence - 1] ?? ''];
  const band = within(bands[bandOf({ matrix }, levels)]);
  const both = `${levels.likelihood} (${likely}) × ${levels.consequence} (${bad})`;
  return { en: `${both}: ${band.en}`, de: `${both}: ${band.de}` };
}

const kinds = {
  organizational: label('organizational', 'organisatorisch'),
  people: label('people', 'personell'),
  physical: label('physical', 'physisch'),
  technological: label('technological', 'technisch'),
  legal: label('legal', 'rechtlich'),
};
const acting = {
  likelihood: label('likelihood', 'Wahrscheinlichkeit'),
  consequence: label('consequence', 'Auswirkung'),
  both: label('both', 'beides'),
};
const strengths = {
  none: label('none', 'keine'),
  weak: label('weak', 'schwach'),
  moderate: label('moderate', 'mittel'),
  strong: label('strong', 'stark'),
  veryStrong: label('very strong', 'sehr stark'),
};
const standings = {
  planned: label('planned', 'geplant'),
  implementing: label('being implemented', 'in Umsetzung'),
  retired: label('retired', 'außer Betrieb'),
  untested: label('in place, never checked', 'vorhanden, nie geprüft'),
  effective: label('in place, effective', 'vorhanden, wirksam'),
  partly: label('in place, partly effective', 'vorhanden, teilweise wirksam'),
  ineffective: label('in place, not effective', 'vorhanden, nicht wirksam'),
};

const standingOf = ({ control: { status, effectiveness } }: ControlOfRisk): Said =>
  standings[status === 'implemented' ? effectiveness : status];

export const controlTable = async (store: Store, controls: readonly ControlOfRisk[]) =>
  table(
    label('Controls of this risk', 'Maßnahmen zu diesem Risiko'),
    [
      ...[label('Control', 'Maßnahme'), label('Kind', 'Art'), label('Owner', 'Verantwortlich'), label('Acts on', 'Wirkt auf')],
      ...[label('Strength', 'Stärke'), label('Fails with', 'Fällt aus mit'), label('Now', 'Stand')],
    ],
    await Promise.all(
      controls.map(async (one) => [
        `${one.control.id} ${one.control.name}`,
        kinds[one.control.kind],
        (await nameOf(store, one.control.owner)) ?? '',
        acting[one.link.actsOn],
        strengths[one.link.strength ?? 'moderate'],
        one.link.group ?? '',
        standingOf(one),
      ]),
    ),
  );

/** How many controls of how many kinds, and a warning where too much hangs on one. */
export function depthFacts({ risk, controls }: Treated) {
  const depth = depthOf(controls.map(({ control }) => control));
  const counted = label(`${depth.controls} controls of ${depth.kinds} kinds`, `${depth.controls} Maßnahmen von ${depth.kinds} Arten`);
  const thin = label(
    'Thin: a risk this high hangs on one control or on one kind of control. When that fails, nothing is left.',
    'Dünn: Ein so hohes Risiko hängt an einer Maßnahme oder an einer Art von Maßnahme. Fällt sie aus, bleibt nichts.',
  );
  return [...fact(label('Depth', 'Tiefe'), counted), ...fact(label('Warning', 'Warnung'), isThin(risk.band, depth) ? thin : undefined)];
}

export const chosenFacts = ({ plan }: Treated) => [
  ...fact(
    label('Options chosen', 'Gewählte Optionen'),
    plan.options.map((option) => options[option]),
  ),
  ...fact(label('Why these', 'Warum diese'), plan.reason),
];

const decided: Record<PlanDecision['on'], Said> = {
  plan: label('Plan', 'Plan'),
  resources: label('Resources', 'Mittel'),
  residual: label('What is left', 'Was bleibt'),
};
const decisions = {
  approve: label('approved', 'zugestimmt'),
  return: label('returned', 'zurückgegeben'),
  reject: label('rejected', 'abgelehnt'),
  grant: label('granted', 'bewilligt'),
  refuse: label('refused', 'verweigert'),
  accept: label('accepted', 'angenommen'),
  continue: label('to be treated further', 'weiter zu behandeln'),
};

/** What was decided so far in this run, also on plans before this one. */
export async function decisionTable(store: Store, { plan }: Treated) {
  const plans = await store.treatmentPlans.find({ run: plan.run }, { sort: { round: 1 } });
  return table(
    label('Decided so far', 'Bisher entschieden'),
    [label('When', 'Wann'), label('On', 'Worüber'), label('Decision', 'Entscheidung'), label('Why', 'Warum'), label('By', 'Von')],
    await Promise.all(
      plans
        .flatMap((one) => one.decisions)
        .map(async ({ at, on, decision, reason, by }) => [
          at.slice(0, 10),
          decided[on],
          said(decisions, decision) ?? decision,
          reason,
          (await nameOf(store, by.person)) ?? by.person,
        ]),
    ),
  );
}
