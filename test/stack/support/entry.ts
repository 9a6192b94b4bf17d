import { fileURLToPath } from 'node:url';
import { main } from '../../../stack/main.ts';
import type { RunOptions } from './runStack.ts';

/** `npm start` from the sources; the processes that need the whole product are replaced by small ones that only come up and stop. */
const { json = true, worker = 'well', api = 'well', servers = {} }: RunOptions = JSON.parse(process.argv[2] ?? '{}');
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const programs = {
  mail: ['--import', 'tsx', at('../../../stack/mailSinkMain.ts')],
  worker: [at('./process.js'), 'worker', worker],
  api: [at('./process.js'), 'api', api],
};
process.exit(await main({ json }, { programs, servers, firstPause: 50, patience: 500, usualPorts: false }));
