import type { DueRule } from '../../domain/process.ts';
import type { Actor, Day, Instant, Role } from '../../domain/records/common.ts';
import type { Document, DocumentVersion, VersionFile } from '../../domain/records/document.ts';
import type { Person } from '../../domain/records/person.ts';
import { monthsAfter } from '../../domain/reviewDates.ts';
import { approverOf, isInWork } from '../../domain/rules/document.ts';
import { closedStates } from '../../domain/rules/task.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { digestOfVersion } from '../../models/documents.ts';
import { createNumbered } from '../../models/numbered.ts';
import { accountableFor, holdersOf } from '../../models/people.ts';
import { changeRecord } from '../../models/registers.ts';
import type { Store } from '../../models/store.ts';
import type { Call } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { processOf, unrecoverable } from '../knowledge.ts';
import { actorBy } from '../steps/happened.ts';
import { tellTask } from '../taskWorkflow.ts';
import { calendarNow, dueOn } from './auditReads.ts';
import { changeOnce } from './byFlow.ts';

type OfVersion<A = unknown> = Call<A & { version: string }>;
type Written = Pick<DocumentVersion, 'text' | 'place'> & {
  summary: string;
  acknowledge: boolean;
  risks: string[];
  response?: string | undefined;
};

type Common = { at: Instant; actor: Actor; key: string };
type Drafted = Pick<Document, 'title' | 'kind' | 'references'> & { owner?: string | undefined };

async function theDocument(store: Store, id: string): Promise<Document> {
  const found = await store.documents.get(id);
  if (found === undefined) throw unrecoverable(`there is no document ${id}`);
  return found;
}

async function theVersion(store: Store, id: string): Promise<DocumentVersion> {
  const found = await store.documentVersions.get(id);
  if (found === undefined) throw unrecoverable(`there is no version ${id}`);
  return found;
}

/** How many working days before a document is to be looked at again its owner is asked. */
const askedBefore = 30;

/** What the flows about documents read. */
export const createDocumentReads = ({ store, clock }: Pick<Deps, 'store' | 'clock'>) => ({
  /** Who looks at a version before it is approved: the reviewers of its document who are here, but not whoever wrote it. */
  async reviewersOf({ version: id }: OfVersion): Promise<string[]> {
    const { document, authors } = await theVersion(store, id);
    const { reviewers } = await theDocument(store, document);
    const here = new Set((await store.people.find({ id: { $in: reviewers }, status: 'active' })).map((person) => person.id));
    return reviewers.filter((person) => here.has(person) && !authors.includes(person));
  },

  /** Whose decision it is, and who must not take it because they wrote it. */
  async publisherOf({ version: id }: OfVersion): Promise<{ by: Role; barred: string[] }> {
    const { document, authors } = await theVersion(store, id);
    const by = approverOf((await theDocument(store, document)).kind);
    if (by !== 'processOwner') return { by, barred: authors };
    const isHeld = (await holdersOf(store, by)).some((person) => !authors.includes(person.id));
    return { by: isHeld ? by : 'ismsManager', barred: authors };
  },

  async risksOfVersion({ version: id }: OfVersion): Promise<string[]> {
    return (await theVersion(store, id)).risks ?? [];
  },

  /** When the owner of a document is asked about the version in force, and by when; null where another one is in force, or none. */
  async reviewOf({ document: id, version, at }: Call<{ document: string; version: string }>) {
    const { status, current, nextReview } = await theDocument(store, id);
    if (status !== 'current' || current !== version || nextReview === undefined) return null;
    const calendar = await calendarNow(store);
    const due: DueRule = dueOn(nextReview, calendar.dayOf(clock.toOrganization(at)), 5);
    return { opensOn: calendar.addWorkingDays(nextReview, -askedBefore) as Day, due, frozen: { status, current, nextReview } };
  },
});

