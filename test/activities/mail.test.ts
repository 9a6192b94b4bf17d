import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createSendLetters } from '../../activities/mail/sendLetters.ts';
import { createOpenTask } from '../../activities/openTask.ts';
import { createPost } from '../../activities/post.ts';
import { createRecordStep } from '../../activities/recordStep.ts';
import { createRelay } from '../../activities/relay.ts';
import type { Mail } from '../../domain/records/letter.ts';
import type { Task } from '../../domain/records/task.ts';
import { apply } from '../../domain/rules/task.ts';
import type { Command } from '../../domain/rules/taskShape.ts';
import { factsOf } from '../../domain/taskFacts.ts';
import { verifyChain } from '../../models/chain.ts';
import type { Store } from '../../models/store.ts';
import { textsOf } from '../../models/trail.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { whereverItFails } from '../support/faultyStore.ts';
import { addRisks, foundOrganization, ids } from '../support/organization.ts';
import { calendarOf, headersOf } from '../support/sunk.ts';

let engine: Engine;

/** Real relay and sink, no worker: each attempt to send is made here, so that what happens between two of them can be told apart. */
beforeAll(async () => {
  engine = await startEngine();
  await engine.worker.stop();
  await foundOrganization(engine.store);
});
afterAll(() => engine.stop());
beforeEach(async () => {
  engine.mail.setRules([]);
  await fetch(`http://127.0.0.1:${engine.mail.httpPort}/api/v1/messages`, { method: 'DELETE' });
});

let n = 0;
const now = '2026-10-01T06:00:02.000Z';

/** A run with a task for each of `count` new risks of this owner; their letters wait. */
async function wave(owner: string, count: number, subjects = count): Promise<Task[]> {
  n += 1;
  const run = `riskReview-2026-Q4-${n}`;
  await engine.store.runs.insert({
    ...{
      id: run,
      process: 'riskReview',
      key: `k${n}`,
      attempt: 1,
      subject: { period: '2026-Q4' },
      period: '2026-Q4',
      status: 'open',
      seq: 1,
    },
    ...{ openedAt: engine.clock.now(), openedBy: { person: ids.hanna, via: 'login' }, waitingFor: [], subjects, settingsVersion: 1 },
    ...{ definition: 'riskReview@1', gates: [] },
  });
  const tasks: Task[] = [];
  for (let k = 1; k <= count; k += 1) tasks.push(await openTask(run, owner, `RSK-${n}-${k}`));
  return tasks;
}

async function openTask(run: string, owner: string, risk: string): Promise<Task> {
  await addRisks(engine.store, owner, [risk]);
  const id = `${run}/reassess/${risk}/1`;
  await createOpenTask(
    engine.deps,
    createPost(engine.deps),
  )({
    ...{ id, run, process: 'riskReview', task: 'reassess', about: risk, attempt: 1, execution: 'execution-1' },
    ...{ runOpenedAt: '2026-10-01T06:00:00.000Z', at: '2026-10-01T06:00:01.000Z' },
  });
  return taskNow(id);
}
const taskNow = async (id: string) => (await engine.store.tasks.get(id)) as Task;

const record = createRecordStepOf();
function createRecordStepOf() {
  return (step: Parameters<ReturnType<typeof createRecordStep>>[0]) => createRecordStep(engine.deps, createPost(engine.deps))(step);
}
async function answer({ id }: Pick<Task, 'id'>): Promise<void> {
  const task = await taskNow(id);
  const by = { person: task.assignee, roles: [], via: 'link', link: 'abc' } as const;
  const command: Command = { do: 'complete', by, outcome: { likelihood: 1, consequence: 1, verdict: 'change', reason: 'Fine.' } };
  const facts = apply(factsOf(task), command);
  await record({
    task: id,
    seq: task.seq + 1,
    at: '2026-10-02T08:00:00.000Z',
    execution: 'execution-1',
    facts,
    event: 'completed',
    command,
  });
}
async function remind({ id }: Pick<Task, 'id'>): Promise<void> {
  const task = await taskNow(id);
  const facts = factsOf(task);
  await record({
    task: id,
    seq: task.seq + 1,
    at: '2026-10-13T06:00:00.000Z',
    execution: 'execution-1',
    facts,
    event: 'rung',
    rungs: ['reminder'],
  });
}

const send = (person: string, deps = engine.deps) => createSendLetters(deps)({ person, at: now });
const mailsTo = (person: string): Promise<Mail[]> => engine.store.mails.find({ person }, { sort: { _id: 1 } });
const lastMailTo = async (person: string): Promise<Mail | undefined> => {
  const letters = await engine.store.letters.first({ person, mail: { $exists: true } }, { sort: { at: -1 } });
  return letters?.mail === undefined ? undefined : engine.store.mails.get(letters.mail);
};
const statesOf = async (tasks: readonly Task[]) =>
  (await engine.store.letters.find({ task: { $in: tasks.map(({ id }) => id) } })).map(({ kind, state }) => `${kind} ${state}`).sort();
