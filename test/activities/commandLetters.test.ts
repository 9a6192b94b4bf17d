import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { wantedOf } from '../../activities/mail/wanted.ts';
import { createOpenTask } from '../../activities/openTask.ts';
import { createPost } from '../../activities/post.ts';
import { createRecordStep } from '../../activities/recordStep.ts';
import type { Letter } from '../../domain/records/letter.ts';
import type { Task } from '../../domain/records/task.ts';
import { apply, eventOf, refusal } from '../../domain/rules/task.ts';
import type { By, Command } from '../../domain/rules/taskShape.ts';
import { factsOf } from '../../domain/taskFacts.ts';
import type { Store } from '../../models/store.ts';
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
beforeEach(() => engine.store.people.set(ids.lukas, { absences: [], deputy: ids.marta }));

const run = 'riskReview-2026-Q4';
const names = Object.fromEntries(Object.entries(ids).map(([name, id]) => [id, name]));
const person = (id: string, ...roles: string[]): By => ({ person: id, roles, via: 'login' });
const [lukas, marta] = [person(ids.lukas), person(ids.marta)];
const hanna = person(ids.hanna, 'ismsManager');
const tove = person(ids.tove, 'topManagement');
const reason = 'The supplier answers next week.';
const outcome = { likelihood: 2, consequence: 3, verdict: 'change', reason: 'As seen.' };
let n = 0;

const depsOn = (store: Store) => ({ ...engine.deps, store });
const recorder = (store: Store) => createRecordStep(depsOn(store), createPost(depsOn(store)));

/** A task of Lukas that opened on Thursday 1 October and is due on Thursday 15 October. */
async function opened(asking: object = {}, owner = ids.lukas): Promise<Task> {
  n += 1;
  const risk = `RSK-${n}`;
  await addRisks(engine.store, owner, [risk]);
  const id = `${run}/reassess/${risk}/1`;
  await createOpenTask(
    engine.deps,
    createPost(engine.deps),
  )({
    ...{ id, run, process: 'riskReview', task: 'reassess', about: risk, attempt: 1, ...asking },
    ...{ runOpenedAt: '2026-10-01T06:00:00.000Z', at: '2026-10-01T06:00:01.000Z', execution: 'execution-1' },
  });
  await engine.store.letters.remove({ task: id });
  return taskNow(id);
}

const taskNow = async (id: string) => (await engine.store.tasks.get(id)) as Task;

/** A step as the workflow takes it. */
function stepOf(task: Task, command: Command, at: string) {
  const facts = factsOf(task);
  expect(refusal(facts, command)).toBeUndefined();
  const from = facts.state === 'submitted' && facts.confirmer !== undefined ? facts.confirmer : facts.assignee;
  return {
    ...{ task: task.id, seq: task.seq + 1, at, execution: 'execution-1', facts: apply(facts, command) },
    ...{ event: eventOf(facts, command), command, from },
  };
}
const rungStep = (task: Task, keys: string[], at: string) => ({
  ...{ task: task.id, seq: task.seq + 1, at, execution: 'execution-1', facts: factsOf(task), event: 'rung' as const, rungs: keys },
});

/** What one command tells, as `kind to name`. */
async function told(id: string, command: Command, at = '2026-10-02T08:00:00.000Z'): Promise<string[]> {
  await recorder(engine.store)(stepOf(await taskNow(id), command, at));
  return fetched(id);
}
async function toldByRung(id: string, keys: string[], at: string): Promise<string[]> {
  await recorder(engine.store)(rungStep(await taskNow(id), keys, at));
  return fetched(id);
}

/** The letters that were put since this was asked last. */
async function fetched(id: string): Promise<string[]> {
  const letters = await engine.store.letters.find({ task: id });
  await engine.store.letters.remove({ task: id });
  return letters.map(({ kind, person: to }) => `${kind} to ${names[to]}`).sort();
}

describe('who learns of an answer that another person confirms', () => {
  it('When it is given, returned, given again and confirmed, each learns what is theirs to know', async () => {
    const { id } = await opened({ confirmedBy: 'ismsManager' });
    expect(await told(id, { do: 'complete', by: lukas, outcome })).toEqual(['confirmAsked to hanna', 'outcome to lukas']);
    expect(await told(id, { do: 'return', by: hanna, reason: 'Which controls?' })).toEqual(['returned to lukas']);
    await told(id, { do: 'complete', by: lukas, outcome });
    expect(await told(id, { do: 'confirm', by: hanna })).toEqual(['confirmed to lukas']);
  });

  it('When it waits, reminders go to whoever confirms and say that it is the confirmation', async () => {
    const { id } = await opened({ confirmedBy: 'ismsManager' });
    await told(id, { do: 'complete', by: lukas, outcome });
    const [first] = (await taskNow(id)).rungs.filter(({ state, letter }) => state === 'pending' && letter === 'reminder');
    await recorder(engine.store)(rungStep(await taskNow(id), [first?.key ?? ''], first?.at ?? ''));
    expect(await engine.store.letters.find({ task: id })).toMatchObject([
      { kind: 'reminder', person: ids.hanna, facts: { confirming: true } },
    ]);
  });

  it('When somebody else gets to confirm it, both learn it; when somebody decides instead, whoever was to learns that', async () => {
    const { id } = await opened({ confirmedBy: 'topManagement' });
    await told(id, { do: 'complete', by: lukas, outcome });
    expect(await told(id, { do: 'reassign', by: hanna, to: ids.martin, reason })).toEqual(['confirmAsked to martin', 'taken to tove']);
    await engine.store.tasks.set(id, { level: 2 });
    expect(await told(id, { do: 'confirm', by: hanna })).toEqual(['confirmed to lukas', 'taken to martin']);
  });
});

