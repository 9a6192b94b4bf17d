import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createPost } from '../../activities/post.ts';
import { carryOut } from '../../activities/runSteps/carryOut.ts';
import { engine as byEngine } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { turnMail } from '../../models/mailSwitch.ts';
import { append } from '../../models/trail.ts';
import { type MailRoom, openMailRoom } from '../support/mailRoom.ts';
import { ids } from '../support/organization.ts';
import { calendarOf } from '../support/sunk.ts';

let room: MailRoom;

beforeAll(async () => {
  room = await openMailRoom();
});
afterAll(() => room.stop());
beforeEach(() => room.empty());

const everybody = [ids.lukas, ids.marta, ids.martin, ids.hanna, ids.tove];
async function sendToAll(): Promise<string[]> {
  for (const person of everybody) while ((await room.send(person)).more);
  return (await room.received()).map(({ To, Subject }) => `${To[0]?.Address.split('@')[0]}: ${Subject.replace('[ISMS] ', '')}`);
}

const by = { person: ids.hanna, via: 'login' } as const;
const turn = (to: 'paused' | 'sending') =>
  turnMail(room.engine.store, { to, actor: by, at: room.engine.clock.now(), key: `${to} ${room.engine.clock.now()}`, reason: 'A trial.' });

describe('Mail that was paused', () => {
  it('When it is resumed after a whole ladder, each person gets the latest that still applies, and nothing else', async () => {
    await turn('paused');
    const [silent, answered] = (await room.wave(ids.lukas, 2)) as [Task, Task];
    for (const rung of ['reminder', 'dueToday', 'late1', 'late2']) {
      await room.reach(silent, rung);
      expect(await sendToAll()).toEqual([]);
    }
    await room.reach(answered, 'reminder');
    await room.answer(answered);
    await turn('sending');
    const about = `Reassess risk ${silent.about}`;
    const late = `Late since 15 Oct: ${about}`;
    expect((await sendToAll()).sort()).toEqual([
      `hanna: ${late} (Lukas Wendt)`,
      `lukas: ${late}, and 1 more`,
      `martin: ${late} (Lukas Wendt)`,
    ]);
    expect(await room.statesOf([silent], { person: ids.lukas })).toEqual([
      ...['dueToday suppressed', 'escalation accepted', 'escalation suppressed', 'opened suppressed', 'reminder suppressed'],
    ]);
    expect(await room.statesOf([answered], { person: ids.lukas })).toEqual([
      'opened suppressed',
      'outcome accepted',
      'reminder suppressed',
    ]);
  });

  it('When a mail had been begun before the pause, it waits like the others and is not doubled', async () => {
    await room.wave(ids.lukas, 1);
    room.engine.mail.setRules([{ action: 'refuseForNow', times: 1 }]);
    await expect(room.send(ids.lukas)).rejects.toThrow(/451/);
    await turn('paused');
    expect(await room.send(ids.lukas)).toEqual({ more: false });
    expect(await room.received()).toEqual([]);
    room.clock.pass(1);
    await turn('sending');
    await room.send(ids.lukas);
    expect(await room.mailsTo(ids.lukas)).toMatchObject([{ state: 'accepted', attempts: 2, maybeDuplicate: false }]);
  });
});

