import type { Person } from '../domain/records/person.ts';
import type { Step, Told } from '../domain/records/reading.ts';
import type { Task } from '../domain/records/task.ts';
import { comesBack } from '../domain/rules/taskShape.ts';
import { recipientsOf } from './people.ts';
import type { Store } from './store.ts';

/** The timetable of a task, for people: what was sent, the due date, what is to come and who is told. */
export async function stepsOf(
  { store, reader, names }: { store: Store; reader: Pick<Person, 'id'>; names: (id: string) => Promise<string> },
  task: Task,
): Promise<Step[]> {
  const steps: Step[] = [];
  for (const rung of task.rungs) {
    if (rung.state === 'withdrawn' || rung.key.startsWith(comesBack)) continue;
    const what = rung.letter === 'none' ? 'due' : rung.letter;
    const to: Told[] = [];
    for (const { person, as } of await recipientsOf(
      store,
      rung.to,
      rung.confirming === true ? { ...task, assignee: task.confirmer ?? task.assignee } : task,
    ))
      to.push({ as, you: person === reader.id, ...(as !== 'topManagement' && { name: await names(person) }) });
    const byTheClock = rung.percent !== undefined || undefined;
    steps.push({ at: rung.at, byTheClock, what, level: rung.level, to: onceAs(to), state: rung.state, nonconformity: rung.nonconformity });
  }
  return steps;
}

/** Top management is told as such, however many they are. */
const onceAs = (to: readonly Told[]): Told[] =>
  to.filter((told, n) => told.as !== 'topManagement' || told.you === true || to.findIndex((t) => t.as === 'topManagement') === n);
