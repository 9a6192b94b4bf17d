import type { Role } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { accountableNow, holdersOf } from '../../models/people.ts';
import type { Store } from '../../models/store.ts';

type Request = 'extensionAsked' | 'handOverAsked';

/**
 * Whom a request is put to: more time the first time to whoever is accountable, the second to the ISMS manager, each further one to top management;
 * another person to whoever is accountable. Nobody is asked to decide for themselves: then it goes one further. Nobody, where nobody else could.
 */
export async function decidersOf(store: Store, task: Task, request: Request, asker: string): Promise<string[]> {
  const extended = task.extensions?.filter(({ state }) => state === 'granted').length ?? 0;
  const levels = request === 'extensionAsked' ? deciding.slice(Math.min(extended, 2)) : deciding.slice(0, 2);
  for (const level of levels) {
    const others = (await level(store, task)).filter((id) => id !== asker && id !== task.assignee && id !== task.onBehalfOf);
    if (others.length > 0) return others;
  }
  return [];
}

const deciding: readonly ((store: Store, task: Task) => Promise<string[]>)[] = [
  async (store, { accountable }) => [await accountableNow(store, accountable)],
  (store) => everywhere(store, 'ismsManager'),
  (store) => everywhere(store, 'topManagement'),
];

/** A role within a scope decides nothing beyond it. */
const everywhere = async (store: Store, role: Role): Promise<string[]> =>
  (await holdersOf(store, role)).flatMap(({ id, roles }) =>
    roles.some((one) => one.role === role && one.scope === undefined) ? [id] : [],
  );
