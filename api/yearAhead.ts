import { DateTime } from 'luxon';
import { groupedBy } from '../domain/groupedBy.ts';
import type { Day } from '../domain/records/common.ts';
import type { Person } from '../domain/records/person.ts';
import type { AskedAhead, YearAhead } from '../domain/records/yearAhead.ts';
import { calendarOf } from '../domain/sites.ts';
import { speakerOf } from '../domain/words/speaker.ts';
import { settingsNow } from '../models/knowledge.ts';
import { openingsOf } from '../workflows/schedules.ts';
import type { Api } from './deps.ts';
import { type ForeseenRun, foresee } from './foreseeing.ts';

/** What the schedules are going to ask of this person in the twelve months after today, if everybody answers in time and nothing changes. */
export async function yearAheadOf(api: Api, person: Person): Promise<YearAhead> {
  const { store, clock } = api;
  const settings = await settingsNow(store);
  const today = calendarOf(settings, undefined).dayOf(clock.now());
  const to = DateTime.fromISO(today, { zone: 'utc' }).plus({ years: 1 }).toISODate() ?? today;
  const schedules = await store.schedules.find({});
  const openings = [...new Set([today, to].map((day) => day.slice(0, 4)))]
    .flatMap((year) => openingsOf(schedules, year, calendarOf(settings, undefined)))
    .filter(({ day }) => day > today && day <= to);
  const runs = await foresee(api, openings, person.language, { owner: { $in: await ownersAskedThrough(api, person) } });
  const calendar = calendarOf(settings, person);
  return { from: today, to, items: runs.flatMap((run) => askedIn(run, person, { api, dayOf: calendar.dayOf, zone: calendar.zone })) };
}

/** Whose risks may come to somebody: their own, those of whom they stand in for, and of whoever left them behind. */
const ownersAskedThrough = ({ store }: Api, { id }: Person): Promise<string[]> =>
  store.people.ids({ $or: [{ _id: id }, { deputy: id }, { status: 'left' }] });

type Reading = { api: Api; dayOf(instant: string): Day; zone: string };

function askedIn({ scheduled: { definition }, period, tasks }: ForeseenRun, person: Person, { api, dayOf, zone }: Reading): AskedAhead[] {
  const { counted } = speakerOf({ language: person.language, zone, now: api.clock.now() });
  const own = tasks.filter(({ assignee }) => assignee === person.id);
  const groups = groupedBy(own, ({ task, opensAt, due }) => JSON.stringify([task, opensAt, due]));
  return [...groups.values()].flatMap((group) => {
    const [first, count] = [group[0], group.length];
    if (first === undefined) return [];
    const words = definition.tasks[first.task]?.words.subject;
    return {
      ...{ day: dayOf(first.opensAt), due: dayOf(first.due), process: definition.key, title: definition.title[person.language], period },
      ...{ task: first.task, count },
      asks: words === undefined ? first.title : counted(words, { count, reference: first.about }, 'figure'),
    };
  });
}
