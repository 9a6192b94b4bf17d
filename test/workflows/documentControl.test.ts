import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { beforeOf } from '../../api/reading/before.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Document, DocumentVersion } from '../../domain/records/document.ts';
import type { Task } from '../../domain/records/task.ts';
import { verifyChain } from '../../models/chain.ts';
import { digestOfVersion } from '../../models/documents.ts';
import { gatesOf } from '../../models/gates.ts';
import { changeRecord } from '../../models/registers.ts';
import { closedRun } from '../support/answers.ts';
import { answered, answerTask, askedIn, person, sentencesOf } from '../support/asked.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { type SkippingEngine, startSkippingEngine } from '../support/timeSkipping.ts';

let engine: SkippingEngine;
beforeAll(async () => {
  engine = await startSkippingEngine();
  await foundOrganization(engine.store);
  await addRisks(engine.store, ids.lukas, ['RSK-001']);
});
afterAll(() => engine.stop());

const hanna = person(ids.hanna, 'ismsManager');
const tove = person(ids.tove, 'topManagement');
const martin = person(ids.martin);
const lukas = person(ids.lukas, 'riskOwner');
const marta = person(ids.marta);

async function register(id: string, more: Partial<Document> = {}): Promise<void> {
  await changeRecord(engine.store, {
    ...{ register: 'documents', id, at: engine.clock.now(), actor: byEngine, event: 'created' },
    set: {
      ...{ title: 'Acceptable use', kind: 'topicPolicy', owner: ids.lukas, reviewers: [], language: 'en', classification: 'internal' },
      ...{ references: ['A.5.10'], reviewEvery: 12, status: 'draft' },
      ...more,
    },
  });
}

const opened = async (document: string, because: string): Promise<string> =>
  (await engine.openRun({ process: 'documentControl', subject: { document, because }, actor: byEngine })).id;

const answer = (run: string, task: string, by: typeof hanna, outcome: object, attempt = 1) =>
  answered(engine, { run, task, attempt }, by, outcome);
