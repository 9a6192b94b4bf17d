import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { verifyChain } from '../../models/chain.ts';
import { answerOnceOpen, closedRun, confirm } from '../support/answers.ts';
import { answerTask, askedIn, person, sentencesOf } from '../support/asked.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { eventually } from '../support/time.ts';
import { type SkippingEngine, startSkippingEngine } from '../support/timeSkipping.ts';

let engine: SkippingEngine;
let year: string;
let run: string;

const hanna = person(ids.hanna, 'ismsManager');
const tove = person(ids.tove, 'topManagement');

beforeAll(async () => {
  engine = await startSkippingEngine();
  await foundOrganization(engine.store);
  year = engine.now().slice(0, 4);
  run = `ismsSetup-${year}`;
});
afterAll(() => engine.stop());

const answer = async (task: string, by: typeof hanna, outcome: object, attempt = 1): Promise<Task> => {
  const asked = await askedIn(engine, run, task, attempt);
  await answerTask(engine, asked, by, outcome);
  return asked;
};
const sentences = (task: Task, outcome: object) => sentencesOf(engine, task, outcome);
const factsOf = async ({ brief }: Task) => (await engine.store.briefs.get(brief?.id ?? ''))?.facts ?? [];
const auditor = (who: string) => ({ holders: [{ role: 'auditor', person: who }], note: 'Marta has audited before.' });

describe('an organization that begins', () => {
  it('When it is set up, four foundations are drafted; nobody audits what they run', async () => {
    await engine.openRun({ process: 'ismsSetup', subject: { period: year }, actor: byEngine });
    await answer('scope', hanna, { scope: 'The office in Freiburg.' });
    await answer('policy', hanna, { policy: 'We keep what customers give us.' });
    const roles = await askedIn(engine, run, 'roles');
    expect(await sentences(roles, { holders: [], note: 'Nobody.' })).toEqual(['outcome.holders: Nobody would hold the role “Auditor”.']);
    expect(await sentences(roles, auditor(ids.hanna))).toEqual([
      'outcome.holders.0.person: Hanna Vogt runs the ISMS that is audited: name somebody else.',
    ]);
    expect(await sentences(roles, auditor(ids.marta))).toEqual([]);
    await answerTask(engine, roles, hanna, auditor(ids.marta));
    await answer('criteria', hanna, { reason: 'Five steps are what we can tell apart.' });
    const approval = await askedIn(engine, run, 'approve');
    expect(approval).toMatchObject({ assignee: ids.tove, approval: true, answer: 'login', barred: [ids.hanna] });
    const said = (await factsOf(approval)).map(({ said: [first] }) => first);
    expect(said).toEqual(expect.arrayContaining(['The office in Freiburg.', 'We keep what customers give us.']));
  });

  it('When top management returns them, they are drafted again, and nobody holds a new role', async () => {
    await answer('approve', tove, { decision: 'return', reason: 'The warehouse is missing.' });
    const again = await askedIn(engine, run, 'scope', 2);
    expect((await engine.store.people.get(ids.marta))?.roles).toEqual([{ role: 'riskOwner' }]);
    expect(await engine.store.scopes.get('SCP-001')).toMatchObject({ status: 'superseded' });
    await answerTask(engine, again, hanna, { scope: 'Office and warehouse in Freiburg.' });
    await answer('policy', hanna, { policy: 'We keep what customers give us.' }, 2);
    await answer('roles', hanna, auditor(ids.marta), 2);
    await answer('criteria', hanna, { reason: 'Five steps are what we can tell apart.' }, 2);
  });

  it('When they are approved, scope and policy are in force, roles are held, and context and year begin', async () => {
    await answer('approve', tove, { decision: 'approve', reason: 'Now it is whole.' }, 2);
    await eventually('the year is planned', () => engine.store.runs.get(`pdcaCycle-${year}`));
    expect(await engine.store.scopes.get('SCP-002')).toMatchObject({ status: 'approved', approvedBy: { person: ids.tove } });
    expect(await engine.store.policies.get('POL-002')).toMatchObject({ status: 'approved', text: 'We keep what customers give us.' });
    expect((await engine.store.people.get(ids.marta))?.roles).toEqual([{ role: 'riskOwner' }, { role: 'auditor' }]);
    expect(await engine.store.runs.get(`contextReview-${year}`)).toMatchObject({ startedBy: run });
    for (const chain of ['scopes/SCP-002', 'policies/POL-002', `people/${ids.marta}`])
      expect(await verifyChain(engine.store, chain)).toEqual([]);
  });

  it('When no risk is in the register, nothing is assessed; then all of them are, and objectives follow', async () => {
    const identify = await askedIn(engine, run, 'identify');
    const how = { how: 'Everybody was asked in two workshops.' };
    expect(await sentences(identify, how)).toEqual([
      'outcome.how: No risk stands in the register yet. Import them, or write them down, and then answer.',
    ]);
    await addRisks(engine.store, ids.lukas, ['RSK-001', 'RSK-002']);
    expect(await sentences(identify, how)).toEqual([]);
    await answerTask(engine, identify, hanna, how);
    const review = await eventually('the first assessment', () => engine.store.runs.first({ process: 'riskReview', startedBy: run }));
    expect(review.subject).toMatchObject({ scope: 'all' });
    for (const risk of ['RSK-001', 'RSK-002']) {
      const task = await eventually('it is asked', () => engine.store.tasks.first({ run: review.id, about: risk }));
      await answerOnceOpen(engine, task.id, ids.lukas);
    }
    expect(await engine.store.runs.get(`objectives-${year}`)).toBeUndefined();
    await confirm(engine, review.id);
    expect(await closedRun(engine, run)).toMatchObject({
      outcome: 'complete',
      gates: [{ gate: 'G1', passed: true }, { gate: 'G2', passed: true }, {}],
    });
    expect(await engine.store.runs.get(`objectives-${year}`)).toMatchObject({ startedBy: run });
  });
});
