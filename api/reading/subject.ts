import type { Language } from '../../domain/records/common.ts';
import type { PlannedRun } from '../../domain/records/cycle.ts';
import type { Risk } from '../../domain/records/risk.ts';
import type { Task } from '../../domain/records/task.ts';
import { subjectOf } from '../../domain/subjects.ts';
import type { Store } from '../../models/store.ts';
import { nameOfRun } from '../../workflows/definitions.ts';
import { taskDefinitionOf } from '../outcomes.ts';

type About = Pick<Task, 'process' | 'task' | 'about'>;

/** The risk that a task is about; undefined where it is about something else, or nothing. */
export const riskOf = async (store: Store, task: About): Promise<Risk | undefined> =>
  task.about !== undefined && taskDefinitionOf(task).about === 'risks' ? store.risks.get(task.about) : undefined;

/** The last judgement, where an answer may keep it: what is expected, or left after a treatment, is another question. */
export const keepableIn = (task: About, risk: Risk): Risk['lastAssessment'] =>
  taskDefinitionOf(task).agrees === 'judgement' ? risk.lastAssessment : undefined;

/** What the record is called that a task is about. */
export async function titleOfSubject(store: Store, task: About, language: Language): Promise<string | undefined> {
  const { about: register } = taskDefinitionOf(task);
  const record = register === undefined || task.about === undefined ? undefined : await store[register].get(task.about);
  if (record === undefined || register === undefined) return undefined;
  return register === 'plannedRuns' ? nameOfRun(record as PlannedRun, language) : subjectOf(register, record).title;
}
