import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createRelay } from '../../activities/relay.ts';
import { toInstant, toMs } from '../../domain/clock.ts';
import type { Mail } from '../../domain/records/letter.ts';
import type { Task } from '../../domain/records/task.ts';
import { verifyChain } from '../../models/chain.ts';
import type { Store } from '../../models/store.ts';
import { textsOf } from '../../models/trail.ts';
import { meanwhile, whereverItFails } from '../support/faultyStore.ts';
import { type MailRoom, openMailRoom } from '../support/mailRoom.ts';
import { ids } from '../support/organization.ts';
import { calendarOf, headersOf } from '../support/sunk.ts';

let room: MailRoom;

beforeAll(async () => {
  room = await openMailRoom();
});
afterAll(() => room.stop());
beforeEach(() => room.empty());

const lastMailTo = async (person: string): Promise<Mail | undefined> => (await room.mailsTo(person)).at(-1);

describe('a mail', () => {
  it('When three tasks of a wave wait, they go out as one mail with one link, marked as sent by a machine', async () => {
    const tasks = await room.wave(ids.lukas, 3);
    expect(await room.send(ids.lukas)).toEqual({ more: false });
    const [mail, ...more] = await room.received();
    expect(more).toEqual([]);
    if (mail === undefined) throw new Error('a mail was sent');
    for (const { about } of tasks) expect(mail.Text).toContain(about);
    const headers = await headersOf(room.engine.mail, mail);
    expect(headers['Auto-Submitted']).toEqual(['auto-generated']);
    expect(headers['X-Auto-Response-Suppress']).toEqual(['All']);
    expect(headers['In-Reply-To']).toBeUndefined();
    expect(await room.statesOf(tasks)).toEqual(['opened accepted', 'opened accepted', 'opened accepted']);
    const [stored] = await room.mailsTo(ids.lukas);
    expect(stored).toMatchObject({
      state: 'accepted',
      attempts: 1,
      maybeDuplicate: false,
      to: 'lukas@tessel.example',
      subject: mail.Subject,
    });
    expect(stored?.messageId).toBe(`<${mail.MessageID}>`);
    expect(await room.engine.store.links.find({ mail: stored?.id })).toMatchObject([
      { tasks: tasks.map(({ id }) => ({ task: id, assignment: 1 })) },
    ]);
  });

  it('When it is delivered, a chain of its own says so, with the address beside the hash', async () => {
    await room.wave(ids.lukas, 1);
    await room.send(ids.lukas);
    const [mail] = await room.mailsTo(ids.lukas);
    const [entry, ...more] = mail === undefined ? [] : await room.deliveryOf(mail);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ event: 'accepted', data: { person: ids.lukas, messageId: mail?.messageId } });
    expect(JSON.stringify(entry)).not.toContain('lukas@');
    expect(entry && (await textsOf(room.engine.store, entry))).toMatchObject({ to: 'lukas@tessel.example', subject: mail?.subject });
    expect(await verifyChain(room.engine.store, `mail/${mail?.id}`, 1)).toEqual([]);
  });

  it('When a run still opens tasks, the letters of its wave wait for the rest of it', async () => {
    const [first] = await room.wave(ids.lukas, 1, 2);
    expect(await room.send(ids.lukas)).toEqual({ more: true });
    expect(await room.received()).toEqual([]);
    await room.openTask(first?.run ?? '', ids.lukas, 'RSK-LATER');
    expect(await room.send(ids.lukas)).toEqual({ more: false });
    expect((await room.received()).map(({ Subject }) => Subject)).toEqual([expect.stringContaining('Reassess 2 risks')]);
  });

  it('When a task is on record and its letter is not yet, the wave waits for that letter too', async () => {
    const [, second] = (await room.wave(ids.lukas, 2)) as [Task, Task];
    const [late] = await room.engine.store.letters.find({ task: second.id });
    if (late === undefined) throw new Error('it has a letter');
    await room.engine.store.letters.remove({ id: late.id });
    expect(await room.send(ids.lukas)).toEqual({ more: true });
    expect(await room.received()).toEqual([]);
    await room.engine.store.letters.insert(late);
    expect(await room.send(ids.lukas)).toEqual({ more: false });
    expect((await room.received()).map(({ Subject }) => Subject)).toEqual([expect.stringContaining('Reassess 2 risks')]);
  });

  it('When the last letter of a wave comes while the others are looked at, at whatever moment, one mail has them all', async () => {
    const { deps, store } = room.engine;
    for (let nth = 1; ; nth += 1) {
      await room.empty();
      const [, second] = (await room.wave(ids.lukas, 2)) as [Task, Task];
      const [late] = await store.letters.find({ task: second.id });
      if (late === undefined) throw new Error('it has a letter');
      await store.letters.remove({ id: late.id });
      const changing = meanwhile(store, nth, () => store.letters.insert(late));
      await room.send(ids.lukas, { ...deps, store: changing.store });
      if (!changing.happened()) return expect(nth).toBeGreaterThan(8);
      await room.send(ids.lukas);
      const subjects = (await room.received()).map(({ Subject }) => Subject);
      expect({ nth, subjects }).toEqual({ nth, subjects: [expect.stringContaining('Reassess 2 risks')] });
    }
  });

  it('When a run has told nobody for ten minutes, what waits is sent without the rest; until then it is known to wait on purpose', async () => {
    await room.wave(ids.lukas, 1, 2);
    expect(await room.send(ids.lukas)).toEqual({ more: true });
    const [held] = await room.engine.store.letters.find({ person: ids.lukas });
    expect(held?.heldUntil).toBe(toInstant(toMs(room.engine.clock.now()) + 600_000));
    room.clock.pass(599_000);
    expect(await room.send(ids.lukas)).toEqual({ more: true });
    room.clock.pass(2_000);
    expect(await room.send(ids.lukas)).toEqual({ more: false });
    expect((await room.received()).map(({ Subject }) => Subject)).toEqual([expect.stringContaining('Reassess risk')]);
  });

  it('When a reminder follows, it stands in the thread of the first mail', async () => {
    const [task] = (await room.wave(ids.lukas, 1)) as [Task];
    await room.send(ids.lukas);
    await room.reach(task, 'reminder');
    await room.send(ids.lukas);
    const [first, second] = await room.received();
    if (second === undefined) throw new Error('a reminder was sent');
    const headers = await headersOf(room.engine.mail, second);
    expect(headers['In-Reply-To']).toEqual([`<${first?.MessageID}>`]);
    expect(headers.References).toEqual([`<${first?.MessageID}>`]);
    expect(await lastMailTo(ids.lukas)).toMatchObject({ inReplyTo: `<${first?.MessageID}>` });
  });

  it('When it asks, an entry for the calendar goes with it; when all is answered, the same entry is withdrawn', async () => {
    const [a, b] = (await room.wave(ids.lukas, 2)) as [Task, Task];
    await room.send(ids.lukas);
    await room.answer(a);
    await room.send(ids.lukas);
    await room.answer(b);
    await room.send(ids.lukas);
    const [asked, one, all] = await Promise.all((await room.received()).map((mail) => calendarOf(room.engine.mail, mail)));
    const uid = `UID:${a.run}.reassess.${ids.lukas}@fourstroke`;
    expect(asked?.mimeMethod).toBe('PUBLISH');
    for (const line of ['METHOD:PUBLISH', uid, 'SEQUENCE:0', 'DTSTART;VALUE=DATE:20261015']) expect(asked?.content).toContain(line);
    expect(one).toBeUndefined();
    expect(all?.mimeMethod).toBe('CANCEL');
    for (const line of ['METHOD:CANCEL', uid, 'SEQUENCE:1', 'STATUS:CANCELLED']) expect(all?.content).toContain(line);
  });

  it('When a task is done meanwhile, its letter is suppressed; the others go out', async () => {
    const [a, b] = (await room.wave(ids.marta, 2)) as [Task, Task];
    await room.answer(a);
    await room.send(ids.marta);
    const [mail, ...more] = await room.received();
    expect(more).toEqual([]);
    expect(await room.statesOf([a, b])).toEqual(['opened accepted', 'opened suppressed', 'outcome accepted']);
    const links = await room.engine.store.links.find({ mail: (await room.mailsTo(ids.marta))[0]?.id });
    expect(links.flatMap(({ tasks }) => tasks)).toEqual([{ task: b.id, assignment: 1 }]);
    expect(mail?.To[0]?.Address).toBe('marta@tessel.example');
  });

  it('When all that a mail was begun for is done before the relay takes it, nothing of it is sent', async () => {
    const [task] = (await room.wave(ids.lukas, 1)) as [Task];
    room.engine.mail.setRules([{ action: 'refuseForNow' }]);
    await expect(room.send(ids.lukas)).rejects.toThrow(/451/);
    await room.engine.store.tasks.set(task.id, { state: 'superseded' });
    room.engine.mail.setRules([]);
    expect(await room.send(ids.lukas)).toEqual({ more: false });
    expect(await room.received()).toEqual([]);
    expect(await room.mailsTo(ids.lukas)).toEqual([]);
    expect(await room.statesOf([task])).toEqual(['opened suppressed']);
  });

  it('When a trial sends everything to one address, the name still says for whom it was', async () => {
    await room.wave(ids.lukas, 1);
    const relay = createRelay({ url: `smtp://127.0.0.1:${room.engine.mail.smtpPort}`, redirectTo: 'trial@tessel.example' });
    await room.send(ids.lukas, { ...room.engine.deps, relay });
    relay.close();
    expect((await room.received()).map(({ To }) => To)).toEqual([
      [{ Name: 'Lukas Wendt <lukas@tessel.example>', Address: 'trial@tessel.example' }],
    ]);
  });
});

