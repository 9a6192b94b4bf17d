import { proxyActivities } from '@temporalio/workflow';
import type { DepartureActivities } from './contract.ts';

const { endAccess, handOverRecords, handOverPeople, tellSuccessor, handOverTasks, closeDeparture } = proxyActivities<DepartureActivities>({
  startToCloseTimeout: '30m',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
});

/**
 * Somebody leaves. First the door is closed, so that nothing new comes to them; then everything that is theirs moves, piece by piece, each of which
 * may be tried again without harm.
 */
export async function departure(input: { departure: string }): Promise<void> {
  const piece = { departure: input.departure, at: new Date().toISOString() };
  const { registers } = await endAccess(piece);
  for (const register of registers) await handOverRecords({ ...piece, register });
  await handOverPeople(piece);
  await tellSuccessor(piece);
  await handOverTasks(piece);
  await closeDeparture(piece);
}
