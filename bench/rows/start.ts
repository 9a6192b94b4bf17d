import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment } from '../../config.ts';
import { claimFreePort } from '../../stack/portClaims.ts';
import { root } from '../../stack/root.ts';
import { timed, until } from '../servers/until.ts';
import type { Row } from './row.ts';

/** From `npm start` on an empty folder, servers fetched and product built, until the first page is there. */
export const start: Row = {
  key: 'start',
  what: 'From npm start to the first page',
  async measure({ rounds, say }) {
    const seconds: number[] = [];
    for (let n = 0; n < rounds; n += 1) {
      seconds.push((await firstPage()) / 1000);
      say(`${seconds.at(-1)?.toFixed(1)} s`);
    }
    const what = '`npm start` on a new folder to the first page, servers already fetched';
    return { figures: [{ what, target: { atMost: 15 }, unit: ' s', rounds: seconds }], raw: { seconds } };
  },
};

async function firstPage(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'fourstroke-bench-'));
  const port = await claimFreePort();
  // The usual ports may be taken by a product that runs on this machine; then free ones are chosen, which takes no longer.
  const env = childEnvironment({ DATA_DIR: join(folder, 'data'), PORT: String(port), ...noServers });
  let stop = async () => undefined as unknown;
  try {
    return await timed(async () => {
      const npm = spawn('npm', ['start'], { cwd: root, env, stdio: 'ignore', detached: true });
      stop = async () => {
        const ended = once(npm, 'exit');
        // npm hands nothing on to what it started when it is told alone.
        process.kill(-(npm.pid ?? 0), 'SIGTERM');
        await ended;
      };
      await until('the first page', () => answers(`http://127.0.0.1:${port}/`), 120_000, 20);
    });
  } finally {
    await stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Servers that the environment names are not those that start here. */
const noServers = { TEMPORAL_ADDRESS: undefined, MONGODB_URI: undefined, SMTP_URL: undefined, NODE_ENV: undefined };

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
