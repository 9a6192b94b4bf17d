import type { DueRule, ProcessDefinition, TaskDefinition, Words } from '../domain/process.ts';
import type { Day, Role } from '../domain/records/common.ts';
import type { Person } from '../domain/records/person.ts';
import type { Cadence } from '../domain/records/schedule.ts';
import { subjects } from '../domain/subjects.ts';
import { definitions } from '../workflows/definitions.ts';
import type { Api } from './deps.ts';
import { detailOf } from './schedules.ts';

type Named = { id: string; name: string };

/** Who has to do what, and when: one task of a process with everybody's part in it (5.3, 4.4). */
export type Responsibility = {
  process: string;
  processTitle: Words;
  phase: ProcessDefinition['phase'];
  task: string;
  title: Words;
  /** Does it: `each` is the owner of what it is about. */
  responsible: { role: Role; each?: string; people: Named[] };
  /** Another person confirms it. */
  confirms?: { role: Role; people: Named[] };
  /** Answers for the process. */
  accountable: { role: Role; people: Named[] };
  consulted: readonly Role[];
  informed: readonly Role[];
  due: DueRule;
  ladder: TaskDefinition['ladder'];
  cadence?: Cadence;
  /** When the process opens next by itself. */
  next?: Day;
};

type Wanted = { process?: string | undefined; role?: Role | undefined; person?: string | undefined };

/** By process and task, in the order of the definitions; `person` and `role` narrow it to what falls to them. */
export async function responsibilities(api: Api, wanted: Wanted = {}): Promise<Responsibility[]> {
  const people = await api.store.people.find({ status: 'active' }, { sort: { name: 1, _id: 1 } });
  const next = await nextOpenings(api);
  const all = definitions.flatMap((definition) =>
    Object.entries(definition.tasks).map(([key, task]) => lineOf(people, next, definition, key, task)),
  );
  return all.filter((line) => fits(line, wanted));
}

function lineOf(
  people: readonly Person[],
  next: Map<string, Day>,
  definition: ProcessDefinition,
  key: string,
  task: TaskDefinition,
): Responsibility {
  const opens = next.get(definition.key);
  return {
    ...{ process: definition.key, processTitle: definition.title, phase: definition.phase, task: key, title: task.title },
    responsible: responsibleOf(people, task),
    ...(task.confirmedBy && { confirms: { role: task.confirmedBy.role, people: holders(people, task.confirmedBy.role) } }),
    accountable: { role: definition.accountable, people: holders(people, definition.accountable) },
    ...{ consulted: definition.consulted, informed: definition.informed, due: task.due, ladder: task.ladder },
    ...(definition.cadence && { cadence: definition.cadence }),
    ...(opens !== undefined && { next: opens }),
  };
}

function responsibleOf(people: readonly Person[], { by, about }: TaskDefinition): Responsibility['responsible'] {
  const isOwners = about !== undefined && subjects[about].ownerRole === by;
  return { role: by, ...(isOwners && { each: about }), people: holders(people, by) };
}

const holders = (people: readonly Person[], role: Role): Named[] =>
  people.filter(({ roles }) => role === 'everyone' || roles.some((one) => one.role === role)).map(({ id, name }) => ({ id, name }));

async function nextOpenings(api: Api): Promise<Map<string, Day>> {
  const next = new Map<string, Day>();
  for (const schedule of await api.store.schedules.find({ paused: false })) {
    if (schedule.id !== schedule.process) continue;
    const [first] = (await detailOf(api, schedule)).next;
    if (first !== undefined) next.set(schedule.process, first.day);
  }
  return next;
}

function fits({ process, responsible, confirms, accountable }: Responsibility, wanted: Wanted): boolean {
  const parts = [responsible, confirms, accountable].filter((part) => part !== undefined);
  const isTheirs = wanted.person === undefined || parts.some(({ people }) => people.some(({ id }) => id === wanted.person));
  const isRoles = wanted.role === undefined || parts.some(({ role }) => role === wanted.role);
  return (wanted.process === undefined || wanted.process === process) && isTheirs && isRoles;
}