const deliveryOf = async ({ id }: Mail) => engine.store.trail.find({ chain: `mail/${id}` }, { sort: { seq: 1 } });
const received = () => engine.mail.messages();

/** Everything of before is out of the way. */
async function emptied(...people: string[]): Promise<void> {
  await engine.store.letters.remove({ person: { $in: people } });
  await engine.store.mails.remove({ person: { $in: people } });
}
beforeEach(() => emptied(ids.lukas, ids.marta, ids.hanna, ids.martin));

describe('a mail', () => {
  it('When three tasks of a wave wait, they go out as one mail with one link, marked as sent by a machine', async () => {
    const tasks = await wave(ids.lukas, 3);
    expect(await send(ids.lukas)).toEqual({ more: false });
    const [mail, ...more] = await received();
    expect(more).toEqual([]);
    if (mail === undefined) throw new Error('a mail was sent');
    for (const { about } of tasks) expect(mail.Text).toContain(about);
    const headers = await headersOf(engine.mail, mail);
    expect(headers['Auto-Submitted']).toEqual(['auto-generated']);
    expect(headers['X-Auto-Response-Suppress']).toEqual(['All']);
    expect(headers['In-Reply-To']).toBeUndefined();
    expect(await statesOf(tasks)).toEqual(['opened accepted', 'opened accepted', 'opened accepted']);
    const [stored] = await mailsTo(ids.lukas);
    expect(stored).toMatchObject({
      state: 'accepted',
      attempts: 1,
      maybeDuplicate: false,
      to: 'lukas@tessel.example',
      subject: mail.Subject,
    });
    expect(stored?.messageId).toBe(`<${mail.MessageID}>`);
    expect(await engine.store.links.find({ mail: stored?.id })).toMatchObject([
      { tasks: tasks.map(({ id }) => ({ task: id, assignment: 1 })) },
    ]);
  });

  it('When it is delivered, a chain of its own says so, with the address beside the hash', async () => {
    await wave(ids.lukas, 1);
    await send(ids.lukas);
    const [mail] = await mailsTo(ids.lukas);
    const [entry, ...more] = mail === undefined ? [] : await deliveryOf(mail);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ event: 'accepted', data: { person: ids.lukas, messageId: mail?.messageId } });
    expect(JSON.stringify(entry)).not.toContain('lukas@');
    expect(entry && (await textsOf(engine.store, entry))).toMatchObject({ to: 'lukas@tessel.example', subject: mail?.subject });
    expect(await verifyChain(engine.store, `mail/${mail?.id}`, 1)).toEqual([]);
  });

  it('When a run still opens tasks, the letters of its wave wait for the rest of it', async () => {
    const [first] = await wave(ids.lukas, 1, 2);
    expect(await send(ids.lukas)).toEqual({ more: true });
    expect(await received()).toEqual([]);
    await openTask(first?.run ?? '', ids.lukas, `RSK-${n}-2`);
    expect(await send(ids.lukas)).toEqual({ more: false });
    expect((await received()).map(({ Subject }) => Subject)).toEqual([expect.stringContaining('Reassess 2 risks')]);
  });

  it('When a task is on record and its letter is not yet, the wave waits for that letter too', async () => {
    const [, second] = (await wave(ids.lukas, 2)) as [Task, Task];
    const [late] = await engine.store.letters.find({ task: second.id });
    if (late === undefined) throw new Error('it has a letter');
    await engine.store.letters.remove({ id: late.id });
    expect(await send(ids.lukas)).toEqual({ more: true });
    expect(await received()).toEqual([]);
    await engine.store.letters.insert(late);
    expect(await send(ids.lukas)).toEqual({ more: false });
    expect((await received()).map(({ Subject }) => Subject)).toEqual([expect.stringContaining('Reassess 2 risks')]);
  });

  it('When a reminder follows, it stands in the thread of the first mail', async () => {
    const [task] = (await wave(ids.lukas, 1)) as [Task];
    await send(ids.lukas);
    await remind(task);
    await send(ids.lukas);
    const [first, second] = await received();
    if (second === undefined) throw new Error('a reminder was sent');
    const headers = await headersOf(engine.mail, second);
    expect(headers['In-Reply-To']).toEqual([`<${first?.MessageID}>`]);
    expect(headers.References).toEqual([`<${first?.MessageID}>`]);
    expect(await lastMailTo(ids.lukas)).toMatchObject({ inReplyTo: `<${first?.MessageID}>` });
  });

  it('When it asks, an entry for the calendar goes with it; when all is answered, the same entry is withdrawn', async () => {
    const [a, b] = (await wave(ids.lukas, 2)) as [Task, Task];
    await send(ids.lukas);
    await answer(a);
    await send(ids.lukas);
    await answer(b);
    await send(ids.lukas);
    const [asked, one, all] = await Promise.all((await received()).map((mail) => calendarOf(engine.mail, mail)));
    const uid = `UID:${a.run}.reassess.${ids.lukas}@fourstroke`;
    expect(asked?.mimeMethod).toBe('PUBLISH');
    for (const line of ['METHOD:PUBLISH', uid, 'SEQUENCE:0', 'DTSTART;VALUE=DATE:20261015']) expect(asked?.content).toContain(line);
    expect(one).toBeUndefined();
    expect(all?.mimeMethod).toBe('CANCEL');
    for (const line of ['METHOD:CANCEL', uid, 'SEQUENCE:1', 'STATUS:CANCELLED']) expect(all?.content).toContain(line);
  });

  it('When a task is done meanwhile, its letter is suppressed; the others go out', async () => {
    const [a, b] = (await wave(ids.marta, 2)) as [Task, Task];
    await answer(a);
    await send(ids.marta);
    const [mail, ...more] = await received();
    expect(more).toEqual([]);
    expect(await statesOf([a, b])).toEqual(['opened accepted', 'opened suppressed', 'outcome accepted']);
    const links = await engine.store.links.find({ mail: (await mailsTo(ids.marta))[0]?.id });
    expect(links.flatMap(({ tasks }) => tasks)).toEqual([{ task: b.id, assignment: 1 }]);
    expect(mail?.To[0]?.Address).toBe('marta@tessel.example');
  });

  it('When all that a mail was begun for is done before the relay takes it, nothing of it is sent', async () => {
    const [task] = (await wave(ids.lukas, 1)) as [Task];
    engine.mail.setRules([{ action: 'refuseForNow' }]);
    await expect(send(ids.lukas)).rejects.toThrow(/451/);
    await engine.store.tasks.set(task.id, { state: 'superseded' });
    engine.mail.setRules([]);
    expect(await send(ids.lukas)).toEqual({ more: false });
    expect(await received()).toEqual([]);
    expect(await mailsTo(ids.lukas)).toEqual([]);
    expect(await statesOf([task])).toEqual(['opened suppressed']);
  });

  it('When a trial sends everything to one address, the name still says for whom it was', async () => {
    await wave(ids.lukas, 1);
    const relay = createRelay({ url: `smtp://127.0.0.1:${engine.mail.smtpPort}`, redirectTo: 'trial@tessel.example' });
    await send(ids.lukas, { ...engine.deps, relay });
    relay.close();
    expect((await received()).map(({ To }) => To)).toEqual([
      [{ Name: 'Lukas Wendt <lukas@tessel.example>', Address: 'trial@tessel.example' }],
    ]);
  });
});

