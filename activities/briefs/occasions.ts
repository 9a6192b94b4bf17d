import type { Store } from '../../models/store.ts';
import { unrecoverable } from '../knowledge.ts';
import { type Draft, fact, label, said } from './draft.ts';
import { results } from './words.ts';

/** Why a review is held now and not in its time; by the run that holds it. */
export async function occasions(store: Store, id: string): Promise<Draft> {
  const run = await store.runs.get(id);
  if (run === undefined) throw unrecoverable(`there is no run ${id}`);
  const because = String(run.subject.because ?? '');
  const check = await store.controlChecks.get(because);
  return {
    title: label('Why now', 'Warum jetzt'),
    facts: [
      ...fact(
        label('Because of', 'Anlass'),
        (await store.nonconformities.get(because))?.title ?? (check === undefined ? because : `${check.control} ${check.name}`),
      ),
      ...fact(label('The check found it', 'Die Prüfung ergab'), said(results, check?.result)),
      ...fact(label('What was found', 'Was festgestellt wurde'), check?.finding ?? check?.sample),
      ...fact(label('Where it came up', 'Wo es aufkam'), run.startedBy),
      ...fact(label('Since', 'Seit'), run.openedAt, 'instant'),
    ],
    tables: [],
  };
}