describe('who learns that somebody stands in', () => {
  it('When the owner delegates, the delegate learns until when, and the owner when it is given back', async () => {
    const { id } = await opened();
    await recorder(engine.store)(
      stepOf(await taskNow(id), { do: 'delegate', by: lukas, to: ids.marta, reason, until: '2026-10-08' }, '2026-10-02T08:00:00.000Z'),
    );
    expect(await engine.store.letters.find({ task: id })).toMatchObject([
      { kind: 'delegated', person: ids.marta, facts: { from: ids.lukas, until: '2026-10-08' } },
    ]);
    await fetched(id);
    expect(await told(id, { do: 'delegate', by: marta, to: ids.lukas, reason })).toEqual(['handedBack to lukas']);
    expect(await told(id, { do: 'delegate', by: lukas, to: ids.marta, reason })).toEqual(['delegated to marta']);
    expect(await told(id, { do: 'delegate', by: lukas, to: ids.lukas, reason })).toEqual(['taken to marta']);
  });

  it('When no day is named, it is the due day', async () => {
    const { id } = await opened();
    await recorder(engine.store)(
      stepOf(await taskNow(id), { do: 'delegate', by: lukas, to: ids.marta, reason }, '2026-10-02T08:00:00.000Z'),
    );
    expect(await engine.store.letters.find({ task: id })).toMatchObject([{ facts: { until: '2026-10-15' } }]);
  });

  it('When the delegate answers, the owner learns it; when it is reassigned, both lose it', async () => {
    const a = await opened();
    await told(a.id, { do: 'delegate', by: lukas, to: ids.marta, reason });
    expect(await told(a.id, { do: 'complete', by: marta, outcome })).toEqual(['outcome to marta', 'taken to lukas']);
    const b = await opened();
    await told(b.id, { do: 'delegate', by: lukas, to: ids.marta, reason });
    const moved = await told(b.id, { do: 'reassign', by: hanna, to: ids.martin, reason });
    expect(moved).toEqual(['reassigned to martin', 'taken to lukas', 'taken to marta']);
    const c = await opened();
    await told(c.id, { do: 'askHandOver', by: lukas, reason });
    await told(c.id, { do: 'reassign', by: hanna, to: ids.marta, reason });
    const given = await taskNow(c.id);
    expect([given.handOver, given.deciders]).toEqual([undefined, undefined]);
  });

  it('When a rung finds the owner away, the deputy is asked instead of reminded, and others are told as they would be', async () => {
    const { id } = await opened();
    await engine.store.people.set(ids.lukas, { absences: [{ from: '2026-10-12', to: '2026-10-23' }] });
    expect(await toldByRung(id, ['late1'], '2026-10-16T06:00:00.000Z')).toEqual(['deputyAsked to marta', 'escalation to martin']);
    const [back] = (await taskNow(id)).rungs.filter(({ key }) => key.startsWith('comesBack'));
    expect(await toldByRung(id, [back?.key ?? ''], back?.at ?? '')).toEqual(['handedBack to lukas', 'taken to marta']);
  });

  it('When recording that fails at any write and is tried again, everybody is told once', async () => {
    await engine.store.people.set(ids.lukas, { absences: [{ from: '2026-10-12', to: '2026-10-23' }] });
    await whereverItFails(engine.store, {
      fresh: opened,
      act: (store, task) => recorder(store)(rungStep(task, ['late1'], '2026-10-16T06:00:00.000Z')),
      async check(task, where) {
        expect({ where, told: await fetched(task.id) }).toEqual({ where, told: ['deputyAsked to marta', 'escalation to martin'] });
      },
    });
  });
});

