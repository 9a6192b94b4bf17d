import { fact, label, nameOf, table } from '../draft.ts';
import { type Knowing, today } from './shape.ts';

const states = {
  draft: label('Draft', 'Entwurf'),
  active: label('Being pursued', 'Wird verfolgt'),
  achieved: label('Achieved', 'Erreicht'),
  notAchieved: label('Not achieved', 'Nicht erreicht'),
  withdrawn: label('Withdrawn', 'Zurückgezogen'),
};

/** d4) How far the objectives are reached. */
export const objectives: Knowing = async (store, span) => {
  const all = (await store.objectives.find({ status: { $nin: ['draft', 'withdrawn'] } }, { sort: { due: 1 } })).slice(0, 500);
  const late = all.filter(({ status, due }) => status === 'active' && due < today(span));
  const count = (status: string) => String(all.filter((one) => one.status === status).length);
  return {
    facts: [
      ...fact(
        label('d4) Objectives pursued / achieved / not achieved', 'd4) Ziele verfolgt / erreicht / nicht erreicht'),
        `${count('active')} / ${count('achieved')} / ${count('notAchieved')}`,
      ),
      ...fact(label('d4) Past their day', 'd4) Über ihren Tag hinaus'), String(late.length)),
    ],
    tables: table(
      label('d4) Objectives', 'd4) Ziele'),
      [
        ...[label('Reference', 'Referenz'), label('Objective', 'Ziel'), label('Responsible', 'Verantwortlich'), label('By', 'Bis')],
        ...[label('Stands', 'Stand'), label('Result', 'Ergebnis')],
      ],
      await Promise.all(
        all.map(async ({ id, name, responsible, due, status, result = '' }) => [
          ...[id, name, (await nameOf(store, responsible)) ?? responsible, due, states[status], result],
        ]),
      ),
    ),
  };
};
