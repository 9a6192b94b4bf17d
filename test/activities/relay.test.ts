import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ApplicationFailure } from '@temporalio/common';
import { createRelay, type Patience } from '../../activities/relay.ts';
import { type MailRoom, openMailRoom } from '../support/mailRoom.ts';
import { ids } from '../support/organization.ts';
import { type Script, type ScriptedSmtp, scriptedSmtp } from '../support/scriptedSmtp.ts';

let room: MailRoom;
let server: ScriptedSmtp;
const closing: (() => void)[] = [];

beforeAll(async () => {
  room = await openMailRoom();
});
afterAll(() => room.stop());
beforeEach(async () => {
  await room.empty();
  server = await scriptedSmtp();
});
afterEach(async () => {
  for (const close of closing.splice(0)) close();
  await server.stop();
});

/** For a server that is silent; whoever is answered has the usual time, on a busy machine too. */
const impatient: Partial<Patience> = { greeting: 2_000, answer: 2_000 };
const isSilent = (script: Script): boolean => Object.values(script).includes('silence');
const minutes = (n: number) => n * 60_000;

function relayTo(url: string, patience: Partial<Patience> = {}) {
  const relay = createRelay({ url, patience });
  closing.push(relay.close);
  return relay;
}

/** One attempt: what is thrown, or undefined when the mail was answered for. */
async function attempt(person = ids.lukas, url = server.url, patience: Partial<Patience> = {}): Promise<ApplicationFailure | undefined> {
  try {
    await room.send(person, { ...room.engine.deps, relay: relayTo(url, patience) });
    return undefined;
  } catch (failure) {
    return failure as ApplicationFailure;
  }
}
const mailOf = async (person = ids.lukas) => (await room.mailsTo(person)).at(-1);
const trouble = () => room.engine.store.relay.get('relay');
const personNow = (id: string) => room.engine.store.people.get(id);

type Row = { name: string; script: Script; kind: string; pause: number; mail: 'deferred' | 'sending'; trouble?: 'away' | 'misconfigured' };

const passing: Row[] = [
  { name: 'never greets', script: { greeting: 'silence' }, kind: 'away', pause: 1, mail: 'deferred', trouble: 'away' },
  {
    name: 'says 421 instead of a greeting',
    script: { greeting: [421, 'Too busy'] },
    kind: 'away',
    pause: 1,
    mail: 'deferred',
    trouble: 'away',
  },
  { name: 'cuts the line after the sender', script: { sender: 'cut' }, kind: 'away', pause: 1, mail: 'deferred', trouble: 'away' },
  { name: 'falls silent after the recipient', script: { recipient: 'silence' }, kind: 'away', pause: 1, mail: 'deferred', trouble: 'away' },
  { name: 'greylists (450)', script: { recipient: [450, '4.7.1 Greylisted, come back'] }, kind: 'later', pause: 5, mail: 'deferred' },
  { name: 'has an error of its own (451)', script: { recipient: [451, '4.3.0 Try later'] }, kind: 'later', pause: 5, mail: 'deferred' },
  { name: 'finds the mailbox full (452)', script: { recipient: [452, '4.2.2 Mailbox full'] }, kind: 'later', pause: 5, mail: 'deferred' },
  {
    name: 'defers the whole message (451 after the dot)',
    script: { dot: [451, '4.3.0 Filter busy'] },
    kind: 'later',
    pause: 5,
    mail: 'deferred',
  },
  { name: 'cuts the line after the dot', script: { dot: 'cut' }, kind: 'away', pause: 1, mail: 'sending' },
  { name: 'falls silent after the dot', script: { dot: 'silence' }, kind: 'away', pause: 1, mail: 'sending' },
  {
    name: 'refuses the sender (553)',
    script: { sender: [553, '5.7.1 Sender address rejected'] },
    ...{ kind: 'misconfigured', pause: 10, mail: 'deferred', trouble: 'misconfigured' },
  },
  {
    name: 'does not relay for us (554)',
    script: { recipient: [554, '5.7.1 <lukas@tessel.example>: Relay access denied'] },
    ...{ kind: 'misconfigured', pause: 10, mail: 'deferred', trouble: 'misconfigured' },
  },
  {
    name: 'wants a login first (530)',
    script: { sender: [530, '5.7.0 Authentication required'] },
    ...{ kind: 'misconfigured', pause: 10, mail: 'deferred', trouble: 'misconfigured' },
  },
  {
    name: 'will not talk with us at all (554)',
    script: { greeting: [554, 'No service for you'] },
    ...{ kind: 'misconfigured', pause: 10, mail: 'deferred', trouble: 'misconfigured' },
  },
];

