import type { Store } from '../../../models/store.ts';
import { type Draft, fact, label, table } from '../draft.ts';
import { bands } from '../words.ts';
import { chosenFacts, controlTable, decisionTable, depthFacts, levelSaid, options, treated } from './parts.ts';

/** Why a risk is to be treated, and what holds it down now. */
export async function treatmentReasons(store: Store, id: string): Promise<Draft> {
  const all = await treated(store, id);
  const { plan, risk, criteria, controls } = all;
  return {
    title: label(`Why ${risk.id} is to be treated`, `Warum ${risk.id} zu behandeln ist`),
    facts: [
      ...fact(label('Because of', 'Anlass'), await becauseSaid(store, plan.because)),
      ...fact(label('Scenario', 'Szenario'), risk.description),
      ...fact(label('Threat', 'Bedrohung'), risk.threat),
      ...fact(label('Weakness', 'Schwachstelle'), risk.vulnerability),
      ...fact(label('Level without controls', 'Höhe ohne Maßnahmen'), levelSaid(criteria, risk.inherent)),
      ...fact(label('Level now', 'Höhe jetzt'), levelSaid(criteria, risk.current)),
      ...fact(label('Acceptable without a decision up to', 'Ohne Entscheidung hinnehmbar bis'), bands[criteria.acceptableUpTo]),
      ...depthFacts(all),
      ...chosenFacts(all),
    ],
    tables: [
      ...(await controlTable(store, controls)),
      ...(await decisionTable(store, all)),
      ...table(
        label('Treated before', 'Früher behandelt'),
        [label('Plan', 'Plan'), label('Because of', 'Anlass'), label('Options', 'Optionen')],
        (await store.treatmentPlans.find({ risk: risk.id, run: { $ne: plan.run } })).map((one) => [
          one.id,
          one.because,
          {
            en: one.options.map((option) => options[option].en).join(', '),
            de: one.options.map((option) => options[option].de).join(', '),
          },
        ]),
      ),
    ],
  };
}

/** What was said when its owner or whoever decides wanted it treated; the title of what it came from, or its reference. */
async function becauseSaid(store: Store, because: string): Promise<string> {
  const acceptance = await store.acceptances.first({ run: because });
  const titled = (await store.nonconformities.get(because))?.title ?? (await store.reviewDecisions.get(because))?.text;
  const said = acceptance?.decision ?? acceptance?.justification ?? titled;
  return said === undefined ? because : `${because}: ${said}`;
}
