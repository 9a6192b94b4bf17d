import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MailPreference } from '../../domain/records/mailPreference.ts';
import type { Task } from '../../domain/records/task.ts';
import { type MailRoom, openMailRoom } from '../support/mailRoom.ts';
import { ids } from '../support/organization.ts';
import { headersOf } from '../support/sunk.ts';

let room: MailRoom;

beforeAll(async () => {
  room = await openMailRoom();
});
afterAll(() => room.stop());
beforeEach(async () => {
  await room.empty();
  await prefers(undefined);
});

const prefers = (mail: MailPreference | undefined) => room.engine.store.people.set(ids.lukas, { mail });
const subjects = async () => (await room.received()).map(({ Subject }) => Subject);
const invite = (urgent: boolean) =>
  room.engine.post.put([
    {
      id: `invitation/${urgent}/${room.engine.clock.now()}`,
      person: ids.lukas,
      kind: 'invitation',
      facts: {},
      at: room.engine.clock.now(),
      urgent,
    },
  ]);

describe('Somebody who wants one mail a day', () => {
  it('When something is asked during the day, it comes with all else at the hour of the next working day, and nothing before', async () => {
    await prefers({ digest: 'daily' });
    room.clock.at('2026-10-02T08:00:00.000Z');
    const friday = await room.wave(ids.lukas, 2);
    expect(await room.send(ids.lukas)).toEqual({ more: false, next: '2026-10-05T06:00:00.000Z' });
    room.clock.at('2026-10-05T05:59:59.000Z');
    await room.wave(ids.lukas, 1);
    expect(await room.send(ids.lukas)).toEqual({ more: false, next: '2026-10-05T06:00:00.000Z' });
    expect(await room.received()).toEqual([]);
    room.clock.at('2026-10-05T06:01:00.000Z');
    expect(await room.send(ids.lukas)).toEqual({ more: false });
    const [mail, ...more] = await room.received();
    expect(more).toEqual([]);
    expect(mail?.Subject).toBe('[ISMS] Action by 16 Oct: Reassess 2 risks, and 1 more');
    for (const { about } of friday) expect(mail?.Text).toContain(about);
    expect(await room.mailsTo(ids.lukas)).toMatchObject([{ digest: true, state: 'accepted' }]);
  });

  it('When it is a daily mail, a header leads to where one chooses when mail comes, and nothing can be unsubscribed by one click', async () => {
    await prefers({ digest: 'daily' });
    await room.wave(ids.lukas, 1);
    await room.send(ids.lukas);
    await prefers(undefined);
    await room.wave(ids.lukas, 1);
    await room.send(ids.lukas);
    const [daily, single] = await room.received();
    if (daily === undefined || single === undefined) throw new Error('two mails were sent');
    const headers = await headersOf(room.engine.mail, daily);
    expect(headers['List-Unsubscribe']).toEqual(['<http://isms.test/my-mail>']);
    expect(headers['List-Unsubscribe-Post']).toBeUndefined();
    expect((await headersOf(room.engine.mail, single))['List-Unsubscribe']).toBeUndefined();
  });

  it('When the rungs of a day are reached at the hour itself, they belong to the mail of that day; what comes later waits', async () => {
    const [a, b] = (await room.wave(ids.lukas, 2)) as [Task, Task];
    await room.send(ids.lukas);
    await prefers({ digest: 'daily' });
    await room.reach(a, 'reminder');
    room.clock.pass(60_000);
    expect(await room.send(ids.lukas)).toEqual({ more: false });
    expect(await subjects()).toHaveLength(2);
    await room.reach(b, 'reminder');
    room.clock.pass(5 * 60_000);
    expect(await room.send(ids.lukas)).toEqual({ more: false, next: '2026-10-14T06:00:00.000Z' });
    expect(await subjects()).toHaveLength(2);
  });

  it('When nobody could send at the hour, the daily mail goes out as soon as somebody can', async () => {
    await prefers({ digest: 'daily' });
    room.clock.at('2026-10-01T12:00:00.000Z');
    await room.wave(ids.lukas, 1);
    room.clock.at('2026-10-02T14:00:00.000Z');
    expect(await room.send(ids.lukas)).toEqual({ more: false });
    expect(await subjects()).toHaveLength(1);
  });

  it('When a letter would come after the date it is about, it does not wait for the daily mail', async () => {
    const [task] = (await room.wave(ids.lukas, 1)) as [Task];
    await room.send(ids.lukas);
    await prefers({ digest: 'daily', hour: '16:30' });
    await room.reach(task, 'dueToday');
    expect(await room.send(ids.lukas)).toEqual({ more: false, next: '2026-10-15T14:30:00.000Z' });
    await prefers({ digest: 'daily', hour: '19:00' });
    expect(await room.send(ids.lukas)).toEqual({ more: false });
    expect((await subjects()).at(-1)).toContain('Due today');
    expect((await room.mailsTo(ids.lukas)).at(-1)?.digest).toBeUndefined();
  });

  it('When they answer, the receipt comes at once, and what else waits stays for its hour', async () => {
    const [a] = (await room.wave(ids.lukas, 1)) as [Task];
    await room.send(ids.lukas);
    await prefers({ digest: 'daily' });
    room.clock.pass(3 * 3_600_000);
    const waits = await room.wave(ids.lukas, 1);
    await room.answer(a);
    expect(await room.send(ids.lukas)).toEqual({ more: false, next: '2026-10-02T06:00:00.000Z' });
    expect((await subjects()).at(-1)).toContain('Recorded');
    expect(await room.statesOf(waits)).toEqual(['opened pending']);
  });

  it('When the person works in another zone, it is the hour and the working day of their site', async () => {
    const { sites } = (await room.engine.store.settings.get('settings')) as { sites: object[] };
    const lisbon = { id: 'porto', name: 'Porto', country: 'PT', zone: 'Europe/Lisbon', holidays: [] };
    await room.engine.store.settings.set('settings', { sites: [...sites, lisbon] as never });
    await room.engine.store.people.set(ids.lukas, { site: 'porto', mail: { digest: 'daily', hour: '09:30' } });
    room.clock.at('2026-10-02T10:00:00.000Z'); // Friday; Monday 5 October is a holiday in Portugal
    await room.wave(ids.lukas, 1);
    expect(await room.send(ids.lukas)).toEqual({ more: false, next: '2026-10-06T08:30:00.000Z' });
    await room.engine.store.people.set(ids.lukas, { site: 'head-office' });
  });
});

