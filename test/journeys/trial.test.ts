import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newStack, type Stack, type StackFile } from '../support/stack.ts';
import { eventually } from '../support/time.ts';

let stack: Stack;
let running: StackFile;

/** A trial before going live: the example organization, and everything goes to one address. */
beforeAll(async () => {
  stack = await newStack({ MAIL_REDIRECT_TO: 'trial@tessel.example', CLOCK_SPEED: '60' });
  running = await stack.start();
}, 300_000);
afterAll(async () => {
  await stack.stop();
  await stack.remove();
}, 180_000);

type Mail = { ID: string; To: { Name: string; Address: string }[]; Subject: string };

describe('a trial in which all mail goes to one address', () => {
  it('When a review is started, every mail arrives there, says for whom it was, and its link answers for that person', async () => {
    await stack.fourstroke('start', 'riskReview', '--period', '2026-Q4');
    const mails = await eventually(
      'a mail in each language of the owners',
      async () => {
        const { messages } = (await (await fetch(`${running.mail}/api/v1/messages?limit=200`)).json()) as { messages: Mail[] };
        return ['Action by', 'Bitte bis'].every((words) => messages.some(({ Subject }) => Subject.includes(words))) && messages;
      },
      120_000,
    );
    expect(new Set(mails.map(({ To }) => To[0]?.Address))).toEqual(new Set(['trial@tessel.example']));
    const [one] = mails.filter(({ Subject }) => Subject.includes('Action by'));
    const name = one?.To[0]?.Name ?? '';
    expect(name).toMatch(/^[\p{L} .'-]+ <[^@\s]+@[^>\s]+>$/u);
    const { Text } = (await (await fetch(`${running.mail}/api/v1/message/${one?.ID}`)).json()) as { Text: string };
    const page = await fetch(/http\S+\/a\/[\w-]{43}/.exec(Text)?.[0] ?? '');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(name.replace(/ <.*/, ''));
  }, 180_000);
});
