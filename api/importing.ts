import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { taskQueue } from '../activities/openRun.ts';
import { toMs } from '../domain/clock.ts';
import type { Importable } from '../domain/importable.ts';
import type { Actor } from '../domain/records/common.ts';
import type { Import, ImportPiece } from '../domain/records/import.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Api } from './deps.ts';
import type { Batch } from './import/batches.ts';
import { within } from './temporal.ts';

const running = () => new Refusal(409, 'importRunning', 'A register is being imported. Try again when the import is complete.');

/** Throws while an import is on its way: what it was checked against must not change under it. */
export async function refuseWhileImporting({ store }: Pick<Api, 'store'>): Promise<void> {
  if ((await store.imports.first({ state: { $in: ['staging', 'applying'] } })) !== undefined) throw running();
}

type Staged = { id: string; register: Importable; rows: number; batches: readonly Batch[]; by: Actor };

/**
 * Stores a validated file piece by piece and has a workflow apply it, so that all rows come in or none, whatever dies meanwhile. The same id
 * again goes on with the same import.
 * @throws Refusal 409 `importRunning` when another one is on its way
 */
export async function applyImport(api: Api, { id, register, rows, batches, by }: Staged): Promise<Import> {
  const { store, clock } = api;
  await clearAway(api, id);
  const draft: Import = { id, register, rows, applied: 0, state: 'staging', by, at: clock.now() };
  await store.imports.insert(draft);
  await refuseSecond(api, id);
  const pieces = piecesOf(id, register, batches);
  if ((await store.imports.get(id))?.state === 'staging') {
    for (const piece of pieces) await store.importPieces.insertMissing([piece]);
    await store.imports.set(id, { state: 'applying' }, { state: 'staging' });
  }
  await start(api, id, pieces.length);
  return (await store.imports.get(id)) ?? draft;
}

/** Of two at once both step back: neither may be checked against a register that the other changes. */
async function refuseSecond({ store }: Api, id: string): Promise<void> {
  const other = await store.imports.first({ state: { $in: ['staging', 'applying'] }, _id: { $ne: id } });
  if (other === undefined) return;
  await store.imports.remove({ id, state: 'staging' });
  throw running();
}

const abandonedAfterMs = 10 * 60_000;

/** An import whose staging was cut off never began; one whose workflow was never started is started. */
async function clearAway(api: Api, id: string): Promise<void> {
  const { store, clock } = api;
  for (const one of await store.imports.find({ state: { $in: ['staging', 'applying'] }, _id: { $ne: id } })) {
    const sinceMs = (toMs(clock.now()) - toMs(one.at)) / clock.speed;
    if (one.state === 'applying') await start(api, one.id, await store.importPieces.count({ import: one.id }));
    else if (sinceMs > abandonedAfterMs) await discard(api, one.id);
  }
}

async function discard({ store }: Api, id: string): Promise<void> {
  await store.importPieces.remove({ import: id });
  await store.imports.remove({ id, state: 'staging' });
}

async function start({ client }: Api, id: string, pieces: number): Promise<void> {
  const workflow = { workflowId: id, taskQueue, args: [{ import: id, pieces }], workflowTaskTimeout: '3s' } as const;
  try {
    await within(client, 10_000, () => client.workflow.start('registerImport', workflow));
  } catch (failure) {
    if (!(failure instanceof WorkflowExecutionAlreadyStartedError)) throw failure;
  }
}

function piecesOf(id: string, register: Importable, batches: readonly Batch[]): ImportPiece[] {
  let upTo = 0;
  return batches.map(({ register: of, records }, i) => {
    if (of === register) upTo += records.length;
    return { id: `${id}/${i + 1}`, import: id, n: i + 1, register: of, upTo, records };
  });
}