describe('who learns of requests and what becomes of them', () => {
  const extend = (by: By): Command => ({ do: 'extend', by, until: '2026-10-22', reason });
  const decide = (by: By, granted: boolean): Command => ({ do: 'decideExtension', by, granted, reason });

  it('When more time is asked for again and again, each time the next one decides', async () => {
    await engine.store.people.set(ids.martin, { roles: [{ role: 'riskOwner' }] });
    const { id } = await opened();
    await engine.store.tasks.set(id, { accountable: ids.martin });
    expect(await told(id, extend(lukas))).toEqual(['extensionAsked to martin']);
    expect(await taskNow(id)).toMatchObject({ deciders: [ids.martin] });
    expect(await told(id, decide(person(ids.martin), true))).toEqual(['extensionDecided to lukas']);
    expect((await taskNow(id)).deciders).toBeUndefined();
    expect(await told(id, extend(lukas))).toEqual(['extensionAsked to hanna']);
    expect(await told(id, decide(hanna, false))).toEqual(['extensionDecided to lukas']);
    await told(id, extend(lukas));
    await told(id, decide(hanna, true));
    expect(await told(id, extend(lukas))).toEqual(['extensionAsked to tove']);
    expect(await told(id, decide(tove, true))).toEqual(['extensionDecided to lukas']);
  });

  it('When whoever decides is the one who asks, it goes one further; when nobody is left, nobody is asked', async () => {
    const { id } = await opened({}, ids.hanna);
    expect(await told(id, extend(hanna))).toEqual(['extensionAsked to tove']);
    const alone = await opened({}, ids.hanna);
    expect(await told(alone.id, { do: 'askHandOver', by: hanna, reason })).toEqual([]);
  });

  it('When a delegate is asked meanwhile, the delegate learns the new date too', async () => {
    const { id } = await opened();
    await told(id, { do: 'delegate', by: lukas, to: ids.marta, reason });
    await told(id, extend(lukas));
    expect(await told(id, decide(hanna, true))).toEqual(['extensionDecided to lukas', 'extensionDecided to marta']);
  });

  it('When somebody asks to hand over, whoever may reassign learns it; when it is waived, whoever was asked does', async () => {
    const { id } = await opened();
    expect(await told(id, { do: 'askHandOver', by: lukas, to: ids.marta, reason })).toEqual(['handOverAsked to hanna']);
    expect(await taskNow(id)).toMatchObject({ handOver: { askedBy: ids.lukas, to: ids.marta, reason }, deciders: [ids.hanna] });
    expect(await told(id, { do: 'waive', by: hanna, reason, until: '2027-03-31' })).toEqual(['waived to lukas']);
  });
});

describe('letters that have become pointless before they were sent', () => {
  /** The letters of this task that would still be sent. */
  async function stillWanted(id: string): Promise<string[]> {
    const wanted: Letter[] = [];
    for (const to of Object.values(ids))
      wanted.push(...(await wantedOf(engine, await engine.store.letters.find({ task: id, person: to, state: 'pending' }))));
    return wanted.map(({ kind, person: to }) => `${kind} to ${names[to]}`).sort();
  }
  const give = async (id: string, command: Command) => {
    await recorder(engine.store)(stepOf(await taskNow(id), command, '2026-10-02T08:00:00.000Z'));
  };

  it('When an answer comes back, nobody is asked to confirm it any more; when it is given again, nobody is asked to mend it', async () => {
    const { id } = await opened({ confirmedBy: 'ismsManager' });
    await give(id, { do: 'complete', by: lukas, outcome });
    expect(await stillWanted(id)).toEqual(['confirmAsked to hanna', 'outcome to lukas']);
    await give(id, { do: 'return', by: hanna, reason: 'Which controls?' });
    expect(await stillWanted(id)).toEqual(['outcome to lukas', 'returned to lukas']);
    await give(id, { do: 'complete', by: lukas, outcome });
    expect(await stillWanted(id)).toEqual(['confirmAsked to hanna', 'outcome to lukas', 'outcome to lukas']);
  });

  it('When it is given back, the delegate is not asked any more, and when it is answered, neither is the owner', async () => {
    const { id } = await opened();
    await give(id, { do: 'delegate', by: lukas, to: ids.marta, reason });
    expect(await stillWanted(id)).toEqual(['delegated to marta']);
    await give(id, { do: 'delegate', by: marta, to: ids.lukas, reason });
    expect(await stillWanted(id)).toEqual(['handedBack to lukas']);
    await give(id, { do: 'complete', by: lukas, outcome });
    expect(await stillWanted(id)).toEqual(['outcome to lukas']);
  });

  it('When more time is decided or the task answered, nobody is asked to decide', async () => {
    const a = await opened();
    await give(a.id, { do: 'extend', by: lukas, until: '2026-10-22', reason });
    expect(await stillWanted(a.id)).toEqual(['extensionAsked to hanna']);
    await give(a.id, { do: 'decideExtension', by: tove, granted: false, reason });
    expect(await stillWanted(a.id)).toEqual(['extensionDecided to lukas']);
    const b = await opened();
    await give(b.id, { do: 'askHandOver', by: lukas, reason });
    await give(b.id, { do: 'reassign', by: hanna, to: ids.marta, reason });
    // No mail has asked Lukas, so none says that he is asked no more.
    expect(await stillWanted(b.id)).toEqual(['reassigned to marta']);
  });
});
