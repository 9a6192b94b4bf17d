import type { Browser, Page } from 'playwright-core';
import { systemNow } from '../../domain/clock.ts';
import { periodOf } from '../../domain/period.ts';
import { newStack, type StackFile } from '../../test/support/stack.ts';
import { eventually } from '../../test/support/time.ts';
import { picture } from './picture.ts';

/** The quarter in which the pictures are taken. */
const period = periodOf(systemNow().slice(0, 10));

type Mail = { ID: string; To: { Address: string }[] };

/** What somebody sees who starts the product and its first review, as the README tells it. */
export async function firstReview(browser: Browser): Promise<void> {
  const stack = await newStack({});
  const running = await stack.start();
  try {
    await stack.fourstroke('start', 'riskReview', '--period', period);
    await takeAll(browser, running);
  } finally {
    await stack.stop();
    await stack.remove();
  }
}

async function takeAll(browser: Browser, running: StackFile): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, colorScheme: 'light' });
  const { html, link } = await mailTo(running, 'rui');
  await page.setContent(html);
  await picture(page, 'mail', 900);
  await page.goto(link);
  await page.locator('summary').first().click();
  await picture(page, 'answer', 1300);
  await answerFirst(page);
  await page.goto(`${running.temporalUi}/namespaces/default/workflows?query=${encodeURIComponent(`\`Run\`="riskReview-${period}"`)}`);
  await page.waitForSelector(`text=riskReview-${period}`, { timeout: 30_000 });
  await picture(page, 'temporal', 800);
}

async function mailTo(running: StackFile, name: string): Promise<{ html: string; link: string }> {
  const { ID } = await eventually(
    `the mail to ${name}`,
    async () => {
      const { messages } = (await (await fetch(`${running.mail}/api/v1/messages?limit=100`)).json()) as { messages: Mail[] };
      return messages.find((message) => message.To[0]?.Address.startsWith(name));
    },
    180_000,
  );
  const { HTML, Text } = (await (await fetch(`${running.mail}/api/v1/message/${ID}`)).json()) as { HTML: string; Text: string };
  return { html: HTML, link: /http\S+\/a\/[\w-]{43}/.exec(Text)?.[0] ?? '' };
}

async function answerFirst(page: Page): Promise<void> {
  await page.locator('input[name$=".verdict"][value=keep]').first().check();
  await page.locator('textarea').first().fill('Nothing has changed since the summer.');
  await page.locator('button[type=submit]').first().click();
}
