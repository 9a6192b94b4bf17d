import { buildIfNewer } from './build.js';
import { installIfMissing } from './install.js';

/** Everything between a fresh checkout and a process that can be started; says what it does on the standard error. */
export async function prepare() {
  installIfMissing();
  await buildIfNewer();
}
