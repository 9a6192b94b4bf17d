import { DateTime } from 'luxon';
import { type Calendar, makeCalendar } from '../../calendar.ts';
import { periodBounds, periodOf, previousPeriod } from '../../period.ts';
import type { Day, Instant, Levels } from '../../records/common.ts';
import type { Assessment, Risk } from '../../records/risk.ts';
import type { RiskCriteria } from '../../records/riskCriteria.ts';
import type { Settings } from '../../records/settings.ts';
import { nextReviewDay } from '../../reviewDates.ts';
import { bandOf, isAbove } from '../../rules/risk.ts';
import { idOf, siteOf } from '../people.ts';
import { development } from './development.ts';
import type { ExampleRisk, Pair } from './exampleRisk.ts';
import { it } from './it.ts';
import { office } from './office.ts';
import { production } from './production.ts';
import { service } from './service.ts';

type Context = { at: Instant; settings: Settings; criteria: RiskCriteria };

const levels = ([likelihood, consequence]: Pair): Levels => ({ likelihood, consequence });

const inOrder = [...service, ...production, ...development, ...it, ...office].sort((a, b) => a.id.localeCompare(b.id, 'en'));

/** The risks of Tessel Instruments with the judgement that each owner made in the quarter before `at`, by the given criteria. */
export function exampleRisks(context: Context): { risks: Risk[]; assessments: Assessment[] } {
  const pairs = inOrder.map((risk) => judged(context, risk));
  return { risks: pairs.map(({ risk }) => risk), assessments: pairs.map(({ assessment }) => assessment) };
}

function judged(context: Context, example: ExampleRisk): { risk: Risk; assessment: Assessment } {
  const { at, criteria } = context;
  const calendar = calendarOf(context.settings, example);
  const day = judgedOn(at, calendar, example);
  const assessment = assessmentOf(criteria, { at: calendar.startOfDay(day), period: periodOf(day) }, example);
  const { band, likelihood, consequence } = assessment;
  const { id, name, description, assets, threat, vulnerability, properties, treatment, status } = example;
  const risk: Risk = {
    ...{ id, version: 1, name, description, owner: idOf(example.owner), assets, threat, vulnerability, properties, treatment, status },
    ...{ inherent: levels(example.inherent), current: levels(example.current), residual: levels(example.target), band },
    controls: controlsOf(example),
    acceptance: assessment.aboveAcceptance ? 'required' : 'notNeeded',
    lastAssessment: { id: assessment.id, day, by: idOf(example.owner), likelihood, consequence, band },
    nextReview: example.review === 'byBand' ? nextReviewDay(day, band, criteria) : threeMonthsLater(day),
    updatedAt: at,
  };
  return { risk, assessment };
}

function assessmentOf(
  criteria: RiskCriteria,
  { at, period }: { at: Instant; period: string },
  { id, owner, current, reason }: ExampleRisk,
): Assessment {
  const judgement = levels(current);
  const band = bandOf(criteria, judgement);
  return {
    ...{ id: `${id}/${period}`, risk: id, kind: 'periodic', at, by: { person: idOf(owner), via: 'import' }, criteria: criteria.id },
    ...{ ...judgement, band, reason, aboveAcceptance: isAbove(criteria, band) },
  };
}

const controlsOf = ({ lessLikely, lessBad }: ExampleRisk): Risk['controls'] => [
  ...lessLikely.map((control) => ({ control, actsOn: 'likelihood' as const })),
  ...lessBad.map((control) => ({ control, actsOn: 'consequence' as const })),
];

function calendarOf(settings: Settings, { owner }: ExampleRisk): Calendar {
  const site = settings.sites.find(({ id }) => id === siteOf(owner));
  if (site === undefined) throw new RangeError(`the example has no site ${siteOf(owner)}`);
  return makeCalendar(site, settings);
}

const judgedOn = (at: Instant, calendar: Calendar, { judgedOn }: ExampleRisk): Day =>
  calendar.nthWorkingDay(periodBounds(previousPeriod(periodOf(calendar.dayOf(at)))).first, judgedOn);

const threeMonthsLater = (day: Day): Day => DateTime.fromISO(day, { zone: 'utc' }).plus({ months: 3 }).toFormat('yyyy-MM-dd');
