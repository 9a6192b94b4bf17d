import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOpenTask } from '../../activities/openTask.ts';
import { createPost } from '../../activities/post.ts';
import { createRecordStep } from '../../activities/recordStep.ts';
import type { Task } from '../../domain/records/task.ts';
import { apply } from '../../domain/rules/task.ts';
import type { By, Command, TaskFacts } from '../../domain/rules/taskShape.ts';
import { factsOf } from '../../domain/taskFacts.ts';
import { verifyChain } from '../../models/chain.ts';
import type { Store } from '../../models/store.ts';
import type { StepEvent } from '../../workflows/engine/contract.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { whereverItFails } from '../support/faultyStore.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';

let engine: Engine;

/** Without a worker: the activities are called here, and letters stay where they are put. */
beforeAll(async () => {
  engine = await startEngine();
  await engine.worker.stop();
  await foundOrganization(engine.store);
});
afterAll(() => engine.stop());

const run = 'riskReview-2026-Q4';
let n = 0;

const inputOf = (risk: string) => ({
  ...{ id: `${run}/reassess/${risk}/1`, run, process: 'riskReview', task: 'reassess', about: risk, attempt: 1 },
  ...{ runOpenedAt: '2026-10-01T06:00:00.000Z', at: '2026-10-01T06:00:01.000Z', execution: 'execution-1' },
});

const depsOn = (store: Store) => ({ ...engine.deps, store });
const opener = (store: Store) => createOpenTask(depsOn(store), createPost(depsOn(store)));
const recorder = (store: Store) => createRecordStep(depsOn(store), createPost(depsOn(store)));

async function newRisk(): Promise<string> {
  n += 1;
  await addRisks(engine.store, ids.lukas, [`RSK-${n}`]);
  return `RSK-${n}`;
}

async function openedTask(): Promise<Task> {
  const input = inputOf(await newRisk());
  await opener(engine.store)(input);
  return (await engine.store.tasks.get(input.id)) as Task;
}

const lukas: By = { person: ids.lukas, roles: ['riskOwner'], via: 'link', link: 'abc' };
const hanna: By = { person: ids.hanna, roles: ['ismsManager'], via: 'login' };
const outcome = { likelihood: 2, consequence: 3, verdict: 'change', reason: 'As seen.' };
const complete: Command = { do: 'complete', by: lukas, outcome };
const reassign: Command = { do: 'reassign', by: hanna, to: ids.marta, reason: 'She knows it better.' };

const stepOf = (task: Task, what: StepEvent, facts: TaskFacts, at = '2026-10-02T08:00:00.000Z') => ({
  ...{ task: task.id, seq: task.seq + 1, at, execution: 'execution-1', facts },
  ...what,
});
const completion = (task: Task) => stepOf(task, { event: 'completed', command: complete }, apply(factsOf(task), complete));
const reassignment = (task: Task) =>
  stepOf(task, { event: 'reassigned', command: reassign, from: ids.lukas }, apply(factsOf(task), reassign));
const lastRung = (task: Task) =>
  stepOf(task, { event: 'rung', rungs: ['late1', 'late2', 'late3'] }, { ...factsOf(task), level: 3 }, '2026-11-02T08:00:00.000Z');

const lettersOf = async (task: Task) =>
  (await engine.store.letters.find({ task: task.id })).map(({ kind, person }) => `${kind} to ${person}`).sort();
const chainOf = (task: Task) => engine.store.trail.find({ chain: `task/${task.id}` }, { sort: { seq: 1 } });

async function isCompleted(task: Task, where: string): Promise<void> {
  const now = await engine.store.tasks.get(task.id);
  expect({ where, ...now }).toMatchObject({ where, state: 'done', version: 2, seq: 2, outcome });
  expect(now?.closedBy).toEqual({ person: ids.lukas, via: 'link', link: 'abc' });
  expect(await lettersOf(task)).toEqual([`opened to ${ids.lukas}`, `outcome to ${ids.lukas}`]);
  expect((await chainOf(task)).map(({ event }) => event)).toEqual(['opened', 'completed']);
  expect(await verifyChain(engine.store, `task/${task.id}`, 2)).toEqual([]);
}

async function isReassigned(task: Task, where: string): Promise<void> {
  const now = await engine.store.tasks.get(task.id);
  expect({ where, ...now }).toMatchObject({ where, state: 'open', assignee: ids.marta, assignment: 2, version: 2, seq: 2 });
  expect(now?.rungs.map(({ key, told }) => [key, told])).toEqual([
    ['reminder', [ids.marta]],
    ['dueToday', [ids.marta]],
    ['duePassed', []],
    ['late1', [ids.marta, ids.martin]],
    ['late2', [ids.marta, ids.hanna]],
    ['late3', [ids.marta, ids.tove]],
  ]);
  expect(await lettersOf(task)).toEqual([`opened to ${ids.lukas}`, `reassigned to ${ids.marta}`, `taken to ${ids.lukas}`]);
}

