import { z } from 'zod';
import { taskQueue } from '../../activities/openRun.ts';
import { systemNow, toMs } from '../../domain/clock.ts';
import { Health } from '../../domain/records/health.ts';
import type { Api } from '../deps.ts';
import { endpoint, Reply } from '../endpoint.ts';
import { healthOf } from '../health/report.ts';
import { mailWord } from '../mailState.ts';
import { oneAtATime } from '../oneAtATime.ts';
import { pollersOf } from '../pollers.ts';
import { within } from '../temporal.ts';

const State = z.enum(['ok', 'unreachable', 'silent']);
const Ready = z.strictObject({
  ...{ ready: z.boolean(), database: State, temporal: State, worker: State },
  mail: z
    .enum(['ok', 'paused', 'away', 'misconfigured', 'unknown'])
    .meta({ description: 'Whether mail goes out. It is no part of `ready`: nothing else waits for it.' }),
});

const inTurn = oneAtATime();

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
    summary: 'Whether database, Temporal and a worker can be reached, and how mail is.',
    allow: 'anyone',
    output: Ready,
    also: { 503: 'Something is missing; the same body says what.' },
    handle: async ({ api }) => {
      const [database, { temporal, worker }] = await Promise.all([databaseState(api), temporalState(api)]);
      const mail = database === 'ok' ? await mailWord(api.store) : 'unknown';
      const ready = database === 'ok' && temporal === 'ok' && worker === 'ok';
      return new Reply(ready ? 200 : 503, { ready, database, temporal, worker, mail });
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/health',
    tag: 'health',
    summary: 'Everything that an operator would look at, each with what to do about it. Changes nothing, sends nothing.',
    allow: 'manage',
    output: Health,
    handle: ({ api }) => inTurn(() => healthOf(api)),
  }),
];

type States = Pick<z.infer<typeof Ready>, 'temporal' | 'worker'>;

const databaseState = async ({ store }: Api): Promise<z.infer<typeof State>> =>
  store.ping().then(
    () => 'ok',
    () => 'unreachable',
  );

/** A worker asks its queue once a minute at least. */
const silentAfterMs = 120_000;

async function temporalState({ client }: Api): Promise<States> {
  try {
    const now = toMs(systemNow());
    const pollers = await within(client, 3_000, () => pollersOf(client, taskQueue, 'workflow'));
    const heard = pollers.some(({ heardAtMs }) => now - heardAtMs < silentAfterMs);
    return { temporal: 'ok', worker: heard ? 'ok' : 'silent' };
  } catch {
    return { temporal: 'unreachable', worker: 'silent' };
  }
}
