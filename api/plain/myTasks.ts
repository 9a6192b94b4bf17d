import { type Request, Router } from 'express';
import type { Task } from '../../domain/records/task.ts';
import { notFound, Refusal } from '../../domain/refusal.ts';
import { allowed, closedStates, isClosed } from '../../domain/rules/task.ts';
import { factsOf } from '../../domain/taskFacts.ts';
import { places } from '../../domain/words/places.ts';
import type { Api } from '../deps.ts';
import { taskDefinitionOf } from '../outcomes.ts';
import { byOf, type Caller, seesAll } from '../policy.ts';
import { visible } from '../taskDetail.ts';
import { workingDaysLeft } from '../taskLines.ts';
import { postSheet } from './postSheet.ts';
import { formFits, readerFrom, signedInFrame } from './signedIn.ts';
import { askedIn, dueOf, grouped, namesOf, type Reader, readerOf } from './taskForms.ts';
import { formPage, openOf, type Sheet } from './taskPages.ts';
import { hasWords } from './typed.ts';
import { myTasksPage } from './views/myTasksPage.tsx';
import type { MyDone, MyGroup } from './views/types.ts';

const shownDone = 8;
const closed = { $in: [...closedStates] };

/** "My tasks", and the page on which those of one kind in one run are answered after signing in. */
export function myTasks(api: Api): Router {
  const router = Router({ caseSensitive: true });
  const { store } = api;
  router.get(places.myTasks, async (request, response) => {
    const caller = await readerFrom(api, request);
    const [open, done] = await Promise.all([
      store.tasks.find({ assignee: caller.id, state: { $nin: [...closedStates] } }, { sort: { due: 1, _id: 1 } }),
      store.tasks.find({ assignee: caller.id, state: closed }, { sort: { closedAt: -1 }, limit: shownDone }),
    ]);
    const reader = await readerOf(api, caller.person);
    response.send(
      myTasksPage({
        ...(await signedInFrame(api, request, caller)),
        ...{
          groups: grouped(open)
            .flatMap(byDue)
            .map((tasks) => cardOf(reader, tasks)),
          site: reader.siteName,
        },
        done: await Promise.all(done.map((task) => doneOf(reader, task))),
      }),
    );
  });

  sheetAt(router, api, `${places.myTasks}/:run/:task`, sheetOfKind);
  sheetAt(router, api, `${places.myTasks}/:run/:task/:about/:attempt`, sheetOfOne);
  return router;
}

type SheetOf = (api: Api, request: Request, caller: Caller) => Promise<Sheet>;

/** The form of a sheet at its address, and what is sent from it. */
function sheetAt(router: Router, api: Api, path: string, sheetOf: SheetOf): void {
  router.get(path, async (request, response) => {
    const caller = await readerFrom(api, request);
    const sheet = await sheetOf(api, request, caller);
    if (sheet.tasks.length === 0) throw notFound();
    const elsewhere = sheet.askedOf === undefined ? places.myTasks : places.run(String(request.params.run));
    if (openOf(sheet.tasks).length === 0) return response.redirect(303, elsewhere);
    response.send(await formPage(sheet));
  });
  router.post(path, async (request, response) => {
    const caller = await readerFrom(api, request);
    const sheet = await sheetOf(api, request, caller);
    const body = (request.body ?? {}) as Record<string, unknown>;
    if (sheet.tasks.length === 0 && !hasWords(body)) throw notFound();
    await postSheet(response, {
      sheet,
      body,
      csrfFits: formFits(api, request),
      by: byOf(caller),
      reload: () => sheetOf(api, request, caller),
    });
  });
}

async function sheetWith(api: Api, request: Request, caller: Caller, tasks: Task[], action: string): Promise<Sheet> {
  return {
    ...{ request, by: 'login', tasks, names: namesOf(tasks), seesRuns: seesAll(caller), action },
    ...{ reader: await readerOf(api, caller.person), csrf: request.session.csrf ?? '' },
  };
}

async function sheetOfKind(api: Api, request: Request, caller: Caller): Promise<Sheet> {
  const { run, task } = request.params as { run: string; task: string };
  const tasks = await api.store.tasks.find({ run, task, assignee: caller.id });
  return sheetWith(api, request, caller, tasks, places.answer(run, task));
}

/** One task, for whoever is asked and, once escalation has come so far, for the ISMS manager. */
async function sheetOfOne(api: Api, request: Request, caller: Caller): Promise<Sheet> {
  const { run, task, about, attempt } = request.params as Record<string, string>;
  const found = await visible(api, caller, [run, task, about, attempt].join('/'));
  const may = isClosed(found.state) || allowed(factsOf(found), byOf(caller)).includes('complete');
  if (!may) throw new Refusal(403, 'notYours', 'This task is asked of somebody else.');
  const sheet = await sheetWith(api, request, caller, [found], places.task(found.id));
  if (found.assignee === caller.id) return sheet;
  const assignee = await api.store.people.get(found.assignee);
  // What was promised is counted on the working days of whoever is asked.
  const { calendar, siteName } = assignee === undefined ? sheet.reader : await readerOf(api, assignee);
  return { ...sheet, reader: { ...sheet.reader, calendar, siteName }, askedOf: assignee?.name ?? found.assignee };
}

/** Tasks of one kind with different dates are cards of their own. */
const byDue = (tasks: Task[]): Task[][] => [...new Set(tasks.map(({ due }) => due))].map((due) => tasks.filter((task) => task.due === due));

function cardOf({ api, calendar }: Reader, tasks: Task[]): MyGroup {
  const [first] = tasks;
  if (first === undefined) throw new Error('a card has at least one task');
  const due = dueOf(tasks);
  return {
    ...askedIn(first),
    ...{ href: places.answer(first.run, first.task), references: tasks.flatMap(({ about }) => about ?? []), count: tasks.length },
    ...{ due, left: workingDaysLeft({ due }, calendar, api.clock.now()), level: Math.max(...tasks.map(({ level }) => level)) },
  };
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