async function isEscalated(task: Task, where: string): Promise<void> {
  const now = await engine.store.tasks.get(task.id);
  expect({ where, ...now }).toMatchObject({ where, state: 'open', level: 3, version: 1, seq: 2 });
  expect(now?.rungs.map(({ key, state }) => `${key} ${state}`)).toEqual([
    'reminder pending',
    'dueToday pending',
    'duePassed pending',
    'late1 missed',
    'late2 missed',
    'late3 sent',
  ]);
  const told = [ids.lukas, ids.martin, ids.hanna, ids.tove].map((person) => `escalation to ${person}`);
  expect(await lettersOf(task)).toEqual([`opened to ${ids.lukas}`, ...told].sort());
  const [candidate, ...more] = await engine.store.nonconformities.find({ 'source.task': task.id });
  expect({ where, more, ...candidate }).toMatchObject({ where, more: [], status: 'candidate', owner: ids.hanna });
  expect(await verifyChain(engine.store, `nonconformities/${candidate?.id}`, 1)).toEqual([]);
  // Somebody is asked by a date what becomes of it.
  const runs = await engine.store.runs.find({ process: 'correctiveAction', key: candidate?.id ?? '' });
  expect({ where, runs: runs.map(({ startedBy }) => startedBy) }).toEqual({ where, runs: [task.run] });
}

describe('opening a task', () => {
  it('When it fails at any write and is tried again, the task is promised once', async () => {
    const rounds = await whereverItFails(engine.store, {
      fresh: newRisk,
      act: (store, risk) => opener(store)(inputOf(risk)),
      async check(risk, where) {
        const task = (await engine.store.tasks.get(inputOf(risk).id)) as Task;
        expect({ where, ...task }).toMatchObject({ where, state: 'open', seq: 1, assignee: ids.lukas, due: '2026-10-15T16:00:00.000Z' });
        expect(await lettersOf(task)).toEqual([`opened to ${ids.lukas}`]);
        expect(await chainOf(task)).toHaveLength(1);
      },
    });
    expect(rounds).toBe(6);
  });

  it('When it dies behind the promise and begins again days later, the promise stands, whatever has changed since', async () => {
    const input = inputOf(await newRisk());
    await opener(engine.store)(input);
    const promised = await engine.store.tasks.get(input.id);
    await engine.store.tasks.remove({ id: input.id });
    await engine.store.risks.set(input.about, { owner: ids.marta });
    const again = await opener(engine.store)({ ...input, at: '2026-10-20T06:00:00.000Z', execution: 'execution-2' });
    expect(await engine.store.tasks.get(input.id)).toEqual(promised);
    expect(again.facts.assignee).toBe(ids.lukas);
    expect(again.wakes).toHaveLength(6);
  });
});

describe.each([
  ['an answer', completion, isCompleted, 8],
  ['a reassignment', reassignment, isReassigned, 8],
  ['the last level', lastRung, isEscalated, 12],
] as const)('recording %s', (_what, step, check, rounds) => {
  it('When it fails at any write and is tried again, everything has happened once', async () => {
    const tried = await whereverItFails(engine.store, { fresh: openedTask, act: (store, task) => recorder(store)(step(task)), check });
    expect(tried).toBe(rounds);
  });

  it('When it fails at any write and the task begins again from its document, nothing that the trail holds is lost', async () => {
    let caughtUp = 0;
    await whereverItFails(engine.store, {
      fresh: openedTask,
      act: (store, task) =>
        store === engine.store ? opener(store)({ ...inputOf(task.about ?? ''), execution: 'execution-2' }) : recorder(store)(step(task)),
      async check(task, where) {
        const recorded = (await chainOf(task)).length === 2;
        if (recorded) await check(task, where);
        else expect({ where, ...(await engine.store.tasks.get(task.id)) }).toEqual({ where, ...task });
        caughtUp += recorded ? 1 : 0;
      },
    });
    expect(caughtUp).toBeGreaterThan(rounds / 2);
  });
});

