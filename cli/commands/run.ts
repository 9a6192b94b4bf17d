import { type RunAnswer, RunDetailAnswer, type TaskAnswer } from '../answers.ts';
import type { Context } from '../context.ts';
import { counted, dayIn, minute, standing } from '../words.ts';

/** One run: who is asked what by when, promised against actual. */
export async function run({ client, people, output }: Context, id: string): Promise<void> {
  const found = await client.get(`/runs/${encodeURIComponent(id)}`, RunDetailAnswer);
  if (output.json) return output.result(found, []);
  const name = await people.names([found.openedBy, found.closedBy].flatMap((by) => (by === undefined ? [] : [by.person])));
  output.result(found, [
    `${found.id}, ${runState(found)}`,
    `Opened ${minute(found.openedAt)} by ${name(found.openedBy.person)}${ending(found, name)}`,
    ...(found.waitingFor.length > 0 ? [`Waiting for ${found.waitingFor.join(', ')}`] : []),
    summary(found),
    '',
    ...(found.tasks.length === 0 ? ['Nobody is asked anything yet.'] : output.table(taskTable(found.tasks))),
    ...(found.numbers.asked > found.tasks.length ? ['', `${counted(found.numbers.asked - found.tasks.length, 'further task')}.`] : []),
    ...proposed(found),
  ]);
}

export const runState = ({ status, outcome, supersededBy }: Pick<RunAnswer, 'status' | 'outcome' | 'supersededBy'>): string =>
  [status, outcome, supersededBy === undefined ? undefined : `superseded by ${supersededBy}`]
    .filter((part) => part !== undefined)
    .join(', ');

function ending({ status, closedAt, closedBy, reason }: RunDetailAnswer, name: (id: string) => string): string {
  if (closedAt === undefined) return '';
  const by = closedBy === undefined ? '' : ` by ${name(closedBy.person)}`;
  return `, ${status} ${minute(closedAt)}${by}${reason === undefined ? '' : `: ${reason}`}`;
}

function summary({ numbers: { asked, done, onTime, open, overdue, escalated } }: RunDetailAnswer): string {
  const parts = [`${done} done (${onTime} on time)`, `${open} open (${overdue} late)`, `${escalated} escalated`];
  return `${counted(asked, 'task')}: ${parts.join(', ')}`;
}

function taskTable(tasks: readonly TaskAnswer[]) {
  const moved = tasks.some(({ promised, due }) => promised !== due);
  const row = (task: TaskAnswer): string[] => [
    task.assigneeName,
    what(task),
    dayIn(task.zone, task.promised),
    ...(moved ? [task.due === task.promised ? '' : dayIn(task.zone, task.due)] : []),
    standing(task),
  ];
  return { head: ['Who', 'What', 'Promised', ...(moved ? ['Moved to'] : []), 'Actual'], rows: tasks.map(row) };
}

/** `Reassess the risk RSK-017` */
export const what = ({ title, about }: Pick<TaskAnswer, 'title' | 'about'>): string => (about === undefined ? title : `${title} ${about}`);

const proposed = ({ proposals, nonconformities }: RunDetailAnswer): string[] => [
  ...(proposals.length > 0 ? ['', 'Proposed'] : []),
  ...proposals.map(({ process, about, reason, status }) => `  ${process} for ${about} (${status}): ${reason}`),
  ...(nonconformities.length > 0 ? ['', 'Nonconformities'] : []),
  ...nonconformities.map(({ title, status }) => `  ${title} (${status})`),
];
