import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { newStack, type StackFile } from '../test/support/stack.ts';
import { eventually } from '../test/support/time.ts';

// `npm run screenshots`: the pictures of the README, from the example organization on a stack of its own.

const folder = fileURLToPath(new URL('./screenshots', import.meta.url));
const password = 'a password for pictures only';

type Mail = { ID: string; To: { Address: string }[] };

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

async function picture(page: Page, name: string, height: number): Promise<void> {
  await page.setViewportSize({ width: 1200, height });
  await page.screenshot({ path: `${folder}/${name}.png` });
  process.stderr.write(`${name}.png\n`);
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
  await page.goto(`${running.api}/sign-in`);
  await page.fill('input[name=email]', 'isms.manager@example.org');
  await page.fill('input[name=password]', password);
  await page.click('button[type=submit]');
  await page.goto(`${running.api}/runs/riskReview-2026-Q4`);
  await picture(page, 'run', 900);
  await page.goto(`${running.temporalUi}/namespaces/default/workflows?query=${encodeURIComponent('`Run`="riskReview-2026-Q4"')}`);
  await page.waitForSelector('text=riskReview-2026-Q4', { timeout: 30_000 });
  await picture(page, 'temporal', 800);
}

async function answerFirst(page: Page): Promise<void> {
  await page.locator('input[name$=".verdict"][value=keep]').first().check();
  await page.locator('textarea').first().fill('Nothing has changed since the summer.');
  await page.locator('button[type=submit]').first().click();
}

await mkdir(folder, { recursive: true });
const stack = await newStack({ ADMIN_PASSWORD: password });
const running = await stack.start();
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  ),
});
try {
  await stack.fourstroke('start', 'riskReview', '--period', '2026-Q4');
  await takeAll(browser, running);
} finally {
  await browser.close();
  await stack.stop();
  await stack.remove();
}
