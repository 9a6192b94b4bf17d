import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { hashPassword } from '../../api/passwords.ts';
import { systemNow, toInstant, toMs } from '../../domain/clock.ts';
import { verifyChain } from '../../models/chain.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { foundOrganization } from '../support/organization.ts';
import { startTask } from '../support/tasks.ts';
import { eventually } from '../support/time.ts';
import { hidden, openBrowser } from './browser.ts';
import { addToken, ids, type Product, password, startApi } from './http.ts';

let engine: Engine;
let product: Product;

beforeAll(async () => {
  engine = await startEngine();
  const { store } = engine;
  await foundOrganization(store);
  for (const id of [ids.hanna, ids.lukas, ids.tove]) {
    await addToken(store, id);
    await store.credentials.insert({ id, passwordHash: await hashPassword(password), changedAt: systemNow() });
  }
  product = await startApi({ store, temporal: engine });
});
afterAll(async () => {
  await product.stop();
  await engine.stop();
});
beforeEach(async () => {
  for (const collection of [engine.store.letters, engine.store.mails, engine.store.relay]) await collection.remove({});
});

const asHanna = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  product.as(ids.hanna)(method, `/api/v1${path}`, body, headers);
const asLukas = (method: string, path: string, body?: unknown) => product.as(ids.lukas)(method, `/api/v1${path}`, body);
const invite = (person: string, n: number) =>
  engine.post.put([{ id: `invitation/${person}/${n}`, person, kind: 'invitation', facts: {}, at: engine.clock.now(), urgent: true }]);
const sentTo = async (name: string) => (await engine.mail.messages()).filter(({ To }) => To[0]?.Address.startsWith(name));

describe('Mail for all', () => {
  it('When it is paused, nothing is sent, everybody who watches sees it, and resuming sends what still applies', async () => {
    const paused = await asHanna('POST', '/mail/pause', { reason: 'The register is being imported.' }, { 'Idempotency-Key': 'pause-1' });
    expect(paused).toMatchObject({ status: 200, body: { state: 'paused', by: ids.hanna, reason: 'The register is being imported.' } });
    await invite(ids.lukas, 1);
    await eventually('the letterbox has looked', async () => {
      const { status } = await engine.client.workflow.getHandle(`letterbox/${ids.lukas}`).describe();
      return status.name === 'COMPLETED';
    });
    expect(await sentTo('lukas')).toEqual([]);
    expect(await asHanna('GET', '/mail')).toMatchObject({ body: { state: 'paused', waiting: 1, relay: { state: 'ok', alarming: false } } });
    expect((await product.asNobody('GET', '/readyz')).body).toMatchObject({ ready: true, mail: 'paused' });
    expect((await asHanna('POST', '/mail/pause', { reason: 'Once more.' })).body).toMatchObject({ code: 'paused' });
    expect(
      await asHanna('POST', '/mail/pause', { reason: 'The register is being imported.' }, { 'Idempotency-Key': 'pause-1' }),
    ).toMatchObject({
      status: 200,
    });
    expect(await asHanna('POST', '/mail/resumption')).toMatchObject({ status: 200, body: { state: 'sending' } });
    await eventually('it is sent', async () => (await sentTo('lukas')).length === 1);
    expect((await asHanna('POST', '/mail/resumption')).body).toMatchObject({ code: 'notPaused' });
    expect((await product.asNobody('GET', '/readyz')).body).toMatchObject({ mail: 'ok' });
    const trail = await engine.store.trail.find({ chain: 'mailSwitch/mail' }, { sort: { seq: 1 } });
    expect(trail.map(({ event, actor }) => [event, actor.person])).toEqual([
      ['paused', ids.hanna],
      ['resumed', ids.hanna],
    ]);
    expect(JSON.stringify(trail)).not.toContain('imported');
    expect(await verifyChain(engine.store, 'mailSwitch/mail', 2)).toEqual([]);
  }, 180_000);

  it('When the relay has been away for an hour, or does not work with us, that is alarming', async () => {
    const say = (state: 'away' | 'misconfigured', since: string) =>
      engine.store.relay.insert({ id: 'relay', state, since, why: '535 5.7.8 No', nextTry: since });
    const relay = async () => ((await asHanna('GET', '/mail')).body as { relay: object }).relay;
    const ago = (minutes: number) => toInstant(toMs(engine.clock.now()) - minutes * 60_000);
    await say('away', ago(59));
    expect(await relay()).toMatchObject({ state: 'away', why: '535 5.7.8 No', alarming: false });
    await engine.store.relay.set('relay', { since: ago(61) });
    expect(await relay()).toMatchObject({ alarming: true });
    await engine.store.relay.remove({});
    await say('misconfigured', ago(0));
    expect(await relay()).toMatchObject({ state: 'misconfigured', alarming: true });
    expect((await product.asNobody('GET', '/readyz')).body).toMatchObject({ ready: true, mail: 'misconfigured' });
  });
});

