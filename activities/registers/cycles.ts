import type { Calendar } from '../../domain/calendar.ts';
import { closesBy } from '../../domain/cycle.ts';
import { nextPeriod, periodBounds } from '../../domain/period.ts';
import { type Day, engine } from '../../domain/records/common.ts';
import type { Cycle, PlannedRun } from '../../domain/records/cycle.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { reportOf, runOf } from '../../models/cycles.ts';
import { createNumbered } from '../../models/numbered.ts';
import { holdersOf } from '../../models/people.ts';
import type { Store } from '../../models/store.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import { openingsOf } from '../../workflows/schedules.ts';
import type { Deps } from '../deps.ts';
import { processOf, unrecoverable } from '../knowledge.ts';
import { actorBy } from '../steps/happened.ts';
import { calendarNow, dueOn } from './auditReads.ts';
import { changeOnce } from './byFlow.ts';

type OfCycle<A = unknown> = Call<A & { cycle: string }>;
type OfPlanned<A = unknown> = Call<A & { planned: string }>;
/** A run as a plan has it, before it has a record. */
export type Foreseen = Omit<PlannedRun, 'id' | 'version' | 'cycle' | 'status' | 'updatedAt'>;

async function theCycle(store: Store, id: string): Promise<Cycle> {
  const found = await store.cycles.get(id);
  if (found === undefined) throw unrecoverable(`there is no cycle ${id}`);
  return found;
}

async function thePlanned(store: Store, id: string): Promise<PlannedRun> {
  const found = await store.plannedRuns.get(id);
  if (found === undefined) throw unrecoverable(`there is no planned run ${id}`);
  return found;
}

/** What a year has: what the schedules open in it, and what was planned beside them. The cycle itself is no part of its plan. */
export async function foreseen(store: Store, { period, added }: Pick<Cycle, 'period' | 'added'>): Promise<Foreseen[]> {
  const calendar = await calendarNow(store);
  const schedules = await store.schedules.find({});
  const isWaived = (id: string, of: string) => schedules.some((one) => one.id === id && one.waived.some((waived) => waived.period === of));
  const bySchedule = openingsOf(schedules, period, calendar)
    .filter(({ schedule, scheduled, day }) => scheduled.definition.key !== 'pdcaCycle' && day >= sinceOf(schedules, schedule))
    .filter(({ schedule, period: of }) => !isWaived(schedule, of))
    .map(({ scheduled: { definition, subject, when }, period: of, day }) => {
      const whole = { period: of, ...subject };
      const key = definition.runKey(whole as never);
      const window = { opensOn: day, closesBy: closesBy(definition, day, calendar) };
      return { process: definition.key, key, subject: whole, ...window, ifNeeded: when !== undefined };
    });
  const beside = added.map(({ process, period: of, opensOn, reason }) => ({
    ...{ process, key: of, subject: { period: of }, opensOn, closesBy: closesBy(processOf(process), opensOn, calendar) },
    ...{ ifNeeded: false, addedBecause: reason },
  }));
  return [...bySchedule, ...beside].sort((a, b) => (a.opensOn < b.opensOn ? -1 : a.opensOn > b.opensOn ? 1 : 0));
}

const sinceOf = (schedules: readonly { id: string; since: Day }[], id: string): Day => schedules.find((one) => one.id === id)?.since ?? '';

/** The first working days after the quarters of a year that are not over yet; there is always one, after the last. */
function countingDays(year: string, today: Day, calendar: Calendar): Day[] {
  const quarters = [1, 2, 3, 4].map((n) => nextPeriod(`${year}-Q${n}`));
  const days = quarters.map((quarter) => calendar.nthWorkingDay(periodBounds(quarter).first, 1));
  return days.filter((day, n) => day > today || n === days.length - 1);
}

/** What the flow of a cycle reads. */
export const createCycleReads = ({ store }: Pick<Deps, 'store'>) => ({
  async cycleDays({ subject, runOpenedAt }: Call<unknown>) {
    const calendar = await calendarNow(store);
    const year = String(subject.period);
    const { first, last } = periodBounds(year);
    const today = calendar.dayOf(runOpenedAt);
    return {
      planBy: dueOn(calendar.addWorkingDays(first, -10), today, 10),
      approveBy: dueOn(calendar.addWorkingDays(first, -1), today, 5),
      countOn: countingDays(year, today, calendar),
      nextOpensOn: calendar.addWorkingDays(last, -25),
      next: nextPeriod(year),
    };
  },

  async plannedRun({ planned: id }: OfPlanned) {
    const { opensOn, process, subject, addedBecause } = await thePlanned(store, id);
    const calendar = await calendarNow(store);
    return { opensOn, checkOn: calendar.addWorkingDays(opensOn, 2), process, subject, addedBecause: addedBecause ?? null };
  },
});

