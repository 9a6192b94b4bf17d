import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Task } from '../../domain/records/task.ts';
import { type MailRoom, openMailRoom } from '../support/mailRoom.ts';
import { ids } from '../support/organization.ts';
import { calendarOf, headersOf } from '../support/sunk.ts';

let room: MailRoom;

beforeAll(async () => {
  room = await openMailRoom();
});
afterAll(() => room.stop());
beforeEach(() => room.empty());

/** The newest mail to somebody, with its headers. */
async function newest(person: string) {
  await room.send(person);
  const name = Object.entries(ids).find(([, id]) => id === person)?.[0];
  const mail = (await room.received()).filter(({ To }) => To[0]?.Address.startsWith(`${name}@`)).at(-1);
  if (mail === undefined) throw new Error(`${name} got a mail`);
  return { mail, id: `<${mail.MessageID}>`, headers: await headersOf(room.engine.mail, mail) };
}

describe('A thread', () => {
  it('When a task goes through its ladder, every letter about it follows the first, and only the beginning of the subject changes', async () => {
    const [task] = (await room.wave(ids.lukas, 1)) as [Task];
    const first = await newest(ids.lukas);
    expect(first.headers).not.toHaveProperty('References');
    const seen: string[] = [first.mail.Subject];
    for (const rung of ['reminder', 'dueToday', 'late1', 'late2', 'late3']) {
      await room.reach(task, rung);
      const { mail, headers } = await newest(ids.lukas);
      expect(headers).toMatchObject({ 'In-Reply-To': [first.id], References: [first.id], 'Thread-Topic': [first.mail.Subject] });
      seen.push(mail.Subject);
    }
    await room.answer(task);
    expect((await newest(ids.lukas)).headers['In-Reply-To']).toEqual([first.id]);
    const what = `Reassess risk ${task.about}`;
    expect(seen).toEqual([
      ...[`[ISMS] Action by 15 Oct: ${what}`, `[ISMS] Reminder, due 15 Oct: ${what}`, `[ISMS] Due today, 15 Oct: ${what}`],
      ...Array(3).fill(`[ISMS] Late since 15 Oct: ${what}`),
    ]);
  });

  it('When a manager is told twice, the second mail follows the first they had', async () => {
    const [task] = (await room.wave(ids.lukas, 1)) as [Task];
    await newest(ids.lukas);
    await room.reach(task, 'late1');
    const first = await newest(ids.martin);
    expect(first.headers).not.toHaveProperty('In-Reply-To');
    await room.engine.store.letters.insert({
      ...{ id: `${task.id}/late1again`, person: ids.martin, kind: 'escalation', run: task.run, task: task.id, at: room.engine.clock.now() },
      ...{ facts: { level: 1, as: 'lineManager', rung: 'late1' }, urgent: false, state: 'pending' },
    });
    expect((await newest(ids.martin)).headers['In-Reply-To']).toEqual([first.id]);
  });

  it('When a task moves, the thread of the new person begins with their first mail', async () => {
    const [task] = (await room.wave(ids.lukas, 1)) as [Task];
    const lukas = await newest(ids.lukas);
    await room.reassign(task, ids.marta);
    const marta = await newest(ids.marta);
    expect(marta.headers).not.toHaveProperty('In-Reply-To');
    expect((await newest(ids.lukas)).headers['In-Reply-To']).toEqual([lukas.id]);
    await room.reach(task, 'reminder');
    expect((await newest(ids.marta)).headers['In-Reply-To']).toEqual([marta.id]);
  });

  it('When a mail is about tasks that began in two mails, it follows both, the earlier first', async () => {
    const [a] = (await room.wave(ids.lukas, 1)) as [Task];
    const first = await newest(ids.lukas);
    room.clock.pass(60_000);
    const b = await room.openTask(a.run, ids.lukas, `${a.about}-B`);
    const second = await newest(ids.lukas);
    await room.reach(a, 'reminder');
    await room.reach(b, 'reminder');
    const { headers } = await newest(ids.lukas);
    expect(headers['In-Reply-To']).toEqual([first.id]);
    expect(headers.References?.[0]?.split(/\s+/)).toEqual([first.id, second.id]);
  });

  it('When a daily mail is about several runs, it belongs to no thread', async () => {
    const [a] = (await room.wave(ids.lukas, 1)) as [Task];
    const [b] = (await room.wave(ids.lukas, 1)) as [Task];
    await newest(ids.lukas);
    for (const task of [a, b]) await room.reach(task, 'reminder');
    expect((await newest(ids.lukas)).headers).not.toHaveProperty('In-Reply-To');
  });
});

