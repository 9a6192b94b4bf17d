import type { Import, ImportPiece } from '../domain/records/import.ts';
import type { RecordOf } from '../domain/records/index.ts';
import type { Assessment } from '../domain/records/risk.ts';
import { insertRecords } from '../models/registers.ts';
import { append } from '../models/trail.ts';
import type { Deps } from './deps.ts';
import { startReviews } from './upkeep/reviews.ts';

/** Applies a validated import piece by piece; a piece may be applied again without harm. */
export const createImports = (deps: Deps) => ({
  async applyPiece({ import: id, n }: { import: string; n: number }): Promise<void> {
    const { store } = deps;
    const [found, piece] = [await store.imports.get(id), await store.importPieces.get(`${id}/${n}`)];
    if (found === undefined || piece === undefined) throw new Error(`there is no piece ${n} of import ${id}`);
    if (piece.register === 'assessments') await store.assessments.insertMissing(piece.records as Assessment[]);
    else await insertAll({ store }, found, piece.register, piece.records);
    await store.imports.set(id, { applied: piece.upTo });
  },

  async announceImport({ import: id, at }: { import: string; at: string }): Promise<void> {
    const { store, clock } = deps;
    const found = await store.imports.get(id);
    if (found === undefined) throw new Error(`there is no import ${id}`);
    await append(store, {
      chain: `imports/${id}`,
      seq: 1,
      at: clock.toOrganization(at),
      actor: found.by,
      event: 'imported',
      data: { register: found.register, rows: found.rows },
    });
    await store.imports.set(id, { state: 'applied', applied: found.rows });
    await store.importPieces.remove({ import: id });
    if (found.register === 'documents') await startReviews(deps);
  },
});

type Register = Exclude<ImportPiece['register'], 'assessments'>;

async function insertAll({ store }: Pick<Deps, 'store'>, found: Import, register: Register, drafts: ImportPiece['records']): Promise<void> {
  const { at, by: actor, id: key } = found;
  const dated = register === 'riskCriteria' ? {} : { updatedAt: at };
  const made = drafts.map((draft) => ({ ...draft, version: 1, ...dated })) as unknown as RecordOf<Register>[];
  await insertRecords(store, { register, records: made, at, actor, event: 'imported', key });
}