describe('Somebody with quiet hours', () => {
  const quiet = { from: '20:00', to: '07:00' };

  it('When something comes at night, it waits for the end of the quiet hours; what is urgent does not', async () => {
    await prefers({ quiet });
    room.clock.at('2026-10-01T19:00:00.000Z');
    await room.wave(ids.lukas, 1);
    expect(await room.send(ids.lukas)).toEqual({ more: false, next: '2026-10-02T05:00:00.000Z' });
    await invite(true);
    expect(await room.send(ids.lukas)).toEqual({ more: false, next: '2026-10-02T05:00:00.000Z' });
    expect(await subjects()).toEqual([expect.stringContaining('Set your password')]);
    room.clock.at('2026-10-02T05:00:00.000Z');
    expect(await room.send(ids.lukas)).toEqual({ more: false });
    expect(await subjects()).toHaveLength(2);
  });

  it('When a mail could not be delivered in the evening, it is not tried in the night', async () => {
    await room.wave(ids.lukas, 1);
    room.engine.mail.setRules([{ action: 'refuseForNow', times: 1 }]);
    await expect(room.send(ids.lukas)).rejects.toThrow(/451/);
    await prefers({ quiet });
    room.clock.at('2026-10-01T23:00:00.000Z');
    expect(await room.send(ids.lukas)).toEqual({ more: false, next: '2026-10-02T05:00:00.000Z' });
    room.clock.at('2026-10-02T05:00:00.000Z');
    expect(await room.send(ids.lukas)).toEqual({ more: false });
    expect(await subjects()).toHaveLength(1);
  });
});
