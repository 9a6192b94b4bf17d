import type { Cell } from './cell.ts';
import type { ControlDraft } from './controls.ts';
import { makeNames, type Named } from './named.ts';
import type { Note } from './report.ts';
import { few, short } from './values.ts';

export type FindControl = (cell: Cell, name: string, status: 'implemented' | 'planned') => string | undefined;

const looksLikeReference = /^CTL-\d+$/i;

/**
 * Finds controls by reference or name; one that nobody knows yet becomes a new control, with a note, because registers that were kept in
 * a spreadsheet name their controls in words.
 */
export function makeFindControl(known: readonly Named[], notes: Note[]): { find: FindControl; created: () => ControlDraft[] } {
  const { called, learn } = makeNames(known);
  const nextReference = makeNextReference(known);
  const created = new Map<string, ControlDraft>();

  const create = (cell: Cell, name: string, status: 'implemented' | 'planned'): string => {
    const id = nextReference();
    created.set(id, { id, name, kind: 'organizational', description: '', status, effectiveness: 'untested', annexA: [] });
    learn({ id, name });
    notes.push({
      row: cell.row,
      column: cell.column,
      note: `"${short(name)}" becomes the new control ${id} (organizational, ${status}). Check its kind and owner.`,
    });
    return id;
  };
  const find: FindControl = (cell, name, status) => {
    const found = called(name);
    if (found.length > 1)
      return cell.refuse(
        'ambiguousControl',
        `Several controls are called "${short(name)}": ${few(found, (id) => id)}. Write the reference.`,
      );
    const [id] = found;
    if (id === undefined && looksLikeReference.test(name))
      return cell.refuse('unknownControl', `There is no control ${name}. Import controls first, or write a name.`);
    if (id === undefined) return create(cell, name, status);
    const draft = created.get(id);
    // Planned for one risk and in place for another: it is in place.
    if (draft !== undefined && status === 'implemented') created.set(id, { ...draft, status });
    return id;
  };
  return { find, created: () => [...created.values()] };
}

function makeNextReference(known: readonly { id: string }[]): () => string {
  let last = Math.max(0, ...known.map(({ id }) => (looksLikeReference.test(id) ? Number(id.slice(4)) : 0)));
  return () => `CTL-${String(++last).padStart(3, '0')}`;
}
