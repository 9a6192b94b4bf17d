import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Command } from '../../../domain/rules/taskShape.ts';
import { serverBinaries } from '../../../stack/binaries.ts';
import { commandTask } from '../../../workflows/engine/messages.ts';
import type { Product } from '../product.ts';
import { eventually } from '../time.ts';

export type Recorder = {
  product: Product;
  /** A command to a task, as soon as it takes any. */
  send(task: string, command: Command): Promise<unknown>;
  /** Until the workflow is over. */
  over(workflowId: string): Promise<unknown>;
  /** Keeps the history of a workflow under this name. */
  save(name: string, workflowId: string): Promise<void>;
};

const withoutOpening = (failure: { cause?: { type?: string } }): undefined => {
  if (failure.cause?.type !== 'notOpenYet') throw failure;
};

export async function openRecorder(product: Product, folder: string): Promise<Recorder> {
  const { temporal } = await serverBinaries();
  await mkdir(folder, { recursive: true });
  const handle = (id: string) => product.client.workflow.getHandle(id);
  return {
    product,
    async send(task, command) {
      await eventually(`the task ${task}`, () => product.store.tasks.get(task));
      const sent = () =>
        handle(task)
          .executeUpdate(commandTask, { args: [command] })
          .catch(withoutOpening);
      return eventually(`${command.do} is taken by ${task}`, sent);
    },
    over: (id) => handle(id).result(),
    /** As Temporal's own command line writes it: the form that every SDK can replay. */
    async save(name, id) {
      const where = ['--workflow-id', id, '--address', product.address, '--namespace', product.namespace];
      const { stdout } = await promisify(execFile)(temporal, ['workflow', 'show', ...where, '--output', 'json'], { maxBuffer: 64e6 });
      await writeFile(`${folder}/${name}.json`, stdout);
      process.stderr.write(`${name}\n`);
    },
  };
}
