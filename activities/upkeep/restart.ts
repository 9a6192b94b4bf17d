import { heartbeat } from '@temporalio/activity';
import type { Import } from '../../domain/records/import.ts';
import { closedStates } from '../../domain/rules/task.ts';
import { statusOf } from '../awaitWorkflow.ts';
import type { Deps } from '../deps.ts';
import { startRunWorkflow } from '../openRun.ts';
import { startDeparture, startOnce } from '../startOnce.ts';
import { startTaskWorkflow } from '../taskWorkflow.ts';

/** Starts what is open by its document and has no workflow; starting what runs already changes nothing. Returns how many of each there were. */
export async function restartLost(deps: Deps): Promise<{ runs: number; tasks: number; imports: number; departures: number }> {
  const { store, client } = deps;
  const runs = await each(deps, await store.runs.find({ status: 'open' }), (run) => startRunWorkflow(client, run));
  const open = await store.tasks.find({ state: { $nin: [...closedStates] } });
  // What is asked of each of many has no workflow but that of its run.
  const own = open.filter(({ inPerson }) => inPerson !== true);
  const tasks = await each(deps, own, (task) => startTaskWorkflow(deps, task));
  const imports = await each(deps, await store.imports.find({ state: 'applying' }), (one) => startImport(deps, one));
  const departures = await each(deps, await store.departures.find({ state: 'moving' }), ({ id }) => startDeparture(client, id));
  return { runs, tasks, imports, departures };
}

async function each<T extends { id: string }>(deps: Deps, all: readonly T[], start: (one: T) => Promise<void>): Promise<number> {
  let started = 0;
  for (const one of all) {
    heartbeat(started);
    if ((await statusOf(deps.client.workflow.getHandle(one.id))) === 'RUNNING') continue;
    await start(one);
    started += 1;
  }
  return started;
}

async function startImport({ store, client }: Deps, { id }: Import): Promise<void> {
  const pieces = await store.importPieces.count({ import: id });
  await startOnce(client, { type: 'registerImport', id, input: { import: id, pieces } });
}
