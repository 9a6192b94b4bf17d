import type { Request, Router } from 'express';
import type { Task } from '../../domain/records/task.ts';
import { notFound } from '../../domain/refusal.ts';
import { isClosed } from '../../domain/rules/task.ts';
import { places } from '../../domain/words/places.ts';
import { isPresent } from '../callers.ts';
import type { Api } from '../deps.ts';
import { byOf, type Caller, seesAll } from '../policy.ts';
import { readerOf } from '../reading/reader.ts';
import { mayComplete } from '../reading/whoMayAnswer.ts';
import { postEvidence } from './postEvidence.ts';
import { postSheet } from './postSheet.ts';
import { formFits, readerFrom } from './signedIn.ts';
import { namesOf } from './taskForms.ts';
import { formPage, openOf, type Sheet } from './taskPages.ts';
import { hasWords } from './typed.ts';

export const mayAnswer = (task: Task, caller: Caller): boolean => mayComplete(task, byOf(caller));

export type SheetOf = (api: Api, request: Request, caller: Caller) => Promise<Sheet>;

/** The form of a sheet at its address, and what is sent from it. Where tasks of many runs stand together, having none is no mistake. */
export function sheetAt(router: Router, api: Api, path: string, sheetOf: SheetOf, { mayBeEmpty = false } = {}): void {
  router.get(path, async (request, response) => {
    const caller = await readerFrom(api, request);
    const sheet = await sheetOf(api, request, caller);
    if (sheet.tasks.length === 0 && !mayBeEmpty) throw notFound();
    const elsewhere = sheet.askedOf === undefined ? places.myTasks : places.run(String(request.params.run));
    const open = openOf(sheet.tasks);
    if (open.length === 0) return response.redirect(303, elsewhere);
    if (!sheet.isPresent && open.some(({ approval }) => approval)) return response.redirect(303, places.signInAgain(request.originalUrl));
    response.send(await formPage(sheet));
  });
  router.post(path, async (request, response) => {
    const caller = await readerFrom(api, request);
    const sheet = await sheetOf(api, request, caller);
    const body = (request.body ?? {}) as Record<string, unknown>;
    if (sheet.tasks.length === 0 && !mayBeEmpty && !hasWords(body)) throw notFound();
    await postSheet(response, {
      sheet,
      body,
      csrfFits: formFits(api, request),
      by: byOf(caller),
      reload: () => afterwards(api, caller, sheet),
    });
  });
  router.post(`${path}/evidence`, async (request, response) => {
    const caller = await readerFrom(api, request);
    const sheet = await sheetOf(api, request, caller);
    if (sheet.tasks.length === 0) throw notFound();
    const posted = { sheet, by: byOf(caller), csrfFits: () => formFits(api, request), reload: () => sheetOf(api, request, caller) };
    await postEvidence(request, response, posted);
  });
}

/** The sheet as it is by now, without what is asked of somebody else since. */
async function afterwards({ store }: Api, caller: Caller, sheet: Sheet): Promise<Sheet> {
  const tasks = await store.tasks.find({ id: { $in: sheet.tasks.map(({ id }) => id) } });
  const isShown = (task: Task) => isClosed(task.state) || task.answeredBy?.person === caller.id || mayAnswer(task, caller);
  return { ...sheet, tasks: tasks.filter(isShown) };
}

export async function sheetWith(
  api: Api,
  request: Request,
  caller: Caller,
  tasks: Task[],
  action: string,
  names = namesOf(tasks),
): Promise<Sheet> {
  return {
    ...{
      request,
      by: 'login',
      isPresent: isPresent(caller),
      as: byOf(caller),
      tasks,
      names,
      seesRuns: seesAll(caller),
      action,
    },
    ...{ reader: { ...(await readerOf(api, caller.person)), downloads: true }, csrf: request.session.csrf ?? '' },
  };
}
