import { taskQueue } from '../../activities/openRun.ts';
import { systemNow, toMs } from '../../domain/clock.ts';
import { lastPass } from '../../models/census.ts';
import { aheadOfDatabase } from '../../models/clocks.ts';
import type { Api } from '../deps.ts';
import { pollersOf } from '../pollers.ts';
import { within } from '../temporal.ts';
import { type Check, ok, warning } from './finding.ts';

/** Due dates are days, links and leases are minutes: seconds do no harm. */
const harmlessMs = 5_000;

export const clockChecks: readonly Check[] = [
  {
    check: 'clocks',
    title: 'Clocks',
    todo: 'Let all machines keep their time by NTP (chrony, systemd-timesyncd).',
    look: async (api) => {
      const apart = (await differences(api)).filter(({ ms }) => Math.abs(ms) > harmlessMs);
      return apart.length === 0
        ? ok('API, worker, database and Temporal agree to within seconds.')
        : apart.map(({ who, whom, ms }) =>
            warning(`${who} is ${(Math.abs(ms) / 1000).toFixed(0)} s ${ms > 0 ? 'ahead of' : 'behind'} ${whom}.`),
          );
    },
  },
];

type Difference = { who: string; whom: string; ms: number };

/** The worker says it with each pass of upkeep; of Temporal one can only tell that it is ahead, or far behind. */
async function differences(api: Api): Promise<Difference[]> {
  const pass = await lastPass(api.store);
  return [
    { who: "The API's machine", whom: "the database's", ms: await aheadOfDatabase(api.store) },
    { who: "The worker's machine", whom: "the database's", ms: pass?.aheadOfDatabaseMs ?? 0 },
    { who: "Temporal's machine", whom: "the worker's", ms: pass?.temporalAheadMs ?? 0 },
    { who: "Temporal's machine", whom: "the API's", ms: await temporalAhead(api) },
  ];
}

async function temporalAhead({ client }: Api): Promise<number> {
  const pollers = await within(client, 5_000, () => pollersOf(client, taskQueue, 'workflow')).catch(() => []);
  return Math.max(0, ...pollers.map(({ heardAtMs }) => heardAtMs - toMs(systemNow())));
}
