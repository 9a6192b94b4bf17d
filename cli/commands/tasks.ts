import { TaskAnswer } from '../answers.ts';
import type { Context } from '../context.ts';
import { firstOf } from '../pages.ts';
import { dayIn, standing } from '../words.ts';
import { what } from './run.ts';
import { rest } from './runs.ts';

export type TasksOptions = {
  mine?: boolean | undefined;
  assignee?: string | undefined;
  overdue?: boolean | undefined;
  status?: string | undefined;
  process?: string | undefined;
  limit: number;
};

/** Tasks, the next due first; open ones unless a status is asked for. */
export async function tasks({ client, people, output }: Context, options: TasksOptions): Promise<void> {
  const { mine, assignee, overdue, status, process, limit } = options;
  const whose = mine === true ? 'me' : assignee === undefined ? undefined : (await people.find(assignee)).id;
  const wanted = { assignee: whose, process, ...(overdue === true ? { overdue: 'true', status } : { status: status ?? 'open' }) };
  const found = await firstOf(client, '/tasks', TaskAnswer, wanted, limit);
  const rows = found.items.map((task) => [dayIn(task.zone, task.due), task.assigneeName, what(task), standing(task), task.id]);
  const lines = output.table({ head: ['Due', 'Who', 'What', 'State', 'Task'], rows });
  output.result(found, rows.length === 0 ? ['No task.'] : [...lines, ...rest(found.next)]);
}
