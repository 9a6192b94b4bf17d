import { tellScheduler } from '../../../activities/startOnce.ts';
import { addRisks, ids } from '../organization.ts';
import { eventually } from '../time.ts';
import type { Recorder } from './recorder.ts';

/** What the engine does for itself: schedules, openings, imports, upkeep, somebody who leaves. */
export async function recordEngineOwn({ product, over, save }: Recorder): Promise<void> {
  const { store, client, url, tokenFor, as } = product;
  await tellScheduler(client);
  const schedule = client.schedule.getHandle('riskReview');
  await eventually('the schedule is there', () => schedule.describe().catch(() => undefined));
  await save('scheduler', 'scheduler');
  await schedule.trigger();
  const opening = await eventually('an opening is over', async () => {
    for await (const { workflowId, status } of client.workflow.list({ query: 'WorkflowType="opening"' }))
      if (status.name === 'COMPLETED') return workflowId;
    return undefined;
  });
  await save('opening', opening);

  const csv = ['reference,name,owner', ...Array.from({ length: 5 }, (_, n) => `IMP-${n},Risk ${n},lukas@tessel.example`)].join('\n');
  const headers = { authorization: await tokenFor(ids.hanna), 'content-type': 'text/csv' };
  const answer = await fetch(`${url}/api/v1/registers/risks/import?apply=true`, { method: 'POST', headers, body: csv });
  const report = (await answer.json()) as { import?: string };
  if (report.import === undefined) throw new Error(`nothing was imported: ${JSON.stringify(report)}`);
  await over(report.import);
  await save('registerImport', report.import);

  const pass = await client.workflow.start('upkeep', { workflowId: 'upkeep-recorded', taskQueue: 'isms', args: [] });
  await pass.result();
  await save('upkeep', 'upkeep-recorded');

  await addRisks(store, ids.marta, ['LEAVE-1', 'LEAVE-2']);
  await as(ids.hanna)('POST', `/people/${ids.marta}/departure`, { to: ids.lukas, reason: 'She moves to Lisbon.' });
  const departure = await eventually('she has left', async () => (await store.departures.find({ person: ids.marta, state: 'moved' }))[0]);
  await over(departure.id);
  await save('departure', departure.id);
}
