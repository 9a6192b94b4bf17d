import type { Instant } from '../../domain/records/common.ts';
import type { Task } from '../../domain/records/task.ts';
import { calendarOf } from '../../domain/sites.ts';
import { changesSince } from '../../models/changes.ts';
import { stepsOf } from '../../models/steps.ts';
import { processOf, taskOf } from '../knowledge.ts';
import type { Opened, Reassigned, TaskLine } from '../letters/types.ts';
import { askedIn, type Context, dueDatesOf, referenceOf } from './context.ts';
import { decisionOf, frozenLine } from './decisions.ts';
import type { Group } from './groups.ts';

export type Asked = Omit<Opened, 'kind'>;

/** What every letter about open tasks says: which, by when, and what happens when. */
export async function askedOf(context: Context, { run, tasks, letters }: Group, first: Task): Promise<Asked> {
  const due = dueDatesOf(tasks).first ?? first.due;
  const { onBehalfOf, answeredBy } = first;
  const confirming = letters[0].facts.confirming === true;
  const standsIn = !confirming && onBehalfOf !== undefined && onBehalfOf !== context.reader.id;
  return {
    ...askedIn(run, tasks),
    ...(confirming && { confirming: { by: await context.names(answeredBy?.person ?? first.assignee) } }),
    ...(standsIn && { onBehalfOf: await context.names(onBehalfOf) }),
    ...{ tasks: await linesOf(context, tasks), due, left: daysLeft(context, due) },
    ...{ answer: confirming ? 'login' : first.answer, steps: await stepsOf(context, first) },
    ...(await decisionOf(context, tasks)),
  };
}

const isAboutRisk = ({ process, task }: Task): boolean => taskOf(processOf(process), task).about === 'risks';

function daysLeft({ settings, reader, at }: Context, due: Instant): number {
  const calendar = calendarOf(settings, reader);
  return calendar.workingDaysUntil(calendar.dayOf(at), calendar.dayOf(due));
}

async function linesOf(context: Context, tasks: readonly Task[]): Promise<TaskLine[]> {
  const { store } = context;
  const lines: TaskLine[] = [];
  for (const task of tasks) {
    const { id, about } = task;
    const reference = await referenceOf(context, task);
    const frozen = await frozenLine(context, task);
    if (frozen !== undefined) {
      lines.push({ task: id, reference, frozen });
      continue;
    }
    const risk = about === undefined || !isAboutRisk(task) ? undefined : await store.risks.get(about);
    const last = risk?.lastAssessment;
    const since = risk !== undefined && last !== undefined && { since: last.day, changes: (await changesSince(store, risk)).length };
    lines.push({ task: id, reference, ...since });
  }
  return lines;
}

export async function reassigned({ names }: Context, { letters: [letter] }: Group, asked: Asked): Promise<Reassigned> {
  const { from, by } = letter.facts as { from: string; by: string };
  return { ...asked, kind: 'reassigned', from: await names(from), by: await names(by) };
}
