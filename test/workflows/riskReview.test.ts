import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Command } from '../../domain/rules/taskShape.ts';
import { commandTask } from '../../workflows/engine/messages.ts';
import { cancelRun } from '../support/answers.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { takesCommands } from '../support/tasks.ts';
import { eventually } from '../support/time.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
  await foundOrganization(engine.store);
  await addRisks(engine.store, ids.lukas, ['RSK-001', 'RSK-002', 'RSK-003']);
  await addRisks(engine.store, ids.marta, ['RSK-004']);
  await addRisks(engine.store, ids.marta, ['RSK-005'], { status: 'closed' });
});
afterAll(() => engine.stop());

const tasksOf = (run: string, count: number) =>
  eventually(`${count} tasks of ${run}`, async () => {
    const tasks = await engine.store.tasks.find({ run });
    return tasks.length === count ? tasks : undefined;
  });

function answer(task: string, person: string, levels: { likelihood: number; consequence: number }): Promise<unknown> {
  const command: Command = {
    do: 'complete',
    by: { person, roles: [], via: 'link', link: 'abc' },
    outcome: { ...levels, verdict: 'change', reason: 'Seen with the team.' },
  };
  return engine.client.workflow.getHandle(task).executeUpdate(commandTask, { args: [command] });
}

const closed = (run: string) =>
  eventually(`${run} is closed`, async () => {
    const found = await engine.store.runs.get(run);
    return found?.status === 'open' ? undefined : found;
  });

describe('the periodic risk review', () => {
  it('When a review opens, each owner is asked about each due risk, in one mail with one link', async () => {
    const run = await engine.openRun({ process: 'riskReview', subject: { period: '2026-Q4' }, actor: { person: ids.hanna, via: 'login' } });
    expect(run.id).toBe('riskReview-2026-Q4');
    const tasks = await tasksOf(run.id, 4);
    expect(tasks.map((t) => [t.about, t.assignee])).toEqual([
      ['RSK-001', ids.lukas],
      ['RSK-002', ids.lukas],
      ['RSK-003', ids.lukas],
      ['RSK-004', ids.marta],
    ]);
    const mails = await eventually('three mails', async () => {
      const all = await engine.mail.messages();
      return all.length >= 3 ? all : undefined;
    });
    expect(mails.map((m) => m.To.map((to) => to.Address)).sort()).toEqual([
      ['hanna@tessel.example'],
      ['lukas@tessel.example'],
      ['marta@tessel.example'],
    ]);
    const toLukas = mails.find((m) => m.To[0]?.Address === 'lukas@tessel.example');
    for (const reference of ['RSK-001', 'RSK-002', 'RSK-003']) expect(toLukas?.Text).toContain(reference);
    expect(toLukas?.Text).not.toContain('Secret of');
    expect(new Set(toLukas?.Text.match(/http:\/\/isms\.test\/a\/[\w-]{43}/g))).toHaveProperty('size', 1);
  });

  it('When the same period is opened again, it is refused and nothing is opened', async () => {
    const again = engine.openRun({ process: 'riskReview', subject: { period: '2026-Q4' }, actor: byEngine });
    await expect(again).rejects.toMatchObject({ status: 409, code: 'runExists' });
  });

  it('When an owner answers above the acceptance rule, the decision is asked of the owner, by a run of its own', async () => {
    await answer('riskReview-2026-Q4/reassess/RSK-001/1', ids.lukas, { likelihood: 4, consequence: 4 });
    const risk = await eventually('the assessment', async () => {
      const found = await engine.store.risks.get('RSK-001');
      return found?.lastAssessment === undefined ? undefined : found;
    });
    expect(risk).toMatchObject({ band: 'veryHigh', current: { likelihood: 4, consequence: 4 } });
    const [started] = await eventually('the decision is asked for', async () => {
      const found = await engine.store.runs.find({ process: 'riskAcceptance' });
      return found.length > 0 ? found : undefined;
    });
    expect(started).toMatchObject({
      subject: { risk: 'RSK-001', asOf: 2 },
      startedBy: 'riskReview-2026-Q4',
      openedBy: { person: 'engine' },
    });
    await eventually('it is recorded on both sides', async () =>
      (await engine.store.runs.get('riskReview-2026-Q4'))?.started?.includes('riskAcceptance-RSK-001-v2'),
    );
    expect(await eventually('the decision', () => engine.store.acceptances.get('RSK-001-v2'))).toMatchObject({
      state: 'asked',
      owner: ids.lukas,
    });
  });

  it('When every owner has answered, the ISMS manager confirms and the run closes complete', async () => {
    await answer('riskReview-2026-Q4/reassess/RSK-002/1', ids.lukas, { likelihood: 1, consequence: 2 });
    await answer('riskReview-2026-Q4/reassess/RSK-003/1', ids.lukas, { likelihood: 1, consequence: 2 });
    await answer('riskReview-2026-Q4/reassess/RSK-004/1', ids.marta, { likelihood: 1, consequence: 2 });
    const confirm = 'riskReview-2026-Q4/confirm/-/1';
    await eventually('the confirmation is asked', () => engine.store.tasks.get(confirm));
    await takesCommands(engine.client.workflow.getHandle(confirm));
    const by = { person: ids.hanna, roles: ['ismsManager'], via: 'login' } as const;
    const command: Command = { do: 'complete', by, outcome: { consistent: true, newRisks: 0, note: 'All consistent.' } };
    await expect(
      engine.client.workflow.getHandle(confirm).executeUpdate(commandTask, { args: [{ ...command, by: { ...by, via: 'link' } }] }),
    ).rejects.toMatchObject({ cause: { type: 'needsLogin' } });
    await engine.client.workflow.getHandle(confirm).executeUpdate(commandTask, { args: [command] });
    expect(await closed('riskReview-2026-Q4')).toMatchObject({ status: 'closed', outcome: 'complete', waitingFor: [], subjects: 4 });
  });

  it('When the next quarter opens, what the last one left open is superseded and it closes incomplete', async () => {
    await engine.openRun({ process: 'riskReview', subject: { period: '2027-Q1', scope: 'all' }, actor: byEngine });
    await tasksOf('riskReview-2027-Q1', 4);
    await engine.openRun({ process: 'riskReview', subject: { period: '2027-Q2', scope: 'all' }, actor: byEngine });
    expect(await closed('riskReview-2027-Q1')).toMatchObject({
      status: 'closed',
      outcome: 'incomplete',
      supersededBy: 'riskReview-2027-Q2',
    });
    const left = await engine.store.tasks.find({ run: 'riskReview-2027-Q1' });
    expect(left.map((t) => t.state)).toEqual(['superseded', 'superseded', 'superseded', 'superseded', 'superseded'].slice(0, left.length));
    await tasksOf('riskReview-2027-Q2', 4);
  });

  it('When a run is cancelled with a reason, its tasks are cancelled and its key is free again', async () => {
    await cancelRun(engine, 'riskReview-2027-Q2');
    expect(await closed('riskReview-2027-Q2')).toMatchObject({
      status: 'cancelled',
      reason: 'Opened too early.',
      closedBy: { person: ids.hanna },
    });
    expect(await engine.store.tasks.count({ run: 'riskReview-2027-Q2', state: 'cancelled' })).toBe(4);
    const again = await engine.openRun({ process: 'riskReview', subject: { period: '2027-Q2' }, actor: byEngine });
    expect(again.id).toBe('riskReview-2027-Q2-2');
  });
});
