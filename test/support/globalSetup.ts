import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { startMongo } from '../../stack/mongo.ts';
import { startTemporal } from '../../stack/temporal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Time skipping for one workflow, and timers that fire within 10 ms instead of up to a second. */
const testFlags = ['frontend.WorkflowTimeSkippingEnabled=true', 'history.timerProcessorMaxTimeShift="10ms"'];

/** Once per run: one bundle, one Temporal server, one database. Each test file takes a namespace and a database of its own. */
export default async function globalSetup(): Promise<void> {
  const folder = join(root, '.tmp', `test-${process.pid}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { code } = await bundleWorkflowCode({ workflowsPath: join(root, 'workflows', 'index.ts'), logger: new DefaultLogger('ERROR') });
  const bundle = join(folder, 'workflows.bundle.js');
  await writeFile(bundle, code);
  const given = { temporal: process.env.TEST_TEMPORAL_ADDRESS, mongo: process.env.TEST_MONGODB_URI };
  const temporal =
    given.temporal === undefined ? await startTemporal({ log: join(folder, 'temporal.log'), dynamicConfig: testFlags }) : undefined;
  const mongo = given.mongo === undefined ? await startMongo({ folder: join(folder, 'mongo'), log: join(folder, 'mongo.log') }) : undefined;
  process.env.TEST_FOLDER = folder;
  process.env.TEST_BUNDLE = bundle;
  process.env.TEST_TEMPORAL_ADDRESS = given.temporal ?? temporal?.address;
  process.env.TEST_MONGODB_URI = given.mongo ?? mongo?.uri;
  Object.assign(globalThis, { servers: { temporal, mongo, folder } });
}
