import type { Store } from '../../models/store.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import { unrecoverable } from '../knowledge.ts';
import { type Draft, fact, label } from './draft.ts';

/** What is proposed, about what and why. */
export async function proposals(store: Store, id: string): Promise<Draft> {
  const found = await store.proposals.get(id);
  if (found === undefined) throw unrecoverable(`there is no proposal ${id}`);
  return {
    title: definitionOf(found.process)?.title ?? found.process,
    facts: [
      ...fact(label('Why', 'Warum'), found.reason),
      ...fact(label('About', 'Worüber'), found.about),
      ...fact(label('Came up in', 'Aufgekommen in'), found.run),
      ...fact(label('Since', 'Seit'), found.proposedAt, 'instant'),
    ],
    tables: [],
  };
}
