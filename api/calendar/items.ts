import { groupedBy } from '../../domain/groupedBy.ts';
import { type CalendarItem, calendarPlace, dayIn, dueDateUid } from '../../domain/icalendar.ts';
import type { Person } from '../../domain/records/person.ts';
import type { Run } from '../../domain/records/run.ts';
import { unansweredStates } from '../../domain/rules/task.ts';
import { calendarOf } from '../../domain/sites.ts';
import { places } from '../../domain/words/places.ts';
import { speakerOf } from '../../domain/words/speaker.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { definitionOf, titleOfProcess } from '../../workflows/definitions.ts';
import { scheduledBy } from '../../workflows/schedules.ts';
import type { Api } from '../deps.ts';
import { callerOf, seesAll } from '../policy.ts';
import { detailOf } from '../schedules.ts';

type Reader = { api: Api; person: Person; zone: string };

/**
 * What a person's calendar shows: the dates of what is asked of them, the runs that are open if they oversee them, and the next runs that will ask
 * them. What a risk is about is not in it, and no private link: calendars are shared.
 */
export async function calendarItems(api: Api, person: Person): Promise<CalendarItem[]> {
  const { zone } = calendarOf(await settingsNow(api.store), person);
  const reader = { api, person, zone };
  const overseen = seesAll(callerOf(person, 'login')) ? await openRuns(reader) : [];
  return [...(await dueDates(reader)), ...overseen, ...(await plannedRuns(reader))];
}

/** One entry for all that is asked in a run, under the same UID as in the mails. */
async function dueDates({ api, person, zone }: Reader): Promise<CalendarItem[]> {
  const asked = [
    { assignee: person.id, state: { $in: [...unansweredStates] } },
    { confirmer: person.id, state: 'submitted' },
  ];
  const open = await api.store.tasks.find({ $or: asked }, { sort: { due: 1 } });
  const sent = new Map((await api.store.calendarEntries.find({ person: person.id })).map(({ id, sequence }) => [id, sequence]));
  const groups = groupedBy(open, (task) => dueDateUid(calendarPlace(task), person.id));
  const { language } = person;
  const { counted } = speakerOf({ language, zone, now: api.clock.now() });
  return [...groups].flatMap(([uid, tasks]) => {
    const [first] = tasks;
    const words = first && definitionOf(first.process)?.tasks[first.task]?.words.subject;
    if (first === undefined || words === undefined) return [];
    const summary = `ISMS: ${counted(words, { count: tasks.length, reference: first.about }, 'figure')}`;
    return [{ uid, sequence: sent.get(uid) ?? 0, first: dayIn(zone, first.due), summary, url: at(api, places.myTasks), rings: true }];
  });
}

const at = ({ config }: Api, place: string): string => `${config.publicUrl}${place}`;

async function openRuns({ api, person: { language }, zone }: Reader): Promise<CalendarItem[]> {
  const items: CalendarItem[] = [];
  for (const run of await api.store.runs.find({ status: 'open' })) {
    const last = await api.store.tasks.first({ run: run.id }, { sort: { due: -1 } });
    const days = { first: dayIn(zone, run.openedAt), last: dayIn(zone, last?.due ?? run.openedAt) };
    items.push({ uid: `${run.id}@fourstroke`, sequence: 0, ...days, summary: nameOf(run, language), url: at(api, places.run(run.id)) });
  }
  return items;
}

const nameOf = ({ process, period }: Pick<Run, 'process' | 'period'>, language: Person['language']): string =>
  ['ISMS:', titleOfProcess(process, language), period ?? ''].join(' ').trim();

const shownOpenings = 4;

/** Runs that will open by themselves, for those whom they will ask or who answer for them. */
async function plannedRuns({ api, person, zone }: Reader): Promise<CalendarItem[]> {
  const { t } = speakerOf({ language: person.language, zone, now: api.clock.now() });
  const items: CalendarItem[] = [];
  for (const schedule of await api.store.schedules.find({ paused: false })) {
    const scheduled = scheduledBy(schedule, await api.store.schedules.get(schedule.process));
    if (scheduled === undefined || scheduled.when !== undefined || !concerns(person, scheduled.definition)) continue;
    const { next } = await detailOf(api, schedule);
    for (const { period, day } of next.slice(0, shownOpenings)) {
      const summary = t('page:myMail.planned', { run: nameOf({ process: schedule.process, period }, person.language) });
      items.push({ uid: `${schedule.id}.${period}@fourstroke`, sequence: 0, first: day, summary, url: at(api, places.myTasks) });
    }
  }
  return items;
}

function concerns(person: Person, { accountable, tasks }: NonNullable<ReturnType<typeof definitionOf>>): boolean {
  const asked = new Set([accountable, ...Object.values(tasks).map(({ by }) => by)]);
  return seesAll(callerOf(person, 'login')) || person.roles.some(({ role }) => asked.has(role));
}