describe('Letters that have been overtaken', () => {
  it('When a reminder is due before the first mail could go out, the first mail says it all', async () => {
    const [task] = (await room.wave(ids.lukas, 1)) as [Task];
    await room.reach(task, 'reminder');
    expect(await sendToAll()).toEqual([`lukas: Action by 15 Oct: Reassess risk ${task.about}`]);
    expect(await room.statesOf([task])).toEqual(['opened accepted', 'reminder suppressed']);
  });

  it('When the first mail was late itself, no reminder follows it on the same day', async () => {
    const [task] = (await room.wave(ids.lukas, 1)) as [Task];
    room.engine.mail.setRules([{ action: 'refuseForNow', times: 1 }]);
    await expect(room.send(ids.lukas)).rejects.toThrow(/451/);
    await room.reach(task, 'reminder');
    room.clock.pass(60_000);
    expect(await sendToAll()).toEqual([`lukas: Action by 15 Oct: Reassess risk ${task.about}`]);
    expect(await room.statesOf([task])).toEqual(['opened accepted', 'reminder suppressed']);
    await room.reach(task, 'dueToday');
    expect((await sendToAll()).at(-1)).toContain('lukas: Due today');
  });

  it('When a late task was given to somebody else before the mail went out, the one who had it hears nothing of being late', async () => {
    const [task] = (await room.wave(ids.lukas, 1)) as [Task];
    await sendToAll();
    await room.reach(task, 'late1');
    await room.reassign(task, ids.marta);
    const sent = (await sendToAll()).slice(1);
    expect(sent.filter((mail) => mail.startsWith('lukas'))).toEqual([`lukas: No longer asked of you: Reassess risk ${task.about}`]);
    expect(sent.filter((mail) => mail.startsWith('marta'))).toHaveLength(1);
  });

  it('When a task came and went before any mail did, nobody is told that it is no longer theirs', async () => {
    const [task] = (await room.wave(ids.lukas, 1)) as [Task];
    await room.reassign(task, ids.marta);
    room.clock.pass(1);
    await room.reassign(task, ids.lukas);
    expect(await sendToAll()).toEqual([`lukas: Action by 15 Oct: Reassess risk ${task.about}`]);
  });

  it('When a task was cancelled by itself, the mail says by whom and asks for nothing', async () => {
    const [task] = (await room.wave(ids.lukas, 1)) as [Task];
    await sendToAll();
    await room.command(task, 'cancelled', {
      ...{ do: 'cancel', by: { person: ids.hanna, roles: ['ismsManager'], via: 'login' }, reason: 'Asked by mistake.' },
    });
    expect((await sendToAll()).at(-1)).toBe(`lukas: No longer asked of you: Reassess risk ${task.about}`);
    const mail = (await room.received()).at(-1);
    expect(mail?.Text).toContain('Lukas, Hanna Vogt has cancelled this.');
    expect(mail?.Text).not.toContain('/a/');
  });
});

describe('A run that is cancelled', () => {
  /** The run ends as its workflow would end it: its tasks first, then the run itself. */
  async function cancelRun(tasks: readonly Task[]): Promise<string> {
    const run = tasks[0]?.run ?? '';
    for (const task of tasks)
      if ((await room.taskNow(task.id)).state === 'open')
        await room.command(task, 'cancelled', { do: 'cancel', by: { person: 'engine', roles: [], via: 'engine' }, reason: 'A trial.' });
    const { store, deps } = room.engine;
    const at = room.engine.clock.now();
    await append(store, { chain: `run/${run}`, seq: 1, at, actor: byEngine, event: 'opened', data: {} });
    const { entry } = await append(store, {
      ...{ chain: `run/${run}`, seq: 2, at, actor: by, event: 'cancelled', data: { outcome: 'cancelled' }, texts: { reason: 'A trial.' } },
    });
    const found = await store.runs.get(run);
    if (found === undefined) throw new Error('there is such a run');
    await carryOut(store, createPost(deps), found, entry);
    return run;
  }

  it('When it is cancelled under its owners, each who had a mail about it gets one more, and the calendar forgets it', async () => {
    const [done, open] = (await room.wave(ids.lukas, 2)) as [Task, Task];
    await room.openTask(done.run, ids.marta, `${done.about}-M`);
    await room.send(ids.lukas);
    await room.answer(done);
    await room.send(ids.lukas);
    const run = await cancelRun([open, await room.taskNow(`${done.run}/reassess/${done.about}-M/1`)]);
    const before = (await room.received()).length;
    const sent = (await sendToAll()).slice(before);
    expect(sent).toEqual(['lukas: Cancelled: Periodic risk review 2026-Q4', 'hanna: Closed: Periodic risk review 2026-Q4']);
    expect(await room.engine.store.letters.find({ run, person: ids.marta })).toMatchObject([
      { kind: 'opened', state: 'suppressed' },
      { kind: 'runCancelled', state: 'suppressed' },
    ]);
    const mail = (await room.received())[before];
    if (mail === undefined) throw new Error('Lukas got a mail');
    expect(mail.Text).toContain('Lukas, Hanna Vogt has cancelled this run.');
    expect(mail.Text).toContain(open.about);
    expect(mail.Text).not.toContain(done.about ?? '-');
    expect(mail.Text).not.toContain('A trial.');
    const calendar = await calendarOf(room.engine.mail, mail);
    expect(calendar?.mimeMethod).toBe('CANCEL');
    for (const line of [`UID:${run}.reassess.${ids.lukas}@fourstroke`, 'SEQUENCE:1', 'STATUS:CANCELLED'])
      expect(calendar?.content).toContain(line);
  });

  it('When it is cancelled before its owners had a mail, they hear nothing at all', async () => {
    await cancelRun(await room.wave(ids.lukas, 1));
    expect(await sendToAll()).toEqual(['hanna: Closed: Periodic risk review 2026-Q4']);
  });
});
