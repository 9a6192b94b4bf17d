import { TaskAnswer } from '../answers.ts';
import type { Context } from '../context.ts';
import { dayIn } from '../words.ts';
import { what } from './run.ts';

/** Gives a task to somebody else; the due date stands. */
export async function reassign(
  { client, people, output }: Context,
  id: string,
  { to, reason }: { to: string; reason: string },
): Promise<void> {
  const person = await people.find(to);
  const task = await client.post(`/tasks/${encodeURIComponent(id)}/reassignment`, { to: person.id, reason }, TaskAnswer);
  output.result(task, [`${what(task)} is now asked of ${task.assigneeName}, due ${dayIn(task.zone, task.due)} as before.`]);
}
