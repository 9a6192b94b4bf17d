import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { systemNow } from '../../domain/clock.ts';
import type { Machine } from '../statistics/report.ts';
import type { Product } from './product.ts';

/** The machine before anything was started on it. */
export const machineNow = (): Machine => ({
  ...{ measuredAt: systemNow(), processor: cpus()[0]?.model.trim() ?? 'unknown', cores: cpus().length },
  ...{ memoryGb: Math.round(totalmem() / 2 ** 30), system: `${type()} ${release()}`, node: process.version },
  loadBefore: Number((loadavg()[0] ?? 0).toFixed(2)),
});

/** The servers by their own word. */
export async function serversOf({ client, store }: Product): Promise<Pick<Machine, 'temporal' | 'database'>> {
  const { serverVersion } = await client.workflowService.getSystemInfo({});
  const { version, secantusVersion } = (await store.connection.getClient().db().admin().buildInfo()) as {
    version: string;
    secantusVersion?: string;
  };
  return {
    temporal: `Temporal ${serverVersion}, dev server with a file database`,
    database: secantusVersion === undefined ? `MongoDB ${version}` : `SecantusDB ${secantusVersion}, writing through on every commit`,
  };
}
