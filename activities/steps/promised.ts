import { definitionId, type ProcessDefinition, type TaskDefinition } from '../../domain/process.ts';
import { engine } from '../../domain/records/common.ts';
import type { Person } from '../../domain/records/person.ts';
import type { Settings } from '../../domain/records/settings.ts';
import type { Task } from '../../domain/records/task.ts';
import { calendarOf } from '../../domain/sites.ts';
import { makeTimetable } from '../../domain/timetable.ts';
import { settingsNow } from '../../models/knowledge.ts';
import { accountableFor, deputyOf, standInFor } from '../../models/people.ts';
import type { Store } from '../../models/store.ts';
import type { NewEntry } from '../../models/trail.ts';
import type { Activities } from '../../workflows/engine/contract.ts';
import type { Deps } from '../deps.ts';
import { processOf, taskOf, unrecoverable } from '../knowledge.ts';
import { comingBack, inOrder, type PromisedRung, promisedRungs } from './rungs.ts';
import { confirmerFor, deciderFor } from './separation.ts';

export type OpenTaskInput = Parameters<Activities['openTask']>[0];

/** What a task promises when it opens, as the first entry of its chain keeps it. */
export type Promised = Pick<
  Task,
  | 'run'
  | 'task'
  | 'about'
  | 'brief'
  | 'assignee'
  | 'onBehalfOf'
  | 'standIn'
  | 'confirmer'
  | 'approval'
  | 'inPerson'
  | 'deputy'
  | 'barred'
  | 'alone'
  | 'accountable'
  | 'answer'
  | 'due'
  | 'zone'
  | 'definition'
> & { rungs: PromisedRung[]; settings: number; ladder: string; key: string };

/** Works out who is asked and by when, from the registers and settings of this moment. */
export async function promise(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  input: OpenTaskInput,
): Promise<Pick<NewEntry, 'at' | 'actor' | 'data'>> {
  const definition = processOf(input.process);
  const rule = ruleOf(definition, input);
  const settings = await settingsNow(store);
  const at = clock.toOrganization(input.at);
  const { person: owner, alone } = await deciderFor(store, definition, rule, input);
  const { id: accountable } = await accountableFor(store, definition);
  const calendar = calendarOf(settings, owner);
  const timetable = makeTimetable({
    due: rule.due,
    ladder: ladderOf(settings, rule.ladder),
    runOpenedAt: input.runOpenedAt,
    openedAt: at,
    calendar,
  });
  const standIn = await standInFor(store, owner, calendar.dayOf(at), calendar.dayOf(timetable.due));
  const assignee = standIn?.deputy.id ?? owner.id;
  const rungs = await promisedRungs(store, timetable, { assignee, accountable });
  const promised: Promised = {
    ...{ run: input.run, task: input.task, about: input.about, assignee, accountable, answer: rule.answer },
    ...(input.brief !== undefined && { brief: await briefOf(store, input.brief) }),
    ...(standIn !== undefined && { onBehalfOf: owner.id, standIn: 'deputy' as const }),
    ...(await othersWhoDecide(store, definition, rule, owner, assignee)),
    ...(input.barred !== undefined && { barred: input.barred }),
    ...(alone && { alone: true }),
    ...{ due: timetable.due, zone: calendar.zone, definition: definitionId(definition) },
    rungs: standIn === undefined ? rungs : inOrder([...rungs, comingBack(calendar, standIn.until, 1)]),
    ...{ settings: settings.version, ladder: rule.ladder, key: `${input.execution}/1` },
  };
  return { at, actor: engine, data: promised };
}

/** The task of the definition; a flow may say whose decision it is, who confirms it, and by when. */
function ruleOf(definition: ProcessDefinition, { task, by, confirmedBy: role, due }: OpenTaskInput): TaskDefinition {
  const rule = taskOf(definition, task);
  const confirmedBy = role === undefined ? rule.confirmedBy : { ...(rule.confirmedBy ?? usualConfirming), role };
  return {
    ...rule,
    ...(by !== undefined && { by }),
    ...(confirmedBy !== undefined && { confirmedBy }),
    ...(due !== undefined && { due }),
  };
}

/** What was frozen, by its content: the trail of the task says what was decided on. */
export async function briefOf(store: Store, id: string): Promise<NonNullable<Task['brief']>> {
  const brief = await store.briefs.get(id);
  if (brief === undefined) throw unrecoverable(`there is no brief ${id}`);
  return { id, digest: brief.digest };
}

/** Who confirms the answer, and who may decide an approval that is late. */
async function othersWhoDecide(
  store: Store,
  definition: ProcessDefinition,
  rule: TaskDefinition,
  owner: Person,
  assignee: string,
): Promise<Pick<Promised, 'confirmer' | 'approval' | 'deputy' | 'alone'>> {
  const confirming = rule.confirmedBy && (await confirmerFor(store, definition, rule.confirmedBy.role, [owner.id, assignee]));
  const deputy = rule.approval === true ? await deputyOf(store, owner) : undefined;
  return {
    ...(confirming !== undefined && { confirmer: confirming.person.id, ...(confirming.alone && { alone: true }) }),
    ...(rule.approval === true && { approval: true }),
    ...(deputy !== undefined && { deputy: deputy.id }),
  };
}

/** Time and ladder of whoever confirms, where the definition says nothing else. */
export const usualConfirming = { workingDays: 5, ladder: 'approval' } as const;

export function ladderOf({ ladders }: Settings, name: string) {
  const ladder = ladders.find((one) => one.name === name);
  if (ladder === undefined) throw unrecoverable(`the settings have no ladder ${name}`);
  return ladder.rungs;
}
