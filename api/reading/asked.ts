import type { Acceptance } from '../../domain/records/acceptance.ts';
import type { ScaleLabels } from '../../domain/records/reading.ts';
import type { Task } from '../../domain/records/task.ts';
import type { JsonSchema } from '../../domain/words/fields.ts';
import { criteriaNow } from '../../models/knowledge.ts';
import type { Api } from '../deps.ts';

/** What is asked for, as a schema. */
export const schemaOf = (task: Task): JsonSchema => JSON.parse(task.outcomeSchema) as JsonSchema;

/** What the steps of the scales are called now. */
export async function labelsNow({ store }: Api): Promise<ScaleLabels> {
  const { likelihood, consequence } = await criteriaNow(store);
  return { likelihood, consequence };
}

/** What the owner asked for before it came back; a first request has nothing before it. */
export const requestedBefore = ({ task, attempt }: Task, { justification = '', measures = '' }: Acceptance) =>
  task === 'request' && attempt > 1 ? { justification, measures } : undefined;
