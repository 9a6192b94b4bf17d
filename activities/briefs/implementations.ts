import type { Instant } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import type { Store } from '../../models/store.ts';
import { unrecoverable } from '../knowledge.ts';
import { controls } from './controls.ts';
import { type Draft, fact, label, nameOf } from './draft.ts';

/** What somebody says they have put in place, with what shows it and why it came back, if it did; by their task. */
export async function implementations(store: Store, id: string, at: Instant): Promise<Draft> {
  const task = await store.tasks.get(id);
  if (task?.about === undefined) throw unrecoverable(`there is no implementation ${id}`);
  const { title, facts, tables } = await controls(store, task.about, at);
  return { title, facts: [...(await returnedOf(store, task)), ...(await answerOf(store, task)), ...facts], tables };
}

const answerOf = async (store: Store, { outcome, answeredBy, answeredAt, evidence = [] }: Task) => [
  ...fact(label('What was done', 'Was getan wurde'), String(outcome?.result ?? '')),
  ...fact(label('Said by', 'Gemeldet von'), await nameOf(store, answeredBy?.person)),
  ...fact(label('Said on', 'Gemeldet am'), answeredAt, 'instant'),
  ...fact(
    label('Files', 'Dateien'),
    evidence.map(({ name }) => name),
  ),
];

/** Why whoever looked at this answer has returned it. */
async function returnedOf(store: Store, { run, attempt }: Task) {
  const seen = await store.tasks.first({ run, task: 'verify', attempt });
  return seen?.outcome?.decision === 'return' ? fact(label('Returned because', 'Zurückgegeben, weil'), String(seen.outcome.reason)) : [];
}
