import { join } from 'node:path';
import type { Programs } from '../../stack/programs.ts';
import { root } from '../../stack/root.ts';

const built = (file: string): string => join(root, 'dist', file);

/** The product as it is built; worker and API leave a CPU profile of each thread in `profiles`, if that is given. */
export function programs(profiles?: string): Programs {
  const profiled = profiles === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', profiles];
  return {
    mail: [built('stack/mailSinkMain.js')],
    worker: [...profiled, built('worker/main.js')],
    api: [...profiled, built('api/main.js')],
  };
}
