import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ClientConfig } from '../config.ts';
import { oneLine, Unreachable, WrongUsage } from './failures.ts';

export type Connection = { url: string; token: string };

const Stack = z.object({ api: z.url(), token: z.string() });

/**
 * Where the product is and who we are there: what the environment says, else what `npm start` wrote into `stack.json`. The local token is
 * never sent to another address.
 * @throws Unreachable when nothing says where the product is, WrongUsage for an address without a token
 */
export function findConnection({ url, token, dataDir }: ClientConfig): Connection {
  if (url !== undefined && token !== undefined) return { url, token };
  if (url !== undefined) throw new WrongUsage('FOURSTROKE_URL is set, but FOURSTROKE_TOKEN is not.');
  const file = join(dataDir, 'stack.json');
  if (!existsSync(file)) {
    throw new Unreachable(
      `Nothing says where the product is: there is no ${file}. Start it with npm start, or set FOURSTROKE_URL and FOURSTROKE_TOKEN.`,
    );
  }
  const stack = readStack(file);
  return { url: stack.api.replace(/\/+$/, ''), token: token ?? stack.token };
}

function readStack(file: string): z.infer<typeof Stack> {
  try {
    return Stack.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (fault) {
    throw new Unreachable(`${file} cannot be read (${oneLine(fault)}).`, fault);
  }
}