describe('a relay that does not take a mail at once', () => {
  it('When it says "later" twice, the mail is deferred and then delivered once, under the same Message-ID', async () => {
    const tasks = await room.wave(ids.lukas, 1);
    room.engine.mail.setRules([{ action: 'refuseForNow', times: 2 }]);
    await expect(room.send(ids.lukas)).rejects.toThrow(/451/);
    const [deferred] = await room.mailsTo(ids.lukas);
    expect(deferred).toMatchObject({ state: 'deferred', attempts: 1 });
    expect(await room.statesOf(tasks)).toEqual(['opened deferred']);
    await expect(room.send(ids.lukas)).rejects.toThrow(/451/);
    await room.send(ids.lukas);
    expect((await room.received()).map(({ MessageID }) => `<${MessageID}>`)).toEqual([deferred?.messageId]);
    expect(await room.mailsTo(ids.lukas)).toMatchObject([{ state: 'accepted', attempts: 3, maybeDuplicate: false }]);
    expect(await room.statesOf(tasks)).toEqual(['opened accepted']);
  });

  it('When it keeps the mail and hangs up before it says so, a second copy follows with the same Message-ID, and that is said', async () => {
    await room.wave(ids.lukas, 1);
    room.engine.mail.setRules([{ action: 'keepAndDrop', times: 1 }]);
    await expect(room.send(ids.lukas)).rejects.toThrow(/did not answer/);
    expect(await room.mailsTo(ids.lukas)).toMatchObject([{ state: 'sending', attempts: 1, maybeDuplicate: false }]);
    await room.send(ids.lukas);
    const [first, second, ...more] = await room.received();
    expect(more).toEqual([]);
    expect(second?.MessageID).toBe(first?.MessageID);
    expect(await room.mailsTo(ids.lukas)).toMatchObject([{ state: 'accepted', attempts: 2, maybeDuplicate: true }]);
  });

  it('When it is down, the mail waits, and what comes meanwhile follows in a mail of its own', async () => {
    const [task] = (await room.wave(ids.lukas, 1)) as [Task];
    const relay = createRelay({ url: 'smtp://127.0.0.1:1' });
    await expect(room.send(ids.lukas, { ...room.engine.deps, relay })).rejects.toThrow(/ECONNREFUSED/);
    expect(await room.mailsTo(ids.lukas)).toMatchObject([{ state: 'deferred', attempts: 1 }]);
    room.clock.pass(60_000);
    const [later] = (await room.wave(ids.lukas, 1)) as [Task];
    expect(await room.send(ids.lukas)).toEqual({ more: true });
    expect(await room.send(ids.lukas)).toEqual({ more: false });
    const mails = await room.received();
    expect(mails).toHaveLength(2);
    expect(mails[0]?.Text).toContain(task.about);
    expect(mails[1]?.Text).toContain(later.about);
    for (const mail of await room.mailsTo(ids.lukas)) expect(mail).toMatchObject({ state: 'accepted', maybeDuplicate: false });
  });

  it('When the address changes while a mail waits, it goes to the new one, and the trail says where', async () => {
    await room.wave(ids.marta, 1);
    room.engine.mail.setRules([{ action: 'refuseForNow', times: 1 }]);
    await expect(room.send(ids.marta)).rejects.toThrow(/451/);
    await room.engine.store.people.set(ids.marta, { email: 'marta.n@tessel.example' });
    await room.send(ids.marta);
    await room.engine.store.people.set(ids.marta, { email: 'marta@tessel.example' });
    expect((await room.received()).map(({ To }) => To[0]?.Address)).toEqual(['marta.n@tessel.example']);
    const [mail] = await room.mailsTo(ids.marta);
    expect(mail).toMatchObject({ to: 'marta.n@tessel.example' });
    const [entry] = mail === undefined ? [] : await room.deliveryOf(mail);
    expect(entry && (await textsOf(room.engine.store, entry))).toMatchObject({ to: 'marta.n@tessel.example' });
  });
});

