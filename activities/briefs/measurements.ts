import type { Measure } from '../../domain/records/measurement.ts';
import type { Store } from '../../models/store.ts';
import { unrecoverable } from '../knowledge.ts';
import { type Draft, fact, label, nameOf, said, table } from './draft.ts';
import { no, yes } from './words.ts';

const every = {
  month: label('Monthly', 'Monatlich'),
  quarter: label('Quarterly', 'Im Quartal'),
  halfYear: label('Twice a year', 'Zweimal im Jahr'),
  year: label('Yearly', 'Jährlich'),
};
const states = {
  draft: label('Proposed', 'Vorgeschlagen'),
  active: label('In force', 'In Kraft'),
  achieved: label('Achieved', 'Erreicht'),
  notAchieved: label('Not achieved', 'Nicht erreicht'),
  withdrawn: label('Withdrawn', 'Zurückgezogen'),
};

const targetOf = ({ direction, target, unit }: Pick<Measure, 'direction' | 'target' | 'unit'>): string =>
  `${direction === 'atLeast' ? '≥' : '≤'} ${target} ${unit}`.trim();

/** A measure with its last values (9.1). */
export async function measures(store: Store, id: string): Promise<Draft> {
  const measure = await store.measures.get(id);
  if (measure === undefined) throw unrecoverable(`there is no measure ${id}`);
  const values = await store.measurements.find({ measure: id }, { sort: { collectedAt: -1 }, limit: 8 });
  return {
    title: measure.name,
    facts: [
      ...fact(label('How it is measured', 'Wie gemessen wird'), measure.method),
      ...fact(label('How often', 'Wie oft'), said(every, measure.every)),
      ...fact(label('Target', 'Ziel'), targetOf(measure)),
      ...fact(label('Measured by', 'Gemessen von'), await nameOf(store, measure.measurer)),
      ...fact(label('Analysed by', 'Ausgewertet von'), await nameOf(store, measure.analyst)),
    ],
    tables: table(
      label('Last values', 'Letzte Werte'),
      [label('Period', 'Zeitraum'), label('Value', 'Wert'), label('On target', 'Im Ziel'), label('From', 'Herkunft')],
      values.map(({ period, value, onTarget, evidence = '', gap = '' }) => [
        ...[period, value === undefined ? '' : String(value), onTarget === undefined ? '' : onTarget ? yes : no],
        gap === '' ? evidence : gap,
      ]),
    ),
  };
}

/** What a run has measured, all values side by side. */
export async function quarters(store: Store, run: string): Promise<Draft> {
  const values = await store.measurements.find({ run }, { sort: { measure: 1 } });
  const all = new Map((await store.measures.find({ id: { $in: values.map(({ measure }) => measure) } })).map((one) => [one.id, one]));
  return {
    title: label('The values of the quarter', 'Die Werte des Quartals'),
    facts: fact(label('Values', 'Werte'), String(values.length)),
    tables: table(
      label('Values', 'Werte'),
      [
        label('Measure', 'Messgröße'),
        label('Value', 'Wert'),
        label('Target', 'Ziel'),
        label('On target', 'Im Ziel'),
        label('Analysis', 'Auswertung'),
      ],
      values.map(({ measure, value, gap = '', onTarget, analysis = '' }) => {
        const found = all.get(measure);
        return [
          ...[found?.name ?? measure, value === undefined ? gap : String(value), found === undefined ? '' : targetOf(found)],
          ...[onTarget === undefined ? '' : onTarget ? yes : no, analysis],
        ];
      }),
    ),
  };
}

/** Objectives and measures, those in force and those that are proposed. */
export async function objectives(store: Store): Promise<Draft> {
  const [all, measured] = await Promise.all([
    store.objectives.find({ status: { $in: ['draft', 'active'] } }, { sort: { _id: 1 } }),
    store.measures.find({ status: { $in: ['draft', 'active'] } }, { sort: { _id: 1 } }),
  ]);
  return {
    title: label('Objectives and measures', 'Ziele und Messgrößen'),
    facts: [],
    tables: [
      ...table(
        label('Objectives', 'Ziele'),
        [
          ...[label('Reference', 'Referenz'), label('Objective', 'Ziel'), label('Work', 'Arbeit'), label('Means', 'Mittel')],
          ...[label('Who', 'Wer'), label('Until', 'Bis'), label('Judged by', 'Beurteilung'), label('State', 'Stand')],
        ],
        await Promise.all(
          all.map(async ({ id, name, work, resources, responsible, due, judgedBy, status }) => [
            ...[id, name, work, resources, (await nameOf(store, responsible)) ?? responsible, due, judgedBy],
            states[status],
          ]),
        ),
      ),
      ...(await measureTable(store, measured)),
    ],
  };
}

export const measureTable = async (store: Store, measures: readonly Measure[]) =>
  table(
    label('Measures', 'Messgrößen'),
    [
      ...[label('Reference', 'Referenz'), label('Measure', 'Messgröße'), label('How', 'Wie'), label('How often', 'Wie oft')],
      ...[label('Target', 'Ziel'), label('Measured by', 'Gemessen von'), label('Analysed by', 'Ausgewertet von')],
    ],
    await Promise.all(
      measures.map(async (measure) => [
        [measure.id, measure.control === undefined ? '' : `(${measure.control})`].join(' ').trim(),
        ...[measure.name, measure.method, every[measure.every], targetOf(measure)],
        (await nameOf(store, measure.measurer)) ?? '',
        (await nameOf(store, measure.analyst)) ?? '',
      ]),
    ),
  );
