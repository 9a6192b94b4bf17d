import { openingOf, opens } from '../../domain/openings.ts';
import { periodOf } from '../../domain/period.ts';
import { engine } from '../../domain/records/common.ts';
import type { Schedule } from '../../domain/records/schedule.ts';
import { calendarOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import type { OpeningActivities } from '../../workflows/engine/contract.ts';
import { type Scheduled, scheduledBy } from '../../workflows/schedules.ts';
import type { Deps } from '../deps.ts';
import { unrecoverable } from '../knowledge.ts';
import { createOpenRun, openOrFind } from '../openRun.ts';
import { createReads } from '../registers/index.ts';

/** What a schedule does when it fires. */
export const createOpenings = (deps: Deps): OpeningActivities => ({
  async planOpening({ schedule: id, nominal }) {
    const { store, clock } = deps;
    const { since, rhythm } = await found(deps, id);
    const calendar = calendarOf(await settingsNow(store), undefined);
    const day = calendar.dayOf(clock.toOrganization(nominal));
    const opening = openingOf(calendar, rhythm, periodOf(day, rhythm.every));
    if (!opens(rhythm, opening.period)) return { silent: 'another rhythm opens' };
    if (opening.day < since) return { silent: 'it began before the schedule' };
    // Where time is sped up the schedule fires every day: one of a later day opens it.
    if (clock.speed !== 1 && opening.day > day) return { silent: 'not yet' };
    return { period: opening.period, at: clock.toReal(calendar.startOfDay(opening.day)) };
  },

  async openPeriod({ schedule: id, period }) {
    const { definition, subject, when, waived } = await found(deps, id);
    const whole = { period, ...subject };
    if (waived.some((one) => one.period === period)) return 'waived';
    // A cancelled one as well: what somebody has cancelled does not come back by itself.
    const there = await deps.store.runs.first({ process: definition.key, key: definition.runKey(whole as never) });
    if (there !== undefined) return there.id;
    if (when !== undefined && (await createReads(deps)[when]({ subject: whole } as never)).length === 0) return 'nothing is due';
    return openOrFind(createOpenRun(deps), { process: definition.key, subject: whole, actor: engine, startedBy: `schedules/${id}` });
  },
});

async function found({ store }: Pick<Deps, 'store'>, id: string): Promise<Schedule & Scheduled> {
  const schedule = await store.schedules.get(id);
  const scheduled = schedule && scheduledBy(schedule, await store.schedules.get(schedule.process));
  if (schedule === undefined || scheduled === undefined) throw unrecoverable(`there is no schedule ${id}`);
  return { ...schedule, ...scheduled };
}
