import type { Said } from '../../domain/records/brief.ts';
import type { Document, DocumentVersion } from '../../domain/records/document.ts';
import type { Store } from '../../models/store.ts';
import { unrecoverable } from '../knowledge.ts';
import { type Draft, fact, label, nameOf, said, table } from './draft.ts';
import { no, yes } from './words.ts';

const kinds = {
  policy: label('Policy', 'Leitlinie'),
  topicPolicy: label('Policy on one topic', 'Themenbezogene Regel'),
  procedure: label('Procedure', 'Verfahren'),
  plan: label('Plan', 'Plan'),
  record: label('Record', 'Aufzeichnung'),
  external: label('Of external origin', 'Externer Herkunft'),
} satisfies Record<Document['kind'], Said>;
const decisions = { approve: label('Approved', 'Zugestimmt'), return: label('Returned', 'Zurückgegeben') };

/** A version of a document as far as it has come: what it says, what it changes, what others said about it. */
export async function documentVersions(store: Store, id: string): Promise<Draft> {
  const version = await store.documentVersions.get(id);
  const document = version && (await store.documents.get(version.document));
  if (version === undefined || document === undefined) throw unrecoverable(`there is no version ${id}`);
  const before = await store.documentVersions.first({ document: document.id, status: 'current', id: { $ne: id } });
  return {
    title: `${document.title}, ${version.number}`,
    facts: [...(await documentFacts(store, document)), ...(await versionFacts(store, version)), ...inForce(document, before)],
    tables: [...(await remarks(store, version)), ...(await decided(store, version))],
  };
}

const documentFacts = async (store: Store, { kind, owner, references, classification, nextReview }: Document) => [
  ...fact(label('Kind', 'Art'), kinds[kind]),
  ...fact(label('Owner', 'Zuständig'), await nameOf(store, owner)),
  ...fact(label('Answers', 'Beantwortet'), references.join(', ')),
  ...fact(label('Classification', 'Einstufung'), classifications[classification]),
  ...fact(label('To be looked at again by', 'Neu anzusehen bis'), nextReview, 'day'),
];

const classifications = {
  public: label('Public', 'Öffentlich'),
  internal: label('Internal', 'Intern'),
  confidential: label('Confidential', 'Vertraulich'),
  secret: label('Secret', 'Geheim'),
} satisfies Record<Document['classification'], Said>;

const versionFacts = async (store: Store, version: DocumentVersion) => [
  ...fact(label('Version', 'Version'), version.id),
  ...fact(label('Because of', 'Anlass'), await occasionOf(store, version.because)),
  ...fact(label('What it changes', 'Was sie ändert'), version.summary),
  ...fact(label('What it says', 'Was darin steht'), version.text),
  ...fact(label('Where it stands', 'Wo es steht'), version.place),
  ...fact(
    label('Files', 'Dateien'),
    (version.files ?? []).map(({ name, sha256 }) => `${name} (SHA-256 ${sha256})`),
  ),
  ...fact(label('Written by', 'Geschrieben von'), await Promise.all(version.authors.map(async (one) => (await nameOf(store, one)) ?? one))),
  ...fact(label('To be acknowledged', 'Zu bestätigen'), said({ yes, no }, asked(version.acknowledge))),
  ...fact(label('Risks that it may change', 'Risiken, die sie verändern kann'), (version.risks ?? []).join(', ')),
];

const asked = (answer: boolean | undefined) => (answer === undefined ? undefined : answer ? 'yes' : 'no');

/** The review in which somebody found that a new version is needed says why, as does the record that it is written because of. */
async function occasionOf(store: Store, because: string): Promise<string> {
  const found = await store.tasks.first({ run: because, task: 'reconfirm', state: 'done' }, { sort: { attempt: -1 } });
  const why = found?.outcome === undefined ? await purposeOf(store, because) : String(found.outcome.reason);
  return why === undefined ? because : `${because}: ${why}`;
}

/** A change that asks again names itself with the round. */
async function purposeOf(store: Store, because: string): Promise<string | undefined> {
  const change = await store.changes.get(because.split('/')[0] ?? '');
  if (change !== undefined) return change.purpose ?? change.title;
  const named = (await store.controls.get(because)) ?? (await store.requirements.get(because));
  return (await store.nonconformities.get(because))?.title ?? named?.name;
}

const inForce = ({ keptAt }: Document, before: DocumentVersion | undefined) => [
  ...fact(label('In force until then', 'Bis dahin gilt'), before?.id ?? label('Nothing', 'Nichts')),
  ...fact(label('What that says', 'Was dort steht'), before?.text),
  ...fact(label('Where that stands', 'Wo das steht'), before?.place ?? keptAt),
];

/** What reviewers said, and what became of it, in the order in which it was said. */
async function remarks(store: Store, { comments = [], settled = [] }: DocumentVersion) {
  const all = [
    ...comments.map((one) => ({ ...one, as: label('Comment', 'Anmerkung') })),
    ...settled.map((one) => ({ ...one, as: label('What became of them', 'Was daraus wurde') })),
  ].sort((one, other) => one.at.localeCompare(other.at));
  return table(
    label('Comments', 'Anmerkungen'),
    [label('What', 'Was'), label('Said', 'Gesagt'), label('By', 'Von')],
    await Promise.all(all.map(async ({ as, text, by }) => [as, text, (await nameOf(store, by.person)) ?? by.person])),
  );
}

const decided = async (store: Store, { decisions: all = [] }: DocumentVersion) =>
  table(
    label('Decided so far', 'Bisher entschieden'),
    [label('Decision', 'Entscheidung'), label('Why', 'Warum'), label('By', 'Von')],
    await Promise.all(
      all.map(async ({ decision, reason, by }) => [decisions[decision], reason, (await nameOf(store, by.person)) ?? by.person]),
    ),
  );
