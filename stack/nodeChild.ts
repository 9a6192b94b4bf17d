import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, type ChildOptions, startChild } from './child.ts';
import { StartFailure } from './startFailure.ts';

export type NodeChildOptions = ChildOptions & {
  name: string;
  /** What follows `node` on the command line. */
  program: readonly string[];
  /** Resolves to true when the process is ready; asked again and again. Without it the process says so itself by `{ ready: true }`. */
  isReady?: () => Promise<boolean>;
  patience?: number;
  halt?: AbortSignal;
  onSpawn?: (pid: number) => void;
};

/** Starts one of our own processes; returns once it is ready. Refuses (StartFailure) when it ends or stays silent for a minute. */
export async function startNodeChild(options: NodeChildOptions): Promise<Child> {
  const { name, program, patience = 60_000, halt, onSpawn = () => undefined } = options;
  const child = await startChild(process.execPath, program, { ...options, ipc: true });
  onSpawn(child.pid);
  let said = false;
  child.process.on('message', (message) => {
    said ||= typeof message === 'object' && message !== null && 'ready' in message && message.ready === true;
  });
  const isReady = options.isReady ?? (async () => said);
  const end = performance.now() + patience;
  while (!(await isReady())) {
    if (child.running() && performance.now() < end && halt?.aborted !== true) {
      await sleep(30);
      continue;
    }
    const silent = child.running();
    await child.stop('SIGKILL');
    throw new StartFailure(`The ${name} ${silent ? 'did not come up' : 'ended while starting'}; its log: ${options.log}`);
  }
  return child;
}
