import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import type { Soaked } from './soaked.ts';

/** Resident memory of the worker in MB, by the process it was; and each kind of workflow with its longest history. */
export type Sizes = { worker: Map<number, number[]>; api: Map<number, number[]> };

export function watchMemory({ stack }: Soaked): { sizes: Sizes; stop(): Promise<void> } {
  const sizes: Sizes = { worker: new Map(), api: new Map() };
  let isOver = false;
  const look = async () => {
    while (!isOver) {
      const { pids } = await stack.file();
      for (const name of ['worker', 'api'] as const) {
        const mb = await residentMb(pids[name]);
        if (mb !== undefined) sizes[name].set(pids[name], [...(sizes[name].get(pids[name]) ?? []), mb]);
      }
      await sleep(1_000);
    }
  };
  const looking = look();
  return {
    sizes,
    async stop() {
      isOver = true;
      await looking;
    },
  };
}

/** Undefined when it has just been killed. */
async function residentMb(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch((failure: NodeJS.ErrnoException) => {
    if (failure.code !== 'ENOENT' && failure.code !== 'ESRCH') throw failure;
    return '';
  });
  const [, kb] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  return kb === undefined ? undefined : Math.round(Number(kb) / 1024);
}

export type Longest = Record<string, { count: number; events: number; kb: number }>;

/** Of each kind of workflow: how many there were, and the longest history. */
export async function longestHistories({ client }: Pick<Soaked, 'client'>): Promise<Longest> {
  const longest: Longest = {};
  for await (const { type, historyLength, historySize = 0 } of client.workflow.list()) {
    const { count, events, kb } = longest[type] ?? { count: 0, events: 0, kb: 0 };
    longest[type] = { count: count + 1, events: Math.max(events, historyLength), kb: Math.max(kb, Math.round(historySize / 1024)) };
  }
  return longest;
}

const shortLived = ['opening', 'upkeep', 'scheduler'];

/** Workflows whose history does not go the same way in a worker that knows nothing of them: they would stand still after the next crash. Each history is kept. */
export async function unreplayable({ client }: Pick<Soaked, 'client'>): Promise<string[]> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const failed: string[] = [];
  for await (const { workflowId, runId, type } of client.workflow.list()) {
    if (shortLived.includes(type)) continue;
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const replay = Worker.runReplayHistory({ workflowBundle: { codePath: process.env.TEST_BUNDLE ?? '' } }, history, workflowId);
    await replay.catch(async (failure: Error) => {
      const kept = join(await mkdtemp(join(tmpdir(), 'fourstroke-unreplayable-')), 'history.json');
      await writeFile(kept, historyToJSON(history));
      failed.push(`${workflowId}, kept as ${kept}: ${failure.message.slice(0, 600)}`);
    });
  }
  return failed;
}
