import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../stack/root.ts';
import { bundleOf } from '../bare/bare.ts';
import { median } from '../statistics/quantiles.ts';
import type { Row } from './row.ts';

type Kind = 'sdk' | 'bare' | 'product';
type Held = { bundle: string; type: string };

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** What an open task costs the worker while it is in its cache, beside a workflow that only waits. */
export const heap: Row = {
  key: 'heap',
  what: 'Heap for each cached workflow',
  async measure({ product: start, rounds, small, say }) {
    const { folder, stack } = await start();
    const kinds: Record<Kind, Held> = {
      sdk: { bundle: await bundleOf(beside('../heap/idle.js'), join(folder, 'idle.bundle.js')), type: 'idle' },
      bare: { bundle: await bundleOf(beside('../bare/workflows.js'), join(folder, 'bare.bundle.js')), type: 'bareTask' },
      product: { bundle: join(root, 'dist', 'workflows.bundle.js'), type: 'task' },
    };
    const raw: Record<Kind, number>[] = [];
    for (let n = 0; n < rounds; n += 1) {
      const kb = (kind: Kind) => kbOf(stack.temporal, { ...kinds[kind], count: small ? 100 : 500 });
      raw.push({ sdk: await kb('sdk'), bare: await kb('bare'), product: await kb('product') });
      say(
        Object.entries(raw[n] ?? {})
          .map(([kind, size]) => `${kind} ${size.toFixed(0)} kB`)
          .join(', '),
      );
    }
    const of = (kind: Kind) => median(raw.map((round) => round[kind])).toFixed(0);
    return {
      figures: [
        {
          what: 'Heap for each open task in the cache of the worker, over a workflow that only waits',
          ...{ target: { atMost: 100 }, unit: ' kB', rounds: raw.map(({ sdk, product }) => product - sdk) },
          beside: `${of('product')} against ${of('sdk')} kB; bare ${of('bare')} kB`,
        },
      ],
      raw,
    };
  },
};

async function kbOf(address: string, { bundle, type, count }: Held & { count: number }): Promise<number> {
  const holder = fork(beside('../heap/holder.js'), [address, bundle, type, String(count)], { execArgv: ['--expose-gc'] });
  let bytes: number | undefined;
  holder.on('message', (message: { bytes: number }) => {
    bytes = message.bytes;
  });
  await once(holder, 'exit');
  if (bytes === undefined) throw new Error(`${type} could not be held; what its process said is above`);
  return bytes / 1024;
}
