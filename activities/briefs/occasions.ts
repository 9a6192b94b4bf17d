import type { Store } from '../../models/store.ts';
import { unrecoverable } from '../knowledge.ts';
import { type Draft, fact, label } from './draft.ts';

/** Why a review is held now and not in its time; by the run that holds it. */
export async function occasions(store: Store, id: string): Promise<Draft> {
  const run = await store.runs.get(id);
  if (run === undefined) throw unrecoverable(`there is no run ${id}`);
  const because = String(run.subject.because ?? '');
  return {
    title: label('Why now', 'Warum jetzt'),
    facts: [
      ...fact(label('Because of', 'Anlass'), (await store.nonconformities.get(because))?.title ?? because),
      ...fact(label('Where it came up', 'Wo es aufkam'), run.startedBy),
      ...fact(label('Since', 'Seit'), run.openedAt, 'instant'),
    ],
    tables: [],
  };
}
