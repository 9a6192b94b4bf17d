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
  const accepted = await store.acceptances.get(because);
  const titled = accepted === undefined ? await titleOf(store, because) : label('Its acceptance ends soon', 'Seine Akzeptanz endet bald');
  return {
    title: label('Why now', 'Warum jetzt'),
    facts: [
      ...fact(label('Because of', 'Anlass'), titled ?? (check === undefined ? because : `${check.control} ${check.name}`)),
      ...fact(label('Accepted until', 'Akzeptiert bis'), accepted?.validUntil, 'day'),
      ...fact(label('Retained because', 'Getragen, weil'), accepted?.justification),
      ...fact(label('The check found it', 'Die Prüfung ergab'), said(results, check?.result)),
      ...fact(label('What was found', 'Was festgestellt wurde'), check?.finding ?? check?.sample),
      ...fact(label('Where it came up', 'Wo es aufkam'), run.startedBy),
      ...fact(label('Since', 'Seit'), run.openedAt, 'instant'),
    ],
    tables: [],
  };
}

/** What the record that it is held because of is about; a change that asks again names itself with the round. */
async function titleOf(store: Store, because: string): Promise<string | undefined> {
  const change = await store.changes.get(because.split('/')[0] ?? '');
  return (await store.nonconformities.get(because))?.title ?? change?.purpose ?? (await store.reviewDecisions.get(because))?.text;
}
