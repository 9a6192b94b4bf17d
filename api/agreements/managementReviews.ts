import type { Words } from '../../domain/process.ts';
import type { MinutedDecision } from '../../domain/records/managementReview.ts';
import type { Detail } from '../../domain/refusal.ts';
import { isSaid, kindsMissing, leadersAmong, mayBeSet } from '../../models/managementReviews.ts';
import type { Store } from '../../models/store.ts';
import { type Check, problem } from './check.ts';

type People = { person: string }[];

const ids = (people: unknown): string[] => (people as People).map(({ person }) => person);

async function noLeader(store: Store, people: readonly string[], at: string): Promise<Detail[]> {
  const found = await leadersAmong(store, people);
  return found.length > 0
    ? []
    : [
        problem(
          at,
          'Somebody of top management takes part: without them it is no management review.',
          'Jemand aus der obersten Leitung nimmt teil: Ohne sie ist es keine Managementbewertung.',
        ),
      ];
}

/** Somebody of top management is asked to come, and each input has one who delivers it. */
export const reviewDay: Check = async (store, _task, { participants, contributors }) => {
  const lines = (contributors as { line: string }[]).map(({ line }) => line);
  const twice = lines.flatMap((line, n) =>
    lines.indexOf(line) < n ? [problem(`contributors.${n}.line`, 'This input is named twice.', 'Dieser Punkt ist doppelt genannt.')] : [],
  );
  return [...(await noLeader(store, ids(participants), 'participants')), ...twice];
};

/** Said in words, or expressly nothing: an empty field is neither (G11). */
export const inputSaid: Check = async (_store, _task, outcome) =>
  isSaid(outcome as Parameters<typeof isSaid>[0])
    ? []
    : [
        problem(
          'text',
          'Say it here, or say that there is nothing and no change.',
          'Sagen Sie es hier, oder sagen Sie, dass es nichts gibt und sich nichts geändert hat.',
        ),
      ];

/** A review without top management is none (G11). */
export const attendance: Check = async (store, _task, { held, attended }) =>
  held === 'held' ? noLeader(store, ids(attended), 'attended') : [];

const missing = {
  improvement: problem(
    'noImprovement',
    'Decide on an improvement, or say why none is pursued.',
    'Beschließen Sie eine Verbesserung, oder sagen Sie, warum keine verfolgt wird.',
  ),
  ismsChange: problem(
    'noChange',
    'Decide on a change of the ISMS, or say why there is none.',
    'Beschließen Sie eine Änderung am ISMS, oder sagen Sie, warum es keine gibt.',
  ),
};

/** Both kinds of decision (9.3.3), and each decision says what it needs. */
export const bothKinds: Check = async (store, _task, outcome) => {
  const minuted = outcome as unknown as { decisions: MinutedDecision[] };
  const each = await Promise.all(minuted.decisions.map((decision, n) => decisionProblems(store, decision, `decisions.${n}`)));
  return [...kindsMissing(minuted).map((kind) => missing[kind]), ...each.flat()];
};

const ofRisk: Partial<Record<MinutedDecision['starts'], Words>> = {
  targetedRiskReview: { en: 'reviewed', de: 'überprüft' },
  riskTreatment: { en: 'treated', de: 'behandelt' },
};

async function decisionProblems(store: Store, decision: MinutedDecision, at: string): Promise<Detail[]> {
  const { starts, risk, period, reason } = decision;
  if (starts === 'nothing' && reason === undefined)
    return [problem(`${at}.reason`, 'Say why nothing follows.', 'Sagen Sie, warum nichts daraus folgt.')];
  if (starts === 'objectives') return periodProblems(store, period, `${at}.period`);
  const what = ofRisk[starts];
  if (what === undefined) return [];
  if (risk === undefined)
    return [problem(`${at}.risk`, `Say which risk is to be ${what.en}.`, `Sagen Sie, welches Risiko ${what.de} werden soll.`)];
  return (await store.risks.get(risk)) === undefined
    ? [problem(`${at}.risk`, `There is no risk ${risk}.`, `Das Risiko ${risk} gibt es nicht.`)]
    : [];
}

async function periodProblems(store: Store, period: string | undefined, at: string): Promise<Detail[]> {
  if (period === undefined)
    return [problem(at, 'Say for which period objectives are to be set.', 'Sagen Sie, für welchen Zeitraum Ziele gesetzt werden sollen.')];
  return (await mayBeSet(store, period))
    ? []
    : [
        problem(
          at,
          `The objectives of ${period} are set already. Say another period.`,
          `Die Ziele für ${period} sind schon gesetzt. Nennen Sie einen anderen Zeitraum.`,
        ),
      ];
}
