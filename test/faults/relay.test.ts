import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { toMs } from '../../domain/clock.ts';
import { digestsAround } from '../../domain/mailTimes.ts';
import type { Instant } from '../../domain/records/common.ts';
import { calendarOf } from '../../domain/sites.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { foundOrganization, ids } from '../support/organization.ts';
import { keptPort } from '../support/ports.ts';
import { type ScriptedSmtp, scriptedSmtp } from '../support/scriptedSmtp.ts';
import { startTask } from '../support/tasks.ts';
import { eventually } from '../support/time.ts';

let engine: Engine;
let server: ScriptedSmtp | undefined;

afterEach(async () => {
  await engine.stop();
  await server?.stop();
});

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

async function start(speed: number, smtpUrl?: string, from?: Instant): Promise<void> {
  engine = await startEngine({ speed, ...(smtpUrl !== undefined && { smtpUrl }), ...(from !== undefined && { start: from }) });
  await foundOrganization(engine.store);
  const at = engine.clock.now();
  await engine.store.runs.insert({
    ...{ id: 'riskReview-2026-Q4', process: 'riskReview', key: '2026-Q4', attempt: 1, subject: {}, status: 'closed', seq: 1, openedAt: at },
    ...{ openedBy: { person: ids.hanna, via: 'login' }, waitingFor: [], settingsVersion: 1, definition: 'riskReview@1', gates: [] },
  });
}

const letters = (filter: Record<string, unknown>) => engine.store.letters.find(filter);
const invite = (person: string, id: string) =>
  engine.post.put([{ id, person, kind: 'invitation', facts: {}, at: engine.clock.now(), urgent: true }]);
/** All mails when none is on its way: letters are marked a moment before their mail is. */
const markedMails = () =>
  eventually('every mail is marked', async () => {
    const found = await engine.store.mails.find({});
    return found.every(({ state }) => state !== 'sending') && found;
  });
const runIdOf = async (person: string) => (await engine.client.workflow.getHandle(`letterbox/${person}`).describe()).runId;

