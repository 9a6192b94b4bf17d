import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Task } from '../../domain/records/task.ts';
import type { By, Command } from '../../domain/rules/taskShape.ts';
import { calendarOf } from '../../domain/sites.ts';
import { verifyChain } from '../../models/chain.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { commandTask } from '../../workflows/engine/messages.ts';
import { isNotYet } from '../support/asked.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { startTask } from '../support/tasks.ts';
import { eventually, passUntil } from '../support/time.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
  await foundOrganization(engine.store);
});
afterAll(() => engine.stop());

const person = (id: string, ...roles: string[]): By => ({ person: id, roles, via: 'login' });
const lukas = person(ids.lukas, 'riskOwner');
const marta = person(ids.marta, 'riskOwner');
const hanna = person(ids.hanna, 'ismsManager');
const tove = person(ids.tove, 'topManagement');
const outcome = { likelihood: 2, consequence: 2, verdict: 'change', reason: 'As discussed.' };
const reason = 'The supplier answers next week.';
let n = 0;

const openTask = (asking = {}): Promise<string> => {
  n += 1;
  return startTask(engine, { risk: `RSK-C${n}`, owner: ids.lukas, ...asking });
};
/** On a busy machine asked again, as the API has people do. */
const give = (id: string, command: Command) =>
  eventually(`${command.do} is answered`, () =>
    engine.client.workflow
      .getHandle(id)
      .executeUpdate(commandTask, { args: [command] })
      .catch((failure: unknown) => {
        if (!isNotYet(failure)) throw failure;
        return undefined;
      }),
  );
const refused = (id: string, command: Command, type: string) => expect(give(id, command)).rejects.toMatchObject({ cause: { type } });

async function taskOf(id: string): Promise<Task> {
  const task = await engine.store.tasks.get(id);
  if (task === undefined) throw new Error(`there is no task ${id}`);
  return task;
}

const eventsOf = async (id: string) =>
  (await engine.store.trail.find({ chain: `task/${id}` }, { sort: { seq: 1 } })).map(({ event }) => event);
const rungOf = ({ rungs }: Task, key: string) => rungs.find((rung) => rung.key === key)?.at ?? `no rung ${key}`;
const pendingOf = ({ rungs }: Task) => rungs.filter(({ state }) => state === 'pending').map(({ key }) => key);

async function workingDayAfter(instant: string, workingDays: number): Promise<string> {
  const calendar = calendarOf(await settingsNow(engine.store), undefined);
  return calendar.addWorkingDays(calendar.dayOf(instant), workingDays);
}

describe('an answer that another person confirms', () => {
  it('When it is returned, it goes back with its history, and is done when it is confirmed', async () => {
    const id = await openTask({ confirmedBy: 'ismsManager' });
    expect(await give(id, { do: 'claim', by: lukas })).toMatchObject({ state: 'inProgress' });
    expect(await give(id, { do: 'complete', by: lukas, outcome })).toMatchObject({ state: 'submitted', confirmer: ids.hanna });
    const submitted = await taskOf(id);
    expect(submitted).toMatchObject({ state: 'submitted', outcome, answeredBy: { person: ids.lukas } });
    expect(pendingOf(submitted).every((key) => key.startsWith('confirm.'))).toBe(true);
    expect(submitted.rungs.filter(({ state, to }) => state === 'pending' && to.includes('assignee')).flatMap(({ told }) => told)).toContain(
      ids.hanna,
    );
    await refused(id, { do: 'confirm', by: lukas }, 'notYours');

    expect(await give(id, { do: 'return', by: hanna, reason: 'Which controls?' })).toMatchObject({ state: 'returned' });
    const returned = await taskOf(id);
    expect(returned).toMatchObject({ state: 'returned', returned: 1, reason: 'Which controls?', outcome, assignee: ids.lukas });
    expect(pendingOf(returned)).toEqual(['reminder+2', 'dueToday+2', 'duePassed+2', 'late1+2', 'late2+2', 'late3+2']);

    await give(id, { do: 'complete', by: lukas, outcome: { ...outcome, reason: 'With the two controls.' } });
    expect(await give(id, { do: 'confirm', by: hanna })).toMatchObject({ state: 'done' });
    const handle = engine.client.workflow.getHandle(id);
    expect(await handle.result()).toMatchObject({
      state: 'done',
      by: { person: ids.lukas },
      outcome: { reason: 'With the two controls.' },
    });
    expect(await eventsOf(id)).toEqual(['opened', 'claimed', 'submitted', 'returned', 'submitted', 'confirmed']);
    expect(await taskOf(id)).toMatchObject({ answeredBy: { person: ids.lukas }, closedBy: { person: ids.hanna } });
    expect(await verifyChain(engine.store, `task/${id}`)).toEqual([]);
  });

  it('When nobody confirms, whoever confirms is reminded, and the ISMS manager may decide from level 2', async () => {
    const id = await openTask({ confirmedBy: 'topManagement' });
    await give(id, { do: 'complete', by: lukas, outcome });
    const second = (await taskOf(id)).rungs.find(({ key, level }) => key.startsWith('confirm.') && level === 2);
    await passUntil(engine, id, second?.at ?? '');
    const task = await taskOf(id);
    expect(task.level).toBeGreaterThanOrEqual(2);
    const told = task.rungs.filter(({ state }) => state === 'sent').flatMap((rung) => rung.told);
    expect(told).toContain(ids.tove);
    expect(told).not.toContain(ids.lukas);
    expect(await give(id, { do: 'confirm', by: hanna })).toMatchObject({ state: 'done' });
  });

  it('When the one who confirms would confirm their own answer, somebody else is asked to', async () => {
    const id = await openTask({ confirmedBy: 'riskOwner' });
    expect((await taskOf(id)).confirmer).not.toBe(ids.lukas);
  });
});