describe('a relay that does not take a mail at once', () => {
  it('When it says "later" twice, the mail is deferred and then delivered once, under the same Message-ID', async () => {
    const tasks = await wave(ids.lukas, 1);
    engine.mail.setRules([{ action: 'refuseForNow', times: 2 }]);
    await expect(send(ids.lukas)).rejects.toThrow(/451/);
    const [deferred] = await mailsTo(ids.lukas);
    expect(deferred).toMatchObject({ state: 'deferred', attempts: 1 });
    expect(await statesOf(tasks)).toEqual(['opened deferred']);
    await expect(send(ids.lukas)).rejects.toThrow(/451/);
    await send(ids.lukas);
    expect((await received()).map(({ MessageID }) => `<${MessageID}>`)).toEqual([deferred?.messageId]);
    expect(await mailsTo(ids.lukas)).toMatchObject([{ state: 'accepted', attempts: 3, maybeDuplicate: false }]);
    expect(await statesOf(tasks)).toEqual(['opened accepted']);
  });

  it('When it keeps the mail and hangs up before it says so, a second copy follows with the same Message-ID, and that is said', async () => {
    await wave(ids.lukas, 1);
    engine.mail.setRules([{ action: 'keepAndDrop', times: 1 }]);
    await expect(send(ids.lukas)).rejects.toThrow(/closed/i);
    expect(await mailsTo(ids.lukas)).toMatchObject([{ state: 'sending', attempts: 1, maybeDuplicate: false }]);
    await send(ids.lukas);
    const [first, second, ...more] = await received();
    expect(more).toEqual([]);
    expect(second?.MessageID).toBe(first?.MessageID);
    expect(await mailsTo(ids.lukas)).toMatchObject([{ state: 'accepted', attempts: 2, maybeDuplicate: true }]);
  });

  it('When it is down, the mail waits, and what comes meanwhile follows in a mail of its own', async () => {
    const [task] = (await wave(ids.lukas, 1)) as [Task];
    const relay = createRelay({ url: 'smtp://127.0.0.1:1' });
    await expect(send(ids.lukas, { ...engine.deps, relay })).rejects.toThrow(/ECONNREFUSED/);
    expect(await mailsTo(ids.lukas)).toMatchObject([{ state: 'deferred', attempts: 1 }]);
    const [later] = (await wave(ids.lukas, 1)) as [Task];
    expect(await send(ids.lukas)).toEqual({ more: true });
    expect(await send(ids.lukas)).toEqual({ more: false });
    const mails = await received();
    expect(mails).toHaveLength(2);
    expect(mails[0]?.Text).toContain(task.about);
    expect(mails[1]?.Text).toContain(later.about);
    for (const mail of await mailsTo(ids.lukas)) expect(mail).toMatchObject({ state: 'accepted', maybeDuplicate: false });
  });

  it('When the address changes while a mail waits, it goes to the new one, and the trail says where', async () => {
    await wave(ids.marta, 1);
    engine.mail.setRules([{ action: 'refuseForNow', times: 1 }]);
    await expect(send(ids.marta)).rejects.toThrow(/451/);
    await engine.store.people.set(ids.marta, { email: 'marta.n@tessel.example' });
    await send(ids.marta);
    await engine.store.people.set(ids.marta, { email: 'marta@tessel.example' });
    expect((await received()).map(({ To }) => To[0]?.Address)).toEqual(['marta.n@tessel.example']);
    const [mail] = await mailsTo(ids.marta);
    expect(mail).toMatchObject({ to: 'marta.n@tessel.example' });
    const [entry] = mail === undefined ? [] : await deliveryOf(mail);
    expect(entry && (await textsOf(engine.store, entry))).toMatchObject({ to: 'marta.n@tessel.example' });
  });
});

