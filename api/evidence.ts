import { evidenceLimits } from '../domain/evidence.ts';
import type { Evidence, Task } from '../domain/records/task.ts';
import { notFound, Refusal } from '../domain/refusal.ts';
import type { By, EvidenceFile } from '../domain/rules/taskShape.ts';
import { sha256 } from './callers.ts';
import type { Api } from './deps.ts';
import { Download } from './download.ts';

type Adding = { task: Task; by: By; key: string; repeated?: boolean; assignment?: number | undefined };

/**
 * Adds stored files to a task, each as a step of its own; a content that the task has already is not added again.
 * @throws Refusal 409 `tooManyFiles`, and what the task refuses
 */
export async function addEvidence(
  { tasks }: Pick<Api, 'tasks'>,
  { task, by, key, repeated, assignment }: Adding,
  files: readonly EvidenceFile[],
): Promise<Task> {
  let now = task;
  for (const file of files) {
    if (now.evidence?.some((one) => one.sha256 === file.sha256) === true) continue;
    refuseMore(now);
    const sent = { task: now, by, key: sha256(`${key}\n${file.sha256}`), ...(repeated !== undefined && { repeated }) };
    now = await tasks.give(sent, { do: 'evidence', file, ...(assignment !== undefined && { assignment }) });
  }
  return now;
}

/** A task has so many files and no more: whoever has a link must not be able to fill the disk. */
export function refuseMore({ evidence = [] }: Task): void {
  if (evidence.length >= evidenceLimits.perTask)
    throw new Refusal(409, 'tooManyFiles', `The task has ${evidenceLimits.perTask} files already; that is as many as it takes.`);
}

/** A file of a task, to be kept by whoever may see the task. */
export async function evidenceOf({ evidence }: Pick<Api, 'evidence'>, task: Task, hash: string): Promise<Download> {
  const file: Evidence | undefined = task.evidence?.find((one) => one.sha256 === hash);
  const content = file === undefined ? undefined : await evidence.get(hash);
  if (file === undefined || content === undefined) throw notFound();
  return new Download({ ...file, content });
}
