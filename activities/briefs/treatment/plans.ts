import type { TreatmentPlan } from '../../../domain/records/treatmentPlan.ts';
import { ruleOf } from '../../../domain/reviewDates.ts';
import { implementationDays } from '../../../domain/rules/control.ts';
import { bandOf, isAbove } from '../../../domain/rules/risk.ts';
import type { Store } from '../../../models/store.ts';
import { type Draft, fact, label, nameOf, table } from '../draft.ts';
import { bands, within } from '../words.ts';
import { chosenFacts, controlTable, decisionTable, depthFacts, levelSaid, type Treated, treated } from './parts.ts';

/** A plan as far as it has come: whoever approves, approves this. */
export async function treatmentPlans(store: Store, id: string): Promise<Draft> {
  const all = await treated(store, id);
  const { plan, risk, controls, criteria } = all;
  return {
    title: label(`Plan ${plan.id} for ${risk.id}`, `Plan ${plan.id} zu ${risk.id}`),
    facts: [
      ...chosenFacts(all),
      ...fact(label('Level now', 'Höhe jetzt'), levelSaid(criteria, risk.current)),
      ...timeFacts(all),
      ...fact(
        label('Left by the planned controls, as computed', 'Rest durch die geplanten Maßnahmen, berechnet'),
        levelSaid(criteria, plan.proposed),
      ),
      ...fact(label('Expected to be left', 'Erwarteter Rest'), levelSaid(criteria, plan.expected)),
      ...fact(label('Why that is expected', 'Warum das erwartet wird'), plan.expectedBecause),
      ...ruleFacts(all),
      ...depthFacts(all),
      ...fact(label('Comparison with Annex A', 'Abgleich mit Anhang A'), plan.compared),
      ...fact(label('Resources', 'Mittel'), plan.asksResources === true ? label('to be granted', 'zu bewilligen') : undefined),
    ],
    tables: [...(await itemTable(store, plan)), ...(await controlTable(store, controls)), ...(await decisionTable(store, all))],
  };
}

function timeFacts({ risk: { band }, criteria }: Treated) {
  if (band === undefined) return [];
  const days = ruleOf(criteria, band).implementDays ?? implementationDays[band];
  const { en, de } = within(bands[band]);
  const said = label(`${days} working days (${en})`, `${days} Arbeitstagen (${de})`);
  return fact(label('Usually carried out within', 'Üblicherweise umgesetzt in'), said);
}

/** By which line of the criteria the expected level is decided on. */
function ruleFacts({ plan: { expected }, criteria }: Treated) {
  if (expected === undefined) return [];
  const band = bandOf(criteria, expected);
  const isTop = ruleOf(criteria, band).authority === 'topManagement';
  const above = label('above it: what is left has to be accepted for a time', 'darüber: Der Rest muss auf Zeit angenommen werden');
  return [
    ...fact(label('Acceptance rule', 'Akzeptanzregel'), isAbove(criteria, band) ? above : label('within it', 'eingehalten')),
    ...fact(
      label('Decides', 'Entscheidet'),
      isTop
        ? label('the risk owner, then top management', 'Risikoverantwortliche, dann die Leitung')
        : label('the risk owner', 'Risikoverantwortliche'),
    ),
  ];
}

export const itemTable = async (store: Store, { items }: TreatmentPlan) =>
  table(
    label('What is to be brought about', 'Was umzusetzen ist'),
    [
      ...[label('Control', 'Maßnahme'), label('By', 'Von'), label('Until', 'Bis'), label('With', 'Mittel')],
      label('What shows that it works', 'Woran man die Wirkung sieht'),
    ],
    await Promise.all(
      items.map(async ({ control, responsible, due, resources, measuredBy }) => [
        `${control} ${(await store.controls.get(control))?.name ?? ''}`.trim(),
        (await nameOf(store, responsible)) ?? responsible,
        due,
        resources ?? '',
        measuredBy,
      ]),
    ),
  );
