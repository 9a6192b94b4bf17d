import type { OwnedRecord } from '../domain/records/departure.ts';
import type { DeparturePlan } from '../domain/records/departurePlan.ts';
import type { Person } from '../domain/records/person.ts';
import type { Detail } from '../domain/refusal.ts';
import { takenOverParts } from '../domain/rules/handOver.ts';
import { mayDecideExtension } from '../domain/rules/taskRights.ts';
import { factsOf } from '../domain/taskFacts.ts';
import { type Leaving, type Staff, staffAfter } from '../models/leaving/heirs.ts';
import { peopleMoves, rolesGiven } from '../models/leaving/people.ts';
import { recordMoves } from '../models/leaving/records.ts';
import { type TaskMove, taskMoves } from '../models/leaving/tasks.ts';
import { definitionOf } from '../workflows/definitions.ts';
import type { Api } from './deps.ts';
import { taskDefinitionOf } from './outcomes.ts';
import { byOf, type Caller, callerOf } from './policy.ts';
import { peopleById } from './taskLines.ts';

/** Works out what moves and to whom; nothing is written. */
export async function planOf(api: Api, caller: Caller, leaver: Person, leaving: Leaving): Promise<DeparturePlan> {
  const { store } = api;
  const staff = await staffAfter(store, leaving);
  const [records, people, moves] = await Promise.all([
    recordMoves(store, leaving, staff),
    peopleMoves(store, leaving),
    taskMoves(store, leaving, staff, definitionOf),
  ]);
  const successor = leaving.to === undefined ? undefined : await store.people.get(leaving.to);
  const tasks = moves.map((move) => taskOf(move, leaver, caller));
  return {
    ...{ person: leaver.id, name: leaver.name, to: leaving.to, roles: leaver.roles, given: rolesGiven(leaver, successor, leaving) },
    ...{ records, tasks, people: people.map(({ person: { id, name }, as, to }) => ({ id, name, as, to })) },
    names: await namesOf(
      api,
      [leaving, ...records, ...people].flatMap(({ to }) => to ?? []),
      tasks,
    ),
    problems: problemsOf(leaver, successor, leaving, staff, { records, moves }),
  };
}

function taskOf({ task, held, to, ...rest }: TaskMove, leaver: Person, { person }: Caller) {
  const { id, about, state, due, zone } = task;
  const facts = factsOf(task);
  const decides = facts.extension !== undefined && mayDecideExtension(facts, byOf(callerOf(leaver, 'login')));
  return {
    ...{ id, title: taskDefinitionOf(task).title[person.language], about, state, due, zone },
    ...{ parts: [...held, ...(decides ? (['extension'] as const) : [])], to: takenOverParts(to) },
    ...rest,
  };
}

async function namesOf(
  api: Api,
  ids: readonly string[],
  tasks: readonly { to: Record<string, string> }[],
): Promise<Record<string, string>> {
  const people = await peopleById(api, [...ids, ...tasks.flatMap(({ to }) => Object.values(to))]);
  return Object.fromEntries([...people.values()].map(({ id, name }) => [id, name]));
}

type Moving = { records: readonly OwnedRecord[]; moves: readonly TaskMove[] };

function problemsOf(leaver: Person, successor: Person | undefined, { to }: Leaving, staff: Staff, { records, moves }: Moving): Detail[] {
  const problem = (path: string, message: string): Detail[] => [{ path, message }];
  if (to === leaver.id) return problem('to', 'is the person who leaves');
  if (to !== undefined && successor?.status !== 'active') return problem('to', 'nobody active has this id');
  if (staff.holders('ismsManager')[0]?.roles.some(({ role, scope }) => role === 'ismsManager' && scope === undefined) !== true)
    return problem('to', 'nobody would run the ISMS: name a successor who gets the roles');
  if (to !== undefined) return [];
  const ownerless = records.filter((one) => one.to === undefined).length;
  const unasked = moves.filter(({ stays }) => stays.includes('assignee') || stays.includes('onBehalfOf')).length;
  return ownerless + unasked === 0
    ? []
    : problem('to', `is needed: ${said(ownerless, 'record')} and ${said(unasked, 'task')} need somebody named`);
}

const said = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