/** What the flows about documents write (7.5.2, 7.5.3). Each piece has a key of its own, so that a repeated try makes nothing twice. */
export const createDocumentWrites = (deps: Deps) => {
  const { store, clock } = deps;
  const made = (call: Call<unknown>, by?: By, piece?: string) => ({
    ...{ at: clock.toOrganization(call.at), actor: actorBy(by) },
    key: piece === undefined ? call.key : `${call.key}/${piece}`,
  });

  /** One change of a version by its run. */
  async function change(
    call: OfVersion<{ by?: By | undefined }>,
    event: string,
    set: Partial<DocumentVersion>,
    why?: string,
  ): Promise<void> {
    const told = why === undefined ? {} : { why };
    await changeOnce(store, { register: 'documentVersions', id: call.version, set, event, ...made(call, call.by), ...told });
  }

  /** Nobody goes on with what a run has left that is over. */
  async function rejectLeft(call: Call<unknown>, left: readonly DocumentVersion[]): Promise<void> {
    for (const { id } of left)
      await changeOnce(store, {
        register: 'documentVersions',
        id,
        set: { status: 'rejected' },
        event: 'left',
        ...made(call, undefined, id),
      });
  }

  return {
    /** A document that there is not yet, for whoever is asked whether it is to be written; answers its id. Whoever names it owns it, unless somebody else does. */
    draftDocument: ({ title, kind, references, owner, ...call }: Call<Drafted & { by: By | undefined }>): Promise<string> =>
      draftOf(store, { title, kind, references, owner: owner ?? call.by?.person }, made(call, call.by)),

    /**
     * The next version of a document, in which this run is at work. Nothing of a document that is withdrawn; `busy` is another run that is at work on it:
     * one version is made after the other.
     */
    async beginVersion({
      document: id,
      because,
      ...call
    }: Call<{ document: string; because: string }>): Promise<{ version?: string; busy?: string }> {
      const versions = await store.documentVersions.find({ document: id });
      const own = versions.find(({ run }) => run === call.run);
      if (own !== undefined) return { version: own.id };
      if ((await theDocument(store, id)).status === 'withdrawn') return {};
      const inWork = versions.filter(isInWork);
      const open = await store.runs.find({ id: { $in: inWork.map(({ run }) => run ?? '') }, status: 'open' });
      const [busy] = open;
      if (busy !== undefined) return { busy: busy.id };
      await rejectLeft(call, inWork);
      const number = Math.max(0, ...versions.map((version) => version.number)) + 1;
      const set = { document: id, number, because, authors: [], status: 'draft' as const, run: call.run };
      const { id: version } = await changeRecord(store, {
        register: 'documentVersions',
        id: `${id}-v${number}`,
        set,
        event: 'begun',
        ...made(call),
      });
      return { version };
    },

    /** What it says now, with the files of the task in which that was written; whoever wrote it does not approve it. */
    async submitVersion({ task, written, ...call }: OfVersion<{ task: string; written: Written; by: By | undefined }>): Promise<void> {
      const { files = [], authors, settled = [] } = await theVersion(store, call.version);
      const { response = '', text = '', place = '', ...said } = written;
      const actor = actorBy(call.by);
      const remark = { by: actor, at: clock.toOrganization(call.at), text: response };
      await change(call, 'written', {
        ...{ ...said, text, place: place === '' ? undefined : place },
        ...{ files: [...files, ...(await newFiles(store, task, files))], status: 'inReview' },
        authors: [...new Set([...authors, actor.person])],
        ...(response !== '' && { settled: [...settled, remark] }),
      });
    },

    async commentVersion({ text, ...call }: OfVersion<{ text: string; by: By | undefined }>): Promise<void> {
      const { comments = [] } = await theVersion(store, call.version);
      const remark = { by: actorBy(call.by), at: clock.toOrganization(call.at), text };
      await change(call, 'commented', { comments: [...comments, remark] });
    },

    async askForApproval(call: OfVersion): Promise<void> {
      await change(call, 'submitted', { status: 'inApproval' });
    },

    async decideVersion({
      decision,
      reason,
      ...call
    }: OfVersion<{ decision: 'approve' | 'return'; reason: string; by: By | undefined }>): Promise<void> {
      const { decisions = [] } = await theVersion(store, call.version);
      const [by, at] = [actorBy(call.by), clock.toOrganization(call.at)];
      const set: Partial<DocumentVersion> = { decisions: [...decisions, { decision, reason, by, at }] };
      if (decision === 'approve') await change(call, 'approved', { ...set, approvedBy: by, approvedAt: at }, reason);
      else await change(call, 'returned', { ...set, status: 'draft' }, reason);
    },

    /** It is in force, and the one before is not any more; false where the document was withdrawn meanwhile. */
    async publishVersion(call: OfVersion): Promise<boolean> {
      const version = await theVersion(store, call.version);
      const document = await theDocument(store, version.document);
      if (document.status === 'withdrawn' && version.status !== 'current') {
        await change(call, 'left', { status: 'rejected' });
        return false;
      }
      const at = clock.toOrganization(call.at);
      await change(call, 'published', { status: 'current', publishedAt: at, digest: digestOfVersion(version) });
      const nextReview = monthsAfter((await calendarNow(store)).dayOf(at), document.reviewEvery);
      const set = { current: version.id, status: 'current' as const, nextReview };
      await changeOnce(store, { register: 'documents', id: document.id, set, event: 'published', ...made(call) });
      for (const { id } of await store.documentVersions.find({ document: document.id, status: 'current', id: { $ne: version.id } }))
        await changeOnce(store, {
          register: 'documentVersions',
          id,
          set: { status: 'superseded' },
          event: 'superseded',
          ...made(call, undefined, id),
        });
      return true;
    },

    /** The campaign in which everybody it is for says that they have read it; null where that is not wanted, or it is for nobody. */
    async acknowledgeVersion(call: OfVersion): Promise<string | null> {
      const version = await theVersion(store, call.version);
      const document = await theDocument(store, version.document);
      if (version.acknowledge !== true || document.audience === undefined) return null;
      const common = made(call);
      const campaign = await createNumbered(store, {
        ...{ ...common, register: 'campaigns', event: 'created' },
        set: {
          ...toRead(document, version),
          kind: 'statement',
          audience: document.audience,
          workingDays: 10,
          status: 'draft',
          origin: common.key,
        },
      });
      await change(call, 'acknowledgementAsked', { campaign });
      return campaign;
    },

    /** Nobody goes on with it. */
    async leaveVersion({ reason, ...call }: OfVersion<{ reason: string }>): Promise<void> {
      await change(call, 'left', { status: 'rejected' }, reason);
    },

    /** Nobody is asked any more whether a version is right that is in force no more. */
    async endReconfirming({ version, run, at }: OfVersion): Promise<void> {
      const command = {
        do: 'supersede',
        by: { person: 'engine', roles: [], via: 'engine' },
        reason: `${version} is not in force any more.`,
      } as const;
      for (const task of await store.tasks.find({ run, state: { $nin: [...closedStates] } }))
        await tellTask(deps, task, command, clock.toOrganization(at));
    },

    /** It is right still: it is looked at again as many months later as its document wants. */
    async reconfirmVersion({ reason, ...call }: OfVersion<{ reason: string; by: By | undefined }>): Promise<void> {
      const { document: id, reconfirmed = [] } = await theVersion(store, call.version);
      const { reviewEvery, nextReview = '' } = await theDocument(store, id);
      const [by, at] = [actorBy(call.by), clock.toOrganization(call.at)];
      await change(call, 'reconfirmed', { reconfirmed: [...reconfirmed, { reason, by, at }] }, reason);
      const today = (await calendarNow(store)).dayOf(at);
      const set = { nextReview: monthsAfter(nextReview > today ? nextReview : today, reviewEvery) };
      await changeOnce(store, { register: 'documents', id, set, event: 'reconfirmed', ...made(call, call.by) });
    },
  };
};

