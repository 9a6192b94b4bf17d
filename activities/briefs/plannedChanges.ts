import { changeParts } from '../../domain/changeParts.ts';
import type { Said } from '../../domain/records/brief.ts';
import type { Change } from '../../domain/records/change.ts';
import type { Store } from '../../models/store.ts';
import { unrecoverable } from '../knowledge.ts';
import { type Draft, fact, label, nameOf, said, table } from './draft.ts';
import { bands, no, yes } from './words.ts';

const sources = {
  person: label('Somebody asked for it', 'Jemand bat darum'),
  contextReview: label('The scope changes', 'Der Geltungsbereich ändert sich'),
  correctiveAction: label('A corrective action', 'Eine Korrekturmaßnahme'),
  managementReview: label('The management review', 'Die Managementbewertung'),
} satisfies Record<Change['source']['kind'], Said>;
const sizes = { minor: label('Minor', 'Geringfügig'), major: label('Major', 'Wesentlich') };
const decisions = {
  approve: label('Approved', 'Zugestimmt'),
  return: label('Returned', 'Zurückgegeben'),
  reject: label('Rejected', 'Abgelehnt'),
  defer: label('Put off', 'Aufgeschoben'),
};
const effects = {
  asIntended: label('As intended', 'Wie beabsichtigt'),
  acceptable: label('Acceptable', 'Hinnehmbar'),
  notAcceptable: label('Not acceptable', 'Nicht hinnehmbar'),
};

/** A change of the ISMS as far as it has come (6.3): effect, risks, decisions, plan, and what was found afterwards. */
export async function changes(store: Store, id: string): Promise<Draft> {
  const change = await store.changes.get(id);
  if (change === undefined) throw unrecoverable(`there is no change ${id}`);
  return {
    title: change.title,
    facts: [...(await requestOf(store, change)), ...(await effectOf(store, change)), ...planOf(change)],
    tables: [
      ...(await risksOf(store, change)),
      ...(await documentsOf(store, change)),
      ...(await decisionsOf(store, change)),
      ...(await lookedBackAt(store, change)),
      ...followedUp(change),
    ],
  };
}

const requestOf = async (store: Store, change: Change) => [
  ...fact(label('Came from', 'Herkunft'), sources[change.source.kind]),
  ...fact(label('Record', 'Datensatz'), change.source.subject),
  ...fact(label('Why', 'Warum'), change.reason),
  ...(await scopesOf(store, change)),
  ...fact(label('Asked for by', 'Gewünscht von'), await nameOf(store, change.requestedBy)),
  ...fact(label('What is to change, and what for', 'Was sich ändern soll, und wozu'), change.purpose),
];

/** The scope as it was and as it is now, where that is what changes. */
async function scopesOf(store: Store, { source: { kind, subject } }: Change) {
  if (kind !== 'contextReview') return [];
  const [now, before] = await Promise.all([
    store.scopes.get(subject ?? ''),
    store.scopes.first({ status: 'superseded', approvedAt: { $exists: true }, id: { $ne: subject } }, { sort: { approvedAt: -1 } }),
  ]);
  return [
    ...fact(label('Scope of before', 'Bisheriger Geltungsbereich'), before?.text ?? label('None', 'Keiner')),
    ...fact(label('Scope now', 'Geltungsbereich jetzt'), now?.text),
  ];
}

const effectOf = async (store: Store, change: Change) => [
  ...fact(
    label('Touches', 'Berührt'),
    (change.touches ?? []).map((one) => changeParts[one]),
  ),
  ...fact(label('What follows from it', 'Was daraus folgt'), change.consequences),
  ...fact(label('What keeps the ISMS whole', 'Was das ISMS zusammenhält'), change.integrity),
  ...fact(label('Means', 'Mittel'), change.resources),
  ...fact(label('Responsibilities that change', 'Zuständigkeiten, die sich ändern'), change.responsibilities),
  ...fact(label('Carried out by', 'Umsetzung durch'), await nameOf(store, change.responsible)),
  ...fact(label('Size', 'Größe'), said(sizes, change.size)),
  ...fact(
    label('May change risks', 'Kann Risiken verändern'),
    change.significant === undefined ? undefined : change.significant ? yes : no,
  ),
];

const planOf = (change: Change) => [
  ...fact(label('Put off until', 'Aufgeschoben bis'), change.status === 'assessing' ? undefined : change.deferredUntil, 'day'),
  ...fact(label('Steps', 'Schritte'), change.steps),
  ...fact(label('Done by', 'Fertig bis'), change.due, 'day'),
  ...fact(label('Who is told what', 'Wer was erfährt'), change.communication),
  ...fact(label('What if it goes wrong', 'Was, wenn es misslingt'), change.fallback),
  ...fact(label('What was done', 'Was getan wurde'), change.result),
  ...fact(label('Carried out at', 'Umgesetzt am'), change.implementedAt, 'instant'),
];

/** Each risk with its last judgement, and whether that was made with the change in view. */
async function risksOf(store: Store, { risks = [], judgedFrom = '' }: Change) {
  const found = await store.risks.find({ id: { $in: risks } }, { sort: { _id: 1 } });
  const rows = await Promise.all(
    found.map(async ({ id, name, band, lastAssessment }) => {
      const last = lastAssessment === undefined ? undefined : await store.assessments.get(lastAssessment.id);
      const isJudged = last !== undefined && judgedFrom !== '' && last.at >= judgedFrom;
      return [id, name, said(bands, band) ?? '', isJudged ? yes : no, isJudged ? (last.reason ?? '') : ''];
    }),
  );
  return table(
    label('Risks that it may change', 'Risiken, die sie verändern kann'),
    [
      ...[label('Risk', 'Risiko'), label('Name', 'Name'), label('Level now', 'Höhe jetzt')],
      ...[label('Judged for this change', 'Für diese Änderung beurteilt'), label('Why', 'Warum')],
    ],
    rows,
  );
}

/** Each document with the version in force, by which somebody can tell whether it says already what has changed. */
async function documentsOf(store: Store, { documents = [] }: Change) {
  const found = await store.documents.find({ id: { $in: documents } }, { sort: { _id: 1 } });
  return table(
    label('Documents that it changes', 'Dokumente, die sie ändert'),
    [label('Document', 'Dokument'), label('Title', 'Titel'), label('In force', 'Gültig')],
    found.map(({ id, title, current }) => [id, title, current ?? label('Nothing', 'Nichts')]),
  );
}

const decisionsOf = async (store: Store, { decisions: all = [] }: Change) =>
  table(
    label('Decided so far', 'Bisher entschieden'),
    [label('Decision', 'Entscheidung'), label('Why', 'Warum'), label('By', 'Von')],
    await Promise.all(
      all.map(async ({ decision, reason, by }) => [decisions[decision], reason, (await nameOf(store, by.person)) ?? by.person]),
    ),
  );

const lookedBackAt = async (store: Store, { postReviews = [] }: Change) =>
  table(
    label('Looked back at before', 'Bisherige Rückblicke'),
    [label('What came of it', 'Was daraus wurde'), label('Not intended', 'Nicht beabsichtigt'), label('Why', 'Warum'), label('By', 'Von')],
    await Promise.all(
      postReviews.map(async ({ effects: came, unintended = '', reason, by }) => [
        ...[effects[came], unintended, reason, (await nameOf(store, by.person)) ?? by.person],
      ]),
    ),
  );

const followedUp = ({ followUp = [] }: Change) =>
  table(
    label('Brought up to date', 'Nachgeführt'),
    [label('What', 'Was'), label('How', 'Wie')],
    followUp.map(({ what, how }) => [changeParts[what], how]),
  );
