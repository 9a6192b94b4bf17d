import type { Calendar } from '../domain/calendar.ts';
import { lengthOf, monthsOf, periodBounds } from '../domain/period.ts';
import type { Day, Instant } from '../domain/records/common.ts';
import type { Run } from '../domain/records/run.ts';
import { calendarOf } from '../domain/sites.ts';
import { settingsNow } from '../models/knowledge.ts';
import { accountableFor } from '../models/people.ts';
import type { Activities, Ending, Moment } from '../workflows/engine/contract.ts';
import { endByEngine } from '../workflows/engine/messages.ts';
import { createAwaitWorkflow } from './awaitWorkflow.ts';
import type { Deps } from './deps.ts';
import { processOf } from './knowledge.ts';
import { createLookFor } from './lookFor.ts';
import { startRunWorkflow } from './openRun.ts';
import { createPropose } from './propose.ts';
import { createStartRun } from './startRun.ts';

type RunActivities = Pick<Activities, 'supersedeEarlier' | 'momentOf' | 'propose' | 'awaitWorkflow' | 'startRun' | 'lookFor'>;

/** What flows need of other runs and of time. */
export const createRunActivities = (deps: Deps): RunActivities => ({
  async supersedeEarlier({ run: id, process }) {
    const run = await deps.store.runs.get(id);
    if (run === undefined || !processOf(process).supersedes) return [];
    const open = await deps.store.runs.find({ process, status: 'open', id: { $ne: id } });
    const earlier = open.filter((other) => isEarlier(other, run));
    // At once, so that many take no longer than the time of one local activity, after which all would be told again.
    await Promise.all(earlier.map((other) => supersede(deps, other, run)));
    return earlier.map((other) => other.id);
  },

  async momentOf({ process, runOpenedAt, at, ...moment }) {
    if ('instant' in moment) return deps.clock.toReal(moment.instant);
    const person = await accountableFor(deps.store, processOf(process));
    const calendar = calendarOf(await settingsNow(deps.store), person);
    return deps.clock.toReal(calendar.startOfDay(dayOf(calendar, moment, deps.clock.toOrganization(at), runOpenedAt)));
  },

  startRun: createStartRun(deps),

  lookFor: createLookFor(deps),

  propose: createPropose(deps),

  awaitWorkflow: createAwaitWorkflow(deps),
});

function dayOf(calendar: Calendar, moment: Exclude<Moment, { instant: string }>, now: Instant, runOpenedAt: Instant): Day {
  if ('day' in moment) return calendar.addWorkingDays(moment.day, 0);
  if ('inWorkingDays' in moment) return calendar.addWorkingDays(calendar.dayOf(now), moment.inWorkingDays);
  return calendar.addWorkingDays(calendar.dayOf(runOpenedAt), moment.workingDay);
}

/** A run of a period is superseded by one of a later period that is at least as long: what is asked between two quarters takes over from no quarter. */
function isEarlier(other: Run, run: Run): boolean {
  if (other.period === undefined || run.period === undefined) return other.openedAt < run.openedAt;
  const isAsLong = monthsOf[lengthOf(run.period)] >= monthsOf[lengthOf(other.period)];
  return isAsLong && periodBounds(other.period).first < periodBounds(run.period).first;
}

/** Told, not waited for: closing a thousand tasks takes a while, and the new run need not stand still meanwhile. */
async function supersede({ client }: Deps, other: Run, by: Run): Promise<void> {
  const ending: Ending = { kind: 'superseded', by: by.id, via: 'engine', reason: `${by.id} has taken over.` };
  await startRunWorkflow(client, other); // a document that had lost its workflow
  await client.workflow.getHandle(other.id).signal(endByEngine, ending);
}
