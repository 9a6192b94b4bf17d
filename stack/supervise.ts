import { setTimeout as sleep } from 'node:timers/promises';
import type { Child, Ending } from './child.ts';
import { oneLine } from './startFailure.ts';

/** A start that lasted this long was a good one: the next pause is the shortest again. */
const steady = 60_000;

export type Service = { name: string; start(): Promise<Child> };

export type Watch = {
  say(line: string): void;
  /** A process that runs, first or again. */
  up(name: string, pid: number): void;
  /** Aborted when everything is to stop: from then on nothing is started again. */
  halt: AbortSignal;
  /** Before the first new start, in ms; doubles up to 30 s. */
  firstPause?: number | undefined;
};

export type Supervised = { name: string; stop(signal?: NodeJS.Signals): Promise<void> };

/** Starts a service and starts it again whenever it ends. Refuses (StartFailure) when it does not come up the first time. */
export async function supervise(service: Service, watch: Watch): Promise<Supervised> {
  let child = await service.start();
  watch.up(service.name, child.pid);
  const watching = async () => {
    let pause = watch.firstPause ?? 1_000;
    for (;;) {
      const since = performance.now();
      const ending = await child.ended;
      if (watch.halt.aborted) return;
      if (performance.now() - since > steady) pause = watch.firstPause ?? 1_000;
      watch.say(`${service.name} ${howItEnded(ending)}; starting it again`);
      const next = await startAgain(service, watch, pause);
      if (next === undefined) return;
      pause = Math.min(next.pause * 2, 30_000);
      child = next.child;
      if (watch.halt.aborted) return child.stop();
      watch.up(service.name, child.pid);
      watch.say(`${service.name} is back`);
    }
  };
  const watched = watching();
  return {
    name: service.name,
    async stop(signal) {
      await child.stop(signal);
      await watched;
    },
  };
}

async function startAgain(service: Service, { say, halt }: Watch, first: number): Promise<{ child: Child; pause: number } | undefined> {
  for (let pause = first; ; pause = Math.min(pause * 2, 30_000)) {
    await sleep(pause, undefined, { signal: halt }).catch(() => undefined);
    if (halt.aborted) return undefined;
    try {
      return { child: await service.start(), pause };
    } catch (fault) {
      if (halt.aborted) return undefined;
      say(`${oneLine(fault)} Trying again.`);
    }
  }
}

const howItEnded = ({ code, signal }: Ending) => (signal === null ? `ended with code ${code}` : `was ended by ${signal}`);
