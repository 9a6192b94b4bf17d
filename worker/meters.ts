import { Counter, Histogram, Registry } from 'prom-client';

const waits = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What a worker measures of what it does; every label is a word of ours from a list that does not grow. */
export type WorkerMeters = ReturnType<typeof createWorkerMeters>;

export function createWorkerMeters(registry = new Registry()) {
  const prefixed = (name: string) => ({ name: `fourstroke_${name}`, registers: [registry] });
  return {
    registry,
    step: new Histogram({
      ...prefixed('step_seconds'),
      help: 'Steps of tasks by what happened, and how long it took to record them.',
      labelNames: ['event', 'result'],
      buckets: waits,
    }),
    activity: new Histogram({
      ...prefixed('activity_seconds'),
      help: 'Activities, and how long they took. A failed one is tried again.',
      labelNames: ['activity', 'result'],
      buckets: waits,
    }),
    mails: new Counter({ ...prefixed('mails_total'), help: 'Mails spoken to the mail server, by what it said.', labelNames: ['answer'] }),
    upkeep: new Counter({ ...prefixed('upkeep_found_total'), help: 'What passes of upkeep found left behind.', labelNames: ['what'] }),
  };
}