describe('recording steps', () => {
  it('When an older step comes after a newer one, it overwrites nothing', async () => {
    const task = await openedTask();
    const first = reassignment(task);
    await recorder(engine.store)(first);
    const moved = (await engine.store.tasks.get(task.id)) as Task;
    const answer: Command = { ...complete, by: { ...lukas, person: ids.marta } } as Command;
    await recorder(engine.store)(stepOf(moved, { event: 'completed', command: answer }, apply(factsOf(moved), answer)));
    const done = await engine.store.tasks.get(task.id);
    await recorder(engine.store)(first);
    expect(await engine.store.tasks.get(task.id)).toEqual(done);
  });

  it('When a task has gone to somebody else, the next rung tells them and their manager, and nobody of before', async () => {
    const task = await openedTask();
    const command: Command = { ...reassign, to: ids.hanna } as Command;
    await recorder(engine.store)(stepOf(task, { event: 'reassigned', command, from: ids.lukas }, apply(factsOf(task), command)));
    const moved = (await engine.store.tasks.get(task.id)) as Task;
    const late1 = stepOf(moved, { event: 'rung', rungs: ['late1'] }, { ...factsOf(moved), level: 1 }, '2026-10-16T06:00:00.000Z');
    await recorder(engine.store)(late1);
    const told = await engine.store.letters.find({ task: task.id, kind: 'escalation' });
    expect(told.map(({ person, facts }) => [person, facts.as]).sort()).toEqual([
      [ids.hanna, 'assignee'],
      [ids.tove, 'lineManager'],
    ]);
  });

  it('When a rung is recorded after others have come as well, it is recorded with them, and only the last is sent', async () => {
    const task = await openedTask();
    const reminder: StepEvent = { event: 'rung', rungs: ['reminder'], reaching: true };
    const step = stepOf(task, reminder, factsOf(task), '2026-11-02T08:00:00.000Z');
    const reached = await recorder(engine.store)(step);
    expect(reached).toMatchObject({ recorded: true, seq: 2, facts: { level: 3, overdue: true }, wakes: [] });
    const rungs = (await chainOf(task))[1]?.data.rungs as { key: string; missed: boolean }[];
    expect(rungs.filter(({ missed }) => missed).map(({ key }) => key)).toEqual(['reminder', 'dueToday', 'late1', 'late2']);
    expect(rungs).toHaveLength(6);
    const told = [ids.lukas, ids.martin, ids.hanna, ids.tove].map((person) => `escalation to ${person}`);
    expect(await lettersOf(task)).toEqual([`opened to ${ids.lukas}`, ...told].sort());
    // A try whose answer was lost began later or earlier than the one that is answered.
    expect(await recorder(engine.store)({ ...step, at: '2026-10-14T08:00:00.000Z' })).toEqual(reached);
    expect(await chainOf(task)).toHaveLength(2);
  });

  it('When a rung is recorded in its time, the workflow need not hear of more than that', async () => {
    const task = await openedTask();
    const at = task.rungs[0]?.at ?? '';
    expect(
      await recorder(engine.store)(stepOf(task, { event: 'rung', rungs: ['reminder'], reaching: true }, factsOf(task), at)),
    ).toBeNull();
    expect((await engine.store.tasks.get(task.id))?.rungs.map(({ state }) => state)).toEqual(['sent', ...Array(5).fill('pending')]);
  });

  it('When a request is handed out twice and another step came between, it is recorded once, and the workflow learns where the task stands', async () => {
    const task = await openedTask();
    const command: Command = { do: 'comment', by: lukas, text: 'I look at it.', key: 'sent once' };
    const comment = stepOf(task, { event: 'commented', command }, apply(factsOf(task), command));
    expect(await recorder(engine.store)(comment)).toBeNull();
    const commented = (await engine.store.tasks.get(task.id)) as Task;
    await recorder(engine.store)(reassignment(commented));
    const moved = (await engine.store.tasks.get(task.id)) as Task;
    const told = await recorder(engine.store)({ ...comment, seq: moved.seq + 1, facts: factsOf(moved) });
    expect(told).toMatchObject({ recorded: true, seq: 3, facts: { assignee: ids.marta } });
    expect((await chainOf(task)).map(({ event }) => event)).toEqual(['opened', 'commented', 'reassigned']);
    expect(await recorder(engine.store)(comment)).toBeNull();
  });

  it('When another execution has recorded this place, the step is refused for good and changes nothing', async () => {
    const task = await openedTask();
    await recorder(engine.store)(reassignment(task));
    const other = { ...completion(task), execution: 'execution-2' };
    await expect(recorder(engine.store)(other)).rejects.toMatchObject({ type: 'trailConflict', nonRetryable: true });
    await isReassigned(task, 'after the refused one');
  });

  it('When a letter could not reach somebody else than the assignee, it is in the trail and the task is not marked', async () => {
    const task = await openedTask();
    const undeliverable = (person: string): Command => ({
      do: 'undeliverable',
      by: { person: 'engine', roles: [], via: 'engine' },
      ...{ person, reason: '550 no such mailbox' },
    });
    const tell = async (person: string) => {
      const now = (await engine.store.tasks.get(task.id)) as Task;
      await recorder(engine.store)(stepOf(now, { event: 'undeliverable', command: undeliverable(person) }, factsOf(now)));
      return engine.store.tasks.get(task.id);
    };
    expect(await tell(ids.martin)).toMatchObject({ undeliverable: false, seq: 2 });
    expect(await tell(ids.lukas)).toMatchObject({ undeliverable: true, seq: 3, version: 1 });
    expect((await chainOf(task)).map(({ event, data }) => [event, data.person])).toEqual([
      ['opened', undefined],
      ['undeliverable', ids.martin],
      ['undeliverable', ids.lukas],
    ]);
  });

  it('When the ISMS manager decides for the assignee, both learn it', async () => {
    const task = await openedTask();
    const command: Command = { ...complete, by: hanna } as Command;
    await recorder(engine.store)(stepOf(task, { event: 'completed', command }, apply({ ...factsOf(task), level: 2 }, command)));
    expect(await lettersOf(task)).toEqual([`opened to ${ids.lukas}`, `outcome to ${ids.hanna}`, `taken to ${ids.lukas}`]);
  });
});
