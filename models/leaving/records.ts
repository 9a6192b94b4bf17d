import type { OwnedRecord, OwnedRegister } from '../../domain/records/departure.ts';
import type { Collection, Filter } from '../collection.ts';
import type { Store } from '../store.ts';
import type { Leaving, Staff } from './heirs.ts';

/** Who is named in a record of each register, and which of them are still of use: the others keep the name they ended with. */
export const owned: Record<OwnedRegister, { by: 'owner' | 'to' | 'lead' | 'responsible'; inUse: Filter }> = {
  risks: { by: 'owner', inUse: { status: { $ne: 'closed' } } },
  controls: { by: 'owner', inUse: { status: { $ne: 'retired' } } },
  // One that holds ends by itself when the owner of its risk changes, and is asked for anew.
  acceptances: { by: 'owner', inUse: { state: 'asked' } },
  nonconformities: { by: 'owner', inUse: { status: { $in: ['candidate', 'accepted'] } } },
  proposals: { by: 'to', inUse: { status: 'open' } },
  auditProgrammes: { by: 'owner', inUse: { status: { $ne: 'completed' } } },
  audits: { by: 'lead', inUse: { status: { $nin: ['closed', 'cancelled'] } } },
  auditFindings: { by: 'owner', inUse: { status: { $nin: ['closed', 'withdrawn'] } } },
  improvements: { by: 'owner', inUse: { status: { $in: ['open', 'pursued'] } } },
  managementReviews: { by: 'owner', inUse: { status: { $ne: 'closed' } } },
  reviewInputs: { by: 'owner', inUse: { says: { $exists: false } } },
  reviewDecisions: { by: 'owner', inUse: { status: { $in: ['decided', 'accepted'] } } },
  cycles: { by: 'owner', inUse: { status: { $ne: 'closed' } } },
  changes: { by: 'responsible', inUse: { status: { $nin: ['rejected', 'withdrawn', 'closed'] } } },
  documents: { by: 'owner', inUse: { status: { $ne: 'withdrawn' } } },
};

/** What needs a decision is the ISMS manager's; what belongs to somebody needs somebody named. */
const isRoles: readonly OwnedRegister[] = [
  ...(['nonconformities', 'proposals'] as const),
  ...(['auditFindings', 'improvements', 'managementReviews', 'reviewInputs', 'reviewDecisions', 'cycles'] as const),
  ...(['changes'] as const),
];

const collectionOf = (store: Store, register: OwnedRegister) => store[register] as unknown as Collection<{ id: string }>;

export async function idsOwnedBy(store: Store, register: OwnedRegister, person: string): Promise<string[]> {
  const { by, inUse } = owned[register];
  return (await collectionOf(store, register).find({ [by]: person, ...inUse })).map(({ id }) => id);
}

/** Whether anything would be nobody's without the person. */
export async function holdsRecords(store: Store, person: string): Promise<boolean> {
  for (const register of Object.keys(owned) as OwnedRegister[]) if ((await idsOwnedBy(store, register, person)).length > 0) return true;
  return false;
}

/** Everything in registers that is the person's, and whose it will be. */
export async function recordMoves(store: Store, leaving: Leaving, staff: Staff): Promise<OwnedRecord[]> {
  const moves: OwnedRecord[] = [];
  for (const register of Object.keys(owned) as OwnedRegister[]) {
    const to = heirOf(register, leaving, staff);
    for (const id of await idsOwnedBy(store, register, leaving.person)) moves.push({ register, id, ...(to !== undefined && { to }) });
  }
  return moves;
}

export const heirOf = (register: OwnedRegister, { to }: Leaving, { managers }: Staff): string | undefined =>
  to ?? (isRoles.includes(register) ? managers[0] : undefined);
