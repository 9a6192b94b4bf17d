import { annexA } from '../../../domain/annexA.ts';
import type { Store } from '../../../models/store.ts';
import { type Draft, fact, label, table } from '../draft.ts';
import { chosenFacts, controlTable, depthFacts, treated } from './parts.ts';

/** All 93 controls of Annex A beside the controls of the risk: what is needed and left out is seen (6.1.3 c). */
export async function annexAComparison(store: Store, id: string): Promise<Draft> {
  const all = await treated(store, id);
  const servedBy = (one: string) => all.controls.filter(({ control }) => control.annexA.includes(one)).map(({ control }) => control.id);
  return {
    title: label(`Controls of ${all.risk.id} beside Annex A`, `Maßnahmen zu ${all.risk.id} neben Anhang A`),
    facts: [
      ...fact(label('Scenario', 'Szenario'), all.risk.description),
      ...chosenFacts(all),
      ...depthFacts(all),
      ...fact(
        label('Serve no control of Annex A yet', 'Bedienen noch nichts aus Anhang A'),
        all.controls.filter(({ control }) => control.annexA.length === 0).map(({ control }) => `${control.id} ${control.name}`),
      ),
    ],
    tables: [
      ...(await controlTable(store, all.controls)),
      ...table(
        label('Annex A', 'Anhang A'),
        [label('Control', 'Maßnahme'), label('Title', 'Titel'), label('For this risk', 'Zu diesem Risiko')],
        annexA.map((one) => [`A.${one.id}`, one.title, servedBy(one.id).join(', ')]),
      ),
    ],
  };
}
