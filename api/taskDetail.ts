import type { z } from 'zod';
import type { Task } from '../domain/records/task.ts';
import type { TaskDetail } from '../domain/records/taskDetail.ts';
import { notFound } from '../domain/refusal.ts';
import { allowed, waivable } from '../domain/rules/task.ts';
import { factsOf } from '../domain/taskFacts.ts';
import type { Api } from './deps.ts';
import { byOf, type Caller, seen } from './policy.ts';
import { spoken } from './spokenTrail.ts';
import { taskLines } from './taskLines.ts';

/** A task that this caller may see; everything else is not there. */
export async function visible({ store }: Api, caller: Caller, task: string): Promise<Task> {
  const found = await seen(caller, 'tasks', store, task);
  if (found === undefined) throw notFound();
  return found;
}

export async function detailOf(api: Api, caller: Caller, task: Task): Promise<z.input<typeof TaskDetail>> {
  const [[line], trail] = await Promise.all([taskLines(api, caller.person.language, [task]), spoken(api.store, `task/${task.id}`)]);
  if (line === undefined) throw notFound();
  const { attempt, answer, accountable, standIn, definition, outcome, reason, due, rungs } = task;
  const { answeredAt, answeredBy, returned, extensions, handOver, dutiesWaived, waivedUntil } = task;
  return {
    ...line,
    ...{ attempt, answer, accountable, standIn, definition, outcome, reason, answeredAt, answeredBy, returned },
    ...{ extensions, handOver, dutiesWaived, waivedUntil },
    outcomeSchema: JSON.parse(task.outcomeSchema) as Record<string, unknown>,
    evidence: task.evidence ?? [],
    ...(task.brief !== undefined && { brief: await api.store.briefs.get(task.brief.id) }),
    timetable: { due, rungs },
    allowed: allowed(factsOf(task), byOf(caller)),
    waivable: waivable(factsOf(task), byOf(caller)),
    trail,
  };
}
