import type { Opening } from '../domain/openings.ts';
import type { Day, Language } from '../domain/records/common.ts';
import { calendarOf } from '../domain/sites.ts';
import { settingsNow } from '../models/knowledge.ts';
import { openingsOf } from '../workflows/schedules.ts';
import type { Api } from './deps.ts';
import { foresee } from './foreseeing.ts';
import { busyDays, type Load, loadOf } from './simulatedLoad.ts';

export type SimulatedRun = Opening & { process: string; schedule: string; tasks: number; people: number };
export type Simulation = {
  year: number;
  runs: SimulatedRun[];
  people: Load[];
  busy: { day: Day; person: string; name: string; open: number }[];
};

/** A year as it would go by the schedules of today: its runs, what it asks of each person, and the days on which somebody has too much. */
export async function simulateYear(api: Api, year: number, limit: number, language: Language): Promise<Simulation> {
  const { store } = api;
  const calendar = calendarOf(await settingsNow(store), undefined);
  const foreseen = await foresee(api, openingsOf(await store.schedules.find({}), String(year), calendar), language);
  const asked = foreseen.flatMap(({ tasks }) => tasks);
  const names = new Map((await store.people.find({})).map(({ id, name }) => [id, name]));
  return {
    year,
    runs: foreseen.map(({ scheduled, schedule, period, day, tasks }) => ({
      ...{ process: scheduled.definition.key, schedule, period, day, tasks: tasks.length },
      people: new Set(tasks.map(({ assignee }) => assignee)).size,
    })),
    people: loadOf(asked, names, calendar),
    busy: busyDays(asked, names, calendar, limit),
  };
}
