import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import { verifyChain } from '../../models/chain.ts';
import { closedRun } from '../support/answers.ts';
import { answerTask, askedIn, person } from '../support/asked.ts';
import { addDocument } from '../support/documents.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { type SkippingEngine, startSkippingEngine } from '../support/timeSkipping.ts';

let engine: SkippingEngine;
let run: string;
beforeAll(async () => {
  engine = await startSkippingEngine();
  await foundOrganization(engine.store);
  await addRisks(engine.store, ids.lukas, ['RSK-001']);
  await addDocument(engine.store, 'DOC-001', { owner: ids.lukas });
  await engine.store.people.set(ids.marta, { roles: [{ role: 'riskOwner' }, { role: 'legal' }] });
  run = (await engine.openRun({ process: 'contextReview', subject: { period: '2027' }, actor: byEngine })).id;
});
afterAll(() => engine.stop());

const hanna = person(ids.hanna, 'ismsManager');
const marta = person(ids.marta, 'legal');
const tove = person(ids.tove, 'topManagement');

const answer = async (task: string, by: typeof hanna, outcome: object, attempt = 1) => {
  const asked = await askedIn(engine, run, task, attempt);
  await answerTask(engine, asked, by, outcome);
  return asked;
};

describe('the yearly review of context and interested parties', () => {
  it('Issues, parties and requirements are asked about at the same time, each of whoever answers for them', async () => {
    const asked = await Promise.all(['issues', 'parties', 'requirements'].map((task) => askedIn(engine, run, task)));
    expect(asked.map(({ assignee }) => assignee)).toEqual([ids.hanna, ids.hanna, ids.marta]);
    await answer('issues', hanna, {
      ...{ climate: 'yes', climateReason: 'The site lies below the river.', ended: [] },
      added: [{ kind: 'external', name: 'NIS2 applies to us', effect: 'We report incidents within a day.' }],
    });
    await answer('parties', hanna, {
      ...{ added: [{ name: 'BSI', kind: 'authority', expects: 'Reports in time.' }], ended: [], note: 'Contracts and the register read.' },
    });
    await eventually('both issues', async () => (await engine.store.issues.count({})) === 2);
    expect((await engine.store.issues.find({}, { sort: { _id: 1 } })).map(({ kind, relevant }) => [kind, relevant])).toEqual([
      ['external', true],
      ['climate', true],
    ]);
  });

  it('A requirement that is taken up by a new control plans the control and proposes that it is implemented; one that is not says why', async () => {
    await answer('requirements', marta, {
      ...{ ended: [], note: 'The law gazette and all contracts of the year.' },
      added: [
        { party: 'BSI', name: 'Report within 24 hours', source: 'law', addressed: 'yes', control: 'A rota for reports' },
        { party: 'BSI', name: 'Keep reports for two years', source: 'law', addressed: 'yes', document: 'Keeping reports' },
        { party: 'Customers', name: 'Name a contact', source: 'contract', addressed: 'yes', document: 'DOC-001' },
        { party: 'A neighbour', name: 'No lights at night', source: 'expectation', addressed: 'no', reason: 'Not about information.' },
      ],
    });
    const [control] = await eventually('the control', async () => {
      const found = await engine.store.controls.find({ name: 'A rota for reports' });
      return found.length > 0 && found;
    });
    expect(control).toMatchObject({ status: 'planned', kind: 'legal' });
    await eventually('all requirements', async () => (await engine.store.requirements.count({})) === 4);
    expect(await engine.store.requirements.find({}, { sort: { _id: 1 } })).toMatchObject([
      { addressed: true, controls: [control?.id] },
      { addressed: true, controls: [] },
      { addressed: true, controls: [] },
      { addressed: false, controls: [], reason: 'Not about information.' },
    ]);
    expect((await engine.store.interestedParties.find({}, { sort: { _id: 1 } })).map(({ name }) => name)).toEqual([
      ...['BSI', 'Customers', 'A neighbour'],
    ]);
    const proposal = await eventually('the proposal', () => engine.store.proposals.first({ about: control?.id ?? '' }));
    expect(proposal).toMatchObject({ process: 'controlImplementation', subject: { control: control?.id, plan: '-' } });
  });

  it('A requirement that a document has to say proposes it: a version of the one that is there, or a new one, which is withdrawn when that is declined', async () => {
    const [added, changed] = await eventually('both proposals', async () => {
      const found = await engine.store.proposals.find({ process: 'documentControl' });
      const of = (document: string) => found.find(({ about }) => about === document);
      return found.length === 2 && [of('DOC-002'), of('DOC-001')];
    });
    expect(await engine.store.documents.get('DOC-002')).toMatchObject({ title: 'Keeping reports', owner: ids.marta, status: 'draft' });
    expect(added).toMatchObject({ reason: 'DOC-002 is to say what the requirement REQ-002 asks for.' });
    expect(changed).toMatchObject({ subject: { document: 'DOC-001', because: 'REQ-003' }, to: ids.hanna });
    const decide = (proposal: string, decision: string) =>
      askedIn(engine, `proposal-${proposal}`, 'decide').then((task) =>
        answerTask(engine, task, hanna, { decision, reason: 'It was talked over.' }),
      );
    await decide(changed?.id ?? '', 'accept');
    const draft = await askedIn(engine, 'documentControl-DOC-001-REQ-003', 'draft');
    expect(draft).toMatchObject({ assignee: ids.lukas });
    const because = (await engine.store.briefs.get(draft.brief?.id ?? ''))?.facts.find(({ label }) => label.en === 'Because of');
    expect(because?.said).toEqual(['REQ-003: Name a contact']);
    await decide(added?.id ?? '', 'decline');
    await eventually('it is not going to be written', async () => (await engine.store.documents.get('DOC-002'))?.status === 'withdrawn');
    expect(await engine.store.runs.count({ process: 'documentControl' })).toBe(1);
  });

  it('When top management returns it, the effect is judged again, and the scope of before was never in force', async () => {
    await answer('effect', hanna, { scope: 'Both sites.', risks: [], reason: 'Porto is new.' });
    const approve = await answer('approve', tove, { decision: 'return', reason: 'And the cloud?' });
    expect(approve).toMatchObject({ assignee: ids.tove, barred: [ids.hanna], answer: 'login' });
    await answer('effect', hanna, { scope: 'Both sites and the cloud.', risks: ['RSK-001'], reason: 'Porto and the cloud are new.' }, 2);
    await answer('approve', tove, { decision: 'approve', reason: 'Right.' }, 2);
    await eventually('the scope', () => engine.store.scopes.first({ status: 'approved' }));
    expect((await engine.store.scopes.find({}, { sort: { _id: 1 } })).map(({ text, status }) => [text, status])).toEqual([
      ['Both sites.', 'superseded'],
      ['Both sites and the cloud.', 'approved'],
    ]);
    const brief = await engine.store.briefs.get(approve.brief?.id ?? '');
    expect(brief?.facts.map(({ said }) => said[0])).toContain('Both sites.');
  });

  it('When it is approved, touched risks get a review by proposal, all was reviewed in this cycle, and those concerned are told', async () => {
    await eventually('the proposals', async () => (await engine.store.proposals.count({ run })) === 4);
    const proposed = (await engine.store.proposals.find({ run })).map(({ process }) => process).sort();
    expect(proposed).toEqual(['controlImplementation', 'documentControl', 'documentControl', 'targetedRiskReview']);
    const scope = await engine.store.scopes.first({ status: 'approved' });
    const change = await eventually('the change', () => engine.store.changes.first({ 'source.subject': scope?.id ?? '' }));
    expect(change).toMatchObject({
      ...{ title: `${scope?.id}: Both sites and the cloud.`, reason: 'Porto and the cloud are new.', requestedBy: ids.hanna },
      source: { kind: 'contextReview', run },
    });
    const request = await askedIn(engine, `changePlanning-${change.id}`, 'request');
    expect(request).toMatchObject({ assignee: ids.hanna });
    const shown = await engine.store.briefs.get(request.brief?.id ?? '');
    const said = (label: string) => shown?.facts.find((one) => one.label.en === label)?.said;
    expect([said('Scope of before'), said('Scope now')]).toEqual([[{ en: 'None', de: 'Keiner' }], ['Both sites and the cloud.']]);
    await answer('communicate', hanna, { told: 'All staff, by the news page.' });
    expect(await closedRun(engine, run)).toMatchObject({ outcome: 'complete' });
    for (const register of ['issues', 'interestedParties', 'requirements'] as const) {
      const all = await engine.store[register].find({});
      expect(all.every(({ reviewedOn }) => reviewedOn !== undefined)).toBe(true);
      for (const { id } of all) expect(await verifyChain(engine.store, `${register}/${id}`)).toEqual([]);
    }
  });
});
