import { type Request, Router } from 'express';
import type { Task } from '../../domain/records/task.ts';
import { notFound } from '../../domain/refusal.ts';
import { closedStates, isClosed } from '../../domain/rules/task.ts';
import { places } from '../../domain/words/places.ts';
import { definitionOf } from '../../workflows/definitions.ts';
import type { Api } from '../deps.ts';
import type { Caller } from '../policy.ts';
import { lateFor } from '../reading/whoMayAnswer.ts';
import { mayAnswer, sheetAt, sheetWith } from './sheets.ts';
import type { Sheet } from './taskPages.ts';
import { typedByName } from './typed.ts';

/** The page of all decisions of one kind that somebody may make, whatever their runs: several in one go, each with its own result. */
export function decisionSheet(api: Api): Router {
  const router = Router({ caseSensitive: true });
  sheetAt(router, api, '/decisions/:process/:task', sheetOfDecisions, { mayBeEmpty: true });
  return router;
}

async function sheetOfDecisions(api: Api, request: Request, caller: Caller): Promise<Sheet> {
  const { process, task } = request.params as { process: string; task: string };
  if (definitionOf(process)?.tasks[task]?.approval !== true) throw notFound();
  const tasks = await tasksFor(api, caller, { process, task }, request);
  // By their ids: the same risk may be asked about again while the page is open, and what was typed is about what was read.
  return sheetWith(api, request, caller, tasks, places.decisions(process, task), new Map(tasks.map(({ id }) => [id, id])));
}

/** What is asked of them, or what they may decide once it is late; and what a form that was sent is about, whatever has become of it. */
async function tasksFor({ store }: Api, caller: Caller, kind: { process: string; task: string }, { body }: Request): Promise<Task[]> {
  const theirs = { $or: [{ assignee: caller.id }, { onBehalfOf: caller.id }, ...lateFor(caller)] };
  const sent = [...typedByName((body ?? {}) as Record<string, unknown>).keys()];
  const shown = { $or: [{ state: { $nin: [...closedStates] } }, { _id: { $in: sent } }] };
  const found = await store.tasks.find({ $and: [kind, theirs, shown] });
  return found.filter((task) => isClosed(task.state) || mayAnswer(task, caller));
}
