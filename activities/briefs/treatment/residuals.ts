import type { TreatmentPlan } from '../../../domain/records/treatmentPlan.ts';
import { bandOf, isAbove } from '../../../domain/rules/risk.ts';
import type { Store } from '../../../models/store.ts';
import { type Draft, fact, label, said, table } from '../draft.ts';
import { chosenFacts, controlTable, decisionTable, depthFacts, levelSaid, treated } from './parts.ts';

const states = {
  proposed: label('proposed', 'vorgeschlagen'),
  approved: label('approved', 'genehmigt'),
  inImplementation: label('being carried out', 'in Umsetzung'),
  implemented: label('carried out, not shown to work yet', 'umgesetzt, Wirkung noch nicht belegt'),
  effective: label('carried out and effective', 'umgesetzt und wirksam'),
  ineffective: label('carried out, not effective', 'umgesetzt, nicht wirksam'),
  notImplemented: label('not carried out', 'nicht umgesetzt'),
  closed: label('closed', 'abgeschlossen'),
} satisfies Record<TreatmentPlan['items'][number]['state'], unknown>;

/** What was planned, what has come of it, and what is left of the risk: whoever accepts, accepts this. */
export async function residuals(store: Store, id: string): Promise<Draft> {
  const all = await treated(store, id);
  const { plan, risk, controls, criteria } = all;
  const isLeftAbove = plan.achieved !== undefined && isAbove(criteria, bandOf(criteria, plan.achieved));
  const above = label(
    'above it: accepted by you, it is asked again for how long',
    'darüber: Nehmen Sie es an, wird noch gefragt, wie lange',
  );
  return {
    title: label(`What is left of ${risk.id} after ${plan.id}`, `Was von ${risk.id} nach ${plan.id} bleibt`),
    facts: [
      ...chosenFacts(all),
      ...fact(label('Level without controls', 'Höhe ohne Maßnahmen'), levelSaid(criteria, risk.inherent)),
      ...fact(label('Level before the treatment', 'Höhe vor der Behandlung'), levelSaid(criteria, plan.before)),
      ...fact(label('Expected to be left', 'Erwarteter Rest'), levelSaid(criteria, plan.expected)),
      ...fact(label('Left now, as computed', 'Rest jetzt, berechnet'), levelSaid(criteria, plan.achieved)),
      ...fact(label('Acceptance rule', 'Akzeptanzregel'), isLeftAbove ? above : label('within it', 'eingehalten')),
      ...depthFacts(all),
    ],
    tables: [
      ...table(
        label('What was planned', 'Was geplant war'),
        [
          label('Control', 'Maßnahme'),
          label('Until', 'Bis'),
          label('What should show that it works', 'Woran man es sehen sollte'),
          label('Result', 'Ergebnis'),
        ],
        await Promise.all(
          plan.items.map(async ({ control, due, measuredBy, state }) => [
            `${control} ${(await store.controls.get(control))?.name ?? ''}`.trim(),
            due,
            measuredBy,
            said(states, state) ?? state,
          ]),
        ),
      ),
      ...(await controlTable(store, controls)),
      ...(await decisionTable(store, all)),
    ],
  };
}