describe('The list of mails', () => {
  it('When somebody cannot be reached, the ISMS manager finds the mail by its state, with the answer of the server; others see their own', async () => {
    engine.mail.setRules([{ action: 'refuse', to: 'marta', times: 1 }]);
    await invite(ids.marta, 1);
    await invite(ids.lukas, 2);
    const [refused] = await eventually('the refusal', async () => {
      const { items } = (await asHanna('GET', '/mails?state=rejected')).body as {
        items: { id: string; person: string; response: string }[];
      };
      return items.length > 0 && items;
    });
    expect(refused).toMatchObject({ person: ids.marta, response: expect.stringContaining('550') });
    expect((await asHanna('GET', `/mails/${refused?.id}`)).body).toMatchObject({
      carries: [{ id: `invitation/${ids.marta}/1`, kind: 'invitation', state: 'rejected' }],
    });
    expect((await asHanna('GET', '/mail')).body).toMatchObject({ unreachable: 1 });
    await eventually('the other mail', () => engine.store.mails.first({ person: ids.lukas, state: 'accepted' }));
    const own = (await asLukas('GET', '/mails')).body as { items: { person: string }[] };
    expect(own.items.map(({ person }) => person)).toEqual([ids.lukas]);
    expect((await asLukas('GET', `/mails/${refused?.id}`)).status).toBe(404);
    const { version } = (await asHanna('GET', `/registers/people/${ids.marta}`)).body as { version: number };
    const changed = await asHanna('PATCH', `/registers/people/${ids.marta}`, { version, email: 'marta.n@tessel.example' });
    expect(changed.body).not.toHaveProperty('unreachable');
    expect((await asHanna('GET', '/mail')).body).toMatchObject({ unreachable: 0 });
  }, 180_000);
});

describe('When mail comes', () => {
  const versionOf = async (id: string) => ((await asHanna('GET', `/registers/people/${id}`)).body as { version: number }).version;

  it('When somebody says so in their own record, it is theirs to say; how they are unreachable is not', async () => {
    const mail = { digest: 'daily', hour: '16:00', quiet: { from: '20:00', to: '07:00' } };
    const version = await versionOf(ids.lukas);
    expect((await asLukas('PATCH', `/registers/people/${ids.lukas}`, { version, mail })).body).toMatchObject({ mail });
    expect((await asLukas('PATCH', `/registers/people/${ids.lukas}`, { version: version + 1, unreachable: null })).status).toBe(422);
    const night = await asLukas('PATCH', `/registers/people/${ids.lukas}`, { version: version + 1, mail: { ...mail, hour: '23:00' } });
    expect(night).toMatchObject({ status: 422, body: { errors: [{ path: 'mail.hour' }] } });
    expect((await asLukas('PATCH', `/registers/people/${ids.lukas}`, { version: version + 1, mail: null })).body).not.toHaveProperty(
      'mail',
    );
  });

  it('When the organization wants daily mails in its own quiet hours, that is refused with the place', async () => {
    const { id: _id, updatedAt: _at, ...settings } = (await asHanna('GET', '/settings')).body as Record<string, never>;
    const mail = { gatherSeconds: 1, digest: 'daily', hour: '06:00', quiet: { from: '20:00', to: '07:00' } };
    expect(await asHanna('PUT', '/settings', { ...settings, mail })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'mail.hour' }] },
    });
  });

  it('When somebody no longer wants a daily mail, what waited for its hour is sent at once', async () => {
    const version = await versionOf(ids.lukas);
    // A letter of today's daily mail would go out now: there has been one.
    await engine.store.mails.insert({
      ...{ id: 'digest-today', person: ids.lukas, to: 'lukas@tessel.example', messageId: '<d@x>', subject: 'S', letters: [], digest: true },
      ...{ state: 'accepted', attempts: 1, maybeDuplicate: false, at: engine.clock.now() },
    });
    await asLukas('PATCH', `/registers/people/${ids.lukas}`, { version, mail: { digest: 'daily', hour: farHour() } });
    const before = (await sentTo('lukas')).length;
    await engine.post.put([
      {
        id: `proposal/${version}`,
        person: ids.lukas,
        kind: 'proposal',
        run: await runId(),
        facts: { about: 'RSK-1' },
        at: engine.clock.now(),
        urgent: false,
      },
    ]);
    await eventually('its letterbox waits for the hour', async () => {
      const box = engine.client.workflow.getHandle(`letterbox/${ids.lukas}`);
      const { events } = await box.fetchHistory();
      const hasLooked = events?.some(({ activityTaskCompletedEventAttributes: looked }) => looked) === true;
      return hasLooked && (await box.describe()).status.name === 'RUNNING';
    });
    expect(await engine.store.letters.get(`proposal/${version}`)).toMatchObject({ state: 'pending' });
    await asLukas('PATCH', `/registers/people/${ids.lukas}`, { version: version + 1, mail: null });
    await eventually('it is sent', async () => (await sentTo('lukas')).length === before + 1);
  }, 180_000);
});

