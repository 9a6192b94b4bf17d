import { type Request, Router } from 'express';
import type { Task } from '../../domain/records/task.ts';
import { notFound } from '../../domain/refusal.ts';
import { closedStates } from '../../domain/rules/task.ts';
import { places } from '../../domain/words/places.ts';
import type { Api } from '../deps.ts';
import { taskDefinitionOf } from '../outcomes.ts';
import { byOf, type Caller, seesAll } from '../policy.ts';
import { workingDaysLeft } from '../taskLines.ts';
import { postSheet } from './postSheet.ts';
import { formFits, readerFrom, signedInFrame } from './signedIn.ts';
import { askedIn, dueOf, grouped, namesOf, type Reader, readerOf } from './taskForms.ts';
import { formPage, openOf, type Sheet } from './taskPages.ts';
import { myTasksPage } from './views/myTasksPage.tsx';
import type { MyDone, MyGroup } from './views/types.ts';

const shownDone = 8;
const closed = { $in: [...closedStates] };

/** "My tasks", and the page on which those of one kind in one run are answered after signing in. */
export function myTasks(api: Api): Router {
  const router = Router();
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

  const page = `${places.myTasks}/:run/:task`;
  router.get(page, async (request, response) => {
    const sheet = await sheetOf(api, request, await readerFrom(api, request));
    if (openOf(sheet.tasks).length === 0) return response.redirect(303, places.myTasks);
    response.send(await formPage(sheet));
  });
  router.post(page, async (request, response) => {
    const caller = await readerFrom(api, request);
    const sheet = await sheetOf(api, request, caller);
    const body = (request.body ?? {}) as Record<string, unknown>;
    await postSheet(response, {
      sheet,
      body,
      csrfFits: formFits(api, request),
      by: byOf(caller),
      reload: () => sheetOf(api, request, caller),
    });
  });
  return router;
}

async function sheetOf(api: Api, request: Request, caller: Caller): Promise<Sheet> {
  const { run, task } = request.params as { run: string; task: string };
  const tasks = await api.store.tasks.find({ run, task, assignee: caller.id });
  if (tasks.length === 0) throw notFound();
  return {
    ...{ request, by: 'login', tasks, names: namesOf(tasks), seesRuns: seesAll(caller) },
    ...{ reader: await readerOf(api, caller.person), action: places.answer(run, task), csrf: request.session.csrf ?? '' },
  };
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
