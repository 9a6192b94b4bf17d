import { fact, label, nameOf, table } from '../draft.ts';
import type { Knowing } from './shape.ts';

const states = {
  open: label('Open', 'Offen'),
  pursued: label('Being pursued', 'Wird verfolgt'),
  done: label('Done', 'Erledigt'),
  dropped: label('Dropped', 'Fallen gelassen'),
};

/** g) Chances to improve that wait for a decision or are on their way. */
export const improving: Knowing = async (store) => {
  const open = await store.improvements.find({ status: { $in: ['open', 'pursued'] } }, { sort: { notedAt: 1 }, limit: 500 });
  return {
    facts: fact(label('g) Chances in the register', 'g) Chancen im Register'), String(open.length)),
    tables: table(
      label('g) Chances to improve', 'g) Chancen zur Verbesserung'),
      [
        label('Reference', 'Referenz'),
        label('What', 'Was'),
        label('Owner', 'Verantwortlich'),
        label('From', 'Herkunft'),
        label('Stands', 'Stand'),
      ],
      await Promise.all(
        open.map(async ({ id, title, owner, subject = '', status }) => [
          id,
          title,
          (await nameOf(store, owner)) ?? owner,
          subject,
          states[status],
        ]),
      ),
    ),
  };
};
