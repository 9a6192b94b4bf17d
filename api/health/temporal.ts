import { taskQueue } from '../../activities/openRun.ts';
import { systemNow, toMs } from '../../domain/clock.ts';
import { searchAttributes } from '../../workflows/engine/searchAttributes.ts';
import type { Api } from '../deps.ts';
import { type Poller, pollersOf } from '../pollers.ts';
import { within } from '../temporal.ts';
import { type Check, counted, type Look, lasting, ok, warning, wrong } from './finding.ts';

const patienceMs = 5_000;
const call = <T>({ client }: Api, work: () => Promise<T>): Promise<T> => within(client, patienceMs, work);
const dayMs = 86_400_000;

export const temporalChecks: readonly Check[] = [
  {
    check: 'temporal',
    title: 'Temporal',
    todo: 'See that the Temporal server runs and is reached under TEMPORAL_ADDRESS, and that TEMPORAL_NAMESPACE exists there.',
    look: namespace,
  },
  {
    check: 'searchAttributes',
    title: 'Search attributes',
    todo: 'Restart the worker: it registers them. Where it may not, as in Temporal Cloud, add them as Keyword yourself.',
    look: attributes,
  },
  {
    check: 'worker',
    title: 'Workers',
    todo: 'Start a worker, or look into its log: it says what it waits for.',
    look: workers,
  },
];

/** The namespace, and for how long it keeps what is closed. */
async function namespace(api: Api): Promise<Look[]> {
  const name = api.client.options.namespace;
  const { config } = await call(api, () => api.client.workflowService.describeNamespace({ namespace: name }));
  const keptMs = Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0) * 1000;
  const kept = `Closed workflows are kept for ${lasting(keptMs)}`;
  const reached = ok(`Namespace ${name} is there.`);
  if (keptMs >= 7 * dayMs) return [reached, ok(`${kept}.`)];
  return [
    reached,
    warning(`${kept}; what one wants to look up is gone soon.`, `temporal operator namespace update -n ${name} --retention 720h`),
  ];
}

async function attributes(api: Api): Promise<Look> {
  const request = { namespace: api.client.options.namespace };
  const { customAttributes } = await call(api, () => api.client.connection.operatorService.listSearchAttributes(request));
  const missing = Object.values(searchAttributes).flatMap(({ name }) => (customAttributes?.[name] === undefined ? [name] : []));
  return missing.length === 0 ? ok('All are there.') : wrong(`${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`);
}

/** Each queue must be asked for work by somebody: workflows, what they do, and mail. */
const queues = [
  { taskQueue, kind: 'workflow', what: 'workflows' },
  { taskQueue, kind: 'activity', what: 'activities' },
  { taskQueue: 'mail', kind: 'activity', what: 'mail' },
] as const;

async function workers(api: Api): Promise<Look> {
  const now = toMs(systemNow());
  const found: { what: string; pollers: Poller[] }[] = [];
  // One after the other: where Temporal is away the first says so, and no other is left trying behind our back.
  for (const { taskQueue: queue, kind, what } of queues)
    found.push({ what, pollers: await call(api, () => pollersOf(api.client, queue, kind)) });
  const silent = found.filter(({ pollers }) => !pollers.some(({ heardAtMs }) => now - heardAtMs < 120_000)).map(({ what }) => what);
  if (silent.length > 0) return wrong(`Nobody asks for ${silent.join(' and ')}.`);
  const known = new Set(found.flatMap(({ pollers }) => pollers.map(({ identity }) => identity)));
  return ok(`${counted(known.size, 'worker')} heard from.`);
}