describe('The calendar of somebody who is asked', () => {
  const entryOf = async (person: string) => {
    const { mail } = await newest(person);
    return calendarOf(room.engine.mail, mail);
  };

  it('When the date moves, the next mail carries the same entry with a higher number and the new day', async () => {
    const [task] = (await room.wave(ids.lukas, 1)) as [Task];
    const uid = `UID:${task.run}.reassess.${ids.lukas}@fourstroke`;
    expect((await entryOf(ids.lukas))?.content).toContain('SEQUENCE:0');
    await room.reach(task, 'reminder');
    expect(await entryOf(ids.lukas)).toBeUndefined();
    await room.engine.store.tasks.set(task.id, { due: '2026-10-22T16:00:00.000Z' });
    await room.reach(task, 'dueToday');
    const moved = await entryOf(ids.lukas);
    expect(moved?.mimeMethod).toBe('PUBLISH');
    for (const line of [uid, 'SEQUENCE:1', 'DTSTART;VALUE=DATE:20261022']) expect(moved?.content).toContain(line);
    await room.answer(task);
    const gone = await entryOf(ids.lukas);
    for (const line of [uid, 'METHOD:CANCEL', 'SEQUENCE:2', 'DTSTART;VALUE=DATE:20261022']) expect(gone?.content).toContain(line);
  });

  it('When the next period takes over, its first mail withdraws the old entry and brings the new one', async () => {
    const [old] = (await room.wave(ids.lukas, 1)) as [Task];
    await newest(ids.lukas);
    await room.command(old, 'superseded', { do: 'supersede', by: { person: 'engine', roles: [], via: 'engine' }, reason: 'The next one.' });
    const [next] = (await room.wave(ids.lukas, 1)) as [Task];
    const { mail } = await newest(ids.lukas);
    const source = await (await fetch(`http://127.0.0.1:${room.engine.mail.httpPort}/api/v1/message/${mail.ID}/raw`)).text();
    const parts = source.split(/^--/m).filter((part) => /^Content-Type: (text\/calendar)/m.test(part));
    expect(parts).toHaveLength(2);
    const plain = parts.map((part) =>
      part.includes('base64') ? Buffer.from(part.split(/\r?\n\r?\n/)[1] ?? '', 'base64').toString() : part,
    );
    expect(plain[0]).toContain(`UID:${next.run}.reassess`);
    expect(plain[0]).toContain('METHOD:PUBLISH');
    expect(plain[1]?.replace(/\r?\n /g, '')).toContain(`UID:${old.run}.reassess`);
    expect(plain[1]).toContain('METHOD:CANCEL');
  });

  it('When the mail with an entry was refused, the next one brings it as if for the first time', async () => {
    const [task] = (await room.wave(ids.lukas, 1)) as [Task];
    room.engine.mail.setRules([{ action: 'refuse', times: 1 }]);
    await room.send(ids.lukas);
    await room.reach(task, 'reminder');
    expect((await entryOf(ids.lukas))?.content).toContain('SEQUENCE:0');
  });

  it('When a task moves to somebody else, one calendar loses it and the other gains it', async () => {
    const [task] = (await room.wave(ids.lukas, 1)) as [Task];
    await newest(ids.lukas);
    await room.reassign(task, ids.marta);
    expect((await entryOf(ids.lukas))?.mimeMethod).toBe('CANCEL');
    expect((await entryOf(ids.marta))?.mimeMethod).toBe('PUBLISH');
    room.clock.pass(60_000);
    await room.reassign(task, ids.lukas);
    expect((await entryOf(ids.lukas))?.content).toContain('SEQUENCE:2');
  });
});