describe('a worker that dies while it sends', () => {
  it('When it dies at any write and sends again, there are two copies at most, under one Message-ID, and one record of the delivery', async () => {
    const rounds = await whereverItFails(engine.store, {
      async fresh() {
        await emptied(ids.lukas);
        await fetch(`http://127.0.0.1:${engine.mail.httpPort}/api/v1/messages`, { method: 'DELETE' });
        return wave(ids.lukas, 2);
      },
      act: (store: Store) => send(ids.lukas, { ...engine.deps, store }),
      async check(tasks, where) {
        const copies = (await received()).map(({ MessageID }) => MessageID);
        const [mail, ...more] = await mailsTo(ids.lukas);
        expect({ where, more, states: await statesOf(tasks) }).toEqual({ where, more: [], states: ['opened accepted', 'opened accepted'] });
        expect({ where, ...mail }).toMatchObject({ where, state: 'accepted', response: expect.stringContaining('250') });
        expect(copies.length).toBeLessThanOrEqual(2);
        expect(new Set(copies).size).toBe(1);
        if (copies.length === 2) expect({ where, ...mail }).toMatchObject({ where, maybeDuplicate: true });
        expect(mail && (await deliveryOf(mail)).map(({ event }) => event)).toEqual(['accepted']);
      },
    });
    expect(rounds).toBeGreaterThanOrEqual(14);
  });
});

describe('somebody who cannot be reached', () => {
  it('When the relay refuses for good, the mail is rejected, tried no more, and the trail says why', async () => {
    const tasks = await wave(ids.lukas, 1);
    engine.mail.setRules([{ action: 'refuse', times: 1 }]);
    expect(await send(ids.lukas)).toEqual({ more: false });
    const [mail] = await mailsTo(ids.lukas);
    expect(mail).toMatchObject({ state: 'rejected', attempts: 1, response: expect.stringContaining('550') });
    expect(await statesOf(tasks)).toEqual(['opened rejected']);
    expect(mail && (await deliveryOf(mail)).map(({ event }) => event)).toEqual(['rejected']);
    await send(ids.lukas);
    expect(await received()).toEqual([]);
  });

  it('When somebody has left, nothing is sent, and what waited is suppressed', async () => {
    const tasks = await wave(ids.marta, 2);
    engine.mail.setRules([{ action: 'refuseForNow', times: 1 }]);
    await expect(send(ids.marta)).rejects.toThrow(/451/);
    await engine.store.people.set(ids.marta, { status: 'left' });
    expect(await send(ids.marta)).toEqual({ more: false });
    await engine.store.people.set(ids.marta, { status: 'active' });
    expect(await received()).toEqual([]);
    expect(await statesOf(tasks)).toEqual(['opened suppressed', 'opened suppressed']);
    expect(await mailsTo(ids.marta)).toMatchObject([{ state: 'rejected', response: 'The person has left.' }]);
  });
});