describe('a worker that dies while it sends', () => {
  it('When it dies at any write and sends again, there are two copies at most, under one Message-ID, and one record of the delivery', async () => {
    const rounds = await whereverItFails(room.engine.store, {
      async fresh() {
        await room.empty();
        return room.wave(ids.lukas, 2);
      },
      act: (store: Store) => room.send(ids.lukas, { ...room.engine.deps, store }),
      async check(tasks, where) {
        const copies = (await room.received()).map(({ MessageID }) => MessageID);
        const [mail, ...more] = await room.mailsTo(ids.lukas);
        expect({ where, more, states: await room.statesOf(tasks) }).toEqual({
          where,
          more: [],
          states: ['opened accepted', 'opened accepted'],
        });
        expect({ where, ...mail }).toMatchObject({ where, state: 'accepted', response: expect.stringContaining('250') });
        expect(copies.length).toBeLessThanOrEqual(2);
        expect(new Set(copies).size).toBe(1);
        if (copies.length === 2) expect({ where, ...mail }).toMatchObject({ where, maybeDuplicate: true });
        expect(mail && (await room.deliveryOf(mail)).map(({ event }) => event)).toEqual(['accepted']);
      },
    });
    expect(rounds).toBeGreaterThanOrEqual(14);
  });
});

describe('somebody who cannot be reached', () => {
  it('When the relay refuses for good, the mail is rejected, tried no more, and the trail says why', async () => {
    const tasks = await room.wave(ids.lukas, 1);
    room.engine.mail.setRules([{ action: 'refuse', times: 1 }]);
    expect(await room.send(ids.lukas)).toEqual({ more: false });
    const [mail] = await room.mailsTo(ids.lukas);
    expect(mail).toMatchObject({ state: 'rejected', attempts: 1, response: expect.stringContaining('550') });
    expect(await room.statesOf(tasks)).toEqual(['opened rejected']);
    expect(mail && (await room.deliveryOf(mail)).map(({ event }) => event)).toEqual(['rejected']);
    await room.send(ids.lukas);
    expect(await room.received()).toEqual([]);
  });

  it('When somebody has left, nothing is sent, and what waited is suppressed', async () => {
    const tasks = await room.wave(ids.marta, 2);
    room.engine.mail.setRules([{ action: 'refuseForNow', times: 1 }]);
    await expect(room.send(ids.marta)).rejects.toThrow(/451/);
    await room.engine.store.people.set(ids.marta, { status: 'left' });
    expect(await room.send(ids.marta)).toEqual({ more: false });
    await room.engine.store.people.set(ids.marta, { status: 'active' });
    expect(await room.received()).toEqual([]);
    expect(await room.statesOf(tasks)).toEqual(['opened suppressed', 'opened suppressed']);
    expect(await room.mailsTo(ids.marta)).toMatchObject([{ state: 'rejected', response: 'The person has left.' }]);
  });
});
