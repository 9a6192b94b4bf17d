import type { Calendar } from '../domain/calendar.ts';
import type { Opening } from '../domain/openings.ts';
import type { ProcessDefinition } from '../domain/process.ts';
import type { Day, Instant, Language } from '../domain/records/common.ts';
import type { Control } from '../domain/records/control.ts';
import type { Risk } from '../domain/records/risk.ts';
import { nextReviewDay } from '../domain/reviewDates.ts';
import { holdsUntil } from '../domain/rules/control.ts';
import { calendarOf } from '../domain/sites.ts';
import { criteriaNow, settingsNow } from '../models/knowledge.ts';
import { remembering } from '../models/remembering.ts';
import type { Store } from '../models/store.ts';
import { openingsOf } from '../workflows/schedules.ts';
import type { Api } from './deps.ts';
import { type PreviewedTask, previewOf } from './preview.ts';
import { busyDays, type Load, loadOf } from './simulatedLoad.ts';

export type SimulatedRun = Opening & { process: string; schedule: string; tasks: number; people: number };
export type Simulation = {
  year: number;
  runs: SimulatedRun[];
  people: Load[];
  busy: { day: Day; person: string; name: string; open: number }[];
};

/**
 * A year as it would go if everybody answered on the last day and nothing changed: by the schedules, registers, absences and holidays of today, with the
 * function that promises tasks when they really open. Nothing is opened.
 */
export async function simulateYear(api: Api, year: number, limit: number, language: Language): Promise<Simulation> {
  const { clock } = api;
  const calendar = calendarOf(await settingsNow(api.store), undefined);
  const { store, answered } = await simulatedStore(api.store, calendar);
  const runs: SimulatedRun[] = [];
  const asked: PreviewedTask[] = [];
  for (const { schedule, scheduled, period, day } of openingsOf(await api.store.schedules.find({}), String(year), calendar)) {
    const { definition, subject, when } = scheduled;
    const at: Instant = calendar.startOfDay(day);
    const tasks = await previewOf({ store, clock, definition, subject: { period, ...subject }, at, language });
    if (when !== undefined && !tasks.some(({ about }) => about !== undefined)) continue;
    answered(definition, tasks);
    asked.push(...tasks);
    runs.push({
      process: definition.key,
      schedule,
      period,
      day,
      tasks: tasks.length,
      people: new Set(tasks.map(({ assignee }) => assignee)).size,
    });
  }
  const names = new Map((await store.people.find({})).map(({ id, name }) => [id, name]));
  const people = loadOf(asked, names, calendar);
  return { year, runs, people, busy: busyDays(asked, names, calendar, limit) };
}

/** The registers as the year moves them: a risk that was asked about is judged the same again on the last day. */
async function simulatedStore(store: Store, calendar: Calendar) {
  const criteria = await criteriaNow(store);
  const risks = new Map((await store.risks.find({ status: { $nin: ['draft', 'closed'] } })).map((risk) => [risk.id, risk]));
  const controls = new Map((await store.controls.find({ status: 'implemented' })).map((control) => [control.id, control]));
  const view: Store = {
    ...remembering(store, ['people', 'settings', 'riskCriteria']),
    risks: { ...store.risks, find: async () => [...risks.values()], get: async (id) => risks.get(id) },
    controls: { ...store.controls, find: async () => [...controls.values()], get: async (id) => controls.get(id) },
    // Everybody answers in time, so nobody is being asked when the next month begins.
    tasks: { ...store.tasks, find: async () => [] },
  };
  const judgedOn = (risk: Risk, day: Day): Risk => {
    const last = risk.lastAssessment;
    if (last === undefined) return { ...risk, nextReview: nextReviewDay(day, 'medium', criteria), lastAssessment: neverJudged(risk, day) };
    return { ...risk, lastAssessment: { ...last, day }, nextReview: nextReviewDay(day, last.band, criteria) };
  };
  const answered = (definition: ProcessDefinition, tasks: readonly PreviewedTask[]): void => {
    for (const { task, about = '', due } of tasks) {
      const [risk, control, day] = [risks.get(about), controls.get(about), calendar.dayOf(due)];
      const of = definition.tasks[task]?.about;
      if (of === 'risks' && risk !== undefined) risks.set(about, judgedOn(risk, day));
      if (of === 'controls' && control !== undefined) controls.set(about, checkedOn(control, day));
    }
  };
  return { store: view, answered };
}

const checkedOn = (control: Control, day: Day): Control => ({ ...control, checkedOn: day, nextCheck: holdsUntil(day, control) });

/** Nobody knows yet how it will be judged: the middle, until it is. */
const neverJudged = ({ owner }: Risk, day: Day): NonNullable<Risk['lastAssessment']> => ({
  ...{ id: '-', day, by: owner, likelihood: 3, consequence: 3, band: 'medium' },
});
