import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The cockpit as `npm start` builds it, in a folder of its own, since files of tests run side by side: by a process of its own, since a bundler will not live in the realm of a test. */
export async function builtCockpit(): Promise<URL> {
  const outDir = join(process.env.TEST_FOLDER ?? '', `web-${randomUUID()}`);
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', join(root, 'web'), '--outDir', outDir, '--logLevel', 'warn'];
  await promisify(execFile)(process.execPath, args, { cwd: root, env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' } });
  return pathToFileURL(`${outDir}/`);
}
