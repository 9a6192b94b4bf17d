import { fact, label, nameOf, table } from '../draft.ts';
import { type Knowing, today } from './shape.ts';

export const decisionStates = {
  decided: label('Decided', 'Entschieden'),
  accepted: label('Taken on', 'Übernommen'),
  done: label('Done', 'Erledigt'),
  dropped: label('Dropped', 'Entfallen'),
};

/** a) What earlier reviews have decided: what is open, what is late, and what was done since. */
export const earlier: Knowing = async (store, span) => {
  const open = await store.reviewDecisions.find({ status: { $in: ['decided', 'accepted'] } }, { sort: { due: 1 } });
  const done = await store.reviewDecisions.find({ status: 'done', doneAt: { $gte: `${span.since}T00:00:00.000Z` } }, { sort: { due: 1 } });
  const late = open.filter(({ due }) => due < today(span));
  const rows = await Promise.all(
    [...open, ...done].map(async ({ id, text, owner, due, status, started = '', result = '' }) => [
      ...[id, text, (await nameOf(store, owner)) ?? owner, due, decisionStates[status], [started, result].filter(Boolean).join(': ')],
    ]),
  );
  return {
    facts: [
      ...fact(label('a) Open decisions', 'a) Offene Entscheidungen'), String(open.length)),
      ...fact(label('a) of these late', 'a) davon verspätet'), String(late.length)),
      ...fact(label('a) Done since the last review', 'a) Seit der letzten Bewertung erledigt'), String(done.length)),
    ],
    tables: table(
      label('a) Earlier decisions', 'a) Frühere Entscheidungen'),
      [
        ...[label('Reference', 'Referenz'), label('Decision', 'Entscheidung'), label('Owner', 'Verantwortlich'), label('By', 'Bis')],
        ...[label('Stands', 'Stand'), label('What came of it', 'Was daraus wurde')],
      ],
      rows,
    ),
  };
};
