import { closesBy } from '../../domain/cycle.ts';
import { periodBounds, periodOf, previousPeriod } from '../../domain/period.ts';
import type { Language } from '../../domain/records/common.ts';
import type { Cycle } from '../../domain/records/cycle.ts';
import type { Dashboard, Honesty, WheelRun } from '../../domain/records/dashboard.ts';
import { isClosed } from '../../domain/rules/task.ts';
import { calendarOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { extensionsGranted } from '../../models/timeliness.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import type { Api } from '../deps.ts';
import { detailOf } from '../schedules.ts';
import { peopleById } from '../taskLines.ts';
import { type Looking, lookAround } from './asking.ts';
import { beginningOf } from './beginning.ts';
import { comingIn } from './coming.ts';
import { heatMapOf } from './heatMap.ts';
import { isLateNow, lateOf } from './late.ts';
import { movedSince } from './moved.ts';
import { onTimeOf, shareOfYear } from './onTime.ts';
import { unreachedOf } from './unreached.ts';
import { type Foreseen, wheelOf } from './wheel.ts';

/** Everything that the cockpit shows, counted now. */
export async function dashboardOf(api: Api, language: Language): Promise<Dashboard> {
  const { store, clock } = api;
  const settings = await settingsNow(store);
  const looking = await lookAround(store, { calendar: calendarOf(settings, undefined), now: clock.now(), language });
  const people = await peopleById(api, namedIn(looking));
  const cycle = await cycleOf(looking);
  const runs = await wheelOf(looking, cycle, cycle === undefined ? await foreseenBy(api, looking) : []);
  const { from, to } = { from: periodBounds(looking.year.period).first, to: periodBounds(looking.year.period).last };
  const share = shareOfYear(looking);
  const heatMap = await heatMapOf(store);
  const beginning = await beginningOf(store, heatMap.risks);
  return {
    ...{ at: looking.now, today: looking.today, organization: settings.organization },
    year: { period: looking.year.period, from, to },
    ...(cycle !== undefined && { cycle: { id: cycle.id, status: cycle.status } }),
    ...(beginning !== undefined && { beginning }),
    ...{ runs, late: await lateOf(looking, people, runs) },
    lateTasks: looking.tasks.filter((task) => isLateNow(task, looking.now)).length,
    onTime: onTimeOf(looking),
    ...(share !== undefined && { onTimeShare: share }),
    heatMap,
    moved: await movedSince(store, theQuarterBefore(looking)),
    unreached: await unreachedOf(looking, people.values()),
    coming: comingIn(looking, people, runs),
    honesty: await honestyOf(looking, runs),
  };
}

/** Who is asked something now, confirms it, or is told next; of twenty thousand people few are. */
const namedIn = ({ tasks }: Looking): string[] =>
  tasks
    .filter(({ state }) => !isClosed(state))
    .flatMap(({ assignee, confirmer, rungs }) => [
      assignee,
      ...(confirmer === undefined ? [] : [confirmer]),
      ...rungs.filter(({ state }) => state === 'pending').flatMap(({ told }) => told),
    ]);

function theQuarterBefore({ calendar, today }: Looking) {
  const day = periodBounds(previousPeriod(periodOf(today))).first;
  return { day, at: calendar.midnight(day) };
}

/** The plan of the year that is looked at, once it is approved. */
export async function cycleOf({ store, year }: Looking): Promise<Cycle | undefined> {
  const [cycle] = await store.cycles.find({ period: year.period, status: { $in: ['active', 'closed'] } }, { sort: { updatedAt: -1 } });
  return cycle;
}

async function foreseenBy(api: Api, { calendar, year }: Looking): Promise<Foreseen[]> {
  const last = periodBounds(year.period).last;
  const schedules = await api.store.schedules.find({ paused: false });
  const all = await Promise.all(
    schedules.map(async (schedule) => {
      const definition = definitionOf(schedule.process);
      if (definition === undefined) return [];
      const { next } = await detailOf(api, schedule);
      return next
        .filter(({ day }) => day <= last)
        .map(({ period, day }) => ({
          schedule: schedule.id,
          process: schedule.process,
          key: period,
          from: day,
          to: closesBy(definition, day, calendar),
        }));
    }),
  );
  return all.flat();
}

async function honestyOf({ store, tasks, calendar, today }: Looking, runs: readonly WheelRun[]): Promise<Honesty> {
  const since = calendar.midnight(periodBounds(periodOf(today)).first);
  const asked = tasks.filter(({ baselineDue, state }) => baselineDue >= since && state !== 'cancelled' && state !== 'superseded');
  const ended = (state: string) => tasks.filter((task) => task.state === state && (task.closedAt ?? '') >= since).length;
  return {
    ...{ superseded: ended('superseded'), waived: ended('waived'), asked: asked.length, extended: extensionsGranted(asked) },
    mailsWaiting: await store.letters.count({ state: { $in: ['pending', 'sending', 'deferred'] } }),
    runsOpenTooLong: runs.filter(({ state }) => state === 'late' || state === 'escalated').length,
  };
}
