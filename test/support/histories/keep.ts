import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { Engine } from '../engine.ts';

/** Keeps the history of the run of each process that has gone the longest way, unless there is a longer one already. */
export async function keepHistories({ store, client }: Pick<Engine, 'store' | 'client'>, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { id, process: key } of await store.runs.find({})) {
    const history = await client.workflow.getHandle(id).fetchHistory();
    const file = `${folder}/${key}.json`;
    if ((history.events?.length ?? 0) > lengthOf(file)) await writeFile(file, historyToJSON(history));
  }
}

const lengthOf = (file: string): number =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { events: unknown[] }).events.length : 0;