/** The hour in Berlin that is farthest from now: that of a daily mail does not come between. */
const farHour = (): string => DateTime.fromISO(engine.clock.now(), { zone: 'Europe/Berlin' }).plus({ hours: 12 }).toFormat('HH:00');

async function runId(): Promise<string> {
  const id = 'riskReview-2026-Q4';
  await engine.store.runs.insert({
    ...{ id, process: 'riskReview', key: '2026-Q4', attempt: 1, subject: { period: '2026-Q4' }, period: '2026-Q4', status: 'closed' },
    ...{ seq: 1, openedAt: systemNow(), openedBy: { person: ids.hanna, via: 'login' }, waitingFor: [], settingsVersion: 1 },
    ...{ definition: 'riskReview@1', gates: [] },
  });
  return id;
}

describe('The calendar of a person', () => {
  const fetched = async (url: string) => {
    const answer = await fetch(url);
    return { status: answer.status, type: answer.headers.get('content-type'), text: (await answer.text()).replace(/\r?\n /g, '') };
  };

  it('When its address is made, it shows what is asked and what is planned, with the sign-in and no private link', async () => {
    await runId();
    await startTask(engine, { risk: 'RSK-77', owner: ids.lukas });
    expect((await asLukas('GET', '/calendarFeed')).status).toBe(404);
    const { url } = (await asLukas('POST', '/calendarFeed')).body as { url: string };
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/calendar\/[\w-]{43}\.ics$/);
    const { status, type, text } = await fetched(url);
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(text).toContain('SUMMARY:ISMS: Reassess risk RSK-77');
    expect(text).toContain(`UID:riskReview-2026-Q4.reassess.${ids.lukas}@fourstroke`);
    expect(text).toContain('/tasks');
    expect(text).not.toMatch(/\/a\/|Secret of/);
    expect(text).not.toContain('METHOD:');
    // The address is the whole secret of it: no line of the log may have it.
    expect(product.lines.map(({ route }) => route)).toContain('/calendar/{token}.ics');
    expect(JSON.stringify(product.lines)).not.toContain(/[\w-]{43}/.exec(url)?.[0]);
  }, 180_000);

  it('When the ISMS manager subscribes, open and planned runs are in it too', async () => {
    const at = engine.clock.now();
    await engine.store.schedules.insert({
      ...{ id: 'riskReview', version: 1, process: 'riskReview', cadence: { every: 'quarter', openOn: { workingDay: 1 } } },
      ...{ since: at.slice(0, 10), paused: false, waived: [], updatedAt: at },
    });
    await engine.store.runs.set('riskReview-2026-Q4', { status: 'open' });
    const { url } = (await asHanna('POST', '/calendarFeed')).body as { url: string };
    const { text } = await fetched(url);
    expect(text).toContain('SUMMARY:ISMS: Periodic risk review 2026-Q4\r\n');
    expect(text.match(/SUMMARY:ISMS: Periodic risk review 20\d\d-Q\d\\, planned/g)).toHaveLength(4);
    expect(text).toContain('/runs/riskReview-2026-Q4');
    await engine.store.runs.set('riskReview-2026-Q4', { status: 'closed' });
  });

  it('When it is made anew, revoked, or its person has left, the old address is as unknown as any other', async () => {
    const first = ((await asLukas('POST', '/calendarFeed')).body as { url: string }).url;
    const second = ((await asLukas('POST', '/calendarFeed')).body as { url: string }).url;
    expect([(await fetched(first)).status, (await fetched(second)).status]).toEqual([404, 200]);
    await engine.store.people.set(ids.lukas, { status: 'left' });
    expect((await fetched(second)).status).toBe(404);
    await engine.store.people.set(ids.lukas, { status: 'active' });
    expect((await asLukas('DELETE', '/calendarFeed')).status).toBe(204);
    const [revoked, unknown] = [await fetched(second), await fetched(second.replace(/calendar\/.{9}/, 'calendar/unknown00'))];
    expect(revoked.status).toBe(404);
    expect(revoked.text).toBe(unknown.text);
  });
});