/** What the server says in this script, as it stands in the record; of a line that was cut or silent nodemailer speaks itself. */
function wordsOf(script: object): RegExp {
  const said = Object.values(script).find((answer): answer is [number, string] => Array.isArray(answer));
  return said === undefined ? /closed|received|[Tt]imeout/ : new RegExp(`${said[0]}.*${said[1].replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

describe('A relay that does not take a mail now', () => {
  it.each(passing)('When it $name, the mail is tried again after $pause minutes, and no task hears of it', async (row) => {
    server.play(row.script);
    const tasks = await room.wave(ids.lukas, 1);
    const failure = await attempt(ids.lukas, server.url, isSilent(row.script) ? impatient : {});
    expect(failure).toMatchObject({ type: row.kind, nextRetryDelay: minutes(row.pause) });
    expect(await mailOf()).toMatchObject({
      state: row.mail,
      attempts: 1,
      maybeDuplicate: false,
      response: expect.stringMatching(wordsOf(row.script)),
    });
    // The record keeps what the server said; Temporal and the log only its numbers.
    expect(failure?.message).toMatch(/^the mail server (answered [45]\d\d( \d\.\d\.\d)?|did not answer: [A-Z]+)$/);
    expect(await room.statesOf(tasks)).toEqual([`opened ${row.mail}`]);
    expect((await trouble())?.state).toBe(row.trouble);
    expect((await personNow(ids.lukas))?.unreachable).toBeUndefined();
    room.clock.pass(minutes(row.pause));
    expect(await attempt()).toBeUndefined();
    expect(await mailOf()).toMatchObject({ state: 'accepted', attempts: 2, maybeDuplicate: row.mail === 'sending' });
    expect(await trouble()).toBeUndefined();
    const messageIds = server.kept.map(({ source }) => /^Message-ID: (.*)$/im.exec(source)?.[1]);
    expect(messageIds).toEqual(Array(row.mail === 'sending' ? 2 : 1).fill((await mailOf())?.messageId));
  });

  it('When nobody listens, or the name is unknown, that is the same as one that is away', async () => {
    await room.wave(ids.lukas, 1);
    expect(await attempt(ids.lukas, 'smtp://127.0.0.1:1')).toMatchObject({ type: 'away' });
    room.clock.pass(minutes(1));
    expect(await attempt(ids.lukas, 'smtp://no-such-host.invalid')).toMatchObject({ type: 'away' });
    expect(await mailOf()).toMatchObject({ state: 'deferred', attempts: 2 });
  });

  it('When it stays so, the pauses double up to half an hour', async () => {
    await room.wave(ids.lukas, 1);
    const pauses: number[] = [];
    for (let n = 1; n <= 7; n += 1) {
      server.play({ greeting: 'cut' });
      const delay = Number((await attempt())?.nextRetryDelay);
      pauses.push(delay / 60_000);
      room.clock.pass(delay);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 30, 30]);
  });

  it('When the mailbox stays full for five days, the mail is given up, and the person counts as unreachable', async () => {
    const tasks = await room.wave(ids.lukas, 1);
    server.play({ recipient: [452, '4.2.2 Mailbox full'] }, { recipient: [452, '4.2.2 Mailbox full'] });
    await attempt();
    room.clock.pass(5 * 86_400_000 + 1);
    expect(await attempt()).toBeUndefined();
    expect(await mailOf()).toMatchObject({ state: 'rejected', response: expect.stringContaining('for five days') });
    expect(await room.statesOf(tasks)).toEqual(['opened rejected']);
    expect((await personNow(ids.lukas))?.unreachable).toMatchObject({ code: '452 4.2.2' });
    await room.engine.store.people.set(ids.lukas, { unreachable: undefined });
  });

  it('When it is away for two days, what it says of days left is true on the day it comes', async () => {
    const [task] = await room.wave(ids.lukas, 1);
    server.play({ greeting: 'cut' });
    await attempt();
    room.clock.pass(2 * 86_400_000);
    expect(await attempt()).toBeUndefined();
    expect((await room.taskNow(task?.id ?? '')).due).toBe(task?.due);
    expect(/(\d+) working days left/.exec(decoded(server.kept[0]?.source ?? ''))?.[1]).toBe('9');
  });
});

const decoded = (source: string): string => source.replace(/=\r?\n/g, '');

describe('A relay that does not work with us as we are set up', () => {
  it('When the login is refused, all mail waits and says why, one letterbox at a time tries again, and all goes out when it is put right', async () => {
    const closed = await scriptedSmtp({ login: () => undefined });
    closed.play({ login: [535, '5.7.8 Bad credentials'] }, { login: [535, '5.7.8 Bad credentials'] });
    const [a, b] = [await room.wave(ids.lukas, 1), await room.wave(ids.marta, 1)];
    expect(await attempt(ids.lukas, closed.url)).toMatchObject({ type: 'misconfigured', nextRetryDelay: minutes(10) });
    const since = (await trouble())?.since;
    expect(await trouble()).toMatchObject({ state: 'misconfigured', why: expect.stringContaining('535 5.7.8') });
    expect(await attempt(ids.marta, closed.url)).toMatchObject({ type: 'misconfigured', nextRetryDelay: minutes(10) });
    expect(closed.conversations()).toBe(1);
    expect(await room.statesOf(b)).toEqual(['opened pending']);
    room.clock.pass(minutes(10));
    await attempt(ids.marta, closed.url);
    expect(closed.conversations()).toBe(2);
    expect((await trouble())?.since).toBe(since);
    room.clock.pass(minutes(30));
    expect(await attempt(ids.lukas, closed.url)).toBeUndefined();
    expect(await attempt(ids.marta, closed.url)).toBeUndefined();
    expect([...(await room.statesOf(a)), ...(await room.statesOf(b))]).toEqual(['opened accepted', 'opened accepted']);
    expect(await trouble()).toBeUndefined();
    await closed.stop();
  });

  it('When STARTTLS is stripped on the way, no mail goes in clear text', async () => {
    await room.wave(ids.lukas, 1);
    const failure = await attempt(ids.lukas, `${server.url}?requireTLS=true`);
    expect(failure).toMatchObject({ type: 'misconfigured' });
    expect(await trouble()).toMatchObject({ state: 'misconfigured', why: expect.stringContaining('STARTTLS') });
    expect(server.kept).toEqual([]);
  });

  it('When its certificate does not hold, no mail goes out', async () => {
    const tls = await scriptedSmtp({ tls: true });
    await room.wave(ids.lukas, 1);
    expect(await attempt(ids.lukas, tls.url)).toMatchObject({ type: 'misconfigured' });
    expect(tls.kept).toEqual([]);
    await tls.stop();
  });
});

describe('A relay that refuses for good', () => {
  it('When it refuses the address (550), the person is marked until another mail arrives, and only theirs was refused', async () => {
    server.play({ recipient: [550, '5.1.1 <lukas@tessel.example>: No such mailbox'] });
    const [a, b] = [await room.wave(ids.lukas, 1), await room.wave(ids.marta, 1)];
    expect(await attempt(ids.lukas)).toBeUndefined();
    expect(await attempt(ids.marta)).toBeUndefined();
    expect([await room.statesOf(a), await room.statesOf(b)]).toEqual([['opened rejected'], ['opened accepted']]);
    expect(server.kept.map(({ to }) => to)).toEqual([['marta@tessel.example']]);
    const marked = await personNow(ids.lukas);
    expect(marked?.unreachable).toEqual({ since: expect.any(String), code: '550 5.1.1' });
    expect(JSON.stringify(await room.engine.store.trail.find({ chain: `people/${ids.lukas}` }))).not.toContain('lukas@');
    await room.wave(ids.lukas, 1);
    expect(await attempt(ids.lukas)).toBeUndefined();
    expect((await personNow(ids.lukas))?.unreachable).toBeUndefined();
    const events = await room.engine.store.trail.find({ chain: `people/${ids.lukas}` }, { sort: { seq: 1 } });
    expect(events.map(({ event }) => event).slice(-2)).toEqual(['unreachable', 'reached']);
  });

  it.each([552, 554])(
    'When it refuses the message (%d), that is kept for looking at without its links, and the address is not to blame',
    async (code) => {
      server.play({ dot: [code, '5.6.0 We do not like it'] });
      const tasks = await room.wave(ids.lukas, 1);
      expect(await attempt()).toBeUndefined();
      const mail = await mailOf();
      expect(mail).toMatchObject({ state: 'rejected', response: expect.stringContaining(String(code)) });
      expect(mail?.source?.text).toContain(tasks[0]?.about);
      expect(JSON.stringify(mail)).not.toMatch(/\/a\/[\w-]{43}/);
      expect((await personNow(ids.lukas))?.unreachable).toBeUndefined();
    },
  );

  it('When somebody stands in for whom it refuses, they learn what is asked and by when, once', async () => {
    await room.engine.store.people.set(ids.lukas, { deputy: ids.marta });
    server.play({ recipient: [550, '5.1.1 No such mailbox'] });
    const tasks = await room.wave(ids.lukas, 2);
    await attempt(ids.lukas);
    expect(await attempt(ids.marta)).toBeUndefined();
    expect(await room.statesOf(tasks, { person: ids.marta })).toEqual(['unreached accepted', 'unreached accepted']);
    const [mail, ...more] = server.kept;
    expect(more).toEqual([]);
    expect(mail?.source).toContain('Not reached, due 15 Oct');
    expect(decoded(mail?.source ?? '')).toContain('as the deputy of Lukas Wendt');
    expect(mail?.source).not.toContain('/a/');
    await room.engine.store.people.set(ids.lukas, { deputy: undefined, unreachable: undefined });
  });
});

describe('What the relay is given', () => {
  const hostile = 'Eve" <eve@evil.example>\r\nBcc: eve@evil.example\u202e';

  it('When a name tries to be an address or a header, the envelope has the one recipient, and no header is born', async () => {
    const mail = {
      ...{ messageId: '<one@tessel.example>', from: 'ISMS <isms@tessel.example>', to: { name: hostile, address: 'lukas@tessel.example' } },
      ...{ subject: `Hello\r\nBcc: eve@evil.example`, text: 'Text', html: '<p>Text</p>', calendar: [] },
    };
    await relayTo(server.url).send(mail);
    const relay = createRelay({ url: server.url, redirectTo: 'trial@tessel.example' });
    await relay.send(mail);
    relay.close();
    expect(server.kept.map(({ to }) => to)).toEqual([['lukas@tessel.example'], ['trial@tessel.example']]);
    for (const { source } of server.kept) expect(source.split(/\r?\n\r?\n/)[0]).not.toMatch(/^bcc:/im);
  });
});
