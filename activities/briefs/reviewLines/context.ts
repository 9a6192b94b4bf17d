import type { Store } from '../../../models/store.ts';
import { fact, label, table } from '../draft.ts';
import { type Knowing, type Known, type Span, startOf } from './shape.ts';

type Register = 'issues' | 'interestedParties' | 'requirements';
type Shift = { id: string; name: string; what: { en: string; de: string } };

const happened = {
  new: label('New', 'Neu'),
  changed: label('Changed', 'Geändert'),
  ended: label('No more', 'Entfallen'),
};
const events: Record<string, keyof typeof happened> = { created: 'new', changed: 'changed', determined: 'changed', ended: 'ended' };

/** What of a register is new, changed or gone since the last review; that it was looked at again is no shift. */
async function shiftsIn(store: Store, register: Register, span: Span): Promise<Shift[]> {
  const records = new Map((await store[register].find({})).map(({ id, name }) => [id, name]));
  const chains = [...records.keys()].map((id) => `${register}/${id}`);
  const entries = await store.trail.find({ chain: { $in: chains }, at: { $gte: startOf(span) } }, { sort: { at: 1 } });
  const last = new Map<string, keyof typeof happened>();
  for (const { chain, event } of entries) {
    const id = chain.slice(register.length + 1);
    const what = events[event];
    // What is new and was changed after that is new to the review.
    if (what !== undefined && !(what === 'changed' && last.get(id) === 'new')) last.set(id, what);
  }
  return [...last].map(([id, what]) => ({ id, name: records.get(id) ?? id, what: happened[what] }));
}

const tableOf = (title: { en: string; de: string }, shifts: readonly Shift[]) =>
  table(
    title,
    [label('Reference', 'Referenz'), label('What', 'Was'), label('Since the last review', 'Seit der letzten Bewertung')],
    shifts.map(({ id, name, what }) => [id, name, what]),
  );

/** b) Issues, and whether climate change is one (4.1, Amd 1:2024). */
export const issues: Knowing = async (store, span): Promise<Known> => {
  const shifts = await shiftsIn(store, 'issues', span);
  const climate = await store.issues.first({ kind: 'climate', status: 'active' });
  const relevant = climate?.relevant === true ? label('Relevant', 'Relevant') : label('Not relevant', 'Nicht relevant');
  return {
    facts: [
      ...fact(label('b) Issues in the register', 'b) Themen im Register'), String(await store.issues.count({ status: 'active' }))),
      ...fact(
        label('b) Climate change', 'b) Klimawandel'),
        climate === undefined ? label('Not judged yet', 'Noch nicht beurteilt') : relevant,
      ),
    ],
    tables: tableOf(label('b) Shifts in issues', 'b) Veränderte Themen'), shifts),
  };
};

/** c) Interested parties and what they require. */
export const requirements: Knowing = async (store, span): Promise<Known> => {
  const shifts = [...(await shiftsIn(store, 'interestedParties', span)), ...(await shiftsIn(store, 'requirements', span))];
  const active = await store.requirements.find({ status: 'active' });
  const addressed = active.filter((one) => one.addressed).length;
  return {
    facts: fact(label('c) Requirements taken up / all', 'c) Anforderungen aufgegriffen / alle'), `${addressed} / ${active.length}`),
    tables: tableOf(label('c) Shifts in requirements', 'c) Veränderte Anforderungen'), shifts),
  };
};
