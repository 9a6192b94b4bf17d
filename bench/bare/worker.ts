import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { tuning } from '../../worker/worker.ts';
import { type BareActivities, bareQueue } from './contract.ts';

// A process of its own, as the product's worker is; what it records is only counted.

const [address = '', bundle = ''] = process.argv.slice(2);
const counts: Record<string, number> = {};

const activities: BareActivities = {
  async record(event) {
    counts[event] = (counts[event] ?? 0) + 1;
  },
};

Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
  shutdownSignals: [],
});
const connection = await NativeConnection.connect({ address });
const worker = await Worker.create({
  ...{ connection, taskQueue: bareQueue, workflowBundle: { codePath: bundle }, activities },
  ...tuning,
});
const stop = () => {
  if (worker.getState() === 'RUNNING') worker.shutdown();
};
process.once('SIGTERM', stop);
process.once('disconnect', stop);
process.on('message', () => process.send?.({ counts }));
const running = worker.run();
process.send?.({ ready: true });
await running;
await connection.close();
process.exit(0);