describe('The pages of mail', () => {
  async function signedIn(email: string) {
    const browser = openBrowser(product);
    const page = await browser.get('/sign-in');
    await browser.post('/sign-in', { csrf: hidden(page, 'csrf'), email, password });
    return browser;
  }

  it('When somebody says on their page when mail comes, it holds, and a mistake is said beside the form', async () => {
    const browser = await signedIn('lukas@tessel.example');
    const csrf = hidden(await browser.get('/my-mail'), 'csrf');
    const wrong = await browser.post('/my-mail', { csrf, digest: 'daily', hour: '23:00', from: '20:00', to: '07:00' });
    expect([wrong.status, wrong.text.includes('lies in the quiet hours')]).toEqual([422, true]);
    const saved = await browser.post('/my-mail', { csrf, digest: 'daily', hour: '16:00', from: '', to: '' });
    expect(saved.headers.get('Location')).toBe('/my-mail?notice=saved');
    expect((await browser.get('/my-mail')).text).toMatch(/Your next daily mail comes on \w+day at 16:00/);
    expect((await engine.store.people.get(ids.lukas))?.mail).toEqual({ digest: 'daily', hour: '16:00' });
    await browser.post('/my-mail', { csrf, digest: '', hour: '', from: '', to: '' });
    expect(await engine.store.people.get(ids.lukas)).not.toHaveProperty('mail');
    expect((await browser.post('/my-mail', { csrf: 'foreign', digest: 'daily' })).status).toBe(403);
  });

  it('When somebody makes a calendar address on their page, it stands there until it is revoked', async () => {
    const browser = await signedIn('lukas@tessel.example');
    const csrf = hidden(await browser.get('/my-mail'), 'csrf');
    await browser.post('/my-mail/calendar', { csrf, act: 'new' });
    expect((await browser.get('/my-mail')).text).toMatch(/\/calendar\/[\w-]{43}\.ics/);
    await browser.post('/my-mail/calendar', { csrf, act: 'revoke' });
    expect((await browser.get('/my-mail')).text).not.toContain('.ics');
  });

  it('When the ISMS manager pauses mail on the page, every page of those who oversee says so; owners see no such page', async () => {
    const hanna = await signedIn('hanna@tessel.example');
    const page = await hanna.get('/mails');
    const form = { csrf: hidden(page, 'csrf'), key: hidden(page, 'key') };
    expect((await hanna.post('/mails', { ...form, act: 'pause', reason: '' })).status).toBe(422);
    const paused = await hanna.post('/mails', { ...form, act: 'pause', reason: 'The server moves.' });
    expect(paused.headers.get('Location')).toBe('/mails?notice=paused');
    expect((await hanna.get('/mails')).text).toContain('The server moves.');
    for (const place of ['/runs', '/tasks', '/my-mail'])
      expect((await hanna.get(place)).text).toContain('Mail is paused for everybody since');
    const lukas = await signedIn('lukas@tessel.example');
    expect((await lukas.get('/my-mail')).text).toContain('No mail is sent to anybody at the moment');
    expect((await lukas.get('/mails')).status).toBe(404);
    expect((await lukas.post('/mails', { ...form, act: 'resume' })).status).toBe(404);
    const tove = await signedIn('tove@tessel.example');
    expect((await tove.get('/mails')).text).not.toContain('Resume mail');
    expect((await hanna.post('/mails', { ...form, act: 'resume' })).headers.get('Location')).toBe('/mails?notice=resumed');
    expect((await hanna.get('/runs')).text).not.toContain('Mail is paused');
  });

  it('When a filter is chosen on the page, only such mails are shown', async () => {
    await invite(ids.tove, 9);
    await eventually('it is sent', async () => (await sentTo('tove')).length > 0);
    await eventually('it is marked', async () => (await engine.store.mails.count({ state: 'accepted' })) === 1);
    const hanna = await signedIn('hanna@tessel.example');
    expect((await hanna.get('/mails?state=accepted')).text).toContain('Set your password for Tessel Instruments');
    expect((await hanna.get('/mails?state=rejected')).text).not.toContain('Set your password');
  });
});