/** What a cycle writes beyond single fields. */
export const createCycleWrites = ({ store, clock }: Deps) => {
  const changePlanned = (call: OfPlanned, set: Partial<PlannedRun>, event: string, more: { by?: By | undefined; why?: string } = {}) =>
    changeOnce(store, {
      ...{ register: 'plannedRuns', id: call.planned, set, at: clock.toOrganization(call.at), actor: actorBy(more.by), event },
      ...{ key: call.key, ...(more.why !== undefined && { why: more.why }) },
    });
  const change = (call: OfCycle, set: Partial<Cycle>, event: string, more: { by?: By | undefined; why?: string } = {}) =>
    changeOnce(store, {
      ...{ register: 'cycles', id: call.cycle, set, at: clock.toOrganization(call.at), actor: actorBy(more.by), event },
      ...{ key: call.key, ...(more.why !== undefined && { why: more.why }) },
    });
  const counted = async (cycle: string, at: string) =>
    reportOf(store, await theCycle(store, cycle), { calendar: await calendarNow(store), at, definitionOf });

  return {
    /** Its record, with the ISMS manager; answers its id. */
    async openCycle({ subject, run, key, at: real }: Call<unknown>): Promise<string> {
      const [owner] = await holdersOf(store, 'ismsManager');
      return createNumbered(store, {
        ...{ register: 'cycles', at: clock.toOrganization(real), actor: engine, event: 'opened', key },
        set: {
          period: String(subject.period),
          added: [],
          status: 'draft',
          run,
          origin: key,
          ...(owner !== undefined && { owner: owner.id }),
        },
      });
    },

    async approveCycle({ by, reason, ...call }: OfCycle<{ by: By | undefined; reason: string }>): Promise<void> {
      const set = { status: 'active', approvedBy: actorBy(by), approvedAt: clock.toOrganization(call.at) } as const;
      await change(call, set, 'approved', { by, why: reason });
    },

    /** A record for each run of the plan; answers their ids. */
    async planRuns({ cycle, key, at }: OfCycle): Promise<string[]> {
      const ids: string[] = [];
      for (const [n, run] of (await foreseen(store, await theCycle(store, cycle))).entries())
        ids.push(
          await createNumbered(store, {
            ...{ register: 'plannedRuns', at: clock.toOrganization(at), actor: engine, event: 'planned', key: `${key}/${n + 1}` },
            set: { ...run, cycle, status: 'planned', origin: `${key}/${n + 1}` },
          }),
        );
      return ids;
    },

    /** Looks what has become of a planned run, and notes it; a period that was waived at its schedule is waived here. */
    async notePlannedRun(call: OfPlanned): Promise<PlannedRun['status']> {
      const planned = await thePlanned(store, call.planned);
      const run = await runOf(store, planned);
      const waived = await waivedAt(store, planned);
      if (run !== undefined) await changePlanned(call, { status: 'opened', run: run.id }, 'opened');
      else if (waived !== undefined) await changePlanned(call, { status: 'waived', waivedBecause: waived }, 'waived');
      else await changePlanned(call, { status: planned.ifNeeded ? 'notNeeded' : 'missing' }, planned.ifNeeded ? 'notNeeded' : 'missing');
      return (await thePlanned(store, call.planned)).status;
    },

    /** Left out for this reason; what has begun while somebody was asked about it has begun. */
    async waivePlannedRun({ reason, by, ...call }: OfPlanned<{ reason: string; by: By | undefined }>): Promise<void> {
      const run = await runOf(store, await thePlanned(store, call.planned));
      if (run === undefined) await changePlanned(call, { status: 'waived', waivedBecause: reason }, 'waived', { by });
      else await changePlanned(call, { status: 'opened', run: run.id }, 'opened', { by, why: reason });
    },

    async countCycle(call: OfCycle): Promise<void> {
      await change(call, { report: await counted(call.cycle, clock.toOrganization(call.at)) }, 'counted');
    },

    async closeCycle({
      said,
      by,
      ...call
    }: OfCycle<{ said: { learned: string; carriedOver: string }; by: By | undefined }>): Promise<void> {
      await change(call, { ...said, status: 'closed', closedAt: clock.toOrganization(call.at) }, 'closed', { by });
    },
  };
};

/** Why the period of a planned run is not to open, where somebody said so at the schedule. */
async function waivedAt(store: Store, { process, key }: PlannedRun): Promise<string | undefined> {
  const schedules = await store.schedules.find({ process });
  return schedules.flatMap(({ waived }) => waived).find(({ period }) => period === key)?.reason;
}
