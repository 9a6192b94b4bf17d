import type { Step } from '../../domain/records/reading.ts';
import type { Task } from '../../domain/records/task.ts';
import { stepsOf } from '../../models/steps.ts';
import type { Reader } from './reader.ts';

/** The timetable from its first mail on. */
export async function stepsWithOpening(reader: Pick<Reader, 'api' | 'person'>, task: Task): Promise<Step[]> {
  const { store } = reader.api;
  const names = async (id: string): Promise<string> => (await store.people.get(id))?.name ?? id;
  const letter = await store.letters.first({ task: task.id, kind: 'opened', person: task.assignee });
  const opened: Step = {
    ...{ at: task.openedAt, what: 'opened', level: 0, state: 'sent' },
    to: [{ as: 'assignee', you: task.assignee === reader.person.id, name: await names(task.assignee) }],
    delivery: letter === undefined || letter.state === 'sending' ? undefined : letter.state,
  };
  return [opened, ...(await stepsOf({ store, reader: reader.person, names }, task))];
}
