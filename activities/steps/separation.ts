import type { ProcessDefinition, TaskDefinition } from '../../domain/process.ts';
import type { Role } from '../../domain/records/common.ts';
import type { Person } from '../../domain/records/person.ts';
import { accountableFor, holdersOf, responsibleFor } from '../../models/people.ts';
import type { Store } from '../../models/store.ts';

/** `alone`: nobody else could, so the separation of duties may be waived with a reason. */
export type Chosen = { person: Person; alone: boolean };

/**
 * Who decides: the person responsible, and where that person is barred by what they did before, another one who holds the role, then top management.
 */
export async function deciderFor(
  store: Store,
  definition: ProcessDefinition,
  rule: TaskDefinition,
  { about, barred = [], person }: { about?: string; barred?: string[]; person?: string },
): Promise<Chosen> {
  const responsible = await responsibleFor(store, definition, rule, about, person);
  if (!barred.includes(responsible.id)) return { person: responsible, alone: false };
  return instead(responsible, barred, await holdersOf(store, rule.by), await holdersOf(store, 'topManagement'));
}

/** Who confirms: a holder of the role who did not do the work, else whoever is accountable, else top management. */
export async function confirmerFor(store: Store, definition: ProcessDefinition, role: Role, doers: readonly string[]): Promise<Chosen> {
  const holders = await holdersOf(store, role);
  const accountable = await accountableFor(store, definition);
  return instead(holders[0] ?? accountable, doers, holders, [accountable], await holdersOf(store, 'topManagement'));
}

function instead(lone: Person, barred: readonly string[], ...candidates: readonly Person[][]): Chosen {
  const other = candidates.flat().find(({ id }) => !barred.includes(id));
  return other === undefined ? { person: lone, alone: true } : { person: other, alone: false };
}
