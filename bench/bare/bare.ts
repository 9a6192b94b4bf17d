import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WorkflowHandle } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { startNodeChild } from '../../stack/nodeChild.ts';
import type { Product } from '../servers/product.ts';
import { attributesOf, type BareRun, type BareTask, bareQueue } from './contract.ts';

/** A bare workflow of the product's shape, on the product's Temporal server, with a worker of its own. */
export type Bare = {
  pid: number;
  startRun(run: BareRun): Promise<WorkflowHandle>;
  startTask(id: string, task: BareTask): Promise<WorkflowHandle>;
  answer(task: string, answer: object): Promise<unknown>;
  /** How often an event was recorded. */
  count(event: string): Promise<number>;
  stop(): Promise<void>;
};

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

export async function bundleOf(workflowsPath: string, codePath: string): Promise<string> {
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
  await writeFile(codePath, code);
  return codePath;
}

export async function startBare({ client, stack, folder }: Product): Promise<Bare> {
  const bundle = await bundleOf(beside('./workflows.js'), join(folder, 'bare.bundle.js'));
  const program = [beside('./worker.js'), stack.temporal, bundle];
  const worker = await startNodeChild({ name: 'bare worker', program, log: join(folder, 'bare.log') });
  const options = { taskQueue: bareQueue, workflowTaskTimeout: '3s' as const };
  return {
    pid: worker.pid,
    startRun: (run) =>
      client.workflow.start('bareRun', { ...options, workflowId: run.id, args: [run], typedSearchAttributes: attributesOf(run.id) }),
    startTask: (workflowId, task) =>
      client.workflow.start('bareTask', { ...options, workflowId, args: [task], typedSearchAttributes: attributesOf('none') }),
    answer: (task, answer) => client.workflow.getHandle(task).executeUpdate('answer', { args: [answer] }),
    async count(event) {
      const told = once(worker.process, 'message');
      worker.process.send({ count: event });
      const [{ counts }] = (await told) as [{ counts: Record<string, number> }];
      return counts[event] ?? 0;
    },
    stop: worker.stop,
  };
}
