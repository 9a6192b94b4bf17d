import { Refusal } from '../domain/refusal.ts';
import { type Change, changeRecord, type RegisterName } from './registers.ts';
import type { Store } from './store.ts';

/** Registers whose records are numbered by us, and how: `NC-014`. */
const numberedBy = {
  risks: 'RSK',
  controls: 'CTL',
  nonconformities: 'NC',
  issues: 'ISS',
  interestedParties: 'PTY',
  requirements: 'REQ',
  scopes: 'SCP',
  objectives: 'OBJ',
  measures: 'MSR',
  rollouts: 'ROL',
  treatmentPlans: 'TP',
  auditProgrammes: 'AUP',
  audits: 'AUD',
  auditFindings: 'FND',
  improvements: 'IMP',
  managementReviews: 'MR',
  reviewInputs: 'RIN',
  reviewDecisions: 'RD',
  cycles: 'CYC',
  plannedRuns: 'PLN',
  policies: 'POL',
  changes: 'CHG',
  campaigns: 'CMP',
  documents: 'DOC',
} as const satisfies Partial<Record<RegisterName, string>>;

export type Numbered = keyof typeof numberedBy;

/** A new record under the next free number; the same key finds the one that it made before. */
export async function createNumbered<N extends Numbered>(store: Store, change: Omit<Change<N>, 'id'> & { key: string }): Promise<string> {
  const { register, key } = change;
  const made = await store[register].first({ origin: key });
  if (made !== undefined) return made.id;
  for (let number = (await highestOf(store, register)) + 1; ; number += 1) {
    const id = `${numberedBy[register]}-${String(number).padStart(3, '0')}`;
    try {
      return ((await changeRecord(store, { ...change, id } as Change<N>)) as { id: string }).id;
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.status !== 409) throw refusal;
    }
  }
}

async function highestOf(store: Store, register: Numbered): Promise<number> {
  const own = new RegExp(`^${numberedBy[register]}-(\\d+)$`);
  const numbers = (await store[register].ids({})).map((id) => Number(own.exec(id)?.[1] ?? 0));
  return Math.max(0, ...numbers);
}
