import type { Said } from '../../domain/records/brief.ts';
import type { Instant } from '../../domain/records/common.ts';
import { type DecisionStarts, InputLine, type ManagementReview, type ReviewInput } from '../../domain/records/managementReview.ts';
import { reviewLines } from '../../domain/reviewLines.ts';
import type { Store } from '../../models/store.ts';
import { unrecoverable } from '../knowledge.ts';
import { type Draft, fact, label, nameOf, said, table } from './draft.ts';
import { decisionStates } from './reviewLines/earlier.ts';
import { known } from './reviewLines/index.ts';
import type { Known } from './reviewLines/shape.ts';
import { no, yes } from './words.ts';

const verdicts = { yes, partly: label('Partly', 'Teilweise'), no };
const kinds = {
  improvement: label('Improvement', 'Verbesserung'),
  ismsChange: label('Change of the ISMS', 'Änderung des ISMS'),
  resources: label('Resources', 'Mittel'),
  other: label('Other', 'Sonstiges'),
};
const begins = {
  action: label('Its owner carries it out', 'Die verantwortliche Person setzt es um'),
  correctiveAction: label('A corrective action', 'Eine Korrekturmaßnahme'),
  targetedRiskReview: label('A review of one risk', 'Die Überprüfung eines Risikos'),
  internalAudit: label('An audit', 'Ein Audit'),
  changePlanning: label('A planned change', 'Eine geplante Änderung'),
  riskTreatment: label('The treatment of one risk', 'Die Behandlung eines Risikos'),
  objectives: label('New objectives', 'Neue Ziele'),
  nothing: label('Nothing', 'Nichts'),
};

const ofRisk: readonly DecisionStarts[] = ['targetedRiskReview', 'riskTreatment'];

/** All that a review decides on, in one: what people have delivered beside what registers and trail know, and the minutes once they are written. */
export async function managementReviews(store: Store, id: string, at: Instant): Promise<Draft> {
  const review = await store.managementReviews.get(id);
  if (review === undefined) throw unrecoverable(`there is no management review ${id}`);
  const inputs = await store.reviewInputs.find({ review: id });
  const figures: Known[] = [];
  for (const line of inputs.length === 0 ? [] : InputLine.options) figures.push(await known[line](store, { since: review.since, at }));
  return {
    title: review.period,
    facts: [
      ...(await factsOf(store, review)),
      ...inputs.flatMap((input) => fact(reviewLines[input.line].title, wordsOf(input))),
      ...figures.flatMap(({ facts }) => facts),
    ],
    tables: [...(await decisionsOf(store, review)), ...figures.flatMap(({ tables }) => tables)],
  };
}

function wordsOf({ says, text }: ReviewInput): Said {
  if (says === undefined) return label('Not delivered yet', 'Noch nicht geliefert');
  return says === 'nothing' ? label('None, and no change', 'Nichts, und keine Änderung') : (text ?? '');
}

async function factsOf(store: Store, review: ManagementReview) {
  const names = async (ids: readonly string[]) =>
    (await Promise.all(ids.map((one) => nameOf(store, one)))).filter((name) => name !== undefined);
  return [
    ...fact(label('Day', 'Tag'), review.day, 'day'),
    ...fact(label('Where and when', 'Wo und wann'), review.place),
    ...fact(label('Looked at since', 'Betrachtet seit'), review.since, 'day'),
    ...fact(label('Participants', 'Teilnehmende'), await names(review.participants)),
    ...fact(label('Agenda, and what is missing', 'Tagesordnung, und was fehlt'), review.packNote),
    ...fact(label('Held on', 'Abgehalten am'), review.heldOn, 'day'),
    ...fact(label('Took part', 'Teilgenommen haben'), await names(review.attended)),
    ...fact(label('Minutes', 'Protokoll'), review.minutes),
    ...fact(label('Suitable', 'Geeignet'), said(verdicts, review.suitable)),
    ...fact(label('Adequate', 'Angemessen'), said(verdicts, review.adequate)),
    ...fact(label('Effective', 'Wirksam'), said(verdicts, review.effective)),
    ...fact(label('Why no improvement', 'Warum keine Verbesserung'), review.noImprovement),
    ...fact(label('Why no change of the ISMS', 'Warum keine Änderung des ISMS'), review.noChange),
  ];
}

const decisionsOf = async (store: Store, { decisions }: ManagementReview) =>
  table(
    label('Decisions', 'Entscheidungen'),
    [
      ...[label('Kind', 'Art'), label('Decision', 'Entscheidung'), label('Owner', 'Verantwortlich'), label('By', 'Bis')],
      ...[label('Starts', 'Folge'), label('Why nothing', 'Warum nichts')],
    ],
    await Promise.all(
      decisions.map(async ({ kind, text, owner, due, starts, risk, period, reason = '' }) => {
        const which = ofRisk.includes(starts) ? risk : starts === 'objectives' ? period : undefined;
        const { en, de } = begins[starts];
        const follows = which === undefined ? { en, de } : { en: `${en}: ${which}`, de: `${de}: ${which}` };
        return [kinds[kind], text, (await nameOf(store, owner)) ?? owner, due, follows, reason];
      }),
    ),
  );

/** One of the ten lines: what is known about it, for whoever says the rest. */
export async function reviewInputs(store: Store, id: string, at: Instant): Promise<Draft> {
  const input = await store.reviewInputs.get(id);
  const review = input && (await store.managementReviews.get(input.review));
  if (input === undefined || review === undefined) throw unrecoverable(`there is no review input ${id}`);
  const { facts, tables } = await known[input.line](store, { since: review.since, at });
  return {
    title: reviewLines[input.line].title,
    facts: [
      ...fact(label('Review', 'Bewertung'), review.period),
      ...fact(label('Day of the review', 'Tag der Bewertung'), review.day, 'day'),
      ...fact(label('Looked at since', 'Betrachtet seit'), review.since, 'day'),
      ...facts,
    ],
    tables,
  };
}

/** A decision, with what it has started. */
export async function reviewDecisions(store: Store, id: string): Promise<Draft> {
  const decision = await store.reviewDecisions.get(id);
  if (decision === undefined) throw unrecoverable(`there is no decision ${id}`);
  const review = await store.managementReviews.get(decision.review);
  return {
    title: decision.text,
    facts: [
      ...fact(label('Decided in', 'Entschieden in'), `${decision.review} ${review?.period ?? ''}`),
      ...fact(label('Held on', 'Abgehalten am'), review?.heldOn, 'day'),
      ...fact(label('Decision', 'Entscheidung'), decision.text),
      ...fact(label('Kind', 'Art'), kinds[decision.kind]),
      ...fact(label('Owner', 'Verantwortlich'), await nameOf(store, decision.owner)),
      ...fact(label('By', 'Bis'), decision.due, 'day'),
      ...fact(label('Stands', 'Stand'), decisionStates[decision.status]),
      ...fact(label('Starts', 'Folge'), begins[decision.starts]),
      ...fact(label('Started', 'Begonnen'), decision.started),
    ],
    tables: [],
  };
}