describe('more time', () => {
  it('When it is granted after the first reminder, the baseline stays, the ladder is armed anew and it is counted', async () => {
    const id = await openTask();
    const before = await taskOf(id);
    await passUntil(engine, id, rungOf(before, 'reminder'));
    expect((await taskOf(id)).rungs.find(({ key }) => key === 'reminder')?.state).toBe('sent');
    const until = await workingDayAfter(before.due, 5);
    await give(id, { do: 'extend', by: lukas, until, reason });
    expect(await taskOf(id)).toMatchObject({ due: before.due, extensions: [{ state: 'asked', until, askedBy: ids.lukas, reason }] });
    await refused(id, { do: 'decideExtension', by: lukas, granted: true, reason: 'Yes.' }, 'notYours');
    expect(await give(id, { do: 'decideExtension', by: hanna, granted: true, reason: 'Until then, no longer.' })).toMatchObject({
      extended: 1,
    });

    const after = await taskOf(id);
    expect(after.baselineDue).toBe(before.due);
    expect(after.due.slice(0, 10)).toBe(until);
    expect(after.extensions).toMatchObject([{ state: 'granted', decidedBy: ids.hanna, from: before.due, to: after.due }]);
    expect(after.rungs.filter(({ state }) => state === 'withdrawn').map(({ key }) => key)).toEqual([
      'dueToday',
      'duePassed',
      'late1',
      'late2',
      'late3',
    ]);
    expect(pendingOf(after)).toEqual(['reminder+1', 'dueToday+1', 'duePassed+1', 'late1+1', 'late2+1', 'late3+1']);

    // Nobody hears of the date that was promised first: past it, the task is not late.
    await passUntil(engine, id, rungOf(before, 'late1'));
    expect(await taskOf(id)).toMatchObject({ level: 0 });
    await passUntil(engine, id, rungOf(after, 'late1+1'));
    expect(await taskOf(id)).toMatchObject({ level: 1 });
  });

  it('When it is asked for a second time, the ISMS manager decides, and a refusal moves nothing', async () => {
    const id = await openTask();
    const { due } = await taskOf(id);
    await give(id, { do: 'extend', by: lukas, until: await workingDayAfter(due, 2), reason });
    await give(id, { do: 'decideExtension', by: tove, granted: true, reason: 'Fine.' });
    const moved = (await taskOf(id)).due;
    await give(id, { do: 'extend', by: lukas, until: await workingDayAfter(moved, 2), reason });
    await refused(id, { do: 'decideExtension', by: person(ids.martin), granted: true, reason: 'Fine.' }, 'notYours');
    await give(id, { do: 'decideExtension', by: hanna, granted: false, reason: 'Not again.' });
    expect(await taskOf(id)).toMatchObject({ due: moved, extensions: [{ state: 'granted' }, { state: 'refused', answer: 'Not again.' }] });
    expect(await eventsOf(id)).toEqual(['opened', 'extensionAsked', 'extensionGranted', 'extensionAsked', 'extensionRefused']);
  });

  it('When the task is answered meanwhile, nobody has to decide any more; when it is late, it is too late to ask', async () => {
    const id = await openTask();
    await give(id, { do: 'extend', by: lukas, until: '2030-01-02', reason });
    await give(id, { do: 'complete', by: lukas, outcome });
    expect(await taskOf(id)).toMatchObject({ state: 'done', extensions: [{ state: 'withdrawn' }] });
    const late = await openTask();
    await passUntil(engine, late, rungOf(await taskOf(late), 'duePassed'));
    await refused(late, { do: 'extend', by: lukas, until: '2030-01-02', reason }, 'overdue');
  });
});

