import { append } from '../models/trail.ts';
import { chainOf, rollForward } from '../models/registers.ts';
import type { Deps } from './deps.ts';

/** Applies a validated import piece by piece; a piece may be applied again without harm. */
export const createImports = ({ store, clock }: Deps) => ({
  async applyPiece({ import: id, n }: { import: string; n: number }): Promise<void> {
    const [found, piece] = [await store.imports.get(id), await store.importPieces.get(`${id}/${n}`)];
    if (found === undefined || piece === undefined) throw new Error(`there is no piece ${n} of import ${id}`);
    for (const record of piece.records) {
      const { id: recordId, version: _version, updatedAt: _updatedAt, ...set } = record as { id: string; version: number; updatedAt: string };
      const names = found.register === 'people' ? ['name', 'email'] : [];
      const texts = Object.fromEntries(Object.entries(set).filter(([key]) => names.includes(key))) as Record<string, string>;
      const kept = Object.fromEntries(Object.entries(set).filter(([key]) => !names.includes(key)));
      await append(store, {
        chain: chainOf(found.register, recordId),
        seq: 1,
        at: found.at,
        actor: found.by,
        event: 'imported',
        data: { set: kept, key: id },
        texts,
      });
      await rollForward(store, found.register, recordId, 1);
    }
    await store.imports.set(id, { applied: Math.min(found.rows, n * piece.records.length) });
  },

  async announceImport({ import: id, at }: { import: string; at: string }): Promise<void> {
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
  },
});
