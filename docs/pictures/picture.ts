import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

const folder = fileURLToPath(new URL('../screenshots', import.meta.url));
const quiet =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

export async function openBrowser(): Promise<Browser> {
  await mkdir(folder, { recursive: true });
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: quiet.split(' ') });
}

/** Takes the page as it is, `height` pixels of it. */
export async function picture(page: Page, name: string, height: number): Promise<void> {
  const { width = 1200 } = page.viewportSize() ?? {};
  await page.setViewportSize({ width, height });
  await page.screenshot({ path: `${folder}/${name}.png` });
  process.stderr.write(`${name}.png\n`);
}

export async function signIn(page: Page, url: string, email: string, password: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('button[type=submit]');
  await page.waitForSelector('main h1');
}
