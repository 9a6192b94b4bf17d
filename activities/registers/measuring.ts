import { monthsOf, periodBounds, previousPeriod } from '../../domain/period.ts';
import type { Measure, Measurement, MeasureSource } from '../../domain/records/measurement.ts';
import { isOnTarget, percent, said } from '../../domain/rules/measure.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { createNumbered } from '../../models/numbered.ts';
import { changeRecord } from '../../models/registers.ts';
import type { Store } from '../../models/store.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { unrecoverable } from '../knowledge.ts';
import { changeOnce, pieceOf } from './byFlow.ts';

type Bounds = { first: string; last: string };
type Planned = { name: string; work: string; resources: string; responsible: string; due: string; judgedBy: string };
type PlannedMeasure = Pick<
  Measure,
  'name' | 'method' | 'unit' | 'source' | 'every' | 'measurer' | 'analyst' | 'target' | 'direction' | 'control'
>;
type Result = { objective: string; result: 'achieved' | 'notAchieved' | 'goesOn'; reason: string };
type Proposed = { found: { objectives: Planned[]; measures: PlannedMeasure[]; results: Result[] }; by: By | undefined };
type Collected = { value?: number | undefined; gap?: string | undefined; evidence: string };
type Analysed = { analysis: string; response: NonNullable<Measurement['response']> };

/** A quarter is measured when it is over. */
const measuredIn = ({ subject }: Pick<Call<unknown>, 'subject'>): string => previousPeriod(String(subject.period));

/** What objectives (6.2) and measurement (9.1) write. */
export const createMeasuringWrites = ({ store, clock }: Deps) => {
  const made = (call: Call<{ by?: By | undefined }>, piece: string) => pieceOf({ clock }, call, piece);

  const measureOf = async (id: string): Promise<Measure> => {
    const found = await store.measures.get(id);
    if (found === undefined) throw unrecoverable(`there is no measure ${id}`);
    return found;
  };

  async function record(call: Call<{ measure: string; by?: By | undefined }>, collected: Collected): Promise<Measurement> {
    const measure = await measureOf(call.measure);
    const period = measuredIn(call);
    const { at, actor, key } = made(call, 'value');
    const { value, gap, evidence } = collected;
    return (await changeRecord(store, {
      ...{ register: 'measurements', id: `${measure.id}-${period}`, at, actor, event: 'collected', key },
      set: {
        ...{ measure: measure.id, period, target: measure.target, evidence, collectedBy: actor, collectedAt: at, run: call.run },
        ...(value !== undefined && { value, onTarget: isOnTarget(value, measure) }),
        ...(gap !== undefined && { gap }),
      },
    })) as Measurement;
  }

  async function draftMeasures(call: Call<{ by: By | undefined }>, measures: readonly PlannedMeasure[]): Promise<void> {
    for (const [n, measure] of measures.entries()) {
      const { key, ...piece } = made(call, `m${n}`);
      const set = { ...measure, run: call.run, status: 'draft', origin: key } as const;
      await createNumbered(store, { register: 'measures', event: 'proposed', ...piece, key, set });
    }
  }

  /** Drafts that came by import are proposed with the rest, and stand in what is approved; not those of which something is not said yet (G8, G9). */
  async function takeUpImported(call: Call<{ by: By | undefined }>): Promise<void> {
    const imported = { status: 'draft', origin: { $exists: false }, run: { $ne: call.run } } as const;
    const [objectives, measures] = await Promise.all([store.objectives.find(imported), store.measures.find(imported)]);
    const take = (register: 'objectives' | 'measures', id: string) =>
      changeOnce(store, { register, id, set: { run: call.run }, event: 'proposed', ...made(call, id) });
    for (const one of objectives) if (isAllSaid(one, said.objective)) await take('objectives', one.id);
    for (const one of measures) if (isAllSaid(one, said.measure)) await take('measures', one.id);
  }

  /** Those of this run: in use when they are approved; returned, what the run itself has drafted is given up, and what came by import stays a draft. */
  async function decideDrafts(call: Call<{ approved: boolean; by: By | undefined }>): Promise<void> {
    for (const { id, origin } of await store.measures.find({ run: call.run, status: 'draft' })) {
      if (!call.approved && origin === undefined) continue;
      const set = { status: call.approved ? 'active' : 'retired' } as const;
      await changeOnce(store, { register: 'measures', id, set, event: call.approved ? 'approved' : 'returned', ...made(call, id) });
    }
  }

  return {
    /** Objectives and measures as they are proposed, in draft; and what became of those of before, once it is approved. */
    async proposeObjectives(call: Call<Proposed>): Promise<void> {
      const { objectives, measures } = call.found;
      const common = { run: call.run, status: 'draft' } as const;
      await takeUpImported(call);
      for (const [n, objective] of objectives.entries())
        await createNumbered(store, {
          ...{ register: 'objectives', event: 'proposed' },
          ...made(call, `o${n}`),
          set: { ...objective, ...common, origin: made(call, `o${n}`).key },
        });
      await draftMeasures(call, measures);
    },

    /** Approved, what this run has drafted is active and the results of before are kept; returned, it is withdrawn. */
    async decideObjectives(call: Call<{ approved: boolean; results: Result[]; by: By | undefined }>): Promise<void> {
      for (const { id, origin } of await store.objectives.find({ run: call.run, status: 'draft' })) {
        if (!call.approved && origin === undefined) continue;
        const { actor } = made(call, id);
        const set = call.approved ? ({ status: 'active', approvedBy: actor } as const) : ({ status: 'withdrawn' } as const);
        await changeOnce(store, { register: 'objectives', id, set, event: call.approved ? 'approved' : 'returned', ...made(call, id) });
      }
      await decideDrafts(call);
      if (!call.approved) return;
      for (const { objective: id, result, reason } of call.results)
        if (result !== 'goesOn')
          await changeOnce(store, {
            register: 'objectives',
            id,
            set: { status: result, result: reason },
            event: 'judged',
            ...made(call, `${id}/result`),
          });
    },

    /** Measures of single controls as they are proposed, in draft. */
    proposeMeasures: (call: Call<{ measures: PlannedMeasure[]; by: By | undefined }>): Promise<void> => draftMeasures(call, call.measures),

    /** Agreed to, they are in use; else given up. */
    decideMeasures: (call: Call<{ approved: boolean; by: By | undefined }>): Promise<void> => decideDrafts(call),

    /** A value that somebody brings, or why there is none. */
    async collectValue(call: Call<{ measure: string; collected: Collected; by: By | undefined }>): Promise<{ onTarget: boolean | null }> {
      const { onTarget } = await record(call, call.collected);
      return { onTarget: onTarget ?? null };
    },

    /** A value that follows from what the product itself has recorded in the period. */
    async computeValue(call: Call<{ measure: string }>): Promise<{ onTarget: boolean | null }> {
      const { source } = await measureOf(call.measure);
      if (source === 'asked') throw unrecoverable(`${call.measure} is asked of a person`);
      const { first, last } = periodBounds(measuredIn(call));
      const value = await figures[source](store, { first: `${first}T00:00:00.000Z`, last: `${last}T23:59:59.999Z` });
      const { onTarget } = await record(call, { value, evidence: 'Computed from the records of this product.' });
      return { onTarget: onTarget ?? null };
    },

    /** What another person made of it. Answers whether the measure was off its target in the period before as well. */
    async analyseValue(call: Call<{ measure: string; found: Analysed; by: By | undefined }>): Promise<{ again: boolean }> {
      const id = `${call.measure}-${measuredIn(call)}`;
      const { at, actor, key } = made(call, 'analysis');
      const set = { ...call.found, analysedBy: actor, analysedAt: at };
      await changeOnce(store, { register: 'measurements', id, set, event: 'analysed', at, actor, key });
      const before = await store.measurements.first({ measure: call.measure, id: { $ne: id } }, { sort: { collectedAt: -1 } });
      return { again: before?.onTarget === false };
    },

    /** A nonconformity of a measure that is off its target; answers its reference. */
    async offTarget(call: Call<{ measure: string; reason: string; by: By | undefined }>): Promise<string> {
      const { name, measurer } = await measureOf(call.measure);
      const { at, key, actor } = made(call, 'nonconformity');
      return createNumbered(store, {
        ...{ register: 'nonconformities', at, actor, event: 'proposed', key },
        set: {
          title: `${name}: off target in ${measuredIn(call)}`,
          source: { kind: 'offTarget', run: call.run, subject: call.measure },
          ...{ description: call.reason, owner: measurer, proposedAt: at, status: 'candidate', origin: key },
        },
      });
    },
  };
};