const versionOf = async (id: string): Promise<DocumentVersion> => {
  const found = await engine.store.documentVersions.get(id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
};
const sentences = (task: Task, outcome: object) => sentencesOf(engine, task, outcome);
const rowsOf = async ({ brief }: Task, title: string) =>
  (await engine.store.briefs.get(brief?.id ?? ''))?.tables.find((one) => one.title.en === title)?.rows ?? [];
const gateOf = async (document: string) => {
  const run = await engine.store.runs.first({ process: 'documentControl', 'subject.document': document });
  if (run === undefined) throw new Error(`no run is about ${document}`);
  return (await gatesOf(engine.store, run, ['G13'], engine.now().slice(0, 10)))[0];
};

const text = (more: object = {}) => ({
  ...{ text: 'Lock your screen.', summary: 'Screens are locked.', acknowledge: false, risks: [] },
  ...more,
});
const approved = { decision: 'approve', reason: 'It is clear.' };

describe('a document that is written, looked at and approved', () => {
  let run: string;
  beforeAll(async () => {
    const audience = { roles: ['everyone' as const], sites: [], people: [] };
    await register('DOC-001', { reviewers: [ids.martin, ids.marta], audience });
    run = await opened('DOC-001', 'The first version');
  });

  it('Its owner is asked for it; a version says something, and only somebody can acknowledge it', async () => {
    const draft = await askedIn(engine, run, 'draft');
    expect(draft).toMatchObject({ assignee: ids.lukas, about: 'DOC-001', answer: 'link' });
    expect(await sentences(draft, text({ text: '' }))).toEqual([
      'outcome.text: Write down what it says, add it as a file below, or say where it stands.',
    ]);
    expect(await sentences(draft, text({ text: undefined, place: 'The wiki' }))).toEqual([]);
    expect(await sentences(draft, text({ risks: ['RSK-999'] }))).toEqual(['outcome.risks: RSK-999 is not in the register risks.']);
    await answerTask(engine, draft, lukas, text({ acknowledge: true, risks: ['RSK-001'] }));
    expect(await versionOf('DOC-001-v1')).toMatchObject({ document: 'DOC-001', number: 1, run, because: 'The first version' });
  });

  it('Reviewers are asked side by side; when one has comments, the owner settles them in the text that was written', async () => {
    const reviews = [await askedIn(engine, run, 'review', 1), await askedIn(engine, run, 'review', 2)];
    expect(reviews.map(({ assignee }) => assignee).sort()).toEqual([ids.marta, ids.martin].sort());
    const of = (who: string) => reviews.find(({ assignee }) => assignee === who) as Task;
    expect(await sentences(of(ids.martin), { decision: 'comments' })).toEqual(['outcome.reason: Say what your comments are.']);
    await answerTask(engine, of(ids.martin), martin, { decision: 'comments', reason: 'And telephones?' });
    await answerTask(engine, of(ids.marta), marta, { decision: 'fine' });
    const settle = await askedIn(engine, run, 'settle');
    expect(settle).toMatchObject({ assignee: ids.lukas });
    expect(await rowsOf(settle, 'Comments')).toEqual([[{ en: 'Comment', de: 'Anmerkung' }, 'And telephones?', 'Martin Seidel']]);
    expect(await beforeOf(engine.store, settle)).toMatchObject({
      ...{ answer: { text: 'Lock your screen.' }, by: ids.martin, reason: 'And telephones?' },
    });
    const settled = {
      response: 'They are in.',
      ...text({ text: 'Lock your screen and telephone.', acknowledge: true, risks: ['RSK-001'] }),
    };
    await answerTask(engine, settle, lukas, settled);
  });

  it('Whoever wrote it does not approve it, whatever role they hold', async () => {
    const approve = await askedIn(engine, run, 'approve');
    expect(approve).toMatchObject({ assignee: ids.hanna, approval: true, answer: 'login', barred: [ids.lukas] });
    for (const one of [lukas, person(ids.lukas, 'ismsManager', 'topManagement'), martin])
      await expect(answerTask(engine, approve, one, approved)).rejects.toThrow();
    expect(await versionOf('DOC-001-v1')).toMatchObject({ status: 'inApproval' });
    expect((await engine.store.documents.get('DOC-001'))?.current).toBeUndefined();
  });

  it('When it is returned, what was settled stands in the form, and it is looked at and approved again', async () => {
    await answer(run, 'approve', hanna, { decision: 'return', reason: 'Say after how long.' });
    const draft = await askedIn(engine, run, 'draft', 2);
    expect(await beforeOf(engine.store, draft)).toMatchObject({
      ...{ answer: { text: 'Lock your screen and telephone.' }, by: ids.hanna, reason: 'Say after how long.' },
    });
    await answerTask(engine, draft, lukas, text({ text: 'Lock both after five minutes.', acknowledge: true, risks: ['RSK-001'] }));
    for (const attempt of [3, 4]) {
      const review = await askedIn(engine, run, 'review', attempt);
      await answerTask(engine, review, person(review.assignee), { decision: 'fine' });
    }
    const approve = await askedIn(engine, run, 'approve', 2);
    expect(await rowsOf(approve, 'Decided so far')).toEqual([
      [{ en: 'Returned', de: 'Zurückgegeben' }, 'Say after how long.', 'Hanna Vogt'],
    ]);
    await answerTask(engine, approve, hanna, approved);
  });

  it('Approved, it is in force at once and made known; a risk that it touches is proposed, and its next review waits', async () => {
    expect(await closedRun(engine, run)).toMatchObject({
      outcome: 'complete',
      gates: [
        { gate: 'G13', passed: true },
        { gate: 'G15', passed: true },
      ],
    });
    const version = await versionOf('DOC-001-v1');
    expect(version).toMatchObject({ status: 'current', approvedBy: { person: ids.hanna }, authors: [ids.lukas], campaign: 'CMP-001' });
    expect(version.digest).toBe(digestOfVersion(version));
    expect(await engine.store.documents.get('DOC-001')).toMatchObject({ status: 'current', current: 'DOC-001-v1' });
    expect(await engine.store.campaigns.get('CMP-001')).toMatchObject({
      ...{ title: 'Acceptable use, 1', kind: 'statement', status: 'running' },
      text: 'Document “Acceptable use”, version 1.\n\nLock both after five minutes.',
    });
    expect(await engine.store.runs.get('campaign-CMP-001')).toMatchObject({ status: 'open', startedBy: run });
    expect(await engine.store.proposals.first({ run })).toMatchObject({ process: 'targetedRiskReview', about: 'RSK-001' });
    expect(await engine.store.runs.get('documentReview-DOC-001-v1')).toMatchObject({ status: 'open', startedBy: run });
    expect(await verifyChain(engine.store, 'documentVersions/DOC-001-v1')).toEqual([]);
    expect(await verifyChain(engine.store, 'documents/DOC-001')).toEqual([]);
  });
});

describe('a document that is in force for a while', () => {
  const review = 'documentReview-DOC-002-v1';
  beforeAll(async () => {
    await register('DOC-002', { title: 'Policy', kind: 'policy', references: ['5.2'] });
    const run = await opened('DOC-002', 'The first version');
    await answer(run, 'draft', lukas, text());
    expect(await answer(run, 'approve', tove, approved)).toMatchObject({ assignee: ids.tove });
    await closedRun(engine, run);
  });

  const due = async () => (await engine.store.documents.get('DOC-002'))?.nextReview ?? '';
  const daysBefore = (day: string, days: number) => new Date(Date.parse(`${day}T12:00:00.000Z`) - days * 86_400_000).toISOString();

  it('Thirty working days before its day its owner is asked, by that day', async () => {
    const day = await due();
    await engine.sleepUntil(daysBefore(day, 60));
    expect(await engine.store.tasks.count({ run: review })).toBe(0);
    await engine.sleepUntil(daysBefore(day, 38));
    const reconfirm = await askedIn(engine, review, 'reconfirm');
    expect(reconfirm).toMatchObject({ assignee: ids.lukas, about: 'DOC-002' });
    expect(reconfirm.due.slice(0, 10) >= day).toBe(true);
    await answerTask(engine, reconfirm, lukas, { decision: 'stillRight', reason: 'Nothing has changed.' });
    await eventually('its day has moved', async () => (await due()) > day);
    expect(await due()).toBe(`${Number(day.slice(0, 4)) + 1}${day.slice(4)}`);
    expect(await versionOf('DOC-002-v1')).toMatchObject({ status: 'current', reconfirmed: [{ by: { person: ids.lukas } }] });
  });

  it('When it is not right any more, the next version is written, which takes its place', async () => {
    await engine.sleepUntil(daysBefore(await due(), 35));
    await answer(review, 'reconfirm', lukas, { decision: 'newVersion', reason: 'We have a laboratory now.' }, 2);
    await closedRun(engine, review);
    const run = `documentControl-DOC-002-${review}`;
    const draft = await askedIn(engine, run, 'draft');
    const brief = await engine.store.briefs.get(draft.brief?.id ?? '');
    expect(brief?.facts.find(({ label }) => label.en === 'Because of')?.said).toEqual([`${review}: We have a laboratory now.`]);
    await answerTask(engine, draft, lukas, text({ text: 'The laboratory too.' }));
    await answer(run, 'approve', tove, approved);
    expect(await closedRun(engine, run)).toMatchObject({ outcome: 'complete', startedBy: review });
    expect(await engine.store.documents.get('DOC-002')).toMatchObject({ current: 'DOC-002-v2' });
    expect(await versionOf('DOC-002-v1')).toMatchObject({ status: 'superseded', text: 'Lock your screen.' });
    expect(await gateOf('DOC-002')).toMatchObject({ passed: true });
  });

  it('G13: A version that its author approved, that says something else by now, or that is offered beside another breaks the gate', async () => {
    const { documentVersions: versions } = engine.store;
    const { approvedBy, text: said } = await versionOf('DOC-002-v2');
    const broken: [Partial<DocumentVersion>, string, string][] = [
      [{ approvedBy: { person: ids.lukas, via: 'login' } }, 'DOC-002-v2', 'DOC-002-v2'],
      [{ approvedBy: undefined }, 'DOC-002-v2', 'DOC-002-v2'],
      [{ approvedBy, text: 'Do as you like.' }, 'DOC-002-v2', 'DOC-002-v2'],
      [{ status: 'current' }, 'DOC-002-v1', 'DOC-002'],
    ];
    for (const [set, id, named] of broken) {
      await versions.set(id, set);
      const gate = await gateOf('DOC-002');
      expect([gate?.passed, gate?.detail.endsWith(`: ${named}.`)]).toEqual([false, true]);
      await versions.set('DOC-002-v2', { approvedBy, text: said });
    }
    await versions.set('DOC-002-v1', { status: 'superseded' });
    expect(await gateOf('DOC-002')).toMatchObject({ passed: true });
  });

  it('When another version comes into force meanwhile, nobody is asked about the one before any more', async () => {
    await engine.sleepUntil(daysBefore(await due(), 35));
    const reconfirm = await askedIn(engine, 'documentReview-DOC-002-v2', 'reconfirm');
    const run = await opened('DOC-002', 'An audit');
    await answer(run, 'draft', lukas, text({ text: 'As the audit wants it.' }));
    await answer(run, 'approve', tove, approved);
    await closedRun(engine, run);
    expect(await closedRun(engine, 'documentReview-DOC-002-v2')).toMatchObject({ status: 'closed' });
    expect(await engine.store.tasks.get(reconfirm.id)).toMatchObject({ state: 'superseded' });
  });
});

describe('what is nobody’s to publish', () => {
  it('When the ISMS manager wrote it and would approve it, somebody else is asked', async () => {
    await register('DOC-003', { title: 'Backups', kind: 'procedure', owner: ids.hanna });
    const run = await opened('DOC-003', 'The first version');
    await answer(run, 'draft', hanna, text());
    const approve = await askedIn(engine, run, 'approve');
    expect(approve).toMatchObject({ assignee: ids.tove, barred: [ids.hanna] });
    await expect(answerTask(engine, approve, hanna, approved)).rejects.toThrow();
    expect(await versionOf('DOC-003-v1')).toMatchObject({ status: 'inApproval' });
  });

  it('While one run is at work on a document another waits, and then writes the next version', async () => {
    const second = await opened('DOC-003', 'A second reason');
    await eventually('it waits', () => engine.store.watches.first({ run: second }));
    expect(await engine.store.tasks.count({ run: second })).toBe(0);
    await answer('documentControl-DOC-003-The-first-version', 'approve', tove, approved);
    await answer(second, 'draft', hanna, text({ text: 'Nightly.' }));
    expect(await versionOf('DOC-003-v2')).toMatchObject({ number: 2, run: second });
  });

  it('When a document is withdrawn while it waits for its approval, nothing of it comes into force', async () => {
    const document = await engine.store.documents.get('DOC-003');
    const set = { status: 'withdrawn', current: undefined, nextReview: undefined } as const;
    const change = { register: 'documents', id: 'DOC-003', set, at: engine.clock.now(), actor: byEngine, event: 'changed' } as const;
    await changeRecord(engine.store, { ...change, version: document?.version ?? 0 });
    await engine.store.documentVersions.set('DOC-003-v1', { status: 'superseded' });
    const run = 'documentControl-DOC-003-A-second-reason';
    await answer(run, 'approve', tove, approved);
    expect(await closedRun(engine, run)).toMatchObject({ gates: [{ gate: 'G13', passed: true }, { gate: 'G15' }] });
    expect(await versionOf('DOC-003-v2')).toMatchObject({ status: 'rejected' });
    expect(await closedRun(engine, 'documentReview-DOC-003-v1')).toMatchObject({ outcome: 'complete' });
  });
});

describe('a document that was in force before its register was imported', () => {
  beforeAll(async () => {
    const said = { document: 'DOC-004', number: 3, place: 'The wiki', authors: [] };
    await changeRecord(engine.store, {
      ...{ register: 'documentVersions', id: 'DOC-004-v3', at: engine.clock.now(), actor: byEngine, event: 'imported' },
      set: {
        ...{ ...said, because: 'Taken over.', status: 'current', digest: digestOfVersion(said) },
        ...{ approvedBy: { person: ids.tove, via: 'import' }, approvedAt: engine.clock.now() },
      },
    });
    await register('DOC-004', { kind: 'plan', status: 'current', current: 'DOC-004-v3', nextReview: '2099-01-01' });
  });

  it('Its next version takes the place of the one that came along; G13 takes the approval that was imported, and no other', async () => {
    const run = await opened('DOC-004', 'A new cellar');
    const draft = await askedIn(engine, run, 'draft');
    const brief = await engine.store.briefs.get(draft.brief?.id ?? '');
    expect(brief?.facts.find(({ label }) => label.en === 'Where that stands')?.said).toEqual(['The wiki']);
    await answerTask(engine, draft, lukas, text());
    await answer(run, 'approve', hanna, approved);
    expect(await closedRun(engine, run)).toMatchObject({ outcome: 'complete', gates: [{ gate: 'G13', passed: true }, { gate: 'G15' }] });
    expect(await engine.store.documents.get('DOC-004')).toMatchObject({ status: 'current', current: 'DOC-004-v4' });
    expect(await versionOf('DOC-004-v3')).toMatchObject({ status: 'superseded' });
    for (const approvedBy of [undefined, { person: ids.tove, via: 'login' as const }]) {
      await engine.store.documentVersions.set('DOC-004-v3', { approvedBy });
      expect((await gateOf('DOC-004'))?.detail).toMatch(/: DOC-004-v3\.$/);
    }
  });
});
