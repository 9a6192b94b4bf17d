import type { Row } from './rows/row.ts';
import { serversOf } from './servers/machine.ts';
import { type Product, startProduct } from './servers/product.ts';
import { isMet } from './statistics/figure.ts';
import type { Profiled } from './statistics/profile.ts';
import type { Machine, Measured } from './statistics/report.ts';

type Options = { rounds: number; small: boolean; say(line: string): void };
type Servers = Pick<Machine, 'temporal' | 'database'>;
export type Result = Measured & { key: string; what: string; seconds: number; servers?: Servers; profiles: Profiled[] };

/** Measures one row on a product of its own; where a target is missed, once more in small under a profiler, to see where the time goes. */
export async function measure(row: Row, options: Options): Promise<Result> {
  const began = performance.now();
  const { measured, servers } = await withProduct(row, options, false);
  const missed = measured.figures.some((figure) => !isMet(figure));
  const profiles = missed && servers !== undefined ? await profilesOf(row, options) : [];
  const seconds = Math.round((performance.now() - began) / 1000);
  return { key: row.key, what: row.what, seconds, ...measured, profiles, ...(servers && { servers }) };
}

async function profilesOf(row: Row, { say }: Options): Promise<Profiled[]> {
  say('a target is missed: once more, in small, to see where the time goes');
  const { profiles } = await withProduct(row, { rounds: 1, small: true, say: () => undefined }, true);
  return Object.entries(profiles).map(([thread, summary]) => ({ what: row.what, thread, summary }));
}

async function withProduct(row: Row, options: Options, profiled: boolean) {
  let product: Product | undefined;
  let servers: Servers | undefined;
  const start = async (): Promise<Product> => {
    product ??= await startProduct({ profiled });
    servers ??= await serversOf(product);
    return product;
  };
  // Hundreds of megabytes of data would stay behind.
  const interrupted = () => void product?.stop().finally(() => process.exit(130));
  process.once('SIGINT', interrupted);
  try {
    const measured = await row.measure({ ...options, product: start });
    return { measured, servers, profiles: (await product?.stop()) ?? {} };
  } catch (failure) {
    await product?.stop();
    throw failure;
  } finally {
    process.off('SIGINT', interrupted);
  }
}
