import type { Calendar } from '../domain/calendar.ts';
import type { ProcessDefinition } from '../domain/process.ts';
import type { Day, Instant, Language } from '../domain/records/common.ts';
import type { Control } from '../domain/records/control.ts';
import type { Risk } from '../domain/records/risk.ts';
import { nextReviewDay } from '../domain/reviewDates.ts';
import { holdsUntil } from '../domain/rules/control.ts';
import { calendarOf } from '../domain/sites.ts';
import type { Filter } from '../models/collection.ts';
import { criteriaNow, settingsNow } from '../models/knowledge.ts';
import { remembering } from '../models/remembering.ts';
import type { Store } from '../models/store.ts';
import type { DueOpening } from '../workflows/schedules.ts';
import type { Api } from './deps.ts';
import { type PreviewedTask, previewOf } from './preview.ts';

/** An opening that is to come, with what it would ask. */
export type ForeseenRun = DueOpening & { tasks: PreviewedTask[] };

/**
 * What these openings would ask, one after the other, if everybody answered on the last day and nothing changed: by the registers, absences and holidays of
 * today, with the function that promises tasks when they really open. Nothing is opened. `of` narrows it to some of the risks.
 */
export async function foresee(api: Api, openings: readonly DueOpening[], language: Language, of: Filter = {}): Promise<ForeseenRun[]> {
  const { clock } = api;
  const calendar = calendarOf(await settingsNow(api.store), undefined);
  const { store, answered } = await simulatedStore(api.store, calendar, of);
  const runs: ForeseenRun[] = [];
  for (const opening of openings) {
    const { definition, subject, when } = opening.scheduled;
    const at: Instant = calendar.startOfDay(opening.day);
    const tasks = await previewOf({ store, clock, definition, subject: { period: opening.period, ...subject }, at, language });
    if (when !== undefined && !tasks.some(({ about }) => about !== undefined)) continue;
    answered(definition, tasks);
    runs.push({ ...opening, tasks });
  }
  return runs;
}

/** The registers as the year moves them: a risk that was asked about is judged the same again on the last day. */
async function simulatedStore(store: Store, calendar: Calendar, of: Filter) {
  const criteria = await criteriaNow(store);
  const risks = new Map((await store.risks.find({ status: { $nin: ['draft', 'closed'] }, ...of })).map((risk) => [risk.id, risk]));
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
