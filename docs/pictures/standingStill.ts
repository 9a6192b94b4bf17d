import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createRelay } from '../../activities/relay.ts';
import { createApi } from '../../api/server.ts';
import { makeClock } from '../../domain/clock.ts';
import type { Instant } from '../../domain/records/common.ts';
import { createLog } from '../../log.ts';
import { diskEvidence } from '../../models/evidence/disk.ts';
import { secret } from '../../test/support/engine.ts';
import type { Soaked } from '../../test/support/soak/soaked.ts';

export type Shown = { url: string; close(): Promise<void> };

/** The pages of a product for which it stays the same instant, so that every picture shows the same. */
export async function standingStill({ store, client, stack }: Soaked, now: Instant): Promise<Shown> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clock = { ...makeClock({ speed: 1, origin: now }), now: () => now };
  const relay = createRelay({ url: 'smtp://127.0.0.1:9' });
  server.on(
    'request',
    createApi({
      ...{ store, client, clock, log: createLog({ level: 'warn', name: 'pictures' }), config: { publicUrl: url, secret } },
      ...{ evidence: diskEvidence(join(stack.folder, 'data', 'evidence'), undefined), operations: { advice: [], relay } },
      fileReader: new URL('../../dist/api/import/thread.js', import.meta.url),
      cockpit: new URL('../../dist/web/', import.meta.url),
    }),
  );
  return {
    url,
    async close() {
      server.closeAllConnections();
      server.close();
      relay.close();
    },
  };
}
