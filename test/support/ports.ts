import { randomInt } from 'node:crypto';
import { isFree } from '../../stack/ports.ts';

/**
 * A port that nobody listens on. It is bound only later, when a server comes up or comes back: ports from 32768 on are given to whatever connects
 * meanwhile, those chosen here to nobody who does not ask for them.
 */
export async function keptPort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 27_000);
    if (await isFree(port)) return port;
  }
}
