import { type Client, type Connection, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import { taskQueue } from '../activities/openRun.ts';
import type { Clock } from '../domain/clock.ts';
import { searchAttributes } from '../workflows/engine/searchAttributes.ts';

const keyword = 2; // INDEXED_VALUE_TYPE_KEYWORD

/**
 * Registers what Temporal's lists are filtered by, as far as it is missing: where somebody else has done it, as in Temporal Cloud, we need no right to. A name that
 * exists with another type is silently kept by the server, so the list is read back.
 * @throws when a search attribute exists with another type, or is missing and we may not add it
 */
export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const wanted = Object.values(searchAttributes).map(({ name }) => name);
  const there = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = wanted.filter((name) => there.customAttributes?.[name] === undefined);
  if (missing.length > 0) await add(connection, namespace, missing);
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const wrong = wanted.filter((name) => customAttributes?.[name] !== undefined && customAttributes[name] !== keyword);
  if (wrong.length > 0) throw new Error(`Temporal has the search attributes ${wrong.join(', ')} with another type than Keyword`);
}

async function add(connection: Connection, namespace: string, missing: readonly string[]): Promise<void> {
  try {
    await connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing.map((name) => [name, keyword])),
    });
  } catch (failure) {
    if (!mayNot.has((failure as { code?: number }).code ?? -1)) throw failure;
    throw new Error(
      `Temporal does not let us add search attributes. Add ${missing.join(', ')} of type Keyword to namespace ${namespace} yourself.`,
    );
  }
}

// gRPC: PERMISSION_DENIED, UNIMPLEMENTED
const mayNot = new Set([7, 12]);

const hourMs = 3_600_000;
const leastMs = 20_000;

/** Upkeep every hour of the organization's time. A schedule of before is brought to what this version wants. */
export async function scheduleUpkeep(client: Client, clock: Clock): Promise<void> {
  const wanted = {
    spec: { intervals: [{ every: Math.max(leastMs, clock.realMs(hourMs)) }] },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
    action: { type: 'startWorkflow' as const, workflowType: 'upkeep', workflowId: 'upkeep', taskQueue, args: [] },
  };
  try {
    await client.schedule.create({ scheduleId: 'upkeep', ...wanted });
  } catch (failure) {
    if (!(failure instanceof ScheduleAlreadyRunning)) throw failure;
    await client.schedule.getHandle('upkeep').update(({ state }) => ({ ...wanted, state }));
  }
}