const isAllSaid = <T extends object>(one: T, fields: readonly (keyof T)[]): boolean =>
  fields.every((field) => one[field] !== undefined && one[field] !== '');

type Figure = (store: Store, bounds: Bounds) => Promise<number>;

const dueIn = (store: Store, { first, last }: Bounds) => store.tasks.find({ baselineDue: { $gte: first, $lte: last } });

/** Standard measures of processes (5.2). On time is judged by the date that was promised first. */
const figures: Record<Exclude<MeasureSource, 'asked'>, Figure> = {
  async onTime(store, bounds) {
    const due = (await dueIn(store, bounds)).filter(({ state }) => state !== 'cancelled' && state !== 'superseded');
    const onTime = due.filter(({ state, closedAt = '9', baselineDue }) => state === 'done' && closedAt <= baselineDue);
    return percent(onTime.length, due.length);
  },
  async extensions(store, bounds) {
    const due = await dueIn(store, bounds);
    const granted = due.filter(({ extensions = [] }) => extensions.some(({ state }) => state === 'granted'));
    return due.length === 0 ? 0 : percent(granted.length, due.length);
  },
  async escalations(store, bounds) {
    const due = await dueIn(store, bounds);
    return due.length === 0 ? 0 : percent(due.filter(({ level }) => level > 0).length, due.length);
  },
  openNonconformities: (store) => store.nonconformities.count({ status: { $in: ['candidate', 'accepted'] } }),
  async effectiveControls(store) {
    const inPlace = await store.controls.find({ status: 'implemented' });
    return percent(inPlace.filter(({ effectiveness }) => effectiveness === 'effective').length, inPlace.length);
  },
};

/** Whether a measure of this rhythm has a value for a quarter: monthly and quarterly ones each time, others where their own period ends with it. */
export function isMeasuredIn({ every }: Pick<Measure, 'every'>, period: string): boolean {
  const length = monthsOf[every];
  return length <= 3 || Number(periodBounds(period).last.slice(5, 7)) % length === 0;
}
