import type { Calendar } from '../../domain/calendar.ts';
import type { Day, Instant, Language } from '../../domain/records/common.ts';
import type { Run } from '../../domain/records/run.ts';
import type { Settings } from '../../domain/records/settings.ts';
import { calendarOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import type { Store } from '../../models/store.ts';
import type { Api } from '../deps.ts';
import { type Caller, seesAll } from '../policy.ts';

/** One look at a run: what all parts of its time line are made from. The calendar is that of the organization. */
export type Looking = {
  api: Api;
  store: Store;
  run: Run;
  settings: Settings;
  calendar: Calendar;
  now: Instant;
  today: Day;
  language: Language;
  /** Whoever oversees also reads what others were told, and what happened to the run. */
  oversees: boolean;
};

export async function lookAt(api: Api, caller: Caller, run: Run): Promise<Looking> {
  const settings = await settingsNow(api.store);
  const calendar = remembering(calendarOf(settings, undefined));
  const now = api.clock.now();
  return {
    ...{ api, store: api.store, run, settings, calendar, now, today: calendar.dayOf(now) },
    ...{ language: caller.person.language, oversees: seesAll(caller) },
  };
}

/** Thousands of tasks have a few dates: on which day each falls is worked out once. */
function remembering(calendar: Calendar): Calendar {
  const days = new Map<Instant, Day>();
  const dayOf = (instant: Instant): Day => {
    const day = days.get(instant) ?? calendar.dayOf(instant);
    days.set(instant, day);
    return day;
  };
  return { ...calendar, dayOf };
}