describe('somebody else in the stead of the owner', () => {
  it('When the owner delegates, the delegate is asked, the owner may act, and it comes back by itself', async () => {
    const id = await openTask();
    const { due } = await taskOf(id);
    const until = await workingDayAfter(engine.clock.now(), 3);
    await give(id, { do: 'delegate', by: lukas, to: ids.marta, reason: 'I am at the fair.', until });
    expect(await taskOf(id)).toMatchObject({ assignee: ids.marta, onBehalfOf: ids.lukas, standIn: 'delegate', due });
    await refused(id, { do: 'delegate', by: marta, to: ids.martin, reason: 'Not me.' }, 'notYours');
    await passUntil(engine, id, `${await workingDayAfter(until, 1)}T12:00:00Z`);
    const back = await taskOf(id);
    expect(back).toMatchObject({ assignee: ids.lukas, assignment: 3, due });
    expect(back.onBehalfOf).toBeUndefined();
    await refused(id, { do: 'complete', by: marta, outcome }, 'notYours');
    expect(await give(id, { do: 'complete', by: lukas, outcome })).toMatchObject({ state: 'done' });
  });

  it('When the delegate gives it back, the owner is asked again', async () => {
    const id = await openTask();
    await give(id, { do: 'delegate', by: lukas, to: ids.marta, reason: 'You know it better.' });
    await give(id, { do: 'delegate', by: marta, to: ids.lukas, reason: 'I do not.' });
    expect(await taskOf(id)).toMatchObject({ assignee: ids.lukas });
    expect(await eventsOf(id)).toEqual(['opened', 'delegated', 'handedBack']);
  });

  it('When the owner is away at a rung, the deputy is told and asked, and the owner has it again afterwards', async () => {
    const id = await openTask();
    const task = await taskOf(id);
    const away = { from: task.due.slice(0, 10), to: await workingDayAfter(task.due, 4) };
    await engine.store.people.set(ids.lukas, { absences: [away], deputy: ids.marta });
    await passUntil(engine, id, rungOf(task, 'dueToday'));
    const standing = await taskOf(id);
    expect(standing).toMatchObject({ assignee: ids.marta, onBehalfOf: ids.lukas, standIn: 'deputy' });
    expect(standing.rungs.find(({ key }) => key === 'dueToday')?.told).toEqual([ids.marta]);
    await passUntil(engine, id, `${await workingDayAfter(away.to, 1)}T12:00:00Z`);
    await engine.store.people.set(ids.lukas, { absences: [] });
    expect(await taskOf(id)).toMatchObject({ assignee: ids.lukas });
  });
});

describe('what the ISMS manager decides', () => {
  it('When a task is waived, it closes with a reason and an end date', async () => {
    const id = await openTask();
    const until = await workingDayAfter(engine.clock.now(), 60);
    await refused(id, { do: 'waive', by: lukas, reason: 'I do not want to.', until }, 'notYours');
    await give(id, { do: 'waive', by: hanna, reason: 'The site closes soon.', until });
    expect(await taskOf(id)).toMatchObject({ state: 'waived', waivedUntil: until, reason: 'The site closes soon.' });
    expect(await engine.client.workflow.getHandle(id).result()).toEqual({ state: 'waived', reason: 'The site closes soon.' });
  });

  it('When evidence is added and a hand-over is asked for, both are in the trail and the form is not stale', async () => {
    const id = await openTask();
    const file = { sha256: 'a'.repeat(64), name: 'Scan of October.pdf', size: 2048, type: 'application/pdf' };
    await give(id, { do: 'evidence', by: lukas, file });
    await give(id, { do: 'askHandOver', by: lukas, to: ids.marta, reason: 'She runs it now.' });
    expect(await give(id, { do: 'complete', by: lukas, outcome, version: 1 })).toMatchObject({ state: 'done' });
    expect(await taskOf(id)).toMatchObject({ evidence: [{ ...file, addedBy: ids.lukas }] });
    expect(await eventsOf(id)).toEqual(['opened', 'evidenceAdded', 'handOverAsked', 'completed']);
    await eventually(
      'the workflow has ended',
      async () => (await engine.client.workflow.getHandle(id).describe()).status.name === 'COMPLETED',
    );
  });
});
