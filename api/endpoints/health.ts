import { z } from 'zod';
import { taskQueue } from '../../activities/openRun.ts';
import { systemNow, toMs } from '../../domain/clock.ts';
import type { Api } from '../deps.ts';
import { endpoint, Reply } from '../endpoint.ts';
import { within } from '../temporal.ts';

const State = z.enum(['ok', 'unreachable', 'silent']);
const Ready = z.strictObject({ ready: z.boolean(), database: State, temporal: State, worker: State });

export const health = [
  endpoint({
    method: 'get',
    path: '/healthz',
    tag: 'health',
    summary: 'Whether this process is alive.',
    allow: 'anyone',
    output: z.strictObject({ alive: z.literal(true) }),
    handle: async () => ({ alive: true as const }),
  }),
  endpoint({
    method: 'get',
    path: '/readyz',
    tag: 'health',
    summary: 'Whether database, Temporal and a worker can be reached.',
    allow: 'anyone',
    output: Ready,
    also: { 503: 'Something is missing; the same body says what.' },
    handle: async ({ api }) => {
      const [database, { temporal, worker }] = await Promise.all([databaseState(api), temporalState(api)]);
      const ready = database === 'ok' && temporal === 'ok' && worker === 'ok';
      return new Reply(ready ? 200 : 503, { ready, database, temporal, worker });
    },
  }),
];

type States = Pick<z.infer<typeof Ready>, 'temporal' | 'worker'>;

const databaseState = async ({ store }: Api): Promise<z.infer<typeof State>> =>
  store.ping().then(
    () => 'ok',
    () => 'unreachable',
  );

const silentAfterMs = 120_000;

/** A worker polls its queue once a minute at least. */
async function temporalState({ client }: Api): Promise<States> {
  try {
    const queue = { namespace: client.options.namespace, taskQueue: { name: taskQueue }, taskQueueType: 1 };
    const now = toMs(systemNow());
    const { pollers } = await within(client, 3_000, () => client.workflowService.describeTaskQueue(queue));
    const heard = (pollers ?? []).some(({ lastAccessTime }) => now - Number(lastAccessTime?.seconds ?? 0) * 1000 < silentAfterMs);
    return { temporal: 'ok', worker: heard ? 'ok' : 'silent' };
  } catch {
    return { temporal: 'unreachable', worker: 'silent' };
  }
}
