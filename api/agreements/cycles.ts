import { lengthOf, periodBounds } from '../../domain/period.ts';
import type { AddedRun } from '../../domain/records/cycle.ts';
import type { Detail } from '../../domain/refusal.ts';
import type { Store } from '../../models/store.ts';
import { type Check, problem } from './check.ts';

/** What is planned beside the schedules lies in the year, is planned once, and is nothing that a schedule opens or somebody has opened. */
export const cyclePlan: Check = async (store, { about = '' }, outcome) => {
  const year = (await store.cycles.get(about))?.period ?? '';
  const added = outcome.added as AddedRun[];
  const each = await Promise.all(added.map((one, n) => addedProblems(store, one, { n, before: added.slice(0, n), year })));
  return each.flat();
};

type Place = { n: number; before: readonly AddedRun[]; year: string };

async function addedProblems(store: Store, { process, period, opensOn }: AddedRun, { n, before, year }: Place): Promise<Detail[]> {
  const at = (field: string, en: string, de: string) => problem(`added.${n}.${field}`, en, de);
  if (before.some((one) => one.process === process && one.period === period))
    return [at('period', 'This is planned twice.', 'Das ist doppelt geplant.')];
  const schedules = await store.schedules.find({ process, paused: false });
  return [
    ...(periodBounds(period).first.startsWith(year)
      ? []
      : [at('period', `The period lies outside of ${year}.`, `Der Zeitraum liegt nicht im Jahr ${year}.`)]),
    ...(opensOn.startsWith(year) ? [] : [at('opensOn', `The day lies outside of ${year}.`, `Der Tag liegt nicht im Jahr ${year}.`)]),
    ...(schedules.some(({ cadence }) => cadence.every === lengthOf(period))
      ? [at('period', 'A schedule opens it already.', 'Das öffnet schon ein Zeitplan.')]
      : []),
    ...((await store.runs.first({ key: period, process })) === undefined
      ? []
      : [at('period', 'There is such a run already.', 'Diesen Durchlauf gibt es schon.')]),
  ];
}
