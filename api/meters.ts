import { Gauge, Histogram, Registry } from 'prom-client';
import { systemNow, toMs } from '../domain/clock.ts';
import { type Count, countAll, counted, lastPass, oldestWaiting } from '../models/census.ts';
import { definitions } from '../workflows/definitions.ts';
import type { ApiDeps } from './deps.ts';

const waits = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What is measured of the API and its store; every label is a word of ours from a list that does not grow. */
export type Meters = ReturnType<typeof createMeters>;

const gauges = {
  tasks_open: { help: 'Open tasks.', labelNames: ['process', 'state'] },
  tasks_late: { help: 'Open tasks past their due date.', labelNames: ['process', 'state'] },
  tasks_unreachable: { help: 'Open tasks whose assignee no mail reaches.', labelNames: ['state'] },
  tasks_with_missed_rungs: { help: 'Tasks, open or closed, of which a reminder or escalation was missed.', labelNames: ['process'] },
  runs: { help: 'Runs.', labelNames: ['process', 'status'] },
  letters: { help: 'Letters by what became of them.', labelNames: ['state'] },
  mails: { help: 'Mails by what the mail server said.', labelNames: ['state'] },
  letters_oldest_waiting_seconds: { help: 'How long the oldest letter waits, in real seconds; 0 when none does.', labelNames: [] },
  upkeep_found: { help: 'What the last pass of upkeep found left behind.', labelNames: ['what'] },
  upkeep_last_pass_timestamp_seconds: { help: 'When the last pass of upkeep began; 0 before the first.', labelNames: [] },
  upkeep_pass_seconds: { help: 'How long the last pass of upkeep took.', labelNames: [] },
  database_up: { help: '1 when what is counted could be counted, else 0.', labelNames: [] },
} as const satisfies Record<string, { help: string; labelNames: readonly string[] }>;

/** Counters of this process, and gauges that are read from the store when somebody asks. */
export function createMeters(registry = new Registry()) {
  const prefixed = (name: string) => ({ name: `fourstroke_${name}`, registers: [registry] });
  const named = Object.entries(gauges).map(([name, { help, labelNames }]): [string, Gauge] => [
    name,
    new Gauge({ ...prefixed(name), help, labelNames: [...labelNames] }),
  ]);
  return {
    registry,
    gauges: Object.fromEntries(named) as Record<keyof typeof gauges, Gauge>,
    request: new Histogram({
      ...prefixed('http_request_seconds'),
      help: 'HTTP requests by route as it is declared and status, and how long they took.',
      labelNames: ['method', 'route', 'status'],
      buckets: waits,
    }),
    command: new Histogram({
      ...prefixed('command_seconds'),
      help: 'Commands to tasks from here to what is recorded of them: the latency of a step as a person feels it.',
      labelNames: ['command', 'result'],
      buckets: waits,
    }),
  };
}

type Counting = Pick<ApiDeps, 'store' | 'clock'>;

/** Brings the gauges up to date. Never throws: a database that is away is a measurement too. */
export async function count({ gauges: all }: Meters, deps: Counting): Promise<void> {
  const readings = await inTime(read(deps)).catch(() => [plain('database_up', 0)]);
  for (const [name, { labelNames }] of Object.entries(gauges)) clear(all[name as keyof typeof gauges], labelNames.length > 0);
  for (const { name, labels, value } of readings) all[name as keyof typeof gauges].set(labels, value);
}

/** What cannot be said is not said: a gauge without labels would fall to 0 instead. */
const clear = (gauge: Gauge, isLabelled: boolean): void => (isLabelled ? gauge.reset() : gauge.remove());

/** Whoever asks waits ten seconds at most, and wants what this process knows of itself in any case. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the database takes too long to count')), 5_000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

type Reading = Pick<Count, 'name' | 'labels'> & { value: number };
const plain = (name: keyof typeof gauges, value: number): Reading => ({ name, labels: {}, value });

async function read({ store, clock }: Counting): Promise<Reading[]> {
  const now = clock.now();
  const keys = definitions.map(({ key }) => key);
  const [counts, oldest, pass] = await Promise.all([countAll(store, counted(keys, now)), oldestWaiting(store, now), lastPass(store)]);
  return [
    ...counts,
    plain('letters_oldest_waiting_seconds', oldest === undefined ? 0 : (toMs(systemNow()) - toMs(clock.toReal(oldest))) / 1000),
    ...(pass?.found ?? []).map(({ what, count: value }) => ({ name: 'upkeep_found', labels: { what }, value })),
    plain('upkeep_last_pass_timestamp_seconds', pass === undefined ? 0 : toMs(pass.at) / 1000),
    plain('upkeep_pass_seconds', (pass?.tookMs ?? 0) / 1000),
    plain('database_up', 1),
  ];
}
