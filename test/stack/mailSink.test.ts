import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { MailRule } from '../../stack/mail/rules.ts';
import { type MailSink, startMailSink } from '../../stack/mailSink.ts';

let folder: string;
let sink: MailSink;

const start = async (rules: MailRule[] = []) => startMailSink({ smtpPort: 0, httpPort: 0, folder, rules });
const url = (path: string) => `http://127.0.0.1:${sink.httpPort}${path}`;
const json = async (path: string) => (await fetch(url(path))).json() as Promise<Record<string, unknown>>;
const page = async (path: string) => (await fetch(url(path))).text();
const list = async () => (await json('/api/v1/messages')).messages as { ID: string; Subject: string }[];
const first = async () => (await list())[0]?.ID ?? 'none';

const mail: SendMailOptions = {
  from: 'ISMS <isms@example.org>',
  to: 'Ana Sousa <Ana.Sousa@example.org>',
  subject: 'Action by 14 Dec: Reassess risk RSK-017',
  messageId: '<rsk-017@example.org>',
  text: 'Please reassess the risk.',
  html: '<!doctype html><html><head></head><body><p>Please <a href="https://example.org/a/1">reassess</a> the risk.</p></body></html>',
  icalEvent: { method: 'PUBLISH', filename: 'due.ics', content: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n' },
};

const send = (changes: SendMailOptions = {}) =>
  createTransport({ host: '127.0.0.1', port: sink.smtpPort, secure: false, socketTimeout: 3_000 }).sendMail({ ...mail, ...changes });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sink-'));
  sink = await start();
});

afterEach(async () => {
  await sink.stop();
  await rm(folder, { recursive: true });
});

