import { jsonSchemaOf } from '../domain/jsonSchema.ts';
import type { TaskDefinition } from '../domain/process.ts';
import { definitionId } from '../domain/process.ts';
import type { Instant } from '../domain/records/common.ts';
import { engine } from '../domain/records/common.ts';
import type { RungRule } from '../domain/records/settings.ts';
import type { Rung, Task } from '../domain/records/task.ts';
import { calendarOf } from '../domain/sites.ts';
import { factsOf } from '../domain/taskFacts.ts';
import { makeTimetable } from '../domain/timetable.ts';
import { settingsNow } from '../models/knowledge.ts';
import { accountableFor, presentOrDeputy, recipientsOf, responsibleFor } from '../models/people.ts';
import { append } from '../models/trail.ts';
import type { Activities, OpenedTask } from '../workflows/engine/contract.ts';
import type { Deps } from './deps.ts';
import { processOf, taskOf, unrecoverable } from './knowledge.ts';
import type { Post } from './post.ts';

type Input = Parameters<Activities['openTask']>[0];

/** Past the due date nobody is written to, but the trail says that it passed. */
const duePassed = 'duePassed';

/**
 * Opens a task: who is asked, by when, who is told if late, all frozen on the task and in the trail; later changes of definition, holidays or ladder
 * move nothing that was promised. A task that is there already is read: an execution that begins again goes on where the last one was.
 */
export const createOpenTask =
  (deps: Deps, post: Post) =>
  async (input: Input): Promise<OpenedTask> => {
    const task = (await deps.store.tasks.get(input.id)) ?? (await open(deps, input));
    if (task.seq === 1) await post.put([openedLetter(task)]);
    return { facts: factsOf(task), seq: task.seq, wakes: wakesOf(deps, task), execution: input.execution };
  };

const openedLetter = (task: Task) => ({
  id: `${task.id}/opened/${task.assignment}/${task.assignee}`,
  person: task.assignee,
  kind: 'opened' as const,
  run: task.run,
  task: task.id,
  facts: {},
  at: task.openedAt,
  urgent: false,
});

async function open(deps: Deps, input: Input): Promise<Task> {
  const { store, clock } = deps;
  const definition = processOf(input.process);
  const rule = taskOf(definition, input.task);
  const settings = await settingsNow(store);
  const openedAt = clock.toOrganization(input.at);
  const owner = await responsibleFor(store, definition, rule, input.about);
  const accountable = await accountableFor(store, definition);
  const ladder = settings.ladders.find((one) => one.name === rule.ladder)?.rungs;
  if (ladder === undefined) throw unrecoverable(`the settings have no ladder ${rule.ladder}`);
  const calendar = calendarOf(settings, owner);
  const timetable = makeTimetable({ due: rule.due, ladder, runOpenedAt: input.runOpenedAt, openedAt, calendar });
  const assignee = await presentOrDeputy(store, owner, calendar.dayOf(openedAt), calendar.dayOf(timetable.due));
  const people = { assignee: assignee.id, accountable: accountable.id };
  const task: Task = {
    ...{ id: input.id, run: input.run, process: input.process, task: input.task, attempt: input.attempt },
    ...(input.about !== undefined && { about: input.about }),
    ...(assignee.id !== owner.id && { onBehalfOf: owner.id }),
    ...{ answer: rule.answer, state: 'open', seq: 1, version: 1, assignment: 1, level: 0, undeliverable: false, ...people },
    ...{ openedAt, baselineDue: timetable.due, due: timetable.due, zone: calendar.zone },
    rungs: await rungsOf(deps, timetable, people),
    definition: definitionId(definition),
    outcomeSchema: outcomeSchema(rule),
  };
  await append(store, {
    chain: `task/${task.id}`,
    seq: 1,
    at: openedAt,
    actor: engine,
    event: 'opened',
    data: { ...promised(task), settings: settings.version, ladder: rule.ladder, key: `${input.execution}/1` },
  });
  await store.tasks.insert(task);
  return task;
}

const promised = ({ run, task, about, assignee, onBehalfOf, accountable, due, zone, rungs, definition }: Task) => ({
  ...{ run, task, about, assignee, onBehalfOf, accountable, due, zone, definition },
  rungs: rungs.map(({ key, at, level, to, told }) => ({ key, at, level, to, told })),
});

async function rungsOf(
  { store }: Deps,
  timetable: { due: Instant; rungs: { rule: RungRule; at: Instant }[] },
  people: { assignee: string; accountable: string },
): Promise<Rung[]> {
  const rungs: Rung[] = [{ key: duePassed, at: timetable.due, letter: 'none', level: 0, to: [], told: [], state: 'pending' }];
  for (const { rule, at } of timetable.rungs) {
    const told = (await recipientsOf(store, rule.to, people)).map(({ person }) => person);
    const { key, letter, level, to, nonconformity } = rule;
    rungs.push({ key, at, letter, level, to, told, state: 'pending', ...(nonconformity !== undefined && { nonconformity }) });
  }
  return rungs.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const outcomeSchema = (rule: TaskDefinition): string => JSON.stringify(jsonSchemaOf(rule.outcome));

const wakesOf = ({ clock }: Deps, task: Task) =>
  task.rungs.filter((rung) => rung.state === 'pending').map(({ key, at, level }) => ({ key, at: clock.toReal(at), level }));
