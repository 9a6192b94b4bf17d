import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Command } from '../../domain/rules/taskShape.ts';
import { verifyChain } from '../../models/chain.ts';
import { append } from '../../models/trail.ts';
import { commandTask } from '../../workflows/engine/messages.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { startTask } from '../support/tasks.ts';
import { pass } from '../support/time.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
  await foundOrganization(engine.store);
});
afterAll(() => engine.stop());

const lukas = { person: ids.lukas, roles: ['riskOwner'], via: 'login' } as const;
const complete: Command = {
  do: 'complete',
  by: lukas,
  outcome: { likelihood: 2, consequence: 2, verdict: 'change', reason: 'As discussed.' },
};
const day = 86_400_000;
let n = 0;

/** One task of its own, without a run around it. */
async function openTask(): Promise<string> {
  n += 1;
  return startTask(engine, { risk: `RSK-T${n}`, owner: ids.lukas });
}

const historyOf = async (id: string) => (await engine.client.workflow.getHandle(id).fetchHistory()).events ?? [];

describe('a task', () => {
  it('When it is done at once, its history has 14 events', async () => {
    const id = await openTask();
    const answer = await engine.client.workflow.getHandle(id).executeUpdate(commandTask, { args: [complete] });
    expect(answer).toMatchObject({ state: 'done', version: 2 });
    await engine.client.workflow.getHandle(id).result();
    expect((await historyOf(id)).length).toBe(14);
    expect(await engine.store.tasks.get(id)).toMatchObject({
      state: 'done',
      seq: 2,
      outcome: complete.outcome,
      closedBy: { person: ids.lukas, via: 'login' },
    });
  });

  it('When forty people answer at once, one decision is taken and the others are refused without an event', async () => {
    const id = await openTask();
    const handle = engine.client.workflow.getHandle(id);
    const answers = await Promise.allSettled(Array.from({ length: 40 }, () => handle.executeUpdate(commandTask, { args: [complete] })));
    expect(answers.filter((a) => a.status === 'fulfilled')).toHaveLength(1);
    expect((await historyOf(id)).filter((e) => e.workflowExecutionUpdateAcceptedEventAttributes)).toHaveLength(1);
  });

  it('When an answer was recorded by a try whose reply was lost, it stands, and whoever comes first in the next try is told', async () => {
    const id = await openTask();
    const handle = engine.client.workflow.getHandle(id);
    const { runId } = await handle.describe();
    const after = { state: 'done', version: 2, assignee: ids.lukas, assignment: 1, level: 0 };
    await append(engine.store, {
      ...{ chain: `task/${id}`, seq: 2, at: engine.clock.now(), actor: { person: ids.hanna, via: 'login' }, event: 'completed' },
      data: { outcome: { likelihood: 3, consequence: 3, verdict: 'change' }, request: 'the first', ...after, key: `${runId}/2` },
      texts: { reason: 'I was first.' },
    });
    const second = handle.executeUpdate(commandTask, { args: [{ ...complete, key: 'the second' }] });
    await expect(second).rejects.toMatchObject({ cause: { type: 'closed' } });
    expect(await handle.result()).toMatchObject({ state: 'done', outcome: { likelihood: 3, reason: 'I was first.' } });
    expect(await engine.store.tasks.get(id)).toMatchObject({ state: 'done', seq: 2, closedBy: { person: ids.hanna } });
    expect(await verifyChain(engine.store, `task/${id}`)).toEqual([]);
  });

  it('When nobody answers, each rung is reached in order and told to the right people, once', async () => {
    const id = await openTask();
    await pass(engine, id, 45 * day);
    const task = await engine.store.tasks.get(id);
    expect(task?.rungs.map(({ key, state }) => ({ key, state }))).toEqual(
      ['reminder', 'dueToday', 'duePassed', 'late1', 'late2', 'late3'].map((key) => ({ key, state: 'sent' })),
    );
    expect(task?.level).toBe(3);
    const letters = await engine.store.letters.find({ task: id, kind: 'escalation' }, { sort: { at: 1 } });
    const told = (rung: string) =>
      letters
        .filter((l) => l.facts.rung === rung)
        .map((l) => l.person)
        .sort();
    expect(told('late1')).toEqual([ids.lukas, ids.martin].sort());
    expect(told('late2')).toEqual([ids.hanna, ids.lukas].sort());
    expect(told('late3')).toEqual([ids.lukas, ids.tove].sort());
    expect(await engine.store.nonconformities.find({ 'source.task': id })).toHaveLength(1);
  });
});
