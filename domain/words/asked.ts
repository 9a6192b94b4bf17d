import type { TaskDefinition, Words } from '../process.ts';
import type { Step } from '../records/reading.ts';

/** What a definition says about a task, for letters and pages. */
export type TaskWords = Pick<TaskDefinition, 'title' | 'purpose' | 'doneWhen' | 'words' | 'inPerson'>;

/** Where something is asked: the run, its process and the definition of the task. */
export type AskedIn = {
  run: string;
  /** All of them, where one letter or page is about several. */
  runs?: readonly string[] | undefined;
  process: { title: Words; clauses: readonly string[] };
  definition: TaskWords;
};

/** Whether the clock is running, so that a day alone would say too little. */
export const isByTheClock = (steps: readonly Pick<Step, 'byTheClock'>[] = []): boolean =>
  steps.some(({ byTheClock }) => byTheClock === true);
