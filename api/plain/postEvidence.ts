import type { Request, Response } from 'express';
import type { Language } from '../../domain/records/common.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { By } from '../../domain/rules/taskShape.ts';
import { sha256 } from '../callers.ts';
import { addEvidence, refuseMore } from '../evidence.ts';
import { refusalOf } from '../problem.ts';
import { receiveFiles } from '../receiveFiles.ts';
import { formPage, openOf, type Sheet } from './taskPages.ts';
import { say } from './words.ts';

type Posted = {
  sheet: Sheet;
  by: By;
  /** Whether the form came from a page of ours. Asked before a file is read. */
  csrfFits(): boolean;
  assignments?: Map<string, number>;
  reload(): Promise<Sheet>;
};

/** Files that somebody sent from a page of tasks. The page comes back, with what is on the task now or why nothing was added. */
export async function postEvidence(request: Request, response: Response, posted: Posted): Promise<void> {
  try {
    const added = await add(request, response, posted);
    response.send(await formPage(await posted.reload(), { evidence: { added } }));
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (refusal === undefined) throw thrown;
    if (refusal.status === 503) response.set('Retry-After', '5');
    const problem = sentenceOf(refusal, posted.sheet.reader.person.language);
    response.status(refusal.status).send(await formPage(posted.sheet, { evidence: { problem } }));
  }
}

async function add(request: Request, response: Response, posted: Posted): Promise<number> {
  const { sheet, by, assignments } = posted;
  const { api } = sheet.reader;
  const check = (fields: Record<string, unknown>) => {
    if (!posted.csrfFits()) throw new Refusal(403, 'expired', 'The form was open too long.');
    refuseMore(taskIn(sheet, fields.task));
  };
  const { fields, files } = await receiveFiles(request, response, api.evidence, check);
  if (files.length === 0) throw new Refusal(422, 'noFile', 'There is no file.');
  const task = taskIn(sheet, fields.task);
  const key = sha256(`evidence\n${fields.key ?? ''}\n${by.person}\n${task.id}`);
  await addEvidence(api, { task, by, key, repeated: true, assignment: assignments?.get(task.id) }, files);
  return files.length;
}

function taskIn({ tasks, names }: Sheet, named: unknown) {
  const task = openOf(tasks).find(({ id }) => names.get(id) === named);
  if (task === undefined) throw new Refusal(409, 'closed', 'The task is not open any more.');
  return task;
}

const own = ['expired', 'noFile', 'tooLarge', 'tooManyFiles', 'unsupportedFile', 'infected', 'storageFull'] as const;
const isOwn = (code: string): code is (typeof own)[number] => (own as readonly string[]).includes(code);

function sentenceOf({ code, status }: Refusal, language: Language): string {
  if (isOwn(code)) return say(code, language);
  if (code === 'formerAssignment' || code === 'notYours') return say('moved', language);
  return say(status === 503 ? 'unavailable' : code === 'closed' ? 'closed' : 'wrong', language);
}
