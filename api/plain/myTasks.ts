import { type Request, Router } from 'express';
import type { Task } from '../../domain/records/task.ts';
import { Refusal } from '../../domain/refusal.ts';
import { closedStates, isClosed } from '../../domain/rules/task.ts';
import { places } from '../../domain/words/places.ts';
import { findAny } from '../../models/anyOf.ts';
import { allOf } from '../../models/filter.ts';
import { isPresent } from '../callers.ts';
import type { Api } from '../deps.ts';
import { taskDefinitionOf } from '../outcomes.ts';
import { type Caller, waitsFor } from '../policy.ts';
import { type Reader, readerOf } from '../reading/reader.ts';
import { lateFor } from '../reading/whoMayAnswer.ts';
import { visible } from '../taskDetail.ts';
import { workingDaysLeft } from '../taskLines.ts';
import { isCommand } from './commands.ts';
import { decide, decisionAbout, showDecision } from './decisions.ts';
import { myWork } from './myWork.ts';
import { mayAnswer, sheetAt, sheetWith } from './sheets.ts';
import { readerFrom, signedInFrame } from './signedIn.ts';
import type { Sheet } from './taskPages.ts';
import { myTasksPage } from './views/myTasksPage.tsx';
import type { MyDone } from './views/types.ts';

const shownDone = 8;
const closed = { $in: [...closedStates] };
const open = { state: { $nin: [...closedStates] } };

/** "My tasks", and the page on which those of one kind in one run are answered after signing in. */
export function myTasks(api: Api): Router {
  const router = Router({ caseSensitive: true });
  const { store } = api;
  router.get(places.myTasks, async (request, response) => {
    const caller = await readerFrom(api, request);
    const [asked, late, done] = await Promise.all([
      findAny(store.tasks, allOf(waitsFor(caller.id), open), { sort: { due: 1, _id: 1 } }),
      findAny(store.tasks, allOf({ $or: lateFor(caller) }, open), { sort: { due: 1, _id: 1 } }),
      store.tasks.find({ assignee: caller.id, state: closed }, { sort: { closedAt: -1 }, limit: shownDone }),
    ]);
    const reader = await readerOf(api, caller.person);
    const { notice } = request.query;
    response.send(
      myTasksPage({
        ...(await signedInFrame(api, request, caller)),
        ...(await myWork(reader, caller, asked, late)),
        site: reader.siteName,
        done: await Promise.all(done.map((task) => doneOf(reader, task))),
        ...(isCommand(notice) && { notice }),
      }),
    );
  });

  sheetAt(router, api, `${places.myTasks}/:run/:task`, sheetOfKind);
  oneTask(router, api);
  return router;
}

/** One task by its id: its form for whoever may answer it, its decision for whoever may decide. */
function oneTask(router: Router, api: Api): void {
  const path = `${places.myTasks}/:run/:task/:about/:attempt`;
  for (const method of ['get', 'post'] as const)
    router[method](path, async (request, response, next) => {
      const caller = await readerFrom(api, request);
      const task = await visible(api, caller, idIn(request));
      const what = decisionAbout(task, caller);
      if (mayAnswer(task, caller) || what === undefined) return next();
      if (method === 'get' && what === 'confirm' && !isPresent(caller))
        return response.redirect(303, places.signInAgain(request.originalUrl));
      await (method === 'get' ? showDecision : decide)(api, request, response, caller, task);
    });
  sheetAt(router, api, path, sheetOfOne);
}

async function sheetOfKind(api: Api, request: Request, caller: Caller): Promise<Sheet> {
  const { run, task } = request.params as { run: string; task: string };
  const tasks = await api.store.tasks.find({ run, task, $or: [{ assignee: caller.id }, { onBehalfOf: caller.id }] });
  return sheetWith(api, request, caller, tasks, places.answer(run, task));
}

const idIn = ({ params }: Request): string => {
  const { run, task, about, attempt } = params as Record<string, string>;
  return [run, task, about, attempt].join('/');
};

/** One task, for whoever is asked and, once escalation has come so far, for the ISMS manager. */
async function sheetOfOne(api: Api, request: Request, caller: Caller): Promise<Sheet> {
  const found = await visible(api, caller, idIn(request));
  if (!isClosed(found.state) && !mayAnswer(found, caller)) throw new Refusal(403, 'notYours', 'This task is asked of somebody else.');
  const sheet = await sheetWith(api, request, caller, [found], places.task(found.id));
  if (found.assignee === caller.id || found.onBehalfOf === caller.id) return sheet;
  const assignee = await api.store.people.get(found.assignee);
  // What was promised is counted on the working days of whoever is asked.
  const { calendar, siteName } = assignee === undefined ? sheet.reader : await readerOf(api, assignee);
  return { ...sheet, reader: { ...sheet.reader, calendar, siteName }, askedOf: assignee?.name ?? found.assignee };
}

async function doneOf({ api, person, calendar }: Reader, task: Task): Promise<MyDone> {
  const via = task.closedBy?.via;
  const left = workingDaysLeft(task, calendar, api.clock.now());
  const title = taskDefinitionOf(task).title[person.language];
  return {
    ...{ title: task.about === undefined ? title : `${task.about} ${title}`, closedAt: task.closedAt ?? task.openedAt, state: task.state },
    ...{ late: Math.max(0, -left), ...(via === 'link' || via === 'login' || via === 'token' ? { by: via } : {}) },
  };
}
