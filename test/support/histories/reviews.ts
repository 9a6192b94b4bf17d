import { engine as byEngine } from '../../../domain/records/common.ts';
import { endRun } from '../../../workflows/engine/messages.ts';
import { addRisks, ids } from '../organization.ts';
import { eventually } from '../time.ts';
import { by, outcome } from './acts.ts';
import type { Recorder } from './recorder.ts';

const task = (run: string, risk: string) => `${run}/reassess/${risk}/1`;
const review = (period: string, scope = {}) => ({ process: 'riskReview', subject: { period, ...scope }, actor: byEngine });

/** A review that is answered in every way and closes; one of batches that the next supersedes; one that is cancelled. */
export async function recordReviews({ product, send, over, save }: Recorder): Promise<void> {
  const { store, client, openRun } = product;
  await addRisks(store, ids.lukas, ['RSK-001', 'RSK-002']);
  await addRisks(store, ids.martin, ['RSK-003']);
  const opened = (run: string, count: number) =>
    eventually(`${count} tasks`, async () => (await store.tasks.count({ run, task: 'reassess' })) === count);

  const first = await openRun(review('2026-Q4'));
  await opened(first.id, 3);
  await send(task(first.id, 'RSK-001'), { do: 'complete', by: by.lukasByLink, outcome });
  await send(task(first.id, 'RSK-002'), { do: 'comment', by: by.lukasByLink, text: 'Next week.' });
  await send(task(first.id, 'RSK-002'), { do: 'reassign', by: by.hanna, to: ids.marta, reason: 'She knows it.' });
  await send(task(first.id, 'RSK-002'), { do: 'complete', by: by.marta, outcome });
  await eventually('the ladder is climbed', async () => (await store.tasks.get(task(first.id, 'RSK-003')))?.level === 3, 120_000);
  await send(task(first.id, 'RSK-003'), { do: 'complete', by: by.hanna, outcome });
  await send(`${first.id}/confirm/-/1`, { do: 'complete', by: by.hanna, outcome: { consistent: true, newRisks: 0, note: 'All fine.' } });
  await over(first.id);

  const many = Array.from({ length: 60 }, (_, n) => `BIG-${n}`);
  await addRisks(store, ids.lukas, many);
  const second = await openRun(review('2027-Q1', { scope: 'all' }));
  await opened(second.id, 63);
  const third = await openRun(review('2027-Q2', { scope: 'all' }));
  await over(second.id);
  await client.workflow
    .getHandle(third.id)
    .executeUpdate(endRun, { args: [{ kind: 'cancelled', by: ids.hanna, via: 'login', reason: 'A trial.' }] });

  await save('riskReview-complete', first.id);
  await save('riskReview-superseded', second.id);
  await save('riskReview-batch', `${second.id}/batch/1`);
  await save('riskReview-cancelled', third.id);
  await save('task-done-at-once', task(first.id, 'RSK-001'));
  await save('task-reassigned', task(first.id, 'RSK-002'));
  await save('task-full-ladder', task(first.id, 'RSK-003'));
  await save('task-superseded', task(second.id, 'RSK-001'));
  await save('letterbox', `letterbox/${ids.lukas}`);
}