describe('What programs read', () => {
  it('When a mail arrives, the list has it in the shape of Mailpit', async () => {
    await send({ bcc: 'hidden@example.org' });
    const { total, messages } = await json('/api/v1/messages');
    expect(total).toBe(1);
    expect(messages).toMatchObject([
      {
        MessageID: 'rsk-017@example.org',
        From: { Name: 'ISMS', Address: 'isms@example.org' },
        To: [{ Name: 'Ana Sousa', Address: 'ana.sousa@example.org' }],
        Bcc: [{ Name: '', Address: 'hidden@example.org' }],
        Subject: 'Action by 14 Dec: Reassess risk RSK-017',
        Snippet: 'Please reassess the risk.',
        Created: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      },
    ]);
  });

  it('A message is read whole, with both texts and its calendar file', async () => {
    await send();
    const message = await json(`/api/v1/message/${await first()}`);
    expect(message.Text).toContain('Please reassess the risk.');
    expect(message.HTML).toContain('href="https://example.org/a/1"');
    const calendar = (message.Attachments as { FileName: string; PartID: string }[]).find(({ FileName }) => FileName === 'due.ics');
    const file = await fetch(url(`/api/v1/message/latest/part/${calendar?.PartID}`));
    expect(file.headers.get('content-disposition')).toContain('due.ics');
    expect(await file.text()).toContain('BEGIN:VCALENDAR');
    expect(await json('/api/v1/message/latest/headers')).toMatchObject({ 'Message-ID': ['<rsk-017@example.org>'] });
  });

  it('The list is paged, newest first', async () => {
    for (const subject of ['one', 'two', 'three']) await send({ subject });
    expect((await list()).map(({ Subject }) => Subject)).toEqual(['three', 'two', 'one']);
    expect(await json('/api/v1/messages?start=1&limit=1')).toMatchObject({ total: 3, count: 1, start: 1, messages: [{ Subject: 'two' }] });
    expect((await fetch(url('/api/v1/messages?limit=many'))).status).toBe(400);
  });

  it('Messages are removed one by one or all at once, from disk too', async () => {
    for (const subject of ['one', 'two', 'three']) await send({ subject });
    const headers = { 'Content-Type': 'application/json' };
    await fetch(url('/api/v1/messages'), { method: 'DELETE', headers, body: JSON.stringify({ IDs: [await first()] }) });
    expect((await list()).map(({ Subject }) => Subject)).toEqual(['two', 'one']);
    await fetch(url('/api/v1/messages'), { method: 'DELETE' });
    expect(await list()).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('A message that does not exist is 404, and no id leads out of the folder', async () => {
    expect((await fetch(url('/api/v1/message/000001-00000000'))).status).toBe(404);
    expect((await fetch(url('/api/v1/message/..%2F..%2Fetc%2Fpasswd'))).status).toBe(404);
  });

  it('When the sink is started again, the messages are still there and new ones come first', async () => {
    await send({ subject: 'before' });
    const { ID } = (await list())[0] ?? { ID: '' };
    await sink.stop();
    sink = await start();
    await send({ subject: 'after' });
    const messages = await list();
    expect(messages.map(({ Subject }) => Subject)).toEqual(['after', 'before']);
    expect(messages[1]?.ID).toBe(ID);
  });
});

describe('What people see', () => {
  it('The list names subject and recipient, and finds by either', async () => {
    await send();
    await send({ to: 'rui@example.org', subject: 'Another <b>matter</b>' });
    const all = await page('/');
    expect(all).toContain('2 messages');
    expect(all).toContain('Ana Sousa');
    expect(all).toContain('Another &lt;b&gt;matter&lt;/b&gt;');
    const found = await page('/?find=RUI@');
    expect(found).toContain('One message');
    expect(found).not.toContain('Ana Sousa');
    expect(await page('/?find=nobody')).toContain('No message has “nobody” in it.');
  });

  it('Beyond fifty messages there is a way to the older ones', async () => {
    const transport = createTransport({ host: '127.0.0.1', port: sink.smtpPort, pool: true });
    for (let i = 1; i <= 51; i++)
      await transport.sendMail({ from: 'a@example.org', to: 'b@example.org', subject: `number ${i}.`, text: '.' });
    transport.close();
    expect(await page('/')).not.toContain('number 1.');
    expect(await page('/')).toContain('/?find=&amp;start=50');
    expect(await page('/?find=&start=50')).toContain('number 1.');
  });

  it('The HTML of a mail is shown in a frame in which it can do nothing but open links', async () => {
    await send({ html: '<p>Hello</p><script>alert(1)</script>' });
    const id = await first();
    expect(await page(`/mail/${id}`)).toContain(`src="/view/${id}.html" sandbox="allow-popups allow-popups-to-escape-sandbox"`);
    const frame = await fetch(url(`/view/${id}.html`));
    expect(frame.headers.get('content-security-policy')).toMatch(
      /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';/,
    );
    expect(await frame.text()).toContain('<base target="_blank">');
  });

  it('Text, headers and attachments are one click away', async () => {
    await send();
    const id = await first();
    expect(await page(`/mail/${id}`)).toContain('due.ics');
    expect(await page(`/mail/${id}?show=text`)).toContain('<pre>Please reassess the risk.');
    expect(await page(`/mail/${id}?show=headers`)).toContain('&lt;rsk-017@example.org&gt;');
  });

  it('A mail without HTML is shown as text', async () => {
    await send({ html: undefined, icalEvent: undefined });
    expect(await page(`/mail/${await first()}`)).toContain('<pre>Please reassess the risk.');
  });

  it('A message that is gone has a page that says so', async () => {
    const answer = await fetch(url('/mail/000001-00000000'));
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('No such message');
  });
});

describe('How it misbehaves when told to', () => {
  const hook = (rules: unknown) =>
    fetch(url('/hook'), { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ rules }) });

  it('It refuses for now, for one recipient, as often as the rule says', async () => {
    sink.setRules([{ action: 'refuseForNow', to: 'ana', times: 1 }]);
    await expect(send()).rejects.toMatchObject({ responseCode: 451 });
    await send();
    expect(await list()).toHaveLength(1);
  });

  it('It refuses for good, and others are not concerned', async () => {
    sink.setRules([{ action: 'refuse', to: 'ana' }]);
    await expect(send()).rejects.toMatchObject({ responseCode: 550 });
    await send({ to: 'rui@example.org' });
    expect(await list()).toHaveLength(1);
  });

  it('It says nothing', async () => {
    sink.setRules([{ action: 'hang', times: 1 }]);
    await expect(send()).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    expect(await list()).toHaveLength(0);
  });

  it('It cuts the connection', async () => {
    sink.setRules([{ action: 'drop', times: 1 }]);
    await expect(send()).rejects.toThrow();
    expect(await list()).toHaveLength(0);
  });

  it('It keeps the message and cuts the connection before saying so', async () => {
    sink.setRules([{ action: 'keepAndDrop', times: 1 }]);
    await expect(send()).rejects.toThrow();
    expect(await list()).toHaveLength(1);
  });

  it('The rules come over HTTP too, and wrong ones are refused', async () => {
    expect((await hook([{ action: 'refuse' }])).status).toBe(200);
    await expect(send()).rejects.toMatchObject({ responseCode: 550 });
    expect((await hook([{ action: 'explode' }])).status).toBe(400);
    expect((await hook([])).status).toBe(200);
    await send();
  });
});