describe('a relay that takes no mail for a while', () => {
  it('When it is down for two days at assignment, the dates stay, everybody is told since when, and one mail arrives', async () => {
    const port = await keptPort();
    await start(17_280, `smtp://127.0.0.1:${port}`); // five seconds a day
    const task = await startTask(engine, { risk: 'RSK-1', owner: ids.lukas });
    const { due } = (await engine.store.tasks.get(task)) ?? {};
    await eventually('the trouble is noticed', () => engine.store.relay.get('relay'));
    await sleep((2 * dayMs) / 17_280);
    expect(await engine.store.relay.get('relay')).toMatchObject({ state: 'away', why: expect.stringContaining('ECONNREFUSED') });
    server = await scriptedSmtp({ port });
    await eventually('it arrives', async () => (await letters({ task, person: ids.lukas, state: 'accepted' })).length === 1);
    expect(server.kept.map(({ to }) => to)).toEqual([['lukas@tessel.example']]);
    expect(await engine.store.tasks.get(task)).toMatchObject({ state: 'open', due, undeliverable: false, level: 0 });
    expect(await markedMails()).toMatchObject([{ state: 'accepted', maybeDuplicate: false }]);
    expect(await engine.store.relay.get('relay')).toBeUndefined();
  }, 240_000);

  it('When the login is refused and put right, all goes on by itself in the same letterboxes, and the login was not tried by each', async () => {
    let isRight = false;
    let refused = 0;
    server = await scriptedSmtp({
      login: () => {
        if (isRight) return undefined;
        refused += 1;
        return [535, '5.7.8 Bad credentials'];
      },
    });
    await start(600, server.url); // ten minutes a second
    const people = [ids.lukas, ids.marta, ids.martin, ids.hanna, ids.tove];
    for (const person of people) await invite(person, `invitation/${person}`);
    const noticed = await eventually('the login is refused', () => engine.store.relay.get('relay'));
    expect(noticed).toMatchObject({ state: 'misconfigured' });
    const boxes = await Promise.all(people.map(runIdOf));
    await eventually('it is tried again', async () => refused > people.length + 1);
    isRight = true;
    // At first each may have knocked before anybody knew; from then on one in ten minutes.
    const tens = (toMs(engine.clock.now()) - toMs(noticed.since)) / (10 * minuteMs);
    expect(refused).toBeLessThanOrEqual(people.length + tens + 1);
    await eventually('all arrive', async () => (await letters({ kind: 'invitation', state: 'accepted' })).length === 5, 150_000);
    expect(await Promise.all(people.map(runIdOf))).toEqual(boxes);
    // Those that were refused, and one for each mail: nobody knocked in vain beside the one whose turn it was.
    expect(server.conversations()).toBe(refused + people.length);
    expect(await engine.store.relay.get('relay')).toBeUndefined();
  }, 300_000);

  it('When it takes ten mails a minute and forty are due at once, all arrive, each once', async () => {
    let taken = 0;
    const perWindow = setInterval(() => {
      taken = 0;
    }, 1_000);
    server = await scriptedSmtp({
      toEach: () => {
        taken += 1;
        return taken > 10 ? [451, '4.7.1 Slow down'] : undefined;
      },
    });
    await start(600, server.url);
    const at = engine.clock.now();
    const crowd = Array.from({ length: 40 }, (_, n) => `per-crowd${String(n).padStart(5, '0')}`);
    for (const [n, id] of crowd.entries())
      await engine.store.people.insert({
        ...{ id, version: 1, name: `Person ${n}`, email: `p${n}@tessel.example`, roles: [], site: 'head-office', language: 'en' },
        ...{ absences: [], status: 'active', updatedAt: at },
      });
    await engine.post.put(crowd.map((person) => ({ id: `invitation/${person}`, person, kind: 'invitation', facts: {}, at, urgent: true })));
    await eventually('all arrive', async () => (await letters({ state: 'accepted' })).length === 40, 200_000);
    clearInterval(perWindow);
    expect(server.kept.map(({ to }) => to[0]).sort()).toEqual(crowd.map((_, n) => `p${n}@tessel.example`).sort());
    for (const mail of await markedMails()) expect(mail).toMatchObject({ state: 'accepted', maybeDuplicate: false });
  }, 300_000);
});

describe('a person who wants one mail a day, with a clock that runs fast', () => {
  it('When something is asked, it comes at the hour of a working day; what is urgent passes it on the way', async () => {
    // Half a minute a day, from a Thursday at ten in Berlin on: the hour of the daily mail is far off.
    await start(2_880, undefined, '2026-10-01T08:00:00.000Z');
    await engine.store.people.set(ids.lukas, { mail: { digest: 'daily', hour: '09:00' } });
    const person = await engine.store.people.get(ids.lukas);
    const calendar = calendarOf(await settingsNow(engine.store), person);
    // The mail of the day has gone out already.
    const at = engine.clock.now();
    await engine.store.mails.insert({
      ...{ id: 'digest', person: ids.lukas, to: 'lukas@tessel.example', messageId: '<d@x>', subject: 'S', letters: [], digest: true, at },
      ...{ state: 'accepted', attempts: 1, maybeDuplicate: false },
    });
    const { next } = digestsAround(calendar, '09:00', at);
    const task = await startTask(engine, { risk: 'RSK-1', owner: ids.lukas });
    await invite(ids.lukas, 'invitation/lukas');
    await eventually('the urgent one arrives', async () => (await engine.store.letters.get('invitation/lukas'))?.state === 'accepted');
    const sent = await eventually(
      'the daily mail arrives',
      async () => {
        const [letter] = await letters({ task, kind: 'opened', state: 'accepted' });
        return letter?.mail === undefined ? undefined : engine.store.mails.get(letter.mail);
      },
      150_000,
    );
    expect(sent).toMatchObject({ digest: true });
    expect(sent.at >= next).toBe(true);
    const urgent = await engine.store.mails.get((await engine.store.letters.get('invitation/lukas'))?.mail ?? '');
    expect(urgent?.digest).toBeUndefined();
  }, 300_000);
});