/** Somebody who is here: else whoever answers for documents. */
async function ownerOf(store: Store, id: string | undefined): Promise<Pick<Person, 'id' | 'language'>> {
  const found = id === undefined ? undefined : await store.people.get(id);
  return found?.status === 'active' ? found : accountableFor(store, processOf('documentControl'));
}

/** Under the next free number; the same key finds the one that it made before. */
export async function draftOf(store: Store, { owner, ...drafted }: Drafted, common: Common): Promise<string> {
  const { id, language } = await ownerOf(store, owner);
  return createNumbered(store, {
    ...{ ...common, register: 'documents', event: 'drafted' },
    set: {
      ...{ ...drafted, owner: id, reviewers: [], language, classification: 'internal', reviewEvery: 12, status: 'draft' },
      origin: common.key,
    },
  });
}

async function newFiles(store: Store, task: string, known: readonly VersionFile[]): Promise<VersionFile[]> {
  const { evidence = [] } = (await store.tasks.get(task)) ?? {};
  return evidence
    .filter(({ sha256 }) => !known.some((file) => file.sha256 === sha256))
    .map(({ sha256, name, size, type }) => ({ task, sha256, name, size, type }));
}

const mostInCampaign = 5000;
const headings = {
  en: (title: string, number: number, place: string) =>
    `Document “${title}”, version ${number}${place === '' ? '' : `, kept at ${place}`}.`,
  de: (title: string, number: number, place: string) =>
    `Dokument „${title}“, Version ${number}${place === '' ? '' : `, Ablage: ${place}`}.`,
};

/** What is to be read, word for word where there is room for it. */
function toRead(
  { title, language, keptAt = '' }: Document,
  { number, text = '', place = keptAt }: DocumentVersion,
): { title: string; text: string } {
  const heading = headings[language](title, number, place);
  const whole = `${heading}\n\n${text}`.trim();
  const name = `${title}, ${number}`;
  return { title: name.length <= 200 ? name : title, text: whole.length <= mostInCampaign ? whole : heading };
}
