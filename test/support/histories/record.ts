import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import globalSetup from '../globalSetup.ts';
import globalTeardown from '../globalTeardown.ts';
import { foundOrganization } from '../organization.ts';
import { startProduct } from '../product.ts';
import { recordAcceptances } from './acceptances.ts';
import { recordCommands } from './commands.ts';
import { recordEngineOwn } from './engineOwn.ts';
import { openRecorder } from './recorder.ts';
import { recordReviews } from './reviews.ts';

// `npm run histories`: records the golden histories that test/workflows/replay.test.ts replays against the built bundle. Run it when a piece of work
// is finished; histories that are there already are what older workflows look like, and are never recorded again.

const version = process.argv[2];
if (version === undefined) throw new Error('say for which version: npm run histories -- 0.2.0');
const folder = fileURLToPath(new URL(`../../histories/${version}`, import.meta.url));

await globalSetup();
try {
  /** Half a day a second: a whole ladder takes less than a minute. */
  const product = await startProduct({ speed: 43_200 });
  await foundOrganization(product.store);
  const recorder = await openRecorder(product, folder);
  await recordReviews(recorder);
  await recordCommands(recorder);
  await recordAcceptances(recorder);
  await recordEngineOwn(recorder);
  await product.stop();
} finally {
  await globalTeardown();
}

// The other processes are recorded while their tests lead them through every return and loop.
const jest = fileURLToPath(new URL('../../../node_modules/jest/bin/jest.js', import.meta.url));
const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', jest, '--selectProjects', 'servers', '--runInBand', '--testPathPatterns', 'test/workflows/'],
  { stdio: 'inherit', env: { ...process.env, KEEP_HISTORIES: folder } },
);
process.exit(status ?? 1);
