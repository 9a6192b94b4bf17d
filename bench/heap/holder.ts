import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { openTask } from './opened.ts';

// Holds many workflows of one type in the cache of a worker and says by how much the heap has grown for each. A process of its own, started with
// --expose-gc; `debugMode` runs workflows on the main thread, whose heap can be read.

const [address = '', bundle = '', type = '', workflows = '0'] = process.argv.slice(2);
const taskQueue = `heap-${type}-${process.pid}`;
const first = 50;
const [least, most] = [first, first + Number(workflows)];

Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
const connection = await NativeConnection.connect({ address });
const client = new Client({ connection: await Connection.connect({ address }) });
const worker = await Worker.create({
  ...{ connection, taskQueue, workflowBundle: { codePath: bundle }, debugMode: true, maxCachedWorkflows: most },
  activities: { openTask, record: async () => undefined },
});
const running = worker.run();

const argumentsOf = (n: number) => [
  { id: `r/reassess/RSK-${n}/1`, run: 'r', process: 'riskReview', task: 'reassess', about: `RSK-${n}`, attempt: 1, rungs: [86_400_000] },
];

async function hold(from: number, to: number): Promise<void> {
  for (let n = from; n < to; n += 1)
    await client.workflow.start(type, { taskQueue, workflowId: `${taskQueue}/${n}`, args: argumentsOf(n), workflowTaskTimeout: '30s' });
  for (let quiet = 0; quiet < 5; await sleep(200)) {
    const { numCachedWorkflows, numInFlightWorkflowActivations, numInFlightActivities } = worker.getStatus();
    quiet = numCachedWorkflows === to && numInFlightWorkflowActivations + numInFlightActivities === 0 ? quiet + 1 : 0;
  }
}

function heapBytes(): number {
  for (let n = 0; n < 4; n += 1) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

await hold(0, least);
const before = heapBytes();
await hold(least, most);
process.send?.({ bytes: (heapBytes() - before) / (most - least) });
worker.shutdown();
await running;
process.exit(0);
