import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const program = '/usr/bin/chromium';
const flags = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update';
const missing = `The tests of pages need Debian's ${program}, and apt-get could not install it. Install the package "chromium" and run them again.`;

/** Debian's Chromium, fetched once where it is missing and we may. */
export async function openChromium(...more: string[]): Promise<Browser> {
  if (!existsSync(program)) installChromium();
  return chromium.launch({ executablePath: program, args: [...flags.split(' '), ...more] });
}

function installChromium(): void {
  const apt = (...args: string[]) => spawnSync('apt-get', args, { stdio: ['ignore', 2, 2] }).status === 0;
  // The lists of packages may be older than what the archive still has.
  const installed = apt('update') && apt('install', '--yes', '--no-install-recommends', 'chromium');
  if (!installed || !existsSync(program)) throw new Error(missing);
}
