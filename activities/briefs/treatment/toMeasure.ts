import type { Store } from '../../../models/store.ts';
import { type Draft, fact, label } from '../draft.ts';
import { measureTable } from '../measurements.ts';
import { chosenFacts, controlTable, treated } from './parts.ts';
import { itemTable } from './plans.ts';

/** The controls of a plan with what was said to show that they work, and the measures that there are for them. */
export async function controlsToMeasure(store: Store, id: string): Promise<Draft> {
  const all = await treated(store, id);
  const controls = all.plan.items.map(({ control }) => control);
  const measures = await store.measures.find({ control: { $in: controls }, status: { $in: ['draft', 'active'] } }, { sort: { _id: 1 } });
  return {
    title: label(`Controls of ${id} and their measures`, `Maßnahmen von ${id} und ihre Messgrößen`),
    facts: [...fact(label('Risk', 'Risiko'), `${all.risk.id} ${all.risk.name}`), ...chosenFacts(all)],
    tables: [...(await itemTable(store, all.plan)), ...(await measureTable(store, measures)), ...(await controlTable(store, all.controls))],
  };
}
