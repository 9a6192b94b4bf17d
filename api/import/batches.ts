import type { ImportPiece } from '../../domain/records/import.ts';

/** Records of one register, in the order in which they are written; few enough to travel and to be stored as one. */
export type Batch = { register: ImportPiece['register']; records: Record<string, unknown>[] };

const mostRecords = 500;
// A document stays well below what the database takes.
const mostBytes = 1_000_000;

/** The records of a register in batches. */
export function batchesOf(register: Batch['register'], all: readonly Record<string, unknown>[]): Batch[] {
  const batches: Batch[] = [];
  let bytes = 0;
  for (const record of all) {
    const size = JSON.stringify(record).length;
    const last = batches.at(-1);
    if (last === undefined || last.records.length === mostRecords || bytes + size > mostBytes) {
      batches.push({ register, records: [record] });
      bytes = size;
    } else {
      last.records.push(record);
      bytes += size;
    }
  }
  return batches;
}
